use super::Breach;

/// Finds rows that a paper should have and has not. A row is a line of a table with the word in backquotes or as the
/// whole of a comma-separated entry in its first two cells.
pub(super) fn missing<'a>(paper: &str, text: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<Breach> {
    let cells: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with('|'))
        .flat_map(|line| line.split('|').skip(1).take(2))
        .flat_map(|cell| cell.split([',', '(', ')']))
        .map(|entry| entry.trim().trim_matches('`'))
        .collect();
    let absent = words.into_iter().filter(|word| !cells.contains(word));
    absent.map(|word| Breach::new(paper, 1, format_args!("has no row for {word}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::*;

    #[test]
    fn a_word_without_a_row_is_caught() {
        let text = "| Package | Why |\n|---|---|\n| clap, csv | words |\n| serde_yaml (serde-saphyr) | text |\n\nzip";
        let said = said(&missing("a.md", text, ["csv", "serde-saphyr", "zip"]));
        assert_eq!(said, ["a.md:1 has no row for zip"]);
    }
}
