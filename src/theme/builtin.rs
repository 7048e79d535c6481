use include_dir::{Dir, DirEntry, include_dir};

/// The themes in the binary. `build.rs` sees to it that a new file is embedded too.
static THEMES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// All files of the default theme, by their path below its folder: `templates/item.html`.
pub(super) fn files() -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    if let Some(folder) = THEMES.get_dir("default") {
        gather(folder, &mut found);
    }
    found
}

fn gather(folder: &'static Dir<'static>, found: &mut Vec<(&'static str, &'static [u8])>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => gather(folder, found),
            DirEntry::File(file) => {
                if let Some(path) = file.path().to_str().and_then(|path| path.strip_prefix("default/")) {
                    found.push((path, file.contents()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_theme_is_in_the_binary() {
        let files = files();
        for path in ["templates/layout.html", "assets/board.css", "assets/board.js", "i18n/zh-CN.yaml"] {
            assert!(files.iter().any(|(known, bytes)| *known == path && !bytes.is_empty()), "{path}");
        }
    }
}
