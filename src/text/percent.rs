use std::borrow::Cow;

/// Undoes percent escapes of an address; what is none stays as it is, and so does all of it where it would be no text.
pub fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        // A sign before digits is a number to the standard library.
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// A path as part of an address: whatever an address cannot hold is written in per cent; slashes stay.
pub fn percent_encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_all_else_stays() {
        assert_eq!(percent_decoded("%E8%A1%A8%201.xlsx"), "表 1.xlsx");
        for same in ["表.xlsx", "100%", "5%增", "%+1", "%zz", "%ff"] {
            assert_eq!(percent_decoded(same), same);
        }
    }

    #[test]
    fn what_an_address_cannot_hold_is_escaped_and_comes_back() {
        assert_eq!(percent_encoded("a/表 1%#.md"), "a/%E8%A1%A8%201%25%23.md");
        assert_eq!(percent_decoded(&percent_encoded("a/表 1%#?&.md")), "a/表 1%#?&.md");
    }
}
