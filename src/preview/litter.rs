use std::path::Path;

/// Endings of files that an editor, a browser or a system keeps for itself.
const ENDINGS: &[&str] = &[".swp", ".swo", ".swx", ".tmp", ".temp", ".bak", ".part", ".crdownload", "~", "___"];
/// Names of the same kind. Vim tries a folder with `4913`; the others are left by desktops.
const NAMES: &[&str] = &["4913", "Thumbs.db", "desktop.ini"];

/// Whether a path below a watched folder is of no matter to the board: hidden, or a temporary file. The path is taken
/// relative to that folder; a board may well lie in a hidden folder itself.
pub(super) fn is_litter(path: &Path) -> bool {
    path.iter().any(|part| {
        let name = part.to_string_lossy();
        let lower = name.to_ascii_lowercase();
        name.starts_with('.')
            || name.starts_with('~')
            || name.starts_with('#') && name.ends_with('#')
            || NAMES.contains(&&*name)
            || ENDINGS.iter().any(|ending| lower.ends_with(ending))
    })
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
        for path in
            ["财政/甲.md", "2026/4913.md", "annual/2026.yaml", "甲/名单.xlsx", "", "第#1号.md", "templates/a~b.html"]
        {
            assert!(!is_litter(Path::new(path)), "{path}");
        }
    }
}
