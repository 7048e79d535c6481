use super::disk::Disk;
use std::path::Path;

/// Removes the folders that a removed file leaves empty.
pub(super) fn prune(disk: &Disk, out: &Path, removed: &Path) {
    let mut folder = removed.parent();
    while let Some(path) = folder.filter(|path| *path != out && path.starts_with(out)) {
        // A folder that still holds something, ours or a stranger's, stays.
        if path.exists() && disk.remove_folder(path).is_err() {
            return;
        }
        folder = path.parent();
    }
}
