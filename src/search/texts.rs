use super::file::File;
use super::layout::{PIECE, places};
use serde_json::Value;

/// The texts, one behind the other: short ones share a file, a long one begins a new file.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The file that is being filled.
    text: String,
    used: usize,
    number: usize,
}

impl Texts {
    /// Adds the pieces of an entry and gives back the place where it begins.
    pub(super) fn add(&mut self, pieces: Vec<String>, sink: &mut dyn FnMut(File)) -> u32 {
        let first = pieces.first().map_or(0, |piece| places(piece));
        if pieces.len() > 1 || self.used + first >= PIECE {
            self.next(sink);
        }
        let base = self.number * PIECE + self.used;
        for (at, piece) in pieces.into_iter().enumerate() {
            if at > 0 {
                self.next(sink);
            }
            self.used += places(&piece);
            self.text.push_str(&piece);
        }
        // No phrase reaches over from one entry into the next.
        self.used += 1;
        self.text.push('\n');
        base as u32
    }

    /// Writes the last file.
    pub(super) fn finish(mut self, sink: &mut dyn FnMut(File)) {
        self.next(sink);
    }

    fn next(&mut self, sink: &mut dyn FnMut(File)) {
        if self.used > 0 {
            let text = std::mem::take(&mut self.text);
            sink(File::new(&format!("texts/{}", self.number), &Value::String(text)));
            self.used = 0;
            self.number += 1;
        }
    }
}
