use crate::calendar::Stamp;
use crate::text::Digest;

/// What is recorded of one published item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 索引号, where it has one.
    pub index: Option<String>,
    /// Its address below the board's: `finance/2026-q3/`.
    pub address: String,
    /// Of what is published of it.
    pub digest: Digest,
    /// 发布日期.
    pub first: Stamp,
    /// When it was last changed: updated, corrected, repealed or taken down; the day of publication until then.
    pub last: Stamp,
    /// Day and words of what changed it last: a correction, a repeal, why it was taken down; empty where nothing has.
    pub note: String,
}

impl Entry {
    /// Whether this says why it differs from an older entry.
    pub fn explains(&self, older: &Self) -> bool {
        !self.note.is_empty() && self.note != older.note
    }
}
