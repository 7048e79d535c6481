//! A value as a person would write it into front matter: plain where that is safe, quoted where it must be.

use super::step::{Name, Step};
use std::fmt::Write as _;

/// What a field is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// One text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    /// Free keys with a text each.
    Pairs(Vec<(String, String)>),
}

/// A value that is not in the file yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fresh {
    Text(String),
    List(Vec<Fresh>),
    Map(Vec<(String, Fresh)>),
}

/// How texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// Only where they are needed.
    Sparing,
    /// Always.
    Always,
}

/// Lists that are longer, in characters, get a line for each of their texts.
const ONE_LINE: usize = 60;

impl Fresh {
    /// A value with the keys and lists that lead to it.
    pub(super) fn at(path: &[Step], filled: &Filled, chinese: bool) -> Self {
        match path.split_first() {
            None => match filled {
                Filled::Text(text) => Self::Text(text.clone()),
                Filled::List(texts) => Self::List(texts.iter().cloned().map(Self::Text).collect()),
                Filled::Pairs(pairs) => {
                    Self::Map(pairs.iter().map(|(key, text)| (key.clone(), Self::Text(text.clone()))).collect())
                }
            },
            Some((Step::Key(name), rest)) => {
                Self::Map(vec![(name.word(chinese).to_owned(), Self::at(rest, filled, chinese))])
            }
            Some((Step::Row { .. }, rest)) => Self::List(vec![Self::at(rest, filled, chinese)]),
        }
    }

    /// On one line, as it may stand between brackets.
    pub(super) fn flow(&self, quotes: Quotes) -> String {
        match self {
            Self::Text(text) => one_line(text, true, quotes),
            Self::List(list) => {
                let list: Vec<String> = list.iter().map(|one| one.flow(quotes)).collect();
                format!("[{}]", list.join(", "))
            }
            Self::Map(map) => {
                let map: Vec<String> = map
                    .iter()
                    .map(|(key, value)| format!("{}: {}", one_line(key, true, Quotes::Sparing), value.flow(quotes)))
                    .collect();
                format!("{{{}}}", map.join(", "))
            }
        }
    }

    /// What follows a key and its colon, where the key stands `indent` spaces from the left. Without a line break at
    /// its end; breaks are `\n`.
    pub(super) fn block(&self, indent: usize, quotes: Quotes) -> String {
        let inner = " ".repeat(indent + 2);
        match self {
            Self::Text(text) => lines(text, &inner).unwrap_or_else(|| format!(" {}", one_line(text, false, quotes))),
            Self::List(list) => {
                let flow = self.flow(quotes);
                let plain = list.iter().all(|one| matches!(one, Self::Text(_)));
                if plain && flow.chars().count() <= ONE_LINE {
                    return format!(" {flow}");
                }
                list.iter().fold(String::new(), |mut text, one| {
                    let words = match one {
                        Self::Text(text) => one_line(text, false, quotes),
                        _ => one.flow(quotes),
                    };
                    let _ = write!(text, "\n{inner}- {words}");
                    text
                })
            }
            // A map inside a map stands on one line, as the steps of approval do.
            Self::Map(_) if indent > 0 => format!(" {}", self.flow(quotes)),
            Self::Map(map) => map.iter().fold(String::new(), |mut text, (key, value)| {
                let key = one_line(key, false, Quotes::Sparing);
                let _ = match value {
                    Self::Map(_) => write!(text, "\n{inner}{key}: {}", value.flow(quotes)),
                    _ => write!(text, "\n{inner}{key}:{}", value.block(indent + 2, quotes)),
                };
                text
            }),
        }
    }
}

impl Name {
    /// The word for it in a file whose keys are Chinese, or are not.
    pub(super) fn word(&self, chinese: bool) -> &str {
        if chinese { &self.chinese } else { &self.english }
    }
}

/// A text in the quotes in which another one stood.
pub(super) fn like(written: &str, text: &str, flow: bool, quotes: Quotes) -> String {
    match written.chars().next() {
        Some('"') => doubly(text),
        Some('\'') if quotes == Quotes::Sparing && !text.chars().any(char::is_control) => {
            format!("'{}'", text.replace('\'', "''"))
        }
        _ => one_line(text, flow, quotes),
    }
}

fn one_line(text: &str, flow: bool, quotes: Quotes) -> String {
    if quotes == Quotes::Sparing && is_plain(text, flow) { text.to_owned() } else { doubly(text) }
}

/// Whether a text means itself without quotes, to us and to any other reader of YAML.
fn is_plain(text: &str, flow: bool) -> bool {
    let first = |character: char| !character.is_whitespace() && !"-?:,[]{}#&*!|>'\"%@`=~".contains(character);
    let marks = if flow { &[": ", " #", ",", "[", "]", "{", "}"][..] } else { &[": ", " #"] };
    text.starts_with(first)
        && text.trim() == text
        && !text.ends_with(':')
        && !text
            .chars()
            .any(|character| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{FEFF}'))
        && !marks.iter().any(|mark| text.contains(mark))
        && !matches!(text.to_ascii_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off")
}

fn doubly(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(character));
            }
            control if control.is_control() => {
                let _ = write!(quoted, "\\x{:02X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A text of several lines, each on a line of its own; none where it has one line, or needs escapes.
fn lines(text: &str, indent: &str) -> Option<String> {
    let plain = |line: &str| {
        !line.starts_with([' ', '\t'])
            && line.trim_end() == line
            && !line.chars().any(|letter| letter.is_control() || letter == '\u{FEFF}')
    };
    let sound = text.contains('\n') && !text.starts_with('\n') && !text.ends_with('\n') && text.split('\n').all(plain);
    sound.then(|| {
        text.split('\n').fold(" |-".to_owned(), |mut block, line| {
            block.push('\n');
            if !line.is_empty() {
                block.push_str(indent);
                block.push_str(line);
            }
            block
        })
    })
}
