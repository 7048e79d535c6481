//! Puts one value into front matter and leaves every other byte as it was.

use super::step::{Name, Step};
use super::written::{Filled, Fresh, Quotes, like};
use crate::source::{Entry, Node, Reader, Value};
use std::sync::Arc;

/// Words in the place of a range of bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Splice {
    start: usize,
    end: usize,
    words: String,
}

impl Splice {
    pub(super) fn new(start: usize, end: usize, words: impl Into<String>) -> Self {
        Self { start, end, words: words.into() }
    }
}

/// The front matter with another value at a place; with none, the key goes as well. None where the front matter is
/// written in a form into which this cannot be put.
pub(super) fn put(front: &str, path: &[Step], filled: Option<&Filled>, chinese: bool) -> Option<String> {
    // A text that means something else without quotes than with them is quoted at the second try.
    [Quotes::Sparing, Quotes::Always].into_iter().find_map(|quotes| {
        let root = tree(front)?;
        let pen = Pen { text: front, quotes };
        let splice = pen.in_map(&root, path, filled, chinese)?;
        let mut after = front.to_owned();
        after.replace_range(splice.start..splice.end, &splice.words);
        let again = tree(&after)?;
        (holds(&again, path, filled)).then_some(after)
    })
}

/// The tree of a front matter; none where it cannot be read.
pub(super) fn tree(front: &str) -> Option<Node<'_>> {
    Reader::new(&Arc::from("")).yaml(front, 0, &|_| false)
}

/// Whether a tree has a value at a place, or none.
fn holds(node: &Node<'_>, path: &[Step], filled: Option<&Filled>) -> bool {
    let Some((step, rest)) = path.split_first() else {
        return match (&node.value, filled) {
            (Value::Empty, None) => true,
            (Value::Text(text), Some(Filled::Text(wanted))) => *text == *wanted,
            (Value::List(list), Some(Filled::List(wanted))) => {
                list.len() == wanted.len()
                    && list
                        .iter()
                        .zip(wanted)
                        .all(|(one, wanted)| matches!(&one.value, Value::Text(text) if *text == *wanted))
            }
            (Value::Map(map), Some(Filled::Pairs(wanted))) => {
                map.len() == wanted.len()
                    && map.iter().zip(wanted).all(|(entry, (key, text))| {
                        *entry.key.value == **key && matches!(&entry.node.value, Value::Text(own) if *own == *text)
                    })
            }
            _ => false,
        };
    };
    match (step, &node.value) {
        (Step::Key(name), Value::Map(map)) => map
            .iter()
            .find(|entry| name.is(&entry.key.value))
            .map_or(filled.is_none(), |entry| holds(&entry.node, rest, filled)),
        // Where a row goes the next one takes its number.
        (Step::Row { .. }, _) if filled.is_none() => true,
        (Step::Row { at, .. }, Value::List(list)) => {
            // A new row comes last, whatever number it was given.
            list.get(*at).or(list.last()).is_some_and(|row| holds_row(row, step, rest, filled))
        }
        (Step::Row { .. }, _) => holds_row(node, step, rest, filled),
        (Step::Key(_), _) => filled.is_none(),
    }
}

fn holds_row(row: &Node<'_>, step: &Step, rest: &[Step], filled: Option<&Filled>) -> bool {
    match (&row.value, step, rest) {
        (Value::Text(_), Step::Row { short: Some(short), .. }, [Step::Key(name)]) if short == name => {
            holds(row, &[], filled)
        }
        _ => holds(row, rest, filled),
    }
}

/// Writes into one text.
pub(super) struct Pen<'t> {
    pub(super) text: &'t str,
    pub(super) quotes: Quotes,
}

impl Pen<'_> {
    /// Puts a value below a map.
    pub(super) fn in_map(
        &self,
        node: &Node<'_>,
        path: &[Step],
        filled: Option<&Filled>,
        chinese: bool,
    ) -> Option<Splice> {
        let entries: &[Entry<'_>] = match &node.value {
            Value::Map(entries) => entries,
            Value::Empty => &[],
            _ => return None,
        };
        let (Step::Key(name), rest) = path.split_first()? else { return None };
        let chinese =
            if entries.is_empty() { chinese } else { entries.iter().any(|entry| !entry.key.value.is_ascii()) };
        let Some((at, entry)) = entries.iter().enumerate().find(|(_, entry)| name.is(&entry.key.value)) else {
            return match filled {
                None => Some(Splice::default()),
                Some(filled) => Some(self.insert(node, entries, name, &Fresh::at(rest, filled, chinese), chinese)),
            };
        };
        let Some(filled) = filled else {
            if rest.is_empty() || empties(&entry.node, rest) {
                return self.remove_entry(node, entries, at);
            }
            return self.below(entry, rest, None, chinese);
        };
        match &entry.node.value {
            _ if rest.is_empty() => Some(self.replace(node, entry, filled, chinese)),
            Value::Empty => Some(self.fill(node, entry, &Fresh::at(rest, filled, chinese))),
            _ => self.below(entry, rest, Some(filled), chinese),
        }
    }

    fn below(&self, entry: &Entry<'_>, rest: &[Step], filled: Option<&Filled>, chinese: bool) -> Option<Splice> {
        match (rest.first()?, &entry.node.value) {
            (Step::Key(_), Value::Map(_)) => self.in_map(&entry.node, rest, filled, chinese),
            (Step::Row { .. }, _) => self.in_rows(&entry.node, rest, filled, chinese),
            _ => filled.is_none().then(Splice::default),
        }
    }

    /// Puts another value behind a key that is there.
    fn replace(&self, node: &Node<'_>, entry: &Entry<'_>, filled: &Filled, chinese: bool) -> Splice {
        let span = entry.node.span;
        let (start, end) = (span.start as usize, span.end as usize);
        let written = span.of(self.text);
        let flow = self.is_flow(node);
        let simple = !written.contains('\n') && !written.starts_with(['|', '>']) && !written.is_empty();
        match (&entry.node.value, filled) {
            // Several lines have a form of their own, but not between brackets.
            (Value::Text(_), Filled::Text(text)) if simple && (flow || !text.contains('\n')) => {
                return Splice::new(start, end, like(written, text, flow, self.quotes));
            }
            (Value::List(list), Filled::List(texts)) => {
                if let Some(splice) = self.in_list(&entry.node, list, texts) {
                    return splice;
                }
            }
            _ => {}
        }
        self.fill(node, entry, &Fresh::at(&[], filled, chinese))
    }

    /// Puts a value behind a key, in the place of whatever stood there.
    fn fill(&self, node: &Node<'_>, entry: &Entry<'_>, fresh: &Fresh) -> Splice {
        let colon = self.behind_colon(entry);
        let end = (entry.node.span.end as usize).max(colon);
        if self.is_flow(node) {
            let start = (entry.node.span.start as usize).max(colon);
            let gap = if start == colon { " " } else { "" };
            return Splice::new(start, end, format!("{gap}{}", fresh.flow(self.quotes)));
        }
        let words = fresh.block(self.indent(entry), self.quotes);
        // What stood on its own lines goes with the break of its last one; then a new break is written.
        let broken = self.text[..end].ends_with('\n');
        let words = if broken { words + "\n" } else { words };
        Splice::new(colon, end, self.with_breaks(&words))
    }

    /// Puts a new key into a map.
    fn insert(&self, node: &Node<'_>, entries: &[Entry<'_>], name: &Name, fresh: &Fresh, chinese: bool) -> Splice {
        let key = Fresh::Text(name.word(chinese).to_owned()).flow(Quotes::Sparing);
        if self.is_flow(node) {
            let words = format!("{key}: {}", fresh.flow(self.quotes));
            return self.behind_last(node, entries.last().map(|last| self.end(last)), &words);
        }
        let place = name.place_of(&name.english);
        let earlier = entries
            .iter()
            .filter(|entry| name.place_of(&entry.key.value) < place && name.place_of(&entry.key.value).is_some());
        let neighbour = earlier.max_by_key(|entry| name.place_of(&entry.key.value));
        let Some(first) = entries.first() else {
            let words = format!("{key}:{}\n", fresh.block(0, self.quotes));
            return Splice::new(self.text.len(), self.text.len(), self.with_breaks(&words));
        };
        let indent = self.indent(first);
        let words = format!("{}{key}:{}\n", " ".repeat(indent), fresh.block(indent, self.quotes));
        let own_line = self.before(first.key.span.start as usize).trim().is_empty();
        let at = match neighbour {
            None if own_line => self.line_start(first.key.span.start as usize),
            Some(entry) => self.lines_end(entry),
            None => self.lines_end(first),
        };
        Splice::new(at, at, self.with_breaks(&words))
    }

    /// Takes a key and its value away, with their lines.
    fn remove_entry(&self, node: &Node<'_>, entries: &[Entry<'_>], at: usize) -> Option<Splice> {
        let entry = entries.get(at)?;
        let start = entry.key.span.start as usize;
        let next = entries.get(at + 1).map(|next| next.key.span.start as usize);
        if self.is_flow(node) {
            let before = at.checked_sub(1).and_then(|before| entries.get(before)).map(|before| self.end(before));
            return Some(match (next, before) {
                (Some(next), _) => Splice::new(start, next, ""),
                (None, Some(before)) => Splice::new(before, self.end(entry), ""),
                (None, None) => Splice::new(start, self.end(entry), ""),
            });
        }
        if self.before(start).trim().is_empty() {
            let end = self.end(entry);
            let end = if self.text[..end].ends_with('\n') { end } else { self.line_end(end) };
            return Some(Splice::new(self.line_start(start), end, ""));
        }
        // The first key behind the hyphen of a row: the next one takes its place.
        Some(Splice::new(start, next?, ""))
    }

    /// Where the line of a key ends, with its value and, where it has none, the comments below it.
    fn lines_end(&self, entry: &Entry<'_>) -> usize {
        let end = self.end(entry);
        let mut end = if self.text[..end].ends_with('\n') { end } else { self.line_end(end) };
        while entry.node.value == Value::Empty && self.text[end..].trim_start_matches([' ', '\t']).starts_with('#') {
            end = self.line_end(end);
        }
        end
    }

    /// One past the value of a key, or past its colon where there is none.
    fn end(&self, entry: &Entry<'_>) -> usize {
        (entry.node.span.end as usize).max(self.behind_colon(entry))
    }

    fn behind_colon(&self, entry: &Entry<'_>) -> usize {
        let key = entry.key.span.end as usize;
        self.text[key..].find(':').map_or(key, |colon| key + colon + 1)
    }

    /// Puts words behind the last element of what stands between brackets.
    pub(super) fn behind_last(&self, node: &Node<'_>, last: Option<usize>, words: &str) -> Splice {
        let Some(last) = last else {
            let at = node.span.start as usize + 1;
            return Splice::new(at, at, words);
        };
        let rest = &self.text[last..(node.span.end as usize).max(last)];
        let blank = rest.len() - rest.trim_start().len();
        if rest[blank..].starts_with(',') {
            let at = last + blank + 1;
            return Splice::new(at, at, format!(" {words}"));
        }
        Splice::new(last, last, format!(", {words}"))
    }

    /// Whether a list or map stands between brackets.
    pub(super) fn is_flow(&self, node: &Node<'_>) -> bool {
        node.value != Value::Empty && node.span.of(self.text).starts_with(['{', '['])
    }

    /// How far a key stands from the left.
    fn indent(&self, entry: &Entry<'_>) -> usize {
        self.before(entry.key.span.start as usize).chars().count()
    }

    /// What stands before a place on its line.
    pub(super) fn before(&self, at: usize) -> &str {
        &self.text[self.line_start(at)..at]
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |before| before + 1)
    }

    /// One past the line break that ends the line at a place.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |more| at + more + 1)
    }

    /// The words with the line breaks of this text.
    pub(super) fn with_breaks(&self, words: &str) -> String {
        if self.text.contains("\r\n") { words.replace('\n', "\r\n") } else { words.to_owned() }
    }
}

/// Whether nothing is left of a value once what stands at a place in it is gone.
pub(super) fn empties(node: &Node<'_>, path: &[Step]) -> bool {
    let Some((step, rest)) = path.split_first() else { return true };
    match (step, &node.value) {
        (Step::Key(name), Value::Map(map)) => {
            matches!(map.as_slice(), [only] if name.is(&only.key.value) && empties(&only.node, rest))
        }
        (Step::Row { at, .. }, Value::List(list)) => {
            matches!(list.as_slice(), [only] if *at == 0 && empties(only, rest))
        }
        (Step::Row { at, .. }, Value::Map(_)) => *at == 0 && empties(node, rest),
        (Step::Row { at, short }, Value::Text(_)) => *at == 0 && is_short(short.as_ref(), rest),
        (_, Value::Empty) => true,
        _ => false,
    }
}

/// Whether what is left of a path leads to the key that a short row stands for, or nowhere further.
pub(super) fn is_short(short: Option<&Name>, rest: &[Step]) -> bool {
    match rest {
        [] => true,
        [Step::Key(name)] => short.is_some_and(|short| short == name),
        _ => false,
    }
}
