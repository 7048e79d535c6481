//! Writes HTML: everything that comes from elsewhere is escaped.

use crate::text::{Language, Text};
use crate::theme::escape;

/// A page, or a piece of one, in one language.
#[derive(Clone, Debug)]
pub(super) struct Html {
    out: String,
    pub(super) language: Language,
}

impl Html {
    pub(super) fn new(language: Language) -> Self {
        Self { out: String::new(), language }
    }

    /// Markup of our own, as it is.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Words from elsewhere.
    pub(super) fn words(&mut self, words: &str) -> &mut Self {
        escape(words, &mut self.out);
        self
    }

    /// Words of our own in the language of the page.
    pub(super) fn say(&mut self, text: &Text) -> &mut Self {
        escape(text.in_language(self.language), &mut self.out);
        self
    }

    /// An attribute with its value.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").words(value).raw("\"")
    }

    /// An attribute with words of our own.
    pub(super) fn labelled(&mut self, name: &str, words: &Text) -> &mut Self {
        let words = words.in_language(self.language).to_owned();
        self.attribute(name, &words)
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}
