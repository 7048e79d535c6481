use super::entry::Entry;
use super::folding::Folding;
use super::keys::{Occurrence, pair, single};
use super::layout::{PIECE, is_letter, pieces, places, tidy};
use super::names::Name;
use super::words::Words;
use crate::text::{Digest, digest, is_cjk};

/// Characters of a title that search reads.
const TITLE: usize = 1000;

/// Characters of 发文字号 and of 索引号 that search reads.
const NUMBER: usize = 200;

/// What is needed to read entries: the folding and the dictionary. Made once, then shared by all threads.
#[derive(Debug)]
pub struct Indexing {
    pub(super) folding: Folding,
    words: Words,
}

/// One entry, read: its text in pieces, and where each pair of letters stands in it.
#[derive(Debug)]
pub struct Reading {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) number: String,
    pub(super) index: String,
    pub(super) section: Option<Name>,
    pub(super) categories: Vec<Name>,
    pub(super) unit: Option<Name>,
    pub(super) date: u32,
    pub(super) state: u32,
    /// The places that the title takes at the beginning of the text.
    pub(super) title_places: u32,
    /// The places that title, 发文字号 and 索引号 take together.
    pub(super) head_places: u32,
    /// The text, title and numbers before it.
    pub(super) pieces: Vec<String>,
    /// Every pair, sorted by pair and place.
    pub(super) occurrences: Vec<Occurrence>,
    /// Digest of all that is above.
    pub(super) digest: Digest,
}

impl Indexing {
    /// Loads the tables, which takes some hundredths of a second with the feature `words`, a few thousandths without.
    pub fn load() -> Self {
        Self { folding: Folding::new(), words: Words::load() }
    }

    /// Reads an entry.
    pub fn read(&self, entry: &Entry) -> Reading {
        let mut text = String::with_capacity(entry.text.len() + entry.title.len() + entry.summary.len() + 64);
        tidy(&mut text, &limited(entry.title, TITLE));
        let title = text.clone();
        tidy(&mut text, &limited(entry.number, NUMBER));
        tidy(&mut text, &limited(entry.index, NUMBER));
        let head_places = places(&text) as u32;
        tidy(&mut text, entry.summary);
        tidy(&mut text, entry.text);
        let pieces = pieces(&text);
        let mut occurrences = Vec::with_capacity(text.len() / 3);
        for (at, piece) in pieces.iter().enumerate() {
            let title_places = if at == 0 { places(&title) } else { 0 };
            self.occurrences(piece, at * PIECE, title_places, &mut occurrences);
        }
        occurrences.sort_unstable();
        let digest = digest(&version(entry, &text));
        Reading {
            address: entry.address.to_owned(),
            title: title.replace('\n', " ").trim_end().to_owned(),
            number: entry.number.to_owned(),
            index: entry.index.to_owned(),
            section: entry.section.map(Name::from),
            categories: entry.categories.iter().copied().map(Name::from).collect(),
            unit: entry.unit.map(Name::from),
            date: day(entry.date),
            state: entry.state.code(),
            title_places: places(&title) as u32,
            head_places,
            pieces,
            occurrences,
            digest,
        }
    }

    /// Lists the pairs of a piece, and the single characters of the title.
    fn occurrences(&self, piece: &str, first_place: usize, title_places: usize, out: &mut Vec<Occurrence>) {
        let folded: String = piece.chars().map(|c| self.folding.fold(c)).collect();
        let characters: Vec<char> = folded.chars().collect();
        let words = self.word_pairs(&folded, &characters);
        let mut place = first_place;
        for (at, &c) in characters.iter().enumerate() {
            if is_letter(c) {
                if let Some(&next) = characters.get(at + 1).filter(|next| is_letter(**next)) {
                    out.push(pair(c, next, place, words[at]));
                }
                if place < first_place + title_places {
                    out.push(single(c, place));
                }
            }
            place += c.len_utf16();
        }
    }

    /// Tells at which characters a pair begins that begins a word or ends one, inside the word. A word of two
    /// characters is such a pair; of a longer word it is the first pair and the last.
    fn word_pairs(&self, folded: &str, characters: &[char]) -> Vec<bool> {
        let mut marked = vec![false; characters.len()];
        let mut mark = |start: usize, end: usize| {
            if end - start > 1 {
                marked[start] = true;
                marked[end - 2] = true;
            }
        };
        self.words
            .cut(folded)
            .into_iter()
            .filter(|(start, _)| is_cjk(characters[*start]))
            .for_each(|(start, end)| mark(start, end));
        let mut at = 0;
        for run in characters.chunk_by(|a, b| is_latin(*a) == is_latin(*b)) {
            if is_latin(run[0]) {
                mark(at, at + run.len());
            }
            at += run.len();
        }
        marked
    }
}

/// Letters and digits that stand in words parted by spaces.
fn is_latin(c: char) -> bool {
    !is_cjk(c) && is_letter(c)
}

/// All that comes into the index of an entry, behind the number of this way of writing it.
fn version(entry: &Entry, text: &str) -> Vec<u8> {
    let labels = format!("1{:?}{:?}{:?}{:?}", entry.section, entry.categories, entry.unit, entry.state);
    [&labels, entry.address, entry.number, entry.index, entry.date, text].join("\0").into_bytes()
}

fn limited(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

/// A date as a number: the days since the beginning of year 0, were every month of 31 days; 0 for none.
fn day(date: &str) -> u32 {
    let mut parts = date.splitn(3, '-').map(|part| part.get(..part.len().min(4)).and_then(|part| part.parse().ok()));
    match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
        (Some(year @ 1..=9999), Some(month @ 1..=12), Some(day @ 1..=31)) => (year * 12 + month - 1) * 31 + day,
        _ => 0u32,
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_date_is_a_number_that_leads_back() {
        let number = day("2026-07-14");
        assert_eq!(((number - 1) / 372, (number - 1) / 31 % 12 + 1, (number - 1) % 31 + 1), (2026, 7, 14));
        assert_eq!([day(""), day("2026"), day("2026-13-01")], [0, 0, 0]);
    }
}
