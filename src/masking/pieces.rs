use crate::scan::Find;
use crate::text::Span;

/// One replacement in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) check: &'static str,
    /// Where, in bytes of the text.
    pub(super) span: Span,
    pub(super) to: String,
}

/// The replacements that finds propose, in the order of places. Of two that overlap the longer one stays.
pub(super) fn pieces(text: &str, finds: impl IntoIterator<Item = (&'static str, Find)>) -> Vec<Piece> {
    let proposed = finds.into_iter().filter_map(|(check, find)| {
        let to = find.instead?;
        (find.span.of(text) != to && find.span.start < find.span.end).then_some(Piece { check, span: find.span, to })
    });
    let mut all: Vec<Piece> = proposed.collect();
    // Where one number reads as two things, the identity of a person is meant.
    let is_other = |piece: &Piece| piece.check != "id-number";
    all.sort_by_key(|piece| (std::cmp::Reverse(piece.span.end - piece.span.start), piece.span.start, is_other(piece)));
    let mut kept: Vec<Piece> = Vec::new();
    for piece in all {
        if kept.iter().all(|other| other.span.end <= piece.span.start || piece.span.end <= other.span.start) {
            kept.push(piece);
        }
    }
    kept.sort_by_key(|piece| piece.span);
    kept
}

/// The text with its replacements.
pub(super) fn replaced(text: &str, pieces: &[Piece]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for piece in pieces {
        written.push_str(text.get(at..piece.span.start as usize).unwrap_or_default());
        written.push_str(&piece.to);
        at = piece.span.end as usize;
    }
    written + text.get(at..).unwrap_or_default()
}
