/// Cuts a text into files. A line `-- path --` opens a file; what stands before the first such line is left out, and
/// so are the empty lines at the end of a file.
pub(super) fn cut(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.trim_end().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --")) {
            files.push((path.to_owned(), String::new()));
        } else if let Some((_, content)) = files.last_mut() {
            content.push_str(line);
        }
    }
    for (_, content) in &mut files {
        let kept = content.trim_end_matches('\n').len();
        content.truncate(if kept == content.len() { kept } else { kept + 1 });
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_cut_into_files_at_its_marks() {
        let files = cut("\n-- board.yaml --\ntitle: 甲\n\n-- content/a b/一.md --\n---\ntitle: 乙\n---\n正文\n");
        assert_eq!(
            files,
            [
                ("board.yaml".to_owned(), "title: 甲\n".to_owned()),
                ("content/a b/一.md".to_owned(), "---\ntitle: 乙\n---\n正文\n".to_owned()),
            ]
        );
    }
}
