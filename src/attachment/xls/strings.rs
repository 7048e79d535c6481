use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::ole::{long, short};
use std::borrow::Cow;

/// How bytes of the older version become text.
pub(super) type Decode = fn(&[u8]) -> Option<Cow<'_, str>>;

/// A string with a two-byte length: one flag byte, then letters of one or two bytes each.
pub(super) fn long_string(bytes: &[u8], decode: Decode) -> String {
    let Some(count) = short(bytes, 0) else { return String::new() };
    flagged(bytes.get(2..).unwrap_or(&[]), usize::from(count), decode)
}

/// A string with a one-byte length.
pub(super) fn short_string(bytes: &[u8], decode: Decode) -> String {
    let Some((&count, rest)) = bytes.split_first() else { return String::new() };
    flagged(rest, usize::from(count), decode)
}

/// The letters after the length, in the version that has a flag byte.
pub(super) fn flagged(bytes: &[u8], count: usize, decode: Decode) -> String {
    let Some((&flags, rest)) = bytes.split_first() else { return String::new() };
    letters(rest, count, flags & 1 != 0, decode)
}

/// So many letters, wide or narrow; narrow ones are Latin, but some Chinese programs write GBK there.
pub(super) fn letters(bytes: &[u8], count: usize, wide: bool, decode: Decode) -> String {
    if wide {
        let raw = &bytes[..bytes.len().min(count * 2)];
        let units: Vec<u16> = raw.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        return String::from_utf16_lossy(&units);
    }
    let raw = &bytes[..bytes.len().min(count)];
    decode(raw).map_or_else(|| raw.iter().map(|&byte| char::from(byte)).collect(), Cow::into_owned)
}

/// The strings that cells share. They run on over the ends of records, and a string cut there begins anew with a
/// flag byte.
pub(super) fn shared(pieces: &[&[u8]], extract: &mut Extract) -> Result<Vec<String>, Fault> {
    let mut cursor = Cursor { pieces, piece: 0, at: 8 };
    let count = pieces.first().and_then(|first| long(first, 4)).unwrap_or(0);
    let mut strings = Vec::new();
    for _ in 0..count {
        let Some(string) = cursor.string() else { break };
        extract.spend(string.len())?;
        strings.push(string);
    }
    Ok(strings)
}

struct Cursor<'a> {
    pieces: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        self.pieces.get(self.piece).and_then(|piece| piece.get(self.at..)).unwrap_or(&[])
    }

    /// So many bytes within one piece; fields never run over its end.
    fn field(&mut self, length: usize) -> Option<&'a [u8]> {
        while self.rest().is_empty() {
            self.piece += 1;
            self.at = 0;
            self.pieces.get(self.piece)?;
        }
        let field = self.rest().get(..length)?;
        self.at += length;
        Some(field)
    }

    fn string(&mut self) -> Option<String> {
        let count = usize::from(short(self.field(2)?, 0)?);
        let mut flags = self.field(1)?[0];
        let runs = if flags & 8 != 0 { usize::from(short(self.field(2)?, 0)?) } else { 0 };
        let extra = if flags & 4 != 0 { long(self.field(4)?, 0)? as usize } else { 0 };
        let mut units: Vec<u16> = Vec::with_capacity(count);
        while units.len() < count {
            if self.rest().is_empty() {
                flags = self.field(1)?[0];
            }
            let wanted = count - units.len();
            if flags & 1 != 0 {
                let raw = self.rest();
                let taken = (raw.len() / 2).min(wanted);
                // A single byte left at the end of a piece belongs to nothing.
                let used = if taken == 0 { raw.len() } else { taken * 2 };
                units.extend(raw[..taken * 2].chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])));
                self.at += used;
            } else {
                let raw = self.rest();
                let taken = raw.len().min(wanted);
                units.extend(raw[..taken].iter().map(|&byte| u16::from(byte)));
                self.at += taken;
            }
        }
        self.skip(runs * 4);
        self.skip(extra);
        Some(String::from_utf16_lossy(&units))
    }

    fn skip(&mut self, mut length: usize) {
        while length > 0 && self.piece < self.pieces.len() {
            let step = length.min(self.rest().len());
            self.at += step;
            length -= step;
            if length > 0 {
                self.piece += 1;
                self.at = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_goes_on_in_the_next_record_with_a_flag_of_its_own() {
        let first: Vec<u8> = [&[0; 4][..], &[2, 0, 0, 0], &[3, 0, 1, 0x32, 0x75]].concat();
        let second = [0, b'b', b'c', 1, 0, 0, b'd'];
        let strings = shared(&[&first, &second], &mut Extract::default()).unwrap();
        assert_eq!(strings, ["甲bc", "d"]);
    }

    #[test]
    fn a_count_beyond_the_bytes_is_no_trouble() {
        let first: Vec<u8> = [&[0; 4][..], &[255; 4], &[255, 255, 1, 0x32, 0x75, 0x32]].concat();
        assert_eq!(shared(&[&first], &mut Extract::default()).unwrap(), [""; 0]);
    }
}
