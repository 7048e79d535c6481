use super::super::extract::Extract;
use super::super::hidden::{Hidden, HiddenKind};
use crate::diag::{Severity, Spot};
use crate::say;

/// What a document records of its making, or hides: counts, and the first place of each.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) insertions: Count,
    pub(super) deletions: Count,
    /// Changes of form only; they tell the name of who made them.
    pub(super) formats: Count,
    pub(super) hidden_texts: Count,
}

/// How often something occurs, and where first.
#[derive(Default)]
pub(super) struct Count {
    number: usize,
    first: Option<Spot>,
}

impl Count {
    pub(super) fn at(&mut self, spot: &Spot) {
        self.number += 1;
        self.first.get_or_insert_with(|| spot.clone());
    }
}

impl Changes {
    pub(super) fn report(self, extract: &mut Extract) {
        let (inserted, deleted) = (self.insertions.number, self.deletions.number);
        if let Some(spot) = self.deletions.first.or(self.insertions.first) {
            let message = say!(
                "留有修订痕迹：插入 {inserted} 处，删除 {deleted} 处",
                "tracked changes are left: {inserted} insertions, {deleted} deletions"
            );
            extract.hidden.push(Hidden::data(spot, HiddenKind::TrackedChange, message));
        } else if let Some(spot) = self.formats.first {
            let count = self.formats.number;
            let message = say!("留有 {count} 处格式修订", "{count} tracked changes of form are left");
            let what = HiddenKind::TrackedChange;
            extract.hidden.push(Hidden { spot, what, severity: Severity::Warning, message });
        }
        if let Some(spot) = self.hidden_texts.first {
            let count = self.hidden_texts.number;
            let message = say!("{count} 处文字设为隐藏", "text is formatted as hidden in {count} places");
            extract.hidden.push(Hidden::data(spot, HiddenKind::Text, message));
        }
    }
}
