use crate::text::gb18030;

/// A text outside the pages: a title, a comment, a file name.
pub(super) fn words(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], big: bool| -> Vec<u16> {
        let unit =
            |two: &[u8]| if big { u16::from_be_bytes([two[0], two[1]]) } else { u16::from_le_bytes([two[0], two[1]]) };
        bytes.chunks_exact(2).map(unit).collect()
    };
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return String::from_utf16_lossy(&units(rest, true));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return String::from_utf16_lossy(&units(rest, false));
    }
    let rest = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(rest) {
        return text.to_owned();
    }
    // The standard says Latin here; Chinese programs of old write GBK.
    gb18030(bytes).map_or_else(|| bytes.iter().map(|&byte| char::from(byte)).collect(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_read_in_every_form() {
        assert_eq!(words(&[0xFE, 0xFF, 0x75, 0x32]), "甲");
        assert_eq!(words(&[0xBC, 0xD7]), "甲");
        assert_eq!(words("甲".as_bytes()), "甲");
        assert_eq!(words(b"abc"), "abc");
    }
}
