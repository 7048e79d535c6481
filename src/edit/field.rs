//! What the form is made of: fields, and groups and rows of them.

use super::step::Step;
use super::written::Filled;
use crate::text::Text;

/// A value that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// As it is written into the file.
    pub(super) value: String,
    /// As it is shown.
    pub(super) label: String,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// One line; the values are proposals.
    Line(Vec<Choice>),
    /// Several lines of one text.
    Area,
    /// A day.
    Date,
    /// One of these, or none.
    Choice(Vec<Choice>),
    /// Any of these.
    Checks(Vec<Choice>),
    /// Texts on one line, with 、 between them; the values are proposals.
    Words(Vec<Choice>),
    /// Texts, one a line.
    Lines,
    /// Keys and texts, one pair a line.
    Pairs,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Its path of English ids, with `.` between them: `attachments.0.file`.
    pub(super) name: String,
    pub(super) label: Text,
    pub(super) help: Text,
    pub(super) control: Control,
    /// What stands in it; several texts with line breaks between them.
    pub(super) value: String,
    /// What holds where nothing is written.
    pub(super) inherited: Option<String>,
    pub(super) steps: Vec<Step>,
    /// Whether the file says something here that the form cannot show: then it changes nothing either.
    pub(super) strange: bool,
}

/// Fields that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) label: Text,
    pub(super) help: Text,
    pub(super) parts: Vec<Part>,
    /// Whether it is a list, of which the parts are the rows.
    pub(super) is_list: bool,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Field(Field),
    Group(Group),
}

impl Part {
    /// Its path.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Field(field) => &field.name,
            Self::Group(group) => &group.name,
        }
    }

    /// All fields in it, in order.
    pub(super) fn fields(&self) -> Vec<&Field> {
        match self {
            Self::Field(field) => vec![field],
            Self::Group(group) => group.parts.iter().flat_map(Self::fields).collect(),
        }
    }

    /// Whether anything is filled in.
    pub(super) fn is_filled(&self) -> bool {
        self.fields().iter().any(|field| !field.value.is_empty() || field.strange)
    }
}

impl Field {
    /// What was posted, as the field would show it.
    pub(super) fn settled(&self, posted: &[&str]) -> String {
        let joined = posted.join("\n").replace("\r\n", "\n").replace('\r', "\n");
        let each = |mark: fn(char) -> bool| {
            let parts = joined.split(mark).map(str::trim).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join("\n")
        };
        match &self.control {
            Control::Words(_) => each(|letter| matches!(letter, '、' | '，' | ',' | '\n')),
            Control::Lines | Control::Pairs => each(|letter| letter == '\n'),
            // A form sends what is ticked in its own order; what stood in the file keeps the order it had there.
            Control::Checks(_) => {
                let kept = self.value.split('\n').filter(|one| posted.contains(one));
                let fresh = posted.iter().copied().filter(|one| self.value.split('\n').all(|known| known != *one));
                kept.chain(fresh).filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n")
            }
            Control::Area => joined.trim().to_owned(),
            Control::Line(_) | Control::Date | Control::Choice(_) => joined.replace('\n', " ").trim().to_owned(),
        }
    }

    /// A settled value as it goes into the file; none where there is none.
    pub(super) fn filled(&self, value: &str) -> Option<Filled> {
        if value.is_empty() {
            return None;
        }
        Some(match &self.control {
            Control::Words(_) | Control::Lines | Control::Checks(_) => {
                Filled::List(value.split('\n').map(str::to_owned).collect())
            }
            Control::Pairs => {
                let pair = |line: &str| {
                    let (key, text) = line.split_once([':', '：'])?;
                    Some((key.trim().to_owned(), text.trim().to_owned()))
                };
                Filled::Pairs(value.split('\n').filter_map(pair).collect())
            }
            _ => Filled::Text(value.to_owned()),
        })
    }
}
