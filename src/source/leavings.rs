/// Endings of files that an editor, a browser or a system keeps for itself.
const ENDINGS: &[&str] =
    &[".swp", ".swo", ".swx", ".tmp", ".temp", ".bak", ".orig", ".part", ".crdownload", "~", "___"];

/// Whether a file or folder is none of the office's by its name: what editors, browsers and desktops leave behind, and
/// what a dot hides.
pub fn is_left_behind(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini")
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
}
