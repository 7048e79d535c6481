use crate::term::step_id;
use std::sync::Arc;

/// One step on the way from the root of front matter to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To the value of a key.
    Key(Name),
    /// To an element of a list, counted from 0. `short` is the key whose value may stand for the whole element.
    Row { at: usize, short: Option<Name> },
}

/// A key in both spellings, and the keys that stand before it in the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) english: Arc<str>,
    pub(super) chinese: Arc<str>,
    /// All keys of its map, in the order of the reference.
    pub(super) siblings: Arc<[(Arc<str>, Arc<str>)]>,
}

impl Name {
    /// Whether a word as written names this key. Steps of approval have further spellings.
    pub(super) fn is(&self, word: &str) -> bool {
        *word == *self.english || *word == *self.chinese || *step_id(word) == *self.english
    }

    /// Where a key stands in the reference; none for a key that is not in it.
    pub(super) fn place_of(&self, word: &str) -> Option<usize> {
        self.siblings
            .iter()
            .position(|(english, chinese)| *word == **english || *word == **chinese || *step_id(word) == **english)
    }
}
