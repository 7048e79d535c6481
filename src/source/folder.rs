use super::walk::{ReadError, refused};
use crate::say;
use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder that is no board, by their paths relative to it, with `/` as separator, sorted.
///
/// # Errors
/// Where the system refuses a folder. A link is refused as well: it may lead anywhere.
pub fn list_folder(root: &Path) -> Result<Vec<String>, ReadError> {
    let mut found = Vec::new();
    let mut folders = vec![(root.to_path_buf(), String::new())];
    while let Some((folder, name)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| refused(&folder, &error))? {
            let entry = entry.map_err(|error| refused(&folder, &error))?;
            let kind = entry.file_type().map_err(|error| refused(&entry.path(), &error))?;
            let own = format!("{name}{}", entry.file_name().to_string_lossy());
            if kind.is_symlink() {
                let message = say!("是链接，不是文件", "is a link and no file");
                return Err(ReadError { path: entry.path(), message });
            }
            if kind.is_dir() {
                folders.push((entry.path(), format!("{own}/")));
            } else {
                found.push(own);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Reads one of the files that [`list_folder`] found.
///
/// # Errors
/// Where the system refuses it.
pub fn read_in_folder(root: &Path, path: &str) -> Result<Vec<u8>, ReadError> {
    let file: PathBuf = root.join(path);
    fs::read(&file).map_err(|error| refused(&file, &error))
}
