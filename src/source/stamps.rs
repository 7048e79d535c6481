use std::fs;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

/// A file as one look at the disk shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileStamp {
    /// Where it is.
    pub path: PathBuf,
    /// When it was last written, in nanoseconds since 1970; 0 where the disk does not say.
    pub modified: u128,
    /// In bytes.
    pub size: u64,
}

/// Looks at every file below some folders without reading any. Links are looked at, not followed; what the system
/// refuses is passed over, for it will be told of when it is read.
pub fn stamps(folders: &[PathBuf]) -> Vec<FileStamp> {
    let mut found = Vec::new();
    let mut folders = folders.to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() {
                folders.push(entry.path());
                continue;
            }
            let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            let modified = modified.map_or(0, |since| since.as_nanos());
            found.push(FileStamp { path: entry.path(), modified, size: metadata.len() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_below_is_seen_and_a_missing_folder_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("财政/预算");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("表.csv"), "甲,乙").unwrap();
        let seen = stamps(&[folder.path().to_path_buf(), folder.path().join("没有")]);
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].path.clone(), seen[0].size), (deep.join("表.csv"), 7));
        assert!(seen[0].modified > 0);
    }
}
