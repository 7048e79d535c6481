use super::limit::limit;
use crate::board::Board;
use crate::cli::exit::Refusal;
use crate::output::{create_new, rewrite};
use crate::say;
use crate::source::{Sources, read_bytes};
use crate::term::{Cadence, Term};
use std::collections::HashSet;
use std::fmt::Write as _;

/// A row to be added to `duties.yaml`, in the words of the official columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) area: String,
    pub(super) group: String,
    pub(super) name: String,
    pub(super) elements: Vec<String>,
    pub(super) basis: Vec<String>,
    pub(super) limit: String,
    pub(super) unit: String,
    pub(super) channels: Vec<String>,
    pub(super) audience: Vec<String>,
    pub(super) method: String,
    pub(super) levels: Vec<String>,
}

impl Row {
    /// The row as YAML. Category and unit are written where the board has them.
    fn yaml(&self, board: &Board) -> String {
        let limit = limit(&self.limit);
        let mut text = format!("- id: {}\n  name: {}\n", self.id, quoted(&self.name));
        let mut line = |key: &str, value: String| {
            let _ = writeln!(text, "  {key}: {value}");
        };
        let one = |words: &str| quoted(words);
        let list =
            |words: &[String]| format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "));
        for (key, words) in [("area", &self.area), ("group", &self.group)] {
            if !words.is_empty() {
                line(key, one(words));
            }
        }
        if let Some(id) = board.config.categories.find(&self.area).or_else(|| board.config.categories.find(&self.group))
        {
            line("category", board.config.categories.get(id).path.clone());
        }
        line("cadence", limit.map_or(Cadence::Timely, |limit| limit.cadence).id().to_owned());
        if let Some(unit) = board.config.find_unit(&self.unit) {
            line("unit", one(&board.config.unit(unit).id));
        }
        if let Some(due) = limit.and_then(|limit| limit.due) {
            line("due", due.to_string());
        }
        if let Some(days) = limit.and_then(|limit| limit.publicity) {
            line("publicity_days", days.to_string());
        }
        if !self.limit.is_empty() {
            line("limit", one(&self.limit));
        }
        for (key, words) in [
            ("basis", &self.basis),
            ("elements", &self.elements),
            ("channels", &self.channels),
            ("audience", &self.audience),
        ] {
            if !words.is_empty() {
                line(key, list(words));
            }
        }
        if !self.method.is_empty() {
            line("method", self.method.clone());
        }
        if !self.levels.is_empty() {
            line("level", list(&self.levels));
        }
        text
    }
}

/// Adds rows to `duties.yaml` behind what is there; rows whose id is taken are left out. Gives how many were added.
pub(super) fn append(rows: &[Row], heading: &str, board: &Board, sources: &Sources) -> Result<usize, Refusal> {
    let mut taken: HashSet<&str> = board.duties.iter().map(|duty| duty.id.as_str()).collect();
    let mut added = String::new();
    let mut count = 0;
    for row in rows {
        if taken.insert(&row.id) {
            added.push_str(&row.yaml(board));
            count += 1;
        }
    }
    if count == 0 {
        return Ok(0);
    }
    let path = "content/duties.yaml";
    let file = sources.root.join(path);
    let written = if sources.paper("duties.yaml").is_some() {
        let mut bytes = read_bytes(&sources.root, path)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let in_flow = text.lines().find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        if in_flow.is_some_and(|line| line.trim_start_matches('\u{FEFF}').starts_with('[')) {
            return Err(Refusal(say!(
                "content/duties.yaml 写成了一行的 […]，请先改为每行一个“- ”",
                "content/duties.yaml is written as […]; write one row a “- ” first"
            )));
        }
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        // What stands in a list is indented as its first row is.
        let indent: String = text
            .lines()
            .find(|line| line.trim_start().starts_with("- "))
            .map(|line| line.chars().take_while(|character| *character == ' ').collect())
            .unwrap_or_default();
        let gap = if text.ends_with('\n') || text.is_empty() { "" } else { end };
        let lines = added.lines().fold(String::new(), |lines, line| lines + &indent + line + end);
        bytes.extend(format!("{gap}{end}{indent}# {heading}{end}{lines}").into_bytes());
        rewrite(&file, &bytes)
    } else {
        create_new(&file, format!("# {heading}\n{added}").as_bytes())
    };
    written.map(|()| count).map_err(Refusal::from)
}

/// Words as they may stand in YAML, also inside brackets.
fn quoted(words: &str) -> String {
    let words: String = words.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    let words = words.trim();
    let plain = |character: char| !character.is_ascii_punctuation() || matches!(character, '-' | '_' | '(' | ')' | '/');
    let bare = words.starts_with(char::is_alphabetic) || words.starts_with(['《', '“', '（', '〔']);
    if bare && words.chars().all(plain) {
        return words.to_owned();
    }
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
