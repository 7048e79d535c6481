//! The published versions of an item side by side: for the office, so that it can see what readers were told when.

use crate::board::{Board, Item};
use crate::parse::{Draft, draft};
use crate::render::view::{Version, VersionPiece};
use crate::source::Source;
use crate::text::{Piece, Touched, differences, digest};
use std::borrow::Cow;
use std::sync::Arc;

/// How many comparisons stand on a page, the newest.
const MOST: usize = 10;

/// How many changed lines of one comparison are shown.
const LINES: usize = 100;

/// The comparisons of an item, the newest first. What was a draft is no version that anybody read; of what was taken
/// down nothing is told again.
pub(super) fn versions<'a>(board: &'a Board, item: &'a Item) -> Vec<Version<'a>> {
    let recorded = board.versions.of(&item.draft.path);
    if recorded.is_empty() || !item.shows_content() {
        return Vec::new();
    }
    let published = |text: &Arc<str>| {
        let (path, text) = (Arc::clone(&item.draft.path), Arc::clone(text));
        let written = draft(&Source { path, digest: digest(text.as_bytes()), text });
        is_published(&written).then(|| words(&written))
    };
    let mut told = Vec::new();
    let mut before: Option<String> = None;
    let now = recorded.last().filter(|last| !last.is(&item.draft.text)).map(|_| (None, &item.draft.text));
    let all = recorded.iter().map(|one| (Some((one.on, &*one.subject)), &one.text)).chain(now);
    for (change, text) in all {
        let Some(words) = published(text) else { continue };
        if let Some(before) = before.as_ref().filter(|before| **before != words) {
            told.push(version(
                change.map(|(on, _)| on.to_string().into()),
                change.map_or("", |(_, note)| note),
                differences(before, &words),
            ));
        }
        before = Some(words);
    }
    told.reverse();
    told.truncate(MOST);
    told
}

fn version<'a>(on: Option<Cow<'a, str>>, note: &'a str, lines: Vec<Vec<Piece>>) -> Version<'a> {
    let more = lines.len().saturating_sub(LINES);
    let lines = lines.into_iter().take(LINES).map(|line| line.into_iter().map(piece).collect()).collect();
    Version { on, note: note.into(), lines, more }
}

fn piece(piece: Piece) -> VersionPiece {
    let key = match piece.touched {
        Touched::Kept => "kept",
        Touched::Added => "added",
        Touched::Removed => "removed",
    };
    VersionPiece { key, text: piece.text }
}

fn is_published(draft: &Draft) -> bool {
    draft.front.published.is_some() && !draft.front.draft
}

/// A version as its file says it, field by field and line by line.
fn words(draft: &Draft) -> String {
    format!("{}\n{}", draft.front_span.of(&draft.text).trim_end(), draft.body())
}
