//! What a file of settings may hold, learnt from the way in which it is read.

use super::key::Key;
use std::cell::RefCell;

/// The keys of a map, in the order in which they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Each key once.
    pub fields: Vec<(Key, Form)>,
}

/// What stands behind a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// One word of these.
    Word(Vec<&'static str>),
    /// A list of such words, or one of them.
    Words(Vec<&'static str>),
    /// 是 or 否.
    Flag,
    /// A date.
    Date,
    /// A date, perhaps with a time of day.
    Stamp,
    /// A period.
    Period,
    /// A length of time.
    Length,
    /// A number.
    Number,
    /// A map.
    Map(Shape),
    /// A list of maps, or one.
    Maps(Shape),
    /// A list of maps that may be written as one text each, or one of them.
    Shorts(Shape),
    /// A list of maps like the one in which it stands.
    Again,
    /// Whatever YAML can say.
    Any,
}

/// Notes what is asked for.
#[derive(Default)]
pub(super) struct Probe {
    root: RefCell<Shape>,
}

impl Probe {
    /// A key below others is asked for in some form. What was noted first holds: a general way of taking a value is
    /// often part of a particular one.
    pub(super) fn note(&self, above: &[Key], key: Key, form: Form) {
        let mut root = self.root.borrow_mut();
        let mut shape = &mut *root;
        for step in above {
            let found = shape.fields.iter_mut().find(|(key, _)| key == step).map(|(_, form)| form);
            let Some(Form::Map(inner) | Form::Maps(inner) | Form::Shorts(inner)) = found else { return };
            shape = inner;
        }
        if shape.fields.iter().all(|(noted, _)| *noted != key) {
            shape.fields.push((key, form));
        }
    }

    pub(super) fn finish(self) -> Shape {
        self.root.into_inner()
    }
}
