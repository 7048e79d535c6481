//! Texts made to do harm, at every door through which the program takes text: each gives an answer, and none a panic.
//! Bytes of attachments are tried in `attachments/hostile.rs`, heads of requests in the preview; `fuzz/` tries longer.

use gongkai::ledger::{Ledger, relink};
use gongkai::markdown::{Links, html, is_safe, outline, plain, words};
use gongkai::parse::draft;
use gongkai::source::Source;
use proptest::prelude::*;
use std::sync::Arc;

/// Pieces of which texts are made that a parser may stumble over.
fn made_of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![4 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => "\\PC"], 0..most)
        .prop_map(|pieces| pieces.concat())
}

const FRONT: &[&str] = &[
    "---\n",
    "\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "- ",
    ": ",
    "：",
    "title: ",
    "标题: ",
    "published: 2026-11-19\n",
    "tables: ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "|\n",
    ">-\n",
    "!!x ",
    "? ",
    "%",
    "\u{FEFF}",
    "\u{A0}",
    "period: 2026-Q3\n",
    "approvals: ",
    "by: ",
    "on: ",
    "甲",
];

const BODY: &[&str] = &[
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "|",
    "|-|-|\n",
    "<",
    ">",
    "</",
    "div>",
    "<table>",
    "<td colspan=9>",
    "<script>",
    "<svg onload=x>",
    "<!--",
    "-->",
    "&lt;",
    "&#x3c;",
    "&",
    "javascript:",
    "\" onerror=\"x",
    "甲",
    "“",
    "”",
    "\\",
    "\u{0}",
    "    ",
    "138****0001",
    "{{ 7 }}",
];

const LEDGER: &[&str] = &[
    "{",
    "}",
    "\"",
    ":",
    ",",
    "\n",
    "address",
    "digest",
    "before",
    "date",
    "00",
    "ff",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "null",
    "[",
    "]",
];

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_of_an_item_gives_an_answer_with_places_inside_it(text in made_of(FRONT, 40)) {
        let bytes = format!("---\n{text}").into_bytes();
        let length = bytes.len() as u32;
        if let Ok(source) = Source::from_bytes(&Arc::from("content/a.md"), bytes) {
            let draft = draft(&source);
            for finding in draft.report.findings() {
                if let Some(gongkai::diag::Spot::Text(span)) = finding.place.as_ref().map(|place| &place.spot) {
                    prop_assert!(span.start <= span.end && span.end <= length, "{span:?} in {text:?}");
                }
            }
            prop_assert!(draft.body_start <= draft.text.len());
        }
    }

    #[test]
    fn any_body_gives_html_without_a_script(body in made_of(BODY, 60)) {
        let made = html(&body, "标题", &AsWritten).to_ascii_lowercase();
        for tag in ["<script", "<svg", "<iframe", "<style", "<object"] {
            prop_assert!(!made.contains(tag), "{tag} in {made}");
        }
        let tags = made.split('<').skip(1).filter_map(|piece| piece.split('>').next());
        prop_assert!(tags.into_iter().all(|tag| !tag.contains("=\"javascript:")), "{made}");
        let _ = (outline(&body), plain(&body), words(&made));
    }

    #[test]
    fn any_ledger_gives_an_answer(text in made_of(LEDGER, 60)) {
        let ledger = Ledger::of(&text);
        let _ = (ledger.newest(), ledger.unexplained());
        if let Ok(joined) = relink(&text) {
            let _ = Ledger::of(&joined);
        }
    }
}
