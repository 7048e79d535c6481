//! The only door to the unpacker of deflate: PDF streams as they were before they were packed, within limits.

use super::object::{Dictionary, Object};
use flate2::read::ZlibDecoder;
use std::io::Read as _;

/// Bytes that one stream may unfold to.
const STREAM: u64 = 96 << 20;
/// Filters in a row; a longer row is a bomb.
const FILTERS: usize = 6;

/// Unpacks a stream; none where a filter is for pictures or unknown. `left` counts down over the whole file.
pub(super) fn unpack(raw: &[u8], filters: &[Object], parameters: &[Object], left: &mut u64) -> Option<Vec<u8>> {
    if filters.len() > FILTERS {
        return None;
    }
    let mut bytes = raw.to_vec();
    for (at, filter) in filters.iter().enumerate() {
        let limit = STREAM.min(*left);
        bytes = match filter.name()? {
            b"FlateDecode" | b"Fl" => inflate(&bytes, limit),
            b"LZWDecode" | b"LZW" => {
                let early = parameters.get(at).and_then(Object::dictionary).and_then(|p| p.get("EarlyChange").number());
                lzw(&bytes, early != Some(0.0), limit)
            }
            b"ASCIIHexDecode" | b"AHx" => hexadecimal(&bytes),
            b"ASCII85Decode" | b"A85" => base_85(&bytes),
            b"RunLengthDecode" | b"RL" => run_length(&bytes, limit),
            b"Crypt" => bytes,
            _ => return None,
        };
        // What reached its limit was cut off there: as good as a file that is too large as a whole.
        *left = if bytes.len() as u64 >= limit { 0 } else { *left - bytes.len() as u64 };
        if let Some(parameters) = parameters.get(at).and_then(Object::dictionary) {
            bytes = unpredict(bytes, parameters);
        }
    }
    Some(bytes)
}

/// Unpacks deflate; what comes before damage is kept.
fn inflate(bytes: &[u8], limit: u64) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let end = ZlibDecoder::new(bytes).take(limit).read_to_end(&mut unpacked);
    if end.is_err() && unpacked.is_empty() && bytes.len() > 2 {
        // Without the two bytes of its head, or with a false one.
        let end = flate2::read::DeflateDecoder::new(&bytes[2..]).take(limit).read_to_end(&mut unpacked);
        if end.is_err() {
            return unpacked;
        }
    }
    unpacked
}

fn lzw(bytes: &[u8], early: bool, limit: u64) -> Vec<u8> {
    // For each code its beginning (another code), its last byte and its length.
    let mut table: Vec<(u16, u8)> = Vec::with_capacity(4096);
    let reset = |table: &mut Vec<(u16, u8)>| {
        table.clear();
        table.extend((0..258u16).map(|code| (u16::MAX, (code & 0xFF) as u8)));
    };
    reset(&mut table);
    let mut unpacked: Vec<u8> = Vec::new();
    let (mut held, mut bits, mut width) = (0u32, 0, 9);
    let mut before: Option<u16> = None;
    let mut word = Vec::new();
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits & ((1 << width) - 1)) as u16;
        if code == 257 || unpacked.len() as u64 >= limit {
            break;
        }
        if code == 256 {
            reset(&mut table);
            (width, before) = (9, None);
            continue;
        }
        let known = usize::from(code) < table.len();
        let mut at = if known { code } else { before.unwrap_or(0) };
        word.clear();
        while let Some(&(beginning, last)) = table.get(usize::from(at)) {
            word.push(last);
            if beginning == u16::MAX {
                break;
            }
            at = beginning;
        }
        word.reverse();
        let first = word.first().copied().unwrap_or(0);
        if !known {
            word.push(first);
        }
        unpacked.extend_from_slice(&word);
        if let Some(before) = before
            && table.len() < 4096
        {
            table.push((before, first));
        }
        before = Some(if known { code } else { (table.len() - 1) as u16 });
        width = match table.len() + usize::from(early) {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    unpacked
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| char::from(byte).to_digit(16).map(|digit| digit as u8))
        .collect();
    digits.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(0)).collect()
}

fn base_85(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let mut group: Vec<u8> = Vec::new();
    let flush = |group: &mut Vec<u8>, unpacked: &mut Vec<u8>| {
        let count = group.len();
        if count > 1 {
            group.resize(5, 84);
            let value = group.iter().fold(0u32, |value, &digit| value.wrapping_mul(85).wrapping_add(u32::from(digit)));
            unpacked.extend_from_slice(&value.to_be_bytes()[..count - 1]);
        }
        group.clear();
    };
    for &byte in bytes {
        match byte {
            b'z' if group.is_empty() => unpacked.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => {
                group.push(byte - b'!');
                if group.len() == 5 {
                    flush(&mut group, &mut unpacked);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    flush(&mut group, &mut unpacked);
    unpacked
}

fn run_length(bytes: &[u8], limit: u64) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let mut at = 0;
    while let Some(&length) = bytes.get(at) {
        if unpacked.len() as u64 >= limit {
            break;
        }
        let count = usize::from(length);
        match length {
            0..=127 => {
                unpacked.extend_from_slice(&bytes[(at + 1).min(bytes.len())..(at + 2 + count).min(bytes.len())]);
                at += count + 2;
            }
            128 => break,
            _ => {
                let byte = bytes.get(at + 1).copied().unwrap_or(0);
                unpacked.resize(unpacked.len() + 257 - count, byte);
                at += 2;
            }
        }
    }
    unpacked
}

/// Takes back what a writer did to make rows alike: PNG's filters. Text streams use no other.
fn unpredict(bytes: Vec<u8>, parameters: &Dictionary) -> Vec<u8> {
    let number = |name: &str, default: usize| parameters.get(name).count().unwrap_or(default);
    if number("Predictor", 1) < 10 {
        return bytes;
    }
    let bits = number("Colors", 1).clamp(1, 32) * number("BitsPerComponent", 8).clamp(1, 16);
    let step = bits.div_ceil(8);
    let width = (bits * number("Columns", 1).clamp(1, 1 << 20)).div_ceil(8);
    let mut rows: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0u8; width];
    for row in bytes.chunks(width + 1) {
        let (kind, raw) = (row[0], &row[1..]);
        let mut current = vec![0u8; width];
        for at in 0..raw.len() {
            let left = if at >= step { current[at - step] } else { 0 };
            let corner = if at >= step { above[at - step] } else { 0 };
            let add = match kind {
                1 => left,
                2 => above[at],
                3 => u8::midpoint(left, above[at]),
                4 => paeth(left, above[at], corner),
                _ => 0,
            };
            current[at] = raw[at].wrapping_add(add);
        }
        rows.extend_from_slice(&current[..raw.len()]);
        above = current;
    }
    rows
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |value: u8| (guess - i16::from(value)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(bytes: &[u8], filter: &str) -> Vec<u8> {
        unpack(bytes, &[Object::Name(filter.into())], &[], &mut (1 << 20)).unwrap()
    }

    #[test]
    fn every_filter_unpacks() {
        assert_eq!(unpacked(b"61 62 6>", "ASCIIHexDecode"), b"ab`");
        assert_eq!(unpacked(b"87cURD]i,\"Ebo80~>", "ASCII85Decode"), b"Hello World!");
        assert_eq!(unpacked(&[2, b'a', b'b', b'c', 254, b'x', 128], "RunLengthDecode"), b"abcxxx");
        assert_eq!(unpacked(&[0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], "LZWDecode"), b"-----A---B");
    }

    #[test]
    fn a_stream_that_unfolds_without_end_is_cut() {
        use std::io::Write as _;
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&vec![0; 8 << 20]).unwrap();
        let packed = packed.finish().unwrap();
        let mut left = 1 << 20;
        let filter = [Object::Name(b"FlateDecode".to_vec())];
        assert_eq!(unpack(&packed, &filter, &[], &mut left).map(|bytes| bytes.len()), Some(1 << 20));
        assert_eq!(left, 0);
    }
}
