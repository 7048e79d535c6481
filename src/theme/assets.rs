use super::overlay::Files;
use crate::text::digest;
use std::collections::BTreeMap;

/// A file that pages ask for by the name of its content, so that it may be kept for ever: `assets/board.1f3a9c07.css`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below the site's root, with the fingerprint in the name.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The assets of a theme, and the names by which templates ask for them: `board.css`.
pub(super) struct Assets {
    pub(super) files: Vec<Asset>,
    pub(super) paths: BTreeMap<String, String>,
}

impl Assets {
    /// Names every asset after its content. Style sheets come last: what they refer to by `url(…)` is named in them.
    pub(super) fn new(files: &Files) -> Self {
        let mut assets = Self { files: Vec::new(), paths: BTreeMap::new() };
        let (styles, others): (Vec<_>, Vec<_>) = files.below("assets").partition(|(name, _)| kind(name) == Some("css"));
        for (name, bytes) in others {
            assets.add(name, bytes.to_vec());
        }
        for (name, bytes) in styles {
            let bytes = assets.refer(name, bytes);
            assets.add(name, bytes);
        }
        assets.files.sort_by(|a, b| a.path.cmp(&b.path));
        assets
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let mark = digest(&bytes).short(8);
        let path = match name.rsplit_once('.') {
            Some((stem, kind)) => format!("assets/{stem}.{mark}.{kind}"),
            None => format!("assets/{name}.{mark}"),
        };
        self.paths.insert(name.to_owned(), path.clone());
        self.files.push(Asset { path, bytes });
    }

    /// Puts fingerprinted names for plain ones in the `url(…)` of a style sheet that lies beside them.
    fn refer(&self, name: &str, bytes: &[u8]) -> Vec<u8> {
        let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find("url(") {
            let (before, after) = rest.split_at(start + 4);
            let Some(end) = after.find(')') else { break };
            let named = after[..end].trim_matches([' ', '"', '\'']);
            let known =
                if folder.is_empty() { self.paths.get(named) } else { self.paths.get(&format!("{folder}/{named}")) };
            let prefix = if folder.is_empty() { "assets/".to_owned() } else { format!("assets/{folder}/") };
            out.push_str(before);
            match known.and_then(|path| path.strip_prefix(&prefix)) {
                Some(path) => out.push_str(path),
                None => out.push_str(&after[..end]),
            }
            rest = &after[end..];
        }
        out.push_str(rest);
        out.into_bytes()
    }
}

fn kind(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::overlay::ThemeFile;

    fn assets(own: &[(&str, &str)]) -> Assets {
        let own = own.iter().map(|(path, text)| ThemeFile { path: (*path).into(), bytes: (*text).into() }).collect();
        Assets::new(&Files::new("x", own))
    }

    #[test]
    fn a_name_follows_its_content() {
        let one = assets(&[("assets/board.css", "a{}")]);
        let two = assets(&[("assets/board.css", "b{}")]);
        assert_ne!(one.paths["board.css"], two.paths["board.css"]);
        let path = &one.paths["board.css"];
        assert!(path.starts_with("assets/board."), "{path}");
        assert_eq!((kind(path), path.len()), (Some("css"), "assets/board.12345678.css".len()));
    }

    #[test]
    fn style_sheets_find_the_files_beside_them() {
        let own = assets(&[
            ("assets/logo.svg", "<svg/>"),
            ("assets/own.css", "a{background:url(\"logo.svg\")}b{background:url(#x)}"),
        ]);
        let style = own.files.iter().find(|file| file.path == own.paths["own.css"]).unwrap();
        let logo = own.paths["logo.svg"].strip_prefix("assets/").unwrap();
        assert_eq!(
            String::from_utf8_lossy(&style.bytes),
            format!("a{{background:url({logo})}}b{{background:url(#x)}}")
        );
    }
}
