//! The heart of the index: for every pair of adjacent letters, the places where it stands.

use super::digits;
use super::file::File;
use serde_json::Value;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Bytes in a file of keys, unless one key alone needs more.
const SHARD: usize = 16 * 1024;

/// A pair at a place: 21 bits for each letter, 21 for the place, one that says "stands as a word here". Sorted as
/// numbers, occurrences lie as the keys lie in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence(u64);

/// A pair of letters at a place.
pub(super) fn pair(first: char, second: char, place: usize, word: bool) -> Occurrence {
    Occurrence(((rank(first) << 21 | rank(second)) << 22) | ((place as u64) << 1) | u64::from(word))
}

/// A single letter at a place of a title.
pub(super) fn single(letter: char, place: usize) -> Occurrence {
    Occurrence((rank(letter) << 43) | ((place as u64) << 1))
}

impl Occurrence {
    fn key(self) -> u64 {
        self.0 >> 22
    }

    fn place(self) -> u32 {
        (self.0 >> 1) as u32 & 0x1f_ffff
    }

    fn word(self) -> u32 {
        (self.0 & 1) as u32
    }
}

/// The places of every key, in the order in which entries came.
#[derive(Debug, Default)]
pub(super) struct Keys {
    numbers: HashMap<u64, u32, BuildHasherDefault<Mixing>>,
    lists: Vec<List>,
}

/// The places of one key. Each is kept as its distance from the one before, doubled, plus the word's bit: seven bits a
/// byte, for memory is short when there are a hundred thousand entries.
#[derive(Debug, Default)]
struct List {
    key: u64,
    bytes: Vec<u8>,
    next: u32,
    count: u32,
    words: u32,
}

impl Keys {
    /// Adds what was read of an entry that begins at a place.
    pub(super) fn add(&mut self, occurrences: &[Occurrence], base: u32) {
        for group in occurrences.chunk_by(|a, b| a.key() == b.key()) {
            let key = group[0].key();
            let lists = &mut self.lists;
            let number = *self.numbers.entry(key).or_insert_with(|| {
                lists.push(List { key, ..List::default() });
                (lists.len() - 1) as u32
            });
            let list = &mut lists[number as usize];
            for found in group {
                list.push(base + found.place(), found.word());
            }
        }
    }

    /// Writes the files of keys and gives back the first key of each.
    pub(super) fn finish(mut self, sink: &mut dyn FnMut(File)) -> Vec<String> {
        self.numbers = HashMap::default();
        self.lists.sort_unstable_by_key(|list| list.key);
        let mut firsts = Vec::new();
        let mut shard = String::with_capacity(2 * SHARD);
        for list in self.lists {
            let row = list.row();
            if !shard.is_empty() && shard.len() + row.len() > SHARD {
                flush(&mut shard, firsts.len(), sink);
            }
            if shard.is_empty() {
                firsts.push(spelled(list.key));
            } else {
                shard.push(' ');
            }
            shard.push_str(&row);
        }
        if !shard.is_empty() {
            flush(&mut shard, firsts.len(), sink);
        }
        firsts
    }
}

fn flush(shard: &mut String, count: usize, sink: &mut dyn FnMut(File)) {
    let data = Value::String(std::mem::take(shard));
    sink(File::new(&format!("keys/{}", count - 1), &data));
    shard.reserve(2 * SHARD);
}

impl List {
    fn push(&mut self, place: u32, word: u32) {
        let mut rest = (u64::from(place - self.next) << 1) | u64::from(word);
        while rest > 0x7f {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
        self.next = place + 1;
        self.count += 1;
        self.words += word;
    }

    /// The key, then the places: `0` no word, `1` words all, `2` each distance doubled, plus one for a word.
    fn row(&self) -> String {
        let mut row = spelled(self.key);
        let each = self.words != 0 && self.words != self.count;
        row.push_str(if each {
            " 2"
        } else if self.words == 0 {
            " 0"
        } else {
            " 1"
        });
        let (mut value, mut shift) = (0u64, 0);
        for byte in &self.bytes {
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                digits::push(&mut row, (if each { value } else { value >> 1 }) as u32);
                (value, shift) = (0, 0);
            }
        }
        row
    }
}

/// The number of a letter in the order of UTF-16 units, in which browsers compare strings.
fn rank(letter: char) -> u64 {
    let code = u64::from(u32::from(letter));
    if (0xe000..=0xffff).contains(&code) { code + 0x11_0000 } else { code }
}

fn letter(rank: u64) -> Option<char> {
    let code = if rank > 0x10_ffff { rank - 0x11_0000 } else { rank };
    char::from_u32(code as u32).filter(|_| code != 0)
}

fn spelled(key: u64) -> String {
    letter(key >> 21).into_iter().chain(letter(key & 0x1f_ffff)).collect()
}

/// A hash for numbers that are no attack: letters of pages that the office wrote.
#[derive(Debug, Default)]
struct Mixing(u64);

impl Hasher for Mixing {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lie_in_the_order_of_javascript() {
        let mut pairs = [pair('\u{e000}', 'a', 0, false), pair('𠮷', 'a', 0, false), pair('村', 'a', 0, false)];
        pairs.sort_unstable();
        let spelled: Vec<String> = pairs.iter().map(|pair| spelled(pair.key())).collect();
        assert_eq!(spelled, ["村a", "𠮷a", "\u{e000}a"]);
    }

    #[test]
    fn a_single_letter_lies_before_its_pairs() {
        assert!(single('村', 9) < pair('村', '\0', 9, true));
        assert_eq!(spelled(single('村', 9).key()), "村");
    }

    #[test]
    fn a_row_tells_words_apart_only_where_they_differ() {
        let row = |marks: [u32; 3]| {
            let mut list = List { key: pair('低', '保', 0, false).key(), ..List::default() };
            [7, 9, 2009].into_iter().zip(marks).for_each(|(place, word)| list.push(place, word));
            list.row()
        };
        let (none, all, some) = (row([0, 0, 0]), row([1, 1, 1]), row([0, 1, 0]));
        assert_eq!((&none[..8], &all[..8], &some[..8]), ("低保 0", "低保 1", "低保 2"));
        assert_eq!(digits::numbers(&none[8..]), [7, 1, 1999]);
        assert_eq!(none[8..], all[8..]);
        assert_eq!(digits::numbers(&some[8..]), [14, 3, 3998]);
    }
}
