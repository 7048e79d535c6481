use super::request::{Requests, requests};
use crate::say;
use crate::source::{Fields, Key, Reader, Source};
use crate::text::{Placed, Span};
use std::sync::Arc;

/// How reviews or lawsuits ended, and how many are pending: 结果维持, 结果纠正, 其他结果, 尚未审结.
pub type Appeals = [u64; 4];

/// What an office counted of one kind of documents, instead of the count of items: 制发, 废止, 现行有效.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documents {
    /// 本年制发件数.
    pub made: u64,
    /// 本年废止件数.
    pub repealed: u64,
    /// 现行有效件数.
    pub valid: u64,
    /// Where that is written.
    pub span: Span,
}

/// A count that an office keeps by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tallied {
    /// 行政许可.
    Permits,
    /// 行政处罚.
    Penalties,
    /// 行政强制.
    Compulsion,
    /// 会议.
    Meetings,
    /// 社会评议、问卷.
    Surveys,
    /// 政务新媒体发布.
    Posts,
    /// 培训.
    Trainings,
    /// 征求意见, beyond those that are items.
    Consultations,
}

impl Tallied {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Permits,
        Self::Penalties,
        Self::Compulsion,
        Self::Meetings,
        Self::Surveys,
        Self::Posts,
        Self::Trainings,
        Self::Consultations,
    ];

    /// Its key in `annual/YYYY.yaml`.
    pub fn key(self) -> Key {
        match self {
            Self::Permits => ("permits", "行政许可"),
            Self::Penalties => ("penalties", "行政处罚"),
            Self::Compulsion => ("compulsion", "行政强制"),
            Self::Meetings => ("meetings", "会议"),
            Self::Surveys => ("surveys", "社会评议"),
            Self::Posts => ("posts", "新媒体发布"),
            Self::Trainings => ("trainings", "培训"),
            Self::Consultations => ("consultations", "征求意见"),
        }
    }
}

/// The figures of one year that no item carries.
#[derive(Clone, Debug)]
pub struct YearFigures {
    /// The file, as findings name it.
    pub path: Arc<str>,
    /// The year.
    pub year: i16,
    /// 依申请公开; none where not written.
    pub requests: Option<Requests>,
    /// 行政复议.
    pub reviews: Option<Appeals>,
    /// 未经复议直接起诉.
    pub direct: Option<Appeals>,
    /// 复议后起诉.
    pub after_review: Option<Appeals>,
    /// Counts kept by hand, in the order of [`Tallied::ALL`]; none where not written.
    pub tallied: [Option<u64>; 8],
    /// 行政事业性收费, in 万元.
    pub fees: Option<f64>,
    /// 信息处理费, in 元.
    pub handling_fees: Option<f64>,
    /// 规章, where the office counts by hand.
    pub rules: Option<Documents>,
    /// 行政规范性文件, where the office counts by hand.
    pub normative: Option<Documents>,
}

impl YearFigures {
    /// A count kept by hand; 0 where not written.
    pub fn count(&self, of: Tallied) -> u64 {
        self.tallied[of as usize].unwrap_or(0)
    }

    /// The ids of what an annual report needs and this file does not say.
    pub fn missing(&self) -> Vec<Key> {
        let mut missing = Vec::new();
        let mut need = |there: bool, key: Key| {
            if !there {
                missing.push(key);
            }
        };
        need(self.requests.is_some(), REQUESTS);
        need(self.reviews.is_some(), REVIEWS);
        need(self.direct.is_some() && self.after_review.is_some(), LAWSUITS);
        for of in [Tallied::Permits, Tallied::Penalties, Tallied::Compulsion] {
            need(self.tallied[of as usize].is_some(), of.key());
        }
        need(self.fees.is_some(), FEES);
        missing
    }
}

const REQUESTS: Key = ("requests", "申请");
const REVIEWS: Key = ("reviews", "行政复议");
const LAWSUITS: Key = ("lawsuits", "行政诉讼");
const FEES: Key = ("fees", "行政事业性收费");

/// Reads `annual/YYYY.yaml`.
pub(super) fn year_figures(year: i16, source: &Source, reader: &Reader) -> Option<YearFigures> {
    let node = reader.yaml(&source.text, 0, &|_| false)?;
    let mut fields = Fields::of(reader, node);
    if let Some(written) =
        fields.number(("year", "年度")).filter(|written| i64::try_from(written.value) != Ok(i64::from(year)))
    {
        let shown = written.value;
        reader.refuse(
            "wrong-value",
            written.span,
            say!("年度写的是 {shown}，文件名是 {year}", "the year is {shown}, but the file is named {year}"),
            say!("改成一致", "make them the same"),
        );
    }
    let mut lawsuits = fields.map(LAWSUITS);
    let mut documents = fields.map(("documents", "文件"));
    let figures = YearFigures {
        path: Arc::clone(&source.path),
        year,
        requests: fields.map(REQUESTS).map(requests),
        reviews: fields.map(REVIEWS).map(appeals),
        direct: lawsuits.as_mut().and_then(|fields| fields.map(("direct", "直接起诉"))).map(appeals),
        after_review: lawsuits.as_mut().and_then(|fields| fields.map(("after_review", "复议后起诉"))).map(appeals),
        tallied: Tallied::ALL.map(|of| fields.number(of.key()).map(|number| number.value)),
        fees: amount(&mut fields, FEES),
        handling_fees: amount(&mut fields, ("handling_fees", "信息处理费")),
        rules: documents.as_mut().and_then(|fields| fields.map(("rules", "规章"))).map(self::documents),
        normative: documents
            .as_mut()
            .and_then(|fields| fields.map(("normative", "行政规范性文件")))
            .map(self::documents),
    };
    for inner in [lawsuits, documents].into_iter().flatten() {
        inner.refuse_rest();
    }
    fields.refuse_rest();
    Some(figures)
}

fn appeals(mut fields: Fields<'_, '_>) -> Appeals {
    let keys = [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结")];
    let counts = keys.map(|key| fields.number(key).map_or(0, |number| number.value));
    fields.refuse_rest();
    counts
}

fn documents(mut fields: Fields<'_, '_>) -> Documents {
    let span = fields.span();
    let [made, repealed, valid] = [("made", "制发"), ("repealed", "废止"), ("valid", "现行有效")]
        .map(|key| fields.number(key).map_or(0, |number| number.value));
    fields.refuse_rest();
    Documents { made, repealed, valid, span }
}

/// An amount of money, not negative.
fn amount(fields: &mut Fields<'_, '_>, key: Key) -> Option<f64> {
    let word: Placed<String> = fields.text(key)?;
    let plain =
        |text: &str| !text.is_empty() && text.chars().all(|character| character.is_ascii_digit() || character == '.');
    let value = word.trim().replace(',', "");
    let amount = value.parse::<f64>().ok().filter(|amount| plain(&value) && amount.is_finite());
    if amount.is_none() {
        let (shown, (id, name)) = (&word.value, key);
        fields.reader().refuse(
            "wrong-value",
            word.span,
            say!("“{name}”的值“{shown}”不是金额", "“{id}” cannot be “{shown}”"),
            say!("只写数字，如 0 或 1.25", "write the number only: 0 or 1.25"),
        );
    }
    amount
}
