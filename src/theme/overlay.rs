use super::builtin;
use crate::source::is_left_behind;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file of a board's own theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Path below `themes/NAME/`, with `/` as separator: `templates/item.html`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of a theme, the board's own laid over the built-in ones.
pub(super) struct Files {
    name: String,
    by_path: BTreeMap<String, Cow<'static, [u8]>>,
    builtin: BTreeMap<&'static str, &'static [u8]>,
}

impl Files {
    /// Lays a board's own files over the built-in theme. Files that begin with a dot or end as editors' copies do are
    /// passed over.
    pub(super) fn new(name: &str, own: Vec<ThemeFile>) -> Self {
        let builtin: BTreeMap<_, _> = builtin::files().into_iter().collect();
        let mut by_path: BTreeMap<String, Cow<'static, [u8]>> =
            builtin.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect();
        by_path
            .extend(own.into_iter().filter(|file| !passed_over(&file.path)).map(|file| (file.path, file.bytes.into())));
        Self { name: name.to_owned(), by_path, builtin }
    }

    /// The files below one folder of the theme: their path below that folder, and their bytes.
    pub(super) fn below<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f str, &'f [u8])> {
        self.by_path.iter().filter_map(move |(path, bytes)| {
            path.strip_prefix(folder)?.strip_prefix('/').map(|rest| (rest, bytes.as_ref()))
        })
    }

    /// The bytes of one file, the board's own before the built-in one.
    pub(super) fn get(&self, path: &str) -> Option<&[u8]> {
        self.by_path.get(path).map(AsRef::as_ref)
    }

    /// The bytes of a built-in file, even where the board has its own.
    pub(super) fn builtin(&self, path: &str) -> Option<&'static [u8]> {
        self.builtin.get(path).copied()
    }

    /// The path by which findings name a file: `themes/NAME/templates/item.html`.
    pub(super) fn place(&self, path: &str) -> String {
        format!("themes/{}/{path}", self.name)
    }
}

fn passed_over(path: &str) -> bool {
    path.split('/').any(is_left_behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(path: &str, text: &str) -> ThemeFile {
        ThemeFile { path: path.into(), bytes: text.into() }
    }

    #[test]
    fn a_boards_own_file_wins_and_the_others_stay() {
        let files = Files::new("qingshi", vec![own("assets/board.css", "body {}"), own("assets/logo.svg", "<svg/>")]);
        assert_eq!(files.get("assets/board.css"), Some("body {}".as_bytes()));
        assert!(files.builtin("assets/board.css").unwrap().len() > 1000);
        assert!(files.get("assets/board.js").is_some());
        assert!(files.below("assets").any(|(path, _)| path == "logo.svg"));
        assert_eq!(files.place("templates/item.html"), "themes/qingshi/templates/item.html");
    }

    #[test]
    fn hidden_files_and_editors_copies_are_passed_over() {
        let files = Files::new("x", vec![own("templates/.item.html.swp", ""), own("assets/board.css~", "old")]);
        assert_eq!(files.get("templates/.item.html.swp"), None);
        assert_eq!(files.get("assets/board.css~"), None);
    }
}
