use super::fact::Fact;
use super::link::Link;
use super::state::Window;
use serde::Serialize;
use std::borrow::Cow;

/// A service guide (办事指南).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Guide<'a> {
    /// Time limit, fee and other short facts, in large type.
    pub key_facts: Vec<Fact<'a>>,
    /// Who may apply.
    pub conditions: Vec<Cow<'a, str>>,
    /// What to bring.
    pub materials: Vec<Cow<'a, str>>,
    /// What happens.
    pub steps: Vec<Step<'a>>,
    /// The applicant's rights.
    pub rights: Vec<Cow<'a, str>>,
    /// The applicant's obligations.
    pub obligations: Vec<Cow<'a, str>>,
    /// On which provisions it rests.
    pub basis: Vec<Cow<'a, str>>,
    /// Where, when, whom to call.
    pub facts: Vec<Fact<'a>>,
}

/// A step of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step<'a> {
    /// Its name, where it is written before a colon.
    pub title: Option<Cow<'a, str>>,
    /// What happens.
    pub text: Cow<'a, str>,
}

impl<'a> Step<'a> {
    /// Takes a short name before a colon as the step's title: `申请：到窗口提出`.
    pub fn read(text: &'a str) -> Self {
        match text.split_once(['：', ':']) {
            Some((title, rest)) if title.chars().count() <= 12 && !rest.trim().is_empty() => {
                Self { title: Some(title.trim().into()), text: rest.trim().into() }
            }
            _ => Self { title: None, text: text.into() },
        }
    }
}

/// A publicity (公示).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publicity<'a> {
    /// Its working days.
    pub window: Window<'a>,
    /// How to object.
    pub objections: Vec<Fact<'a>>,
    /// What came of it.
    pub outcome: Option<Outcome<'a>>,
}

/// What came of a publicity or a consultation: words, or a link to the item that tells it.
pub type Outcome<'a> = Link<'a>;

/// A consultation (征求意见).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consultation<'a> {
    /// Its days.
    pub window: Window<'a>,
    /// How to answer.
    pub how: Option<Cow<'a, str>>,
    /// What came of it.
    pub outcome: Option<Outcome<'a>>,
}

/// A reply to a citizen (答复).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reply<'a> {
    /// The day of the question.
    pub asked: Option<Cow<'a, str>>,
    /// The day of the answer.
    pub answered: Option<Cow<'a, str>>,
    /// Working days between them.
    pub days: Option<usize>,
    /// How the question came.
    pub via: Option<Cow<'a, str>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_before_a_colon_is_the_title_of_a_step() {
        assert_eq!(Step::read("申请：到窗口提出"), Step { title: Some("申请".into()), text: "到窗口提出".into() });
        assert_eq!(Step::read("到窗口提出申请").title, None);
    }
}
