/// One file to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Where it stands below the output folder, with `/` as separator.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}
