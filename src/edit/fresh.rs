//! What a new item is to be: what is owed comes first, and a clean name for its file.

use crate::board::{Board, SlotState};
use crate::calendar::Period;
use crate::check::unfit_name;
use crate::config::{CategoryId, Duty};
use crate::say;
use crate::term::Cadence;
use crate::text::Text;
use std::path::{Path, PathBuf};

/// A period of a duty that waits for its item.
#[derive(Clone, Debug)]
pub struct Awaited<'b> {
    /// The duty.
    pub duty: &'b Duty,
    /// Its category.
    pub category: CategoryId,
    /// The period.
    pub period: Period,
    /// Duty, period and deadline.
    pub shown: Text,
    /// Whether the deadline is over.
    pub overdue: bool,
}

impl Awaited<'_> {
    /// The title that an item on it would have.
    pub fn title(&self) -> String {
        format!("{}{}", self.period.chinese(), self.duty.name)
    }
}

/// What is late or due, the earliest deadline first.
pub fn awaited(board: &Board) -> Vec<Awaited<'_>> {
    let mut found = Vec::new();
    for series in &board.series {
        let duty = board.duty(series.duty);
        let category = duty.category.as_ref().and_then(|path| board.config.categories.find(path));
        let Some(category) = category else { continue };
        for slot in &series.slots {
            let (name, period, due) = (&duty.name, slot.period, slot.due);
            let (shown, overdue) = match slot.state {
                SlotState::Overdue { days } => (
                    say!(
                        "{name} {period}（期限 {due}，已逾期 {days} 天）",
                        "{name} {period} (due {due}, {days} days overdue)"
                    ),
                    true,
                ),
                SlotState::Due { left } => (
                    say!(
                        "{name} {period}（期限 {due}，还有 {left} 天）",
                        "{name} {period} (due {due}, {left} days left)"
                    ),
                    false,
                ),
                _ => continue,
            };
            found.push((slot.due, Awaited { duty, category, period, shown, overdue }));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.duty.id.cmp(&b.1.duty.id)));
    found.into_iter().map(|(_, awaited)| awaited).collect()
}

/// The last period that ended, of an item that is periodic.
pub fn last_period(board: &Board, category: CategoryId, duty: Option<&Duty>) -> Option<Period> {
    let own = duty.and_then(|duty| duty.cadence.as_ref()).map(|cadence| cadence.value);
    let cadence = own.or(board.config.categories.get(category).cadence);
    cadence.and_then(Cadence::period_kind).map(|kind| Period::containing(kind, board.today).previous())
}

/// The folder of a category as it is named on disk: by ids, or by Chinese names where such folders are there.
pub fn folder(root: &Path, board: &Board, category: CategoryId) -> PathBuf {
    let mut folder = root.join("content");
    for id in board.config.categories.line(category) {
        let category = board.config.categories.get(id);
        let named = folder.join(&category.name);
        folder = if named.is_dir() { named } else { folder.join(&category.id) };
    }
    folder
}

/// Date or period, and the first words of the title.
pub fn stem(board: &Board, title: &str, period: Option<Period>) -> String {
    let words: String = title.chars().filter(|character| character.is_alphanumeric()).take(16).collect();
    let when = period.map_or_else(|| board.today.to_string(), |period| period.to_string());
    if words.is_empty() { when } else { format!("{when}-{words}") }
}

/// Whether a word can be the name of a new file: what the checks would refuse is not made in the first place, and neither
/// is what an address would need escapes for.
pub fn is_file_name(word: &str) -> bool {
    !word.is_empty() && !word.starts_with(['.', '~']) && !word.contains(['/', '%', '#']) && unfit_name(word).is_none()
}
