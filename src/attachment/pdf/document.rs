use super::super::fault::Fault;
use super::filter::unpack;
use super::object::{Dictionary, Number, Object};
use super::syntax::{Syntax, is_blank};
use crate::say;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Objects of one file; a book of 10,000 pages has about a million.
const OBJECTS: usize = 3_000_000;
/// Bytes that all streams of a file may unfold to together.
const UNFOLDED: u64 = 768 << 20;

/// Bytes of the file that may be read over, again and again: an honest one needs its own size a few times.
const WORK: u64 = 2 << 30;

/// A PDF file, known by the objects that stand in it. The table of their places is not used: it is missing or wrong
/// in many files, and what stands in the file can be read whether the table tells of it or not. Of two objects with
/// one number the later one counts, as it does for programs that show the file.
pub(super) struct Document<'a> {
    bytes: &'a [u8],
    places: BTreeMap<Number, Place>,
    /// Streams that hold objects, unpacked.
    packs: Vec<Vec<u8>>,
    /// What the trailers say, the later over the earlier.
    pub(super) trailer: Dictionary,
    left: Cell<u64>,
    /// Bytes that may still be read over; what refers to large things again and again ends here.
    work: Cell<u64>,
}

#[derive(Clone, Copy)]
enum Place {
    File(usize),
    Pack(usize, usize),
}

impl<'a> Document<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut document = Self {
            bytes,
            places: BTreeMap::new(),
            packs: Vec::new(),
            trailer: Dictionary::default(),
            left: Cell::new(UNFOLDED),
            work: Cell::new(WORK),
        };
        document.index()?;
        Ok(document)
    }

    /// Passes over the file once and notes where objects stand.
    fn index(&mut self) -> Result<(), Fault> {
        let mut at = 0;
        while let Some(found) = find(&self.bytes[at..], b"obj") {
            let word = at + found;
            let trailer = self.trailers_between(at, word);
            self.trailer.0.extend(trailer.0);
            at = word + 3;
            if self.bytes[..word].ends_with(b"end") {
                continue;
            }
            let Some(number) = number_before(self.bytes, word) else { continue };
            if self.places.len() >= OBJECTS {
                return Err(Fault::TooBig(say!("PDF 对象过多", "too many objects in the PDF")));
            }
            self.places.insert(number, Place::File(at));
            if let Some(object) = self.object_at(at)
                && let Object::Stream(dictionary, start) = &object
            {
                at = self.stream_end(dictionary, *start);
                if dictionary.is("Type", "XRef") {
                    self.trailer.0.extend(dictionary.0.clone());
                } else if dictionary.is("Type", "ObjStm") {
                    self.index_pack(&object, dictionary);
                }
            }
        }
        let trailer = self.trailers_between(at, self.bytes.len());
        self.trailer.0.extend(trailer.0);
        Ok(())
    }

    fn trailers_between(&self, start: usize, end: usize) -> Dictionary {
        let mut trailer = Dictionary::default();
        let mut at = start;
        while let Some(found) = find(&self.bytes[at..end], b"trailer") {
            at += found + 7;
            if let Some(Object::Dictionary(more)) = Syntax::new(self.bytes, at).value() {
                trailer.0.extend(more.0);
            }
        }
        trailer
    }

    fn index_pack(&mut self, object: &Object, dictionary: &Dictionary) {
        let (Some(count), Some(first)) = (dictionary.get("N").count(), dictionary.get("First").count()) else { return };
        let Some(bytes) = self.unpacked(object) else { return };
        let mut syntax = Syntax::new(&bytes, 0);
        let mut numbers = Vec::new();
        for _ in 0..count.min(OBJECTS) {
            let (Some(number), Some(offset)) = (syntax.value(), syntax.value()) else { break };
            let (Some(number), Some(offset)) = (number.count(), offset.count()) else { break };
            numbers.push((number as Number, first + offset));
        }
        let pack = self.packs.len();
        self.places.extend(numbers.into_iter().map(|(number, offset)| (number, Place::Pack(pack, offset))));
        self.packs.push(bytes);
    }

    /// The object that starts here, with its stream if one follows.
    fn object_at(&self, at: usize) -> Option<Object> {
        let mut syntax = Syntax::new(self.bytes, at);
        let value = syntax.value()?;
        self.spend(syntax.at - at);
        let Object::Dictionary(dictionary) = value else { return Some(value) };
        syntax.blank();
        if !self.bytes[syntax.at..].starts_with(b"stream") {
            return Some(Object::Dictionary(dictionary));
        }
        let mut start = syntax.at + 6;
        if self.bytes.get(start) == Some(&b'\r') {
            start += 1;
        }
        if self.bytes.get(start) == Some(&b'\n') {
            start += 1;
        }
        Some(Object::Stream(dictionary, start.min(self.bytes.len())))
    }

    /// Where a stream ends: where its length says, if that is true, else at the word `endstream`.
    fn stream_end(&self, dictionary: &Dictionary, start: usize) -> usize {
        if let Some(length) = self.resolve(dictionary.get("Length")).count()
            && let Some(rest) = self.bytes.get(start.saturating_add(length)..)
        {
            let blanks = rest.iter().take(3).take_while(|&&byte| is_blank(byte)).count();
            if rest[blanks..].starts_with(b"endstream") {
                return start + length;
            }
        }
        let end = find(&self.bytes[start..], b"endstream").map_or(self.bytes.len(), |found| start + found);
        self.spend(end - start);
        end
    }

    /// An object by its number; null where there is none.
    pub(super) fn object(&self, number: Number) -> Object {
        if self.exhausted() {
            return Object::Null;
        }
        let found = match self.places.get(&number) {
            Some(&Place::File(at)) => self.object_at(at),
            Some(&Place::Pack(pack, offset)) => {
                let mut syntax = Syntax::new(&self.packs[pack], offset);
                let value = syntax.value();
                self.spend(syntax.at.saturating_sub(offset));
                value
            }
            None => None,
        };
        found.unwrap_or_default()
    }

    /// The object that a value refers to, or the value itself. References to references end after some steps.
    pub(super) fn resolve(&self, value: &Object) -> Object {
        let mut found = value.clone();
        for _ in 0..16 {
            let Object::Reference(number) = found else { return found };
            found = self.object(number);
        }
        Object::Null
    }

    /// The dictionary that a value is or refers to.
    pub(super) fn dictionary(&self, value: &Object) -> Dictionary {
        match self.resolve(value) {
            Object::Dictionary(dictionary) | Object::Stream(dictionary, _) => dictionary,
            _ => Dictionary::default(),
        }
    }

    /// A stream as it was before it was packed; none where it is a picture, or no stream.
    pub(super) fn unpacked(&self, object: &Object) -> Option<Vec<u8>> {
        let Object::Stream(dictionary, start) = object else { return None };
        let list = |name: &str, short: &str| {
            let value = if dictionary.has(name) { dictionary.get(name) } else { dictionary.get(short) };
            match self.resolve(value) {
                Object::Null => Vec::new(),
                Object::Array(items) => items.iter().map(|item| self.resolve(item)).collect(),
                one => vec![one],
            }
        };
        let raw = self.bytes.get(*start..self.stream_end(dictionary, *start))?;
        let mut left = self.left.get().saturating_sub(raw.len() as u64);
        let bytes = unpack(raw, &list("Filter", "F"), &list("DecodeParms", "DP"), &mut left);
        self.left.set(left);
        bytes
    }

    /// Whether unpacking or reading reached the limit for the whole file.
    pub(super) fn exhausted(&self) -> bool {
        self.left.get() == 0 || self.work.get() == 0
    }

    fn spend(&self, bytes: usize) {
        self.work.set(self.work.get().saturating_sub(bytes as u64));
    }

    /// The numbers of all objects.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Number> {
        self.places.keys().copied()
    }
}

/// The object number in `12 0 obj`, read backwards from the word.
fn number_before(bytes: &[u8], word: usize) -> Option<Number> {
    let head = &bytes[word.saturating_sub(40)..word];
    let mut words = head.rsplit(|&byte| is_blank(byte)).filter(|word| !word.is_empty());
    let (generation, number) = (words.next()?, words.next()?);
    let digits = |word: &[u8]| std::str::from_utf8(word).ok()?.parse::<u32>().ok();
    digits(generation)?;
    // A number may follow right behind something else, as in `endobj12 0 obj`.
    let start = number.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
    digits(&number[start..])
}

/// Where words stand in bytes.
pub(super) fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    let (&first, _) = words.split_first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == first)?;
        if bytes[at..].starts_with(words) {
            return Some(at);
        }
        at += 1;
    }
}
