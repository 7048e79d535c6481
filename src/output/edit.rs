use super::error::WriteError;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Puts a new text in the place of a file, whole or not at all: it is written beside the file and then renamed.
///
/// # Errors
/// Where the disk refuses; the file is then as it was.
pub fn rewrite(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".gongkai.tmp");
    let beside = Path::new(&beside);
    let failed = |error| WriteError { path: path.to_path_buf(), error };
    let written = fs::File::create(beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(beside, path)).map_err(|error| {
        let _ = fs::remove_file(beside);
        failed(error)
    })
}

/// Makes a new file with its folders; one that is there already is left as it is.
///
/// # Errors
/// Where there is such a file already, or the disk refuses.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |error| WriteError { path: path.to_path_buf(), error };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(bytes).map_err(|error| {
        // Half a file would stand in the way of the whole one, and be read as if it were that.
        let _ = fs::remove_file(path);
        failed(error)
    })
}
