use super::key::{ANY_KEY, Key, all_spellings, names};
use super::reader::Reader;
use super::shape::{Form, Shape};
use super::yaml::{Entry, Node, Value};
use crate::calendar::{Date, Length, Period, Stamp};
use crate::say;
use crate::term::Term;
use crate::text::{Placed, Span, nearest};

/// The keys of one map, taken one by one. One run finds every wrong value and every unknown key.
pub struct Fields<'r, 't> {
    reader: &'r Reader,
    span: Span,
    entries: Vec<Option<Entry<'t>>>,
    known: Vec<Key>,
    written: Vec<Key>,
    /// The keys above, where only the shape is of interest.
    above: Vec<Key>,
}

/// A value that may be written short or in full.
pub enum Short<'r, 't> {
    /// Short.
    Text(Placed<String>),
    /// A map.
    Map(Fields<'r, 't>),
}

impl Reader {
    /// What a way of reading asks for: it is run on nothing, and every key that it takes is noted.
    pub fn shape(read: impl FnOnce(Fields<'_, 'static>)) -> Shape {
        let reader = Self::noting();
        read(Fields::of(&reader, Node { value: Value::Empty, span: Span::default() }));
        reader.asked()
    }
}

impl<'r, 't> Fields<'r, 't> {
    /// The fields of a map. Whatever is no map is refused and read as an empty one.
    pub fn of(reader: &'r Reader, node: Node<'t>) -> Self {
        let span = node.span;
        let entries = match node.value {
            Value::Map(map) => map.into_iter().map(Some).collect(),
            Value::Empty => Vec::new(),
            Value::Text(_) | Value::List(_) => {
                reader.refuse(
                    "wrong-value",
                    span,
                    say!("这里应当是“键: 值”的形式", "keys with values are wanted here"),
                    say!(
                        "每行写一个键，冒号后空一格再写值，如“标题: 关于……的公告”",
                        "write one key a line: key, colon, space, value"
                    ),
                );
                Vec::new()
            }
        };
        let fields = Self { reader, span, entries, known: Vec::new(), written: Vec::new(), above: Vec::new() };
        fields.refuse_twice();
        fields
    }

    /// Where the map stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The reader, to say more about a value.
    pub fn reader(&self) -> &'r Reader {
        self.reader
    }

    /// Where a key stands that has not been taken yet.
    pub fn key_span(&self, key: Key) -> Option<Span> {
        if self.reader.probe().is_some() {
            return Some(self.span);
        }
        self.entries.iter().flatten().find(|entry| names(key, &entry.key)).map(|entry| entry.key.span)
    }

    /// Whether a taken key had a value, right or wrong.
    pub fn was_written(&self, key: Key) -> bool {
        self.written.contains(&key)
    }

    /// Takes a value as it stands; an empty one counts as not written.
    pub fn node(&mut self, key: Key) -> Option<Node<'t>> {
        self.note(key, || Form::Any);
        self.take(key).map(|entry| entry.node).filter(|node| node.value != Value::Empty)
    }

    /// Takes a text.
    pub fn text(&mut self, key: Key) -> Option<Placed<String>> {
        self.note(key, || Form::Text);
        let node = self.node(key)?;
        self.words(node, key)
    }

    /// Takes a list of texts; one text is a list of one.
    pub fn texts(&mut self, key: Key) -> Vec<Placed<String>> {
        self.note(key, || Form::Texts);
        let Some(node) = self.node(key) else { return Vec::new() };
        match node.value {
            Value::List(list) => list.into_iter().filter_map(|node| self.words(node, key)).collect(),
            _ => self.words(node, key).into_iter().collect(),
        }
    }

    /// Takes a text that the caller reads as one of these words.
    pub fn text_among(&mut self, key: Key, choices: &[&'static str]) -> Option<Placed<String>> {
        self.note(key, || Form::Word(choices.to_vec()));
        self.text(key)
    }

    /// Takes a list of texts that the caller reads as words of a closed list.
    pub fn texts_among<T: Term>(&mut self, key: Key) -> Vec<Placed<String>> {
        self.note(key, || Form::Words(all_spellings::<T>()));
        self.texts(key)
    }

    /// Takes a word of a closed list. Left empty it is refused: what is not clearly said is not guessed.
    pub fn term<T: Term>(&mut self, key: Key) -> Option<Placed<T>> {
        self.note(key, || Form::Word(all_spellings::<T>()));
        let entry = self.take(key)?;
        if entry.node.value == Value::Empty {
            self.wrong(entry.key.span, key, "", &T::choices().join("、"));
            return None;
        }
        let word = self.words(entry.node, key)?;
        self.read(word, key, &T::choices().join("、"), T::read)
    }

    /// Takes 是 or 否 (`true`, `false`). Left empty it is refused.
    pub fn flag(&mut self, key: Key) -> Option<Placed<bool>> {
        self.note(key, || Form::Flag);
        let entry = self.take(key)?;
        if entry.node.value == Value::Empty {
            self.wrong(entry.key.span, key, "", "是、否、true、false");
            return None;
        }
        let word = self.words(entry.node, key)?;
        self.read(word, key, "是、否、true、false", |word| match word {
            "是" | "true" | "yes" => Some(true),
            "否" | "false" | "no" => Some(false),
            _ => None,
        })
    }

    /// Takes a date.
    pub fn date(&mut self, key: Key) -> Option<Placed<Date>> {
        self.note(key, || Form::Date);
        let word = self.text(key)?;
        self.read(word, key, "2026-10-20、2026/10/20、2026年10月20日", Date::parse)
    }

    /// Takes a date that may carry a time of day.
    pub fn stamp(&mut self, key: Key) -> Option<Placed<Stamp>> {
        self.note(key, || Form::Stamp);
        let word = self.text(key)?;
        self.read(word, key, "2026-10-20、2026年10月20日、2026-10-20 09:30", Stamp::parse)
    }

    /// Takes a period.
    pub fn period(&mut self, key: Key) -> Option<Placed<Period>> {
        self.note(key, || Form::Period);
        let word = self.text(key)?;
        self.read(word, key, "2026、2026-H1、2026-Q3、2026-09", Period::parse)
    }

    /// Takes a length of time.
    pub fn length(&mut self, key: Key) -> Option<Placed<Length>> {
        self.note(key, || Form::Length);
        let word = self.text(key)?;
        self.read(word, key, "15 days、20 working days、15日、20个工作日", Length::parse)
    }

    /// Takes a number that is not negative.
    pub fn number(&mut self, key: Key) -> Option<Placed<u64>> {
        self.note(key, || Form::Number);
        let word = self.text(key)?;
        self.read(word, key, "0、12、345", |word| word.parse().ok())
    }

    /// Takes a map inside this one.
    pub fn map(&mut self, key: Key) -> Option<Fields<'r, 't>> {
        if let Some(inner) = self.probe_into(key, Form::Map) {
            return inner;
        }
        let node = self.node(key)?;
        Some(Fields::of(self.reader, node))
    }

    /// Takes a list of maps; one map is a list of one.
    pub fn maps(&mut self, key: Key) -> Vec<Fields<'r, 't>> {
        if let Some(inner) = self.probe_into(key, Form::Maps) {
            return inner.into_iter().collect();
        }
        match self.node(key) {
            None => Vec::new(),
            Some(Node { value: Value::List(list), .. }) => {
                list.into_iter().map(|node| Fields::of(self.reader, node)).collect()
            }
            Some(node) => vec![Fields::of(self.reader, node)],
        }
    }

    /// Takes a list of values that may be written short or in full; one of them is a list of one.
    pub fn shorts(&mut self, key: Key) -> Vec<Short<'r, 't>> {
        if let Some(inner) = self.probe_into(key, Form::Shorts) {
            return inner.into_iter().map(Short::Map).collect();
        }
        let short = |node: Node<'t>| match node.value {
            Value::Text(text) => Short::Text(Placed::new(text.into_owned(), node.span)),
            _ => Short::Map(Fields::of(self.reader, node)),
        };
        match self.node(key) {
            Some(Node { value: Value::List(list), .. }) => list.into_iter().map(short).collect(),
            one => one.into_iter().map(short).collect(),
        }
    }

    /// Takes all keys that are left, each with a map of its own: for maps whose keys are the board's own.
    pub fn open_maps(&mut self) -> Vec<(Placed<String>, Fields<'r, 't>)> {
        if let Some(inner) = self.probe_into(ANY_KEY, Form::Map) {
            return inner.into_iter().map(|inner| (Placed::new(String::new(), self.span), inner)).collect();
        }
        let each = |entry: Entry<'t>| {
            let key = Placed::new(entry.key.value.into_owned(), entry.key.span);
            (key, Fields::of(self.reader, entry.node))
        };
        self.entries.iter_mut().filter_map(Option::take).map(each).collect()
    }

    /// Takes all keys that are left, in order: for maps whose keys are the board's own.
    pub fn rest(&mut self) -> Vec<Entry<'t>> {
        self.note(ANY_KEY, || Form::Text);
        self.entries.iter_mut().filter_map(Option::take).collect()
    }

    /// Refuses the keys that nobody took, each with the nearest known key.
    pub fn refuse_rest(self) {
        for entry in self.entries.iter().flatten() {
            let key = &*entry.key;
            if self.known.iter().any(|&known| names(known, key)) {
                self.twice(entry);
                continue;
            }
            let spellings = self.known.iter().flat_map(|(id, name)| [*id, *name]);
            let remedy = match nearest(key, spellings) {
                Some(known) => say!("改为“{known}”，或删去这一行", "write “{known}”, or delete the line"),
                None => say!("删去这一行；可用的键见手册“条目的写法”", "delete the line; the handbook lists the keys"),
            };
            let message = say!("不认识的键“{key}”", "unknown key “{key}”");
            self.reader.refuse("unknown-field", entry.key.span, message, remedy);
        }
    }

    fn note(&self, key: Key, form: impl Fn() -> Form) {
        self.reader.probe().into_iter().for_each(|probe| probe.note(&self.above, key, form()));
    }

    /// Where only the shape is of interest: the map below a key, empty, entered once.
    #[expect(clippy::option_option, reason = "no probe at all, or one that goes no deeper")]
    fn probe_into(&self, key: Key, form: fn(Shape) -> Form) -> Option<Option<Self>> {
        let probe = self.reader.probe()?;
        let again = self.above.contains(&key);
        probe.note(&self.above, key, if again { Form::Again } else { form(Shape::default()) });
        if again {
            return Some(None);
        }
        let mut inner = Fields::of(self.reader, Node { value: Value::Empty, span: self.span });
        inner.above.clone_from(&self.above);
        inner.above.push(key);
        Some(Some(inner))
    }

    fn take(&mut self, key: Key) -> Option<Entry<'t>> {
        self.known.push(key);
        let slot = self.entries.iter_mut().find(|slot| slot.as_ref().is_some_and(|entry| names(key, &entry.key)));
        let entry = slot?.take()?;
        if entry.node.value != Value::Empty {
            self.written.push(key);
        }
        Some(entry)
    }

    fn words(&self, node: Node<'t>, key: Key) -> Option<Placed<String>> {
        match node.value {
            Value::Text(text) => Some(Placed::new(text.into_owned(), node.span)),
            Value::Empty => None,
            Value::List(_) | Value::Map(_) => {
                let (id, name) = key;
                self.reader.refuse(
                    "wrong-value",
                    node.span,
                    say!("“{name}”应当是一段文字", "“{id}” takes a text"),
                    say!(
                        "以 [ 或 {{ 开头、或含“: ”的文字要加引号，如 {name}: \"[公示]……\"",
                        "put quotes around a text that starts with [ or {{ or holds “: ”"
                    ),
                );
                None
            }
        }
    }

    fn read<T>(
        &self,
        word: Placed<String>,
        key: Key,
        choices: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Placed<T>> {
        match read(word.trim()) {
            Some(value) => Some(Placed::new(value, word.span)),
            None => {
                self.wrong(word.span, key, &word, choices);
                None
            }
        }
    }

    fn wrong(&self, span: Span, key: Key, word: &str, choices: &str) {
        let (id, name) = key;
        let message = if word.is_empty() {
            say!("“{name}”没有写值", "“{id}” has no value")
        } else {
            say!("“{name}”的值“{word}”不对", "“{id}” cannot be “{word}”")
        };
        self.reader.refuse("wrong-value", span, message, say!("可以写：{choices}", "write one of: {choices}"));
    }

    fn refuse_twice(&self) {
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(entry) = entry else { continue };
            if self.entries[..at].iter().flatten().any(|earlier| earlier.key.value == entry.key.value) {
                self.twice(entry);
            }
        }
    }

    fn twice(&self, entry: &Entry<'_>) {
        let key = &*entry.key;
        let message = say!("键“{key}”写了两次", "the key “{key}” is written twice");
        let remedy =
            say!("只留一处，删去另一处（中文键和英文键是同一个键）", "keep one of them; both spellings are one key");
        self.reader.refuse("duplicate-field", entry.key.span, message, remedy);
    }
}
