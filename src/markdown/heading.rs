use super::outline::Heading;
use std::collections::BTreeMap;

/// The id of the heading that an anchor means: by the id itself, or by its words as editors and other programs write
/// them. The body's own title heading is dropped from the page and has none.
pub fn anchor_id(headings: &[Heading], title: &str, anchor: &str) -> Option<String> {
    let mut ids = Ids::default();
    let mut by_words = None;
    for heading in headings.iter().filter(|heading| heading.level > 1 || !same_title(&heading.words, title)) {
        let id = ids.next(&heading.words);
        if id == anchor {
            return Some(id);
        }
        if by_words.is_none() && (id.strip_prefix("s-") == Some(anchor) || same_title(&heading.words, anchor)) {
            by_words = Some(id);
        }
    }
    by_words
}

/// Whether two headings say the same, white space apart.
pub fn same_title(words: &str, title: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
    bare(words) == bare(title)
}

/// Gives headings ids that are readable, never empty, and the same as long as the heading's words are.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeMap<String, usize>,
}

impl Ids {
    /// The id of a heading with these words; the second heading of the same words gets `-2`.
    pub(super) fn next(&mut self, words: &str) -> String {
        let mut id = String::new();
        for character in words.chars() {
            if character.is_alphanumeric() {
                id.extend(character.to_lowercase());
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let id = match id.trim_end_matches('-') {
            "" => "section".to_owned(),
            words => format!("s-{words}"),
        };
        let count = self.taken.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::outline;
    use super::*;

    #[test]
    fn an_anchor_finds_its_heading_by_id_and_by_words() {
        let headings = outline("# 标题\n\n## 一、总 则\n\n## 附件\n\n## 附件\n").headings;
        let found = |anchor| anchor_id(&headings, "标题", anchor);
        assert_eq!(found("s-一-总-则").as_deref(), Some("s-一-总-则"));
        assert_eq!(found("一、总则").as_deref(), Some("s-一-总-则"));
        assert_eq!(found("附件").as_deref(), Some("s-附件"));
        assert_eq!(found("s-附件-2").as_deref(), Some("s-附件-2"));
        assert_eq!(found("标题"), None);
        assert_eq!(found("二"), None);
    }
}
