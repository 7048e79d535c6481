use super::trace::Trace;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words drafted from figures.
    Words(String),
    /// A figure, and what it rests on.
    Figure(String, Trace),
    /// A place that the office must fill; what belongs there.
    Fill(String),
}

/// A paragraph of the report, with its lead: （一）主动公开。
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its lead; empty for none.
    pub lead: &'static str,
    /// What it says.
    pub pieces: Vec<Piece>,
}

impl Paragraph {
    /// A paragraph with a lead.
    pub fn led(lead: &'static str) -> Self {
        Self { lead, pieces: Vec::new() }
    }

    /// Says something.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        let words = words.into();
        if !words.is_empty() {
            self.pieces.push(Piece::Words(words));
        }
        self
    }

    /// Gives a figure.
    #[must_use]
    pub fn figure(mut self, number: impl ToString, trace: Trace) -> Self {
        self.pieces.push(Piece::Figure(number.to_string(), trace));
        self
    }

    /// Gives a count with what it rests on.
    #[must_use]
    pub(super) fn counted(self, (count, trace): (usize, Trace)) -> Self {
        self.figure(count, trace)
    }

    /// Goes on with what another paragraph says.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self
    }

    /// Leaves a place to fill.
    #[must_use]
    pub fn fill(mut self, what: impl Into<String>) -> Self {
        self.pieces.push(Piece::Fill(what.into()));
        self
    }

    /// The words alone, as they can be published without another hand.
    pub fn drafted(&self) -> String {
        let words = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words(words) | Piece::Figure(words, _) => Some(words.as_str()),
            Piece::Fill(_) => None,
        });
        words.collect()
    }
}
