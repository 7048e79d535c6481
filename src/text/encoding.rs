//! The only door to the decoder of Chinese encodings.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Decodes a text file and says how it was encoded: UTF-8 with or without byte-order mark, UTF-16 with one, else
/// GB18030, which Chinese Excel writes. None where it is none of them.
pub fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return Some((Cow::Borrowed(std::str::from_utf8(rest).ok()?), "UTF-8"));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return UTF_16LE.decode_without_bom_handling_and_without_replacement(rest).map(|text| (text, "UTF-16"));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return UTF_16BE.decode_without_bom_handling_and_without_replacement(rest).map(|text| (text, "UTF-16"));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((Cow::Borrowed(text), "UTF-8"));
    }
    gb18030(bytes).map(|text| (text, "GB18030"))
}

/// Writes a text in an encoding that [`decode`] names; none where it cannot.
pub fn encode<'a>(text: &'a str, encoding: &str) -> Option<Cow<'a, [u8]>> {
    match encoding {
        "UTF-8" => Some(Cow::Borrowed(text.as_bytes())),
        "GB18030" => {
            let (bytes, _, lossy) = GB18030.encode(text);
            (!lossy).then_some(bytes)
        }
        _ => None,
    }
}

/// Decodes GB18030, the superset of GBK and GB 2312; none where a byte does not fit.
pub fn gb18030(bytes: &[u8]) -> Option<Cow<'_, str>> {
    GB18030.decode_without_bom_handling_and_without_replacement(bytes)
}

#[cfg(test)]
mod tests {
    use super::{decode, gb18030};

    #[test]
    fn the_encoding_is_told_by_the_bytes() {
        assert_eq!(decode("姓名".as_bytes()).unwrap(), ("姓名".into(), "UTF-8"));
        assert_eq!(decode("\u{FEFF}姓名".as_bytes()).unwrap(), ("姓名".into(), "UTF-8"));
        assert_eq!(decode(&[0xD0, 0xD5, 0xC3, 0xFB]).unwrap(), ("姓名".into(), "GB18030"));
        assert_eq!(decode(&[0xFF, 0xFE, 0xD3, 0x59]).unwrap(), ("姓".into(), "UTF-16"));
        assert_eq!(decode(&[0xFF, 0xFF, 0x00]), None);
        assert_eq!(gb18030(&[0xFF, 0xFF, 0x00]), None);
    }
}
