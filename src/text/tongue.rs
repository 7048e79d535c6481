/// The language that a text is written in, as far as its letters tell: what a screen reader needs to choose a voice, and a
/// browser to choose a face. Two Latin words are a name, three are English. None where nothing can be told.
pub fn tongue(text: &str) -> Option<&'static str> {
    let mut other = None;
    let (mut words, mut within) = (0, false);
    for letter in text.chars() {
        match letter {
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => return Some("zh-CN"),
            '\u{0f00}'..='\u{0fff}' => other = Some("bo"),
            '\u{0600}'..='\u{06ff}' => other = Some("ug"),
            '\u{1800}'..='\u{18af}' => other = Some("mn-Mong"),
            '\u{a000}'..='\u{a4cf}' => other = Some("ii"),
            '\u{ac00}'..='\u{d7a3}' => other = Some("ko"),
            _ => {}
        }
        words += usize::from(letter.is_ascii_alphabetic() && !within);
        within = letter.is_ascii_alphabetic();
    }
    other.or((words > 2).then_some("en"))
}

#[cfg(test)]
mod tests {
    use super::tongue;

    #[test]
    fn letters_tell_the_language_of_a_text() {
        assert_eq!(tongue("2026年第三季度 Budget of the town"), Some("zh-CN"));
        assert_eq!(tongue("Office hours: 8:30 to 17:30"), Some("en"));
        assert_eq!(tongue("བོད་ཡིག"), Some("bo"));
        assert_eq!(tongue("ئۇيغۇرچە"), Some("ug"));
        assert_eq!(tongue("한국어"), Some("ko"));
        for nothing in ["", "2026-10-09", "ISO 9001", "A3"] {
            assert_eq!(tongue(nothing), None, "{nothing}");
        }
    }
}
