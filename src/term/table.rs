/// A word out of a closed list, known by an English id and a Chinese name.
pub trait Term: Copy + PartialEq + 'static {
    /// The whole list, in its official order.
    const ALL: &'static [Self];

    /// English id first, Chinese name second, then the other spellings that are read.
    fn spellings(self) -> &'static [&'static str];

    /// The English id, as in front matter and in data.
    fn id(self) -> &'static str {
        self.spellings().first().copied().unwrap_or_default()
    }

    /// The Chinese name, as shown.
    fn chinese(self) -> &'static str {
        self.spellings().get(1).copied().unwrap_or_default()
    }

    /// Finds the word by any of its spellings.
    fn read(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.spellings().contains(&word))
    }

    /// What a clerk may write: all ids and Chinese names.
    fn choices() -> Vec<&'static str> {
        Self::ALL.iter().flat_map(|term| term.spellings().iter().take(2).copied()).collect()
    }
}

/// Writes an enum and its table of spellings in one place.
macro_rules! terms {
    ($(#[$about:meta])* $seen:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = [$($spelling:literal),+],)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $seen enum $name { $($(#[$doc])* $variant,)+ }

        impl super::table::Term for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn spellings(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($spelling),+],)+ }
            }
        }
    };
}
pub(super) use terms;
