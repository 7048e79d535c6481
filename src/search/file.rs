use serde_json::Value;

/// One file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below `search/`: `keys/12.js`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A script that hands its data to `search-files.js` under the file's name: a page opened from a folder may load scripts
    /// but nothing else.
    pub(super) fn new(name: &str, data: &Value) -> Self {
        // Old browsers take these two for line ends, which no string may hold.
        let data = data.to_string().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
        Self { path: format!("{name}.js"), bytes: format!("gongkaiSearch(\"{name}\",{data});\n").into_bytes() }
    }
}
