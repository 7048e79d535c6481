use std::collections::BTreeMap;

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
