use crate::calendar::{Date, Stamp};
use crate::term::{Phase, Validity};
use crate::text::{Placed, Span};

/// A file offered for download.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Path relative to the item's file, as written.
    pub file: Placed<String>,
    /// What it is called on the page.
    pub title: Option<Placed<String>>,
}

/// A sheet shown as a table and offered for download as masked (表格).
#[derive(Clone, Debug)]
pub struct TableField {
    /// Path relative to the item's file, as written.
    pub file: Placed<String>,
    /// Which sheet; the first where not said.
    pub sheet: Option<Placed<String>>,
    /// The table's name.
    pub caption: Option<Placed<String>>,
    /// Column and kind of mask.
    pub mask: Vec<(Placed<String>, Placed<String>)>,
    /// Columns that are never published.
    pub drop: Vec<Placed<String>>,
    /// Columns whose sums are checked.
    pub total: Vec<Placed<String>>,
    /// Which official list it is (权责清单 and the like): `power`, `responsibility`, `service`, `fee`, `intermediary`.
    pub register: Option<Placed<String>>,
}

/// The facet of an item that is an official document (公文).
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// 发文字号.
    pub number: Option<Placed<String>>,
    /// 发文机关.
    pub issuer: Option<Placed<String>>,
    /// 成文日期.
    pub written: Option<Placed<Date>>,
    /// 施行日期.
    pub effective: Option<Placed<Date>>,
    /// 有效性.
    pub validity: Option<Placed<Validity>>,
    /// 废止日期.
    pub repealed: Option<Placed<Date>>,
    /// 替代: index or path of the document that this one replaces.
    pub replaces: Vec<Placed<String>>,
    /// 主题分类.
    pub subject: Option<Placed<String>>,
    /// 体裁分类.
    pub genre: Option<Placed<String>>,
}

/// How a matter is handled at the counter (办事指南).
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// Where the guide stands.
    pub span: Span,
    /// 依据.
    pub basis: Vec<Placed<String>>,
    /// 条件.
    pub conditions: Vec<Placed<String>>,
    /// 材料.
    pub materials: Vec<Placed<String>>,
    /// 流程.
    pub steps: Vec<Placed<String>>,
    /// 时限.
    pub time_limit: Option<Placed<String>>,
    /// 收费.
    pub fee: Option<Placed<String>>,
    /// 地点.
    pub place: Option<Placed<String>>,
    /// 时间.
    pub hours: Option<Placed<String>>,
    /// 电话.
    pub phone: Option<Placed<String>>,
    /// 义务.
    pub obligations: Vec<Placed<String>>,
    /// 权利.
    pub rights: Vec<Placed<String>>,
}

/// A notice that may be objected to (公示).
#[derive(Clone, Debug, Default)]
pub struct Publicity {
    /// Where the facet stands.
    pub span: Span,
    /// First day.
    pub from: Option<Placed<Date>>,
    /// Last day.
    pub to: Option<Placed<Date>>,
    /// 异议: telephone.
    pub phone: Option<Placed<String>>,
    /// 异议: address.
    pub address: Option<Placed<String>>,
    /// 结果: a text, an index number or a path.
    pub outcome: Option<Placed<String>>,
}

/// A draft on which opinions are asked (征求意见).
#[derive(Clone, Debug, Default)]
pub struct Consultation {
    /// Where the facet stands.
    pub span: Span,
    /// First day.
    pub from: Option<Placed<Date>>,
    /// Last day.
    pub to: Option<Placed<Date>>,
    /// How to give an opinion.
    pub how: Option<Placed<String>>,
    /// 结果: a text, an index number or a path.
    pub outcome: Option<Placed<String>>,
}

/// An answer to a citizen's question (答复).
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// Where the facet stands.
    pub span: Span,
    /// When it was asked.
    pub asked: Option<Placed<Date>>,
    /// When it was answered.
    pub answered: Option<Placed<Date>>,
    /// On which way it came.
    pub via: Option<Placed<String>>,
}

/// A step of an undertaking (阶段).
#[derive(Clone, Debug)]
pub struct Stage {
    /// Where the facet stands.
    pub span: Span,
    /// The undertaking's id.
    pub matter: Placed<String>,
    /// Which of the five phases.
    pub phase: Option<Placed<Phase>>,
    /// The step's own name: 招标.
    pub name: Option<Placed<String>>,
}

/// Who did one step of approval, and when (审签).
#[derive(Clone, Debug)]
pub struct Approval {
    /// The step's id.
    pub step: Placed<String>,
    /// The person's role.
    pub by: Option<Placed<String>>,
    /// When.
    pub on: Option<Placed<Stamp>>,
    /// In which words.
    pub opinion: Option<Placed<String>>,
}

/// Silences one check for one item (例外).
#[derive(Clone, Debug)]
pub struct Exception {
    /// The check's id.
    pub check: Placed<String>,
    /// Why.
    pub reason: Option<Placed<String>>,
    /// The role of the person who allows it.
    pub by: Option<Placed<String>>,
    /// The last day on which it holds.
    pub until: Option<Placed<Date>>,
}

/// What was put right after publication (更正).
#[derive(Clone, Debug)]
pub struct Correction {
    /// When.
    pub on: Option<Placed<Date>>,
    /// What.
    pub note: Option<Placed<String>>,
}

/// Why an item was taken down (撤下).
#[derive(Clone, Debug, Default)]
pub struct Withdrawn {
    /// When.
    pub on: Option<Placed<Date>>,
    /// Why.
    pub reason: Option<Placed<String>>,
}

/// Why an item is not disclosed (不予公开; 条例 art. 14–16), and when that is looked at again (art. 18).
#[derive(Clone, Debug, Default)]
pub struct Withheld {
    /// Where the facet stands.
    pub span: Span,
    /// On what ground.
    pub ground: Option<Placed<String>>,
    /// When to look again.
    pub review_by: Option<Placed<Date>>,
    /// The only words of the item that are public.
    pub public_title: Option<Placed<String>>,
}
