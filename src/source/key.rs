use crate::term::Term;

/// A key: its English id and its Chinese name. Both are read everywhere.
pub type Key = (&'static str, &'static str);

/// Stands for keys that the board chooses.
pub const ANY_KEY: Key = ("*", "*");

/// Whether a word as written names a key.
pub(super) fn names(key: Key, word: &str) -> bool {
    word == key.0 || word == key.1
}

/// Whatever is read as a word of a closed list.
pub(super) fn all_spellings<T: Term>() -> Vec<&'static str> {
    T::ALL.iter().flat_map(|term| term.spellings().iter().copied()).collect()
}
