//! A body: to HTML, which holds no script, to its outline, to plain text.
#![no_main]

use gongkai::markdown::{Links, html, is_safe, outline, plain, words};
use libfuzzer_sys::fuzz_target;

struct AsWritten;

impl Links for AsWritten {
    fn link(&self, target: &str) -> Option<String> {
        is_safe(target).then(|| target.to_owned())
    }
    fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)> {
        is_safe(target).then(|| (target.to_owned(), None))
    }
    fn table_label(&self, number: usize) -> String {
        number.to_string()
    }
}

fuzz_target!(|body: &str| {
    let made = html(body, "标题", &AsWritten).to_ascii_lowercase();
    for tag in ["<script", "<iframe", "<object", "<embed", "<style", "<form", "<base", "<svg", "<math", "<meta"] {
        assert!(!made.contains(tag), "{tag} in {made}");
    }
    // Words that only look like an attribute stand outside of tags, where `<` is escaped.
    for tag in made.split('<').skip(1).filter_map(|piece| piece.split('>').next()) {
        assert!(!tag.contains("=\"javascript:"), "{tag} in {made}");
    }
    let _ = (outline(body), plain(body), words(&made));
});
