/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words drafted from figures.
    Words(String),
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

    /// Leaves a place to fill.
    #[must_use]
    pub fn fill(mut self, what: impl Into<String>) -> Self {
        self.pieces.push(Piece::Fill(what.into()));
        self
    }

    /// The words alone, as they can be published without another hand.
    pub fn drafted(&self) -> String {
        let words = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words(words) => Some(words.as_str()),
            Piece::Fill(_) => None,
        });
        words.collect()
    }

    /// Whether anything is left to fill.
    pub fn has_gaps(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Fill(_)))
    }
}
