use crate::say;
use crate::text::Text;

/// How sure a thing is that was read out of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// Nothing in the file tells it.
    Guessed,
    /// Its form or its place tells it.
    Likely,
    /// The file says so itself.
    Stated,
}

impl Sure {
    pub(super) fn words(self) -> Text {
        match self {
            Self::Stated => say!("确定", "sure"),
            Self::Likely => say!("较有把握", "likely"),
            Self::Guessed => say!("请核对", "a guess"),
        }
    }
}

/// A thing read out of a file: what it is, how sure, and what tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess<T = String> {
    pub(super) value: T,
    pub(super) sure: Sure,
    pub(super) why: Text,
}

impl<T> Guess<T> {
    pub(super) fn stated(value: impl Into<T>, why: Text) -> Self {
        Self { value: value.into(), sure: Sure::Stated, why }
    }

    pub(super) fn likely(value: impl Into<T>, why: Text) -> Self {
        Self { value: value.into(), sure: Sure::Likely, why }
    }

    pub(super) fn guessed(value: impl Into<T>, why: Text) -> Self {
        Self { value: value.into(), sure: Sure::Guessed, why }
    }
}
