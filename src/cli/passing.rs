use std::io;
use std::path::Path;

/// A folder for files that are needed for a moment; it goes away with the value. Its name is drawn, so that nobody else
/// can lie in wait for it.
pub(super) struct Passing(tempfile::TempDir);

impl Passing {
    /// Makes one.
    ///
    /// # Errors
    /// Where the system gives no room for it.
    pub(super) fn new() -> io::Result<Self> {
        tempfile::Builder::new().prefix("gongkai-").tempdir().map(Self)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }
}
