//! What may be chosen in a field: the words of its closed list, and what the board itself knows.

use super::field::{Choice, Control};
use crate::board::{Board, Item};
use crate::calendar::Period;
use crate::check::registered;
use crate::config::CategoryId;
use crate::source::Form;
use crate::term::{KNOWN_STEPS, Register, Term as _};
use crate::text::Language;

/// Most values that are proposed in one field; a browser shows no more at once that anybody would read.
const MOST: usize = 500;
/// Periods that are proposed, back from today.
const PERIODS: usize = 8;

/// What choices rest on.
pub(super) struct Choices<'a> {
    pub(super) board: Option<&'a Board>,
    pub(super) category: Option<CategoryId>,
    /// The item as the board has it.
    pub(super) item: Option<&'a Item>,
    /// Whether the file's keys are Chinese; its words are then Chinese as well.
    pub(super) chinese: bool,
    pub(super) language: Language,
}

impl Choices<'_> {
    /// The steps of approval that the item needs: id, key as written, name as shown.
    pub(super) fn steps(&self) -> Vec<(String, String, String)> {
        let steps = self.board.map(|board| board.config.steps_of(self.category));
        let key =
            |id: &str| KNOWN_STEPS.iter().find(|(known, ..)| *known == id).map_or(id, |(_, key, _)| *key).to_owned();
        steps
            .into_iter()
            .flat_map(|steps| steps.iter())
            .map(|step| (step.id.clone(), key(&step.id), step.name.clone()))
            .collect()
    }

    /// How a field is filled in.
    pub(super) fn control(&self, form: &Form, path: &str, value: &str) -> Control {
        let one = |choices| Control::Choice(with_written(choices, value));
        match (path, form) {
            ("category", _) if self.board.is_some() => one(self.categories(value)),
            ("duty", _) if self.board.is_some() => one(self.duties()),
            ("unit", _) if self.board.is_some() => one(self.units(value)),
            ("topics", _) if self.topics().is_some() => {
                Control::Checks(with_all_written(self.topics().unwrap_or_default(), value))
            }
            ("tables.register", _) => one(terms::<Register>(self.chinese, self.language, value)),
            (_, Form::Word(words)) => one(self.words(words, value)),
            (_, Form::Flag) => one(self.flag(value)),
            (_, Form::Words(words)) => Control::Checks(with_all_written(self.words(words, value), value)),
            (_, Form::Texts) if is_short_list(path) && !value.contains(['、', '，', ',']) => {
                Control::Words(self.proposals(path))
            }
            (_, Form::Texts) => Control::Lines,
            (_, Form::Date | Form::Stamp) if value.is_empty() || is_iso_day(value) => Control::Date,
            _ if is_long(path) || value.contains('\n') => Control::Area,
            _ => Control::Line(self.proposals(path)),
        }
    }

    /// What holds where a field says nothing, in a word.
    pub(super) fn inherited(&self, path: &str) -> Option<String> {
        let (board, item) = self.board.zip(self.item)?;
        let term = |id: &'static str, name: &'static str| {
            if self.language == Language::Chinese { name } else { id }.to_owned()
        };
        match path {
            "category" => item.category.map(|category| board.config.categories.get(category).name.clone()),
            "unit" => item.unit.map(|unit| board.config.unit(unit).name.clone()),
            "cadence" => Some(term(item.cadence.id(), item.cadence.chinese())),
            "method" => Some(term(item.method.id(), item.method.chinese())),
            _ => None,
        }
    }

    fn categories(&self, value: &str) -> Vec<Choice> {
        let Some(board) = self.board else { return Vec::new() };
        let categories = &board.config.categories;
        let written = categories.find(value);
        let choice = |(id, category): (CategoryId, &crate::config::Category)| {
            let depth = categories.line(id).len().saturating_sub(1);
            let label = format!("{}{}", "　".repeat(depth), category.name);
            Choice { value: if written == Some(id) { value.to_owned() } else { category.path.clone() }, label }
        };
        categories.iter().map(choice).collect()
    }

    fn duties(&self) -> Vec<Choice> {
        let duties = self.board.map(|board| board.duties.iter());
        let choice = |duty: &crate::config::Duty| Choice {
            value: duty.id.clone(),
            label: format!("{}（{}）", duty.name, duty.id),
        };
        duties.into_iter().flatten().map(choice).collect()
    }

    fn units(&self, value: &str) -> Vec<Choice> {
        let units = self.board.map(|board| board.config.units.iter());
        let choice = |unit: &crate::config::Unit| {
            let written = value == unit.name && !value.is_empty();
            Choice { value: if written { value.to_owned() } else { unit.id.clone() }, label: unit.name.clone() }
        };
        units.into_iter().flatten().map(choice).collect()
    }

    fn topics(&self) -> Option<Vec<Choice>> {
        let topics = &self.board?.config.topics;
        let choice = |topic: &crate::config::Topic| Choice { value: topic.id.clone(), label: topic.name.clone() };
        (!topics.is_empty()).then(|| topics.iter().map(choice).collect())
    }

    /// The words of a closed list, once for each meaning. The spelling that stands in the file stays.
    fn words(&self, words: &[&'static str], value: &str) -> Vec<Choice> {
        let written: Vec<&str> = value.split('\n').collect();
        let mut meanings: Vec<Vec<&'static str>> = Vec::new();
        for (at, &word) in words.iter().enumerate() {
            let begins = word.is_ascii() && at.checked_sub(1).is_none_or(|before| !words[before].is_ascii());
            match meanings.last_mut().filter(|_| !begins) {
                Some(meaning) => meaning.push(word),
                None => meanings.push(vec![word]),
            }
        }
        let choice = |spellings: Vec<&'static str>| spelled(&spellings, self.chinese, self.language, &written);
        meanings.into_iter().filter_map(choice).collect()
    }

    fn flag(&self, value: &str) -> Vec<Choice> {
        let written = [value];
        let yes = spelled(&["true", "是", "yes"], self.chinese, self.language, &written);
        let no = spelled(&["false", "否", "no"], self.chinese, self.language, &written);
        let shown = |choice: Option<Choice>, zh: &str, en: &str| {
            let label = if self.language == Language::Chinese { zh } else { en };
            choice.map(|choice| Choice { label: label.to_owned(), ..choice })
        };
        [shown(yes, "是", "Yes"), shown(no, "否", "No")].into_iter().flatten().collect()
    }

    /// Values that may stand in a field beside any others.
    fn proposals(&self, path: &str) -> Vec<Choice> {
        let plain = |value: &str| Choice { value: value.to_owned(), label: value.to_owned() };
        let Some(board) = self.board else { return Vec::new() };
        match path {
            "audience" => {
                let words = if self.chinese { ["全社会", "内部"] } else { ["public", "internal"] };
                words.map(plain).to_vec()
            }
            "period" => self.periods(board),
            "source" | "document.issuer" => vec![plain(&board.config.office.name)],
            "index" => vec![plain(&crate::board::Numbering::of(board).next(board.today.year()))],
            "interprets" => {
                let documents = board.items.iter().filter(|item| item.front().document.is_some());
                let choice = |item: &crate::board::Item| {
                    let value = item.index().unwrap_or_else(|| item.draft.path.trim_start_matches("content/"));
                    Choice { value: value.to_owned(), label: item.title().to_owned() }
                };
                documents.map(choice).take(MOST).collect()
            }
            "stage.matter" => {
                let mut matters: Vec<&str> = board
                    .items
                    .iter()
                    .filter_map(|item| item.front().stage.as_ref().map(|stage| stage.matter.trim()))
                    .collect();
                matters.sort_unstable();
                matters.dedup();
                matters.into_iter().map(plain).take(MOST).collect()
            }
            "exceptions.check" => registered().iter().map(|check| plain(check.meta().id)).collect(),
            "approvals.*.by" | "exceptions.by" => {
                let roles = board.config.steps_of(self.category).iter().flat_map(|step| step.roles.clone());
                let mut roles: Vec<String> = roles.collect();
                roles.sort();
                roles.dedup();
                roles.iter().map(|role| plain(role)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn periods(&self, board: &Board) -> Vec<Choice> {
        let of_category = || self.category.and_then(|category| board.config.categories.get(category).cadence);
        let own = self.item.map(|item| item.cadence).or_else(of_category);
        let Some(kind) = own.and_then(crate::term::Cadence::period_kind) else { return Vec::new() };
        let mut period = Period::containing(kind, board.today);
        let mut found = Vec::new();
        for _ in 0..PERIODS {
            found.push(Choice { value: period.to_string(), label: period.chinese() });
            period = period.previous();
        }
        found
    }
}

/// The spelling of a meaning that stands in the file, else the one that fits the file's keys.
fn spelled(spellings: &[&'static str], chinese: bool, language: Language, written: &[&str]) -> Option<Choice> {
    let (id, name) = (spellings.first()?, spellings.get(1).or(spellings.first())?);
    let own = spellings.iter().find(|spelling| written.contains(*spelling));
    let value = own.unwrap_or(if chinese { name } else { id });
    let label = if language == Language::Chinese { name } else { id };
    Some(Choice { value: (*value).to_owned(), label: (*label).to_owned() })
}

fn terms<T: crate::term::Term>(chinese: bool, language: Language, value: &str) -> Vec<Choice> {
    T::ALL.iter().filter_map(|term| spelled(term.spellings(), chinese, language, &[value])).collect()
}

/// The choices, and what stands in the file where it is none of them.
fn with_written(mut choices: Vec<Choice>, value: &str) -> Vec<Choice> {
    if !value.is_empty() && choices.iter().all(|choice| choice.value != value) {
        choices.push(Choice { value: value.to_owned(), label: format!("{value}（?）") });
    }
    choices
}

fn with_all_written(choices: Vec<Choice>, value: &str) -> Vec<Choice> {
    value.split('\n').fold(choices, with_written)
}

/// Lists whose texts are words, and stand beside each other.
fn is_short_list(path: &str) -> bool {
    matches!(path, "audience" | "keywords" | "topics" | "tables.drop" | "tables.total")
}

/// Texts that often need more than a line.
fn is_long(path: &str) -> bool {
    matches!(
        path,
        "summary"
            | "withheld.ground"
            | "withdrawn.reason"
            | "corrections.note"
            | "exceptions.reason"
            | "approvals.*.opinion"
    )
}

/// Whether a browser's own field for dates can show it.
fn is_iso_day(value: &str) -> bool {
    value.len() == 10 && crate::calendar::Date::parse(value).is_some_and(|date| date.to_string() == value)
}
