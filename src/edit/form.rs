//! The form of an item: the fields that front matter may hold, as its reader asks for them, with what stands in them.

use super::choices::Choices;
use super::field::{Control, Field, Group, Part};
use super::put::tree;
use super::step::{Name, Step};
use crate::parse::{ITEM_MEANINGS, front_matter_shape};
use crate::source::{ANY_KEY, Entry, Form as Shaped, Key, Node, Shape, Value};
use crate::text::Text;
use std::sync::Arc;

/// The parts of a form, one for each key of front matter. None where the front matter cannot be read. `rows` says how
/// many rows a list needs at least; one that is empty is always among them.
pub(super) fn form(front: &str, choices: &Choices<'_>, rows: &dyn Fn(&str) -> usize) -> Option<Vec<Part>> {
    let root = tree(front)?;
    let entries = match &root.value {
        Value::Map(entries) => entries.as_slice(),
        Value::Empty => &[],
        Value::Text(_) | Value::List(_) => return None,
    };
    let shape = front_matter_shape();
    let maker = Maker { choices, rows };
    Some(maker.parts(&shape, entries, &Trail::default()))
}

/// The way to a field.
#[derive(Clone, Debug, Default)]
struct Trail {
    name: String,
    /// The path without numbers, as the meanings have it.
    meaning: String,
    steps: Vec<Step>,
}

impl Trail {
    fn key(&self, name: &Name, meaning: &str) -> Self {
        let join = |path: &str, word: &str| if path.is_empty() { word.to_owned() } else { format!("{path}.{word}") };
        let mut steps = self.steps.clone();
        steps.push(Step::Key(name.clone()));
        Self { name: join(&self.name, &name.english), meaning: join(&self.meaning, meaning), steps }
    }

    fn row(&self, at: usize, short: Option<&Name>) -> Self {
        let mut steps = self.steps.clone();
        steps.push(Step::Row { at, short: short.cloned() });
        Self { name: format!("{}.{at}", self.name), meaning: self.meaning.clone(), steps }
    }
}

struct Maker<'a> {
    choices: &'a Choices<'a>,
    rows: &'a dyn Fn(&str) -> usize,
}

impl Maker<'_> {
    /// A part for each key of a map.
    fn parts(&self, shape: &Shape, entries: &[Entry<'_>], trail: &Trail) -> Vec<Part> {
        let keys: Vec<Key> = shape.fields.iter().map(|(key, _)| *key).filter(|key| *key != ANY_KEY).collect();
        let siblings: Arc<[_]> = keys.iter().map(|key| (Arc::from(key.0), Arc::from(key.1))).collect();
        let name =
            |key: Key| Name { english: Arc::from(key.0), chinese: Arc::from(key.1), siblings: Arc::clone(&siblings) };
        let known = shape.fields.iter().filter(|(key, _)| *key != ANY_KEY);
        known
            .map(|(key, form)| {
                let name = name(*key);
                let trail = trail.key(&name, key.0);
                let node = entries.iter().find(|entry| name.is(&entry.key.value)).map(|entry| &entry.node);
                self.part(form, node, &trail, &labelled(*key))
            })
            .collect()
    }

    fn part(&self, form: &Shaped, node: Option<&Node<'_>>, trail: &Trail, label: &Text) -> Part {
        match form {
            Shaped::Map(inner) => match inner.fields.as_slice() {
                [(ANY_KEY, Shaped::Map(step))] => self.steps(step, node, trail, label),
                [(ANY_KEY, _)] => self.field(&Shaped::Any, node, trail, label),
                _ => self.group(trail, label, self.parts(inner, entries(node), trail)),
            },
            Shaped::Maps(inner) => self.list(inner, None, node, trail, label),
            Shaped::Shorts(inner) => {
                let first = inner.fields.first().map(|(key, _)| *key);
                self.list(inner, first, node, trail, label)
            }
            _ => self.field(form, node, trail, label),
        }
    }

    fn group(&self, trail: &Trail, label: &Text, parts: Vec<Part>) -> Part {
        Part::Group(Group {
            name: trail.name.clone(),
            label: label.clone(),
            help: meaning(&trail.meaning),
            parts,
            is_list: false,
        })
    }

    /// The steps of approval that an item needs, and any others that are recorded.
    fn steps(&self, shape: &Shape, node: Option<&Node<'_>>, trail: &Trail, label: &Text) -> Part {
        let mut steps = self.choices.steps();
        for entry in entries(node) {
            let id = crate::term::step_id(&entry.key.value);
            if steps.iter().all(|(known, ..)| known != id) {
                steps.push((id.to_owned(), entry.key.value.clone().into_owned(), entry.key.value.clone().into_owned()));
            }
        }
        let siblings: Arc<[_]> = steps.iter().map(|(id, key, _)| (Arc::from(&**id), Arc::from(&**key))).collect();
        let parts = steps.iter().map(|(id, key, shown)| {
            let name = Name { english: Arc::from(&**id), chinese: Arc::from(&**key), siblings: Arc::clone(&siblings) };
            let trail = trail.key(&name, "*");
            let node = entries(node).iter().find(|entry| name.is(&entry.key.value)).map(|entry| &entry.node);
            self.group(&trail, &Text::same(shown.as_str()), self.parts(shape, entries(node), &trail))
        });
        let parts = parts.collect();
        self.group(trail, label, parts)
    }

    /// A list of maps, with an empty row at its end.
    fn list(&self, shape: &Shape, short: Option<Key>, node: Option<&Node<'_>>, trail: &Trail, label: &Text) -> Part {
        let keys: Arc<[_]> = shape.fields.iter().map(|(key, _)| (Arc::from(key.0), Arc::from(key.1))).collect();
        let short = short.map(|key| Name { english: Arc::from(key.0), chinese: Arc::from(key.1), siblings: keys });
        let written: Vec<&Node<'_>> = match node.map(|node| (&node.value, node)) {
            None | Some((Value::Empty, _)) => Vec::new(),
            Some((Value::List(list), _)) => list.iter().collect(),
            Some((_, one)) => vec![one],
        };
        let count = (written.len() + 1).max((self.rows)(&trail.name));
        let rows = (0..count).map(|at| {
            let trail = trail.row(at, short.as_ref());
            let node = written.get(at).copied();
            let mut parts = self.parts(shape, entries(node), &trail);
            if let Some(node) = node.filter(|node| !matches!(node.value, Value::Map(_))) {
                let words = match (&node.value, &short) {
                    (Value::Text(text), Some(_)) => Some(text.clone().into_owned()),
                    _ => None,
                };
                for (at, part) in parts.iter_mut().enumerate() {
                    let Part::Field(field) = part else { continue };
                    match &words {
                        Some(words) if at == 0 => field.value.clone_from(words),
                        Some(_) => {}
                        None => field.strange = true,
                    }
                }
            }
            Part::Group(Group {
                name: trail.name.clone(),
                label: Text { zh: format!("第 {} 项", at + 1), en: format!("No. {}", at + 1) },
                help: Text::default(),
                parts,
                is_list: false,
            })
        });
        let parts = rows.collect();
        Part::Group(Group {
            name: trail.name.clone(),
            label: label.clone(),
            help: meaning(&trail.meaning),
            parts,
            is_list: true,
        })
    }

    fn field(&self, form: &Shaped, node: Option<&Node<'_>>, trail: &Trail, label: &Text) -> Part {
        let many = matches!(form, Shaped::Texts | Shaped::Words(_));
        let pairs = trail.meaning == "tables.mask";
        let read = match node.map(|node| &node.value) {
            None | Some(Value::Empty) => Some(String::new()),
            Some(Value::Text(text)) if !pairs => Some(text.clone().into_owned()),
            Some(Value::List(list)) if many => texts(list),
            Some(Value::Map(map)) if pairs => pair_lines(map),
            Some(_) => None,
        };
        let strange = read.is_none();
        let value = read.unwrap_or_default();
        let control = if pairs { Control::Pairs } else { self.choices.control(form, &trail.meaning, &value) };
        Part::Field(Field {
            name: trail.name.clone(),
            label: label.clone(),
            help: meaning(&trail.meaning),
            control,
            value,
            inherited: self.choices.inherited(&trail.meaning),
            steps: trail.steps.clone(),
            strange,
        })
    }
}

fn entries<'a, 't>(node: Option<&'a Node<'t>>) -> &'a [Entry<'t>] {
    match node.map(|node| &node.value) {
        Some(Value::Map(entries)) => entries,
        _ => &[],
    }
}

/// Texts as lines; none where one of them is no single line.
fn texts(list: &[Node<'_>]) -> Option<String> {
    let line = |node: &Node<'_>| match &node.value {
        Value::Text(text) if !text.contains('\n') && text.trim() == &**text => Some(text.clone().into_owned()),
        _ => None,
    };
    list.iter().map(line).collect::<Option<Vec<_>>>().map(|lines| lines.join("\n"))
}

fn pair_lines(map: &[Entry<'_>]) -> Option<String> {
    let line = |entry: &Entry<'_>| match &entry.node.value {
        Value::Text(text) if !text.contains('\n') && !entry.key.value.contains([':', '：', '\n']) => {
            Some(format!("{}: {text}", entry.key.value))
        }
        _ => None,
    };
    map.iter().map(line).collect::<Option<Vec<_>>>().map(|lines| lines.join("\n"))
}

fn labelled(key: Key) -> Text {
    let words = key.0.replace('_', " ");
    let mut letters = words.chars();
    let en = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    Text { zh: key.1.to_owned(), en }
}

/// The help for a field; nothing where it would only say the label again.
fn meaning(path: &str) -> Text {
    let found = ITEM_MEANINGS.iter().find(|(known, ..)| known.strip_prefix("item.") == Some(path));
    found.map_or_else(Text::default, |(_, zh, en)| Text { zh: (*zh).to_owned(), en: (*en).to_owned() })
}
