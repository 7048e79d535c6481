//! The text of an item's file with other values in it, and every byte that was not meant as it was.

use super::choices::Choices;
use super::field::{Field, Part};
use super::form::form;
use super::posted::Posted;
use super::put::put;
use super::step::Step;
use crate::parse::draft;
use crate::source::Source;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file that the form can show: its front matter can be read.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// The whole text, without byte-order mark.
    text: Arc<str>,
    /// Where the front matter stands.
    front: std::ops::Range<usize>,
    /// Where the body starts.
    body: usize,
    /// Whether its keys are Chinese.
    pub(super) chinese: bool,
}

impl Opened {
    /// Takes a text apart. None where that cannot be done; then the text can only be changed as a whole.
    pub(super) fn read(text: &str) -> Option<Self> {
        let source = Source::from_bytes(&Arc::from("item.md"), text.as_bytes().to_vec()).ok()?;
        let draft = draft(&source);
        let (start, end) = (draft.front_span.start as usize, draft.front_span.end as usize);
        if start == 0 || draft.outline.excess.is_some() {
            return None;
        }
        let front = source.text.get(start..end)?;
        let root = super::put::tree(front)?;
        let chinese = match &root.value {
            crate::source::Value::Map(entries) => entries.iter().any(|entry| !entry.key.value.is_ascii()),
            crate::source::Value::Empty => true,
            _ => return None,
        };
        Some(Self { text: Arc::clone(&source.text), front: start..end, body: draft.body_start, chinese })
    }

    /// The front matter, without its fences.
    pub(super) fn front(&self) -> &str {
        self.text.get(self.front.clone()).unwrap_or_default()
    }

    /// Where the front matter starts in the text, in bytes.
    pub(super) fn front_start(&self) -> usize {
        self.front.start
    }

    /// Where the body starts in the text, in bytes.
    pub(super) fn body_start(&self) -> usize {
        self.body
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How many lines stand before the first line of the body that the form shows.
    pub(super) fn body_lead(&self) -> usize {
        let body = &self.text[self.body..];
        let blank = body.len() - body.trim_start_matches(['\n', '\r']).len();
        self.text[..self.body + blank].matches('\n').count()
    }

    /// The body as a form shows it: one kind of line break, no empty lines around it.
    pub(super) fn body(&self) -> String {
        shown(&self.text[self.body..])
    }

    /// The parts of its form.
    pub(super) fn form(&self, choices: &Choices<'_>, rows: &dyn Fn(&str) -> usize) -> Vec<Part> {
        form(self.front(), choices, rows).unwrap_or_default()
    }

    /// The text with what was posted.
    ///
    /// # Errors
    /// The names of fields whose values cannot be put into a file that is written like this one.
    pub(super) fn with(&self, choices: &Choices<'_>, posted: &Posted) -> Result<String, Vec<String>> {
        let parts = self.form(choices, &|list| posted.rows(list));
        let fields: Vec<&Field> = parts.iter().flat_map(Part::fields).collect();
        let changes: Vec<(&Field, String)> = fields
            .into_iter()
            .filter(|field| !field.strange)
            .filter_map(|field| {
                let value = field.settled(&posted.all(&field.name)?);
                (value != field.value.trim()).then_some((field, value))
            })
            .collect();
        let mut front = self.front().to_owned();
        let mut stuck = Vec::new();
        // New rows come one behind the other, whatever their numbers.
        let mut fresh: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (field, value) in changes.iter().filter(|(_, value)| !value.is_empty()) {
            let steps = self.settled_steps(field, &mut fresh);
            match put(&front, &steps, field.filled(value).as_ref(), self.chinese) {
                Some(after) => front = after,
                None => stuck.push(field.name.clone()),
            }
        }
        // Rows go from the last to the first, so that the numbers of those before them stay.
        for (field, _) in changes.iter().rev().filter(|(_, value)| value.is_empty()) {
            match put(&front, &field.steps, None, self.chinese) {
                Some(after) => front = after,
                None => stuck.push(field.name.clone()),
            }
        }
        if !stuck.is_empty() {
            return Err(stuck);
        }
        let body = match posted.one("body") {
            Some(body) => with_body(&self.text[self.body..], &shown(body), self.text.contains("\r\n")),
            None => self.text[self.body..].to_owned(),
        };
        Ok([&self.text[..self.front.start], &front, &self.text[self.front.end..self.body], &body].concat())
    }

    /// What was posted and is not as it stood in this text.
    pub(super) fn changed(&self, choices: &Choices<'_>, posted: &Posted) -> Posted {
        let parts = self.form(choices, &|list| posted.rows(list));
        let fields: Vec<&Field> = parts.iter().flat_map(Part::fields).collect();
        posted.only(|name, value| {
            if name == "body" {
                return shown(value) != self.body();
            }
            let field = fields.iter().find(|field| field.name == name);
            field.is_some_and(|field| posted.all(name).is_some_and(|all| field.settled(&all) != field.value.trim()))
        })
    }

    /// The steps to a field, with the number that a new row gets once those before it are there.
    fn settled_steps(&self, field: &Field, fresh: &mut BTreeMap<String, Vec<usize>>) -> Vec<Step> {
        let mut steps = field.steps.clone();
        let [Step::Key(list), Step::Row { at, .. }, ..] = steps.as_mut_slice() else { return steps };
        let rows = super::put::tree(self.front()).map_or(0, |root| rows_in(&root, list));
        if *at >= rows {
            let known = fresh.entry(list.english.to_string()).or_default();
            let place = known.iter().position(|number| number == at).unwrap_or_else(|| {
                known.push(*at);
                known.len() - 1
            });
            *at = rows + place;
        }
        steps
    }
}

fn rows_in(root: &crate::source::Node<'_>, list: &super::step::Name) -> usize {
    use crate::source::Value;
    let Value::Map(entries) = &root.value else { return 0 };
    entries.iter().find(|entry| list.is(&entry.key.value)).map_or(0, |entry| match &entry.node.value {
        Value::Empty => 0,
        Value::List(rows) => rows.len(),
        Value::Text(_) | Value::Map(_) => 1,
    })
}

/// A body as a form shows it.
fn shown(body: &str) -> String {
    let body = body.replace("\r\n", "\n");
    let from = body.len() - body.trim_start_matches(['\n', '\r']).len();
    body[from..].trim_end_matches(['\n', '\r']).to_owned()
}

/// A body with another text; lines at its beginning and end that stay are not touched.
fn with_body(old: &str, new: &str, wide_breaks: bool) -> String {
    if shown(old) == new {
        return old.to_owned();
    }
    let end = if wide_breaks { "\r\n" } else { "\n" };
    let blank = |line: &&str| line.trim_matches(['\r', '\n']).is_empty();
    let lead: usize = old.split_inclusive('\n').take_while(blank).map(str::len).sum();
    let (lead, rest) = old.split_at(lead);
    let lead = if old.is_empty() { end } else { lead };
    format!("{lead}{}", with_lines(rest, new, end))
}

/// A whole text with another one in its place, whose line breaks a browser has made its own.
pub(super) fn with_whole(old: &str, new: &str) -> String {
    let new = new.replace("\r\n", "\n");
    if old.replace("\r\n", "\n") == new {
        return old.to_owned();
    }
    let end = if old.contains("\r\n") { "\r\n" } else { "\n" };
    with_lines(old, new.strip_suffix('\n').unwrap_or(&new), end)
}

fn with_lines(old: &str, new: &str, end: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = if new.is_empty() { Vec::new() } else { new.split('\n').collect() };
    let same = |old: &&str, new: &&str| old.trim_end_matches('\n').trim_end_matches('\r') == *new;
    let head = old.iter().zip(&new).take_while(|(old, new)| same(old, new)).count();
    let (rest, fresh) = (&old[head..], &new[head..]);
    let tail = rest.iter().rev().zip(fresh.iter().rev()).take_while(|(old, new)| same(old, new)).count();
    let mut text = old[..head].concat();
    if head > 0 && !text.ends_with('\n') && head < new.len() {
        text.push_str(end);
    }
    for line in &fresh[..fresh.len() - tail] {
        text.push_str(line);
        text.push_str(end);
    }
    text.push_str(&rest[rest.len() - tail..].concat());
    text
}
