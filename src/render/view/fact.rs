use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// A label and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact<'a> {
    /// Names the words `fact_…`; empty where the label is the office's own.
    pub key: &'static str,
    /// The office's own label.
    pub label: Cow<'a, str>,
    /// How the text is shown.
    pub kind: FactKind,
    /// What it says.
    pub text: Cow<'a, str>,
    /// Where a link leads.
    pub href: Option<Cow<'a, str>>,
}

/// How a fact is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// As it is.
    Text,
    /// A telephone number to dial.
    Phone,
    /// A day.
    Date,
    /// A link.
    Link,
}

impl<'a> Fact<'a> {
    /// A text under one of the theme's labels.
    pub fn text(key: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        Self { key, label: "".into(), kind: FactKind::Text, text: text.into(), href: None }
    }

    /// A telephone number under one of the theme's labels.
    pub fn phone(key: &'static str, number: impl Into<Cow<'a, str>>) -> Self {
        Self { kind: FactKind::Phone, ..Self::text(key, number) }
    }

    /// A day under one of the theme's labels.
    pub fn date(key: &'static str, date: impl Into<Cow<'a, str>>) -> Self {
        Self { kind: FactKind::Date, ..Self::text(key, date) }
    }

    /// A link under one of the theme's labels.
    pub fn link(key: &'static str, href: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self { kind: FactKind::Link, href: Some(href.into()), ..Self::text(key, text) }
    }
}

/// A number in large type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure<'a> {
    /// Names the words `figure_…`.
    pub key: &'static str,
    /// The number, as shown.
    pub value: Cow<'a, str>,
    /// Out of how many.
    pub of: Option<Cow<'a, str>>,
    /// Names the words `unit_…`: `items`, `times`, `percent`.
    pub unit: &'static str,
    /// Gives it the colour of a state.
    pub state: Option<State>,
    /// The day until which it is due.
    pub date: Option<Cow<'a, str>>,
    /// What is behind it.
    pub href: Option<Cow<'a, str>>,
}

impl<'a> Figure<'a> {
    /// A number and its unit.
    pub fn new(key: &'static str, value: impl Into<Cow<'a, str>>, unit: &'static str) -> Self {
        Self { key, value: value.into(), of: None, unit, state: None, date: None, href: None }
    }

    /// Gives it the colour of a state.
    #[must_use]
    pub fn state(mut self, state: State) -> Self {
        self.state = Some(state);
        self
    }

    /// Leads to what is behind it.
    #[must_use]
    pub fn to(mut self, href: impl Into<Cow<'a, str>>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// Says out of how many.
    #[must_use]
    pub fn of(mut self, all: impl Into<Cow<'a, str>>) -> Self {
        self.of = Some(all.into());
        self
    }
}

/// How the public reaches those who supervise the office (监督与反馈).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact<'a> {
    /// 监督电话.
    pub hotline: Option<&'a str>,
    /// 举报箱.
    pub report_box: Option<&'a str>,
    /// Where to write online: an absolute address.
    pub feedback: Option<&'a str>,
    /// What became of the opinions received.
    pub feedback_note: Option<Cow<'a, str>>,
    /// E-mail of the supervision.
    pub email: Option<&'a str>,
    /// Where the papers can be read.
    pub address: Option<&'a str>,
    /// When.
    pub hours: Option<&'a str>,
}
