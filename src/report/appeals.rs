use crate::annual::{Appeals, YearFigures};

/// The columns of each of the three parts of table four.
pub const APPEAL_COLUMNS: [&str; 5] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

/// 政府信息公开行政复议、行政诉讼情况: one row of 15 cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AppealTable {
    /// 行政复议.
    pub reviews: [u64; 5],
    /// 行政诉讼, 未经复议直接起诉.
    pub direct: [u64; 5],
    /// 行政诉讼, 复议后起诉.
    pub after_review: [u64; 5],
}

impl AppealTable {
    /// The table of what an office wrote; the totals are computed.
    pub fn of(figures: Option<&YearFigures>) -> Self {
        let part = |appeals: Option<Appeals>| {
            let [upheld, corrected, other, pending] = appeals.unwrap_or_default();
            [upheld, corrected, other, pending, upheld + corrected + other + pending]
        };
        Self {
            reviews: part(figures.and_then(|figures| figures.reviews)),
            direct: part(figures.and_then(|figures| figures.direct)),
            after_review: part(figures.and_then(|figures| figures.after_review)),
        }
    }

    /// The 15 cells in order.
    pub fn cells(&self) -> impl Iterator<Item = u64> + use<> {
        self.reviews.into_iter().chain(self.direct).chain(self.after_review)
    }

    /// Lawsuits of both kinds.
    pub fn lawsuits(&self) -> u64 {
        self.direct[4] + self.after_review[4]
    }
}
