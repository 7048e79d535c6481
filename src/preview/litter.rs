use crate::source::is_left_behind;
use std::path::Path;

/// Whether a path below a watched folder is of no matter to the board: hidden, or a temporary file, or the file by which
/// Vim tries a folder. The path is taken relative to that folder; a board may well lie in a hidden folder itself.
pub(super) fn is_litter(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "4913")
        || path.iter().any(|part| is_left_behind(&part.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_behind_is_passed_over() {
        for path in [
            "财政/.甲.md.swp",
            "财政/~$预算.xlsx",
            "财政/~WRL0001.tmp",
            "甲.md~",
            "甲.md.TMP",
            "4913",
            "财政/4913",
            ".git/index",
            "#甲.md#",
            ".#甲.md",
            "甲.md___jb_tmp___",
            "Thumbs.db",
            "表.xlsx.crdownload",
        ] {
            assert!(is_litter(Path::new(path)), "{path}");
        }
        for path in [
            "财政/甲.md",
            "2026/4913.md",
            "4913/index.md",
            "annual/2026.yaml",
            "甲/名单.xlsx",
            "",
            "第#1号.md",
            "templates/a~b.html",
        ] {
            assert!(!is_litter(Path::new(path)), "{path}");
        }
    }
}
