use crate::tally::Dimension;

/// What a figure of the report rests on, so that its reader can follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// Everything disclosed in the year.
    Year,
    /// Everything disclosed up to the end of the year.
    Running,
    /// One count of the year: its dimension, and the id of its value.
    Count(Dimension, String),
    /// A figure of table two: its row and its column.
    Documents(usize, usize),
    /// Items that the report lists.
    Items(Listed),
    /// The grid of what was owed period by period.
    Periods,
    /// The register of opinions.
    Feedback,
    /// What the office wrote down itself.
    Paper(Paper),
}

/// Items that are counted for the report's words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listed {
    /// 政策解读.
    Interpretations,
    /// 征求意见.
    Consultations,
    /// 公示.
    Publicities,
    /// 答复公众.
    Replies,
    /// 更正.
    Corrections,
    /// 撤下.
    Withdrawn,
    /// 长期公开信息核对.
    Verified,
    /// 标注废止、失效.
    Closed,
}

impl Listed {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Interpretations,
        Self::Consultations,
        Self::Publicities,
        Self::Replies,
        Self::Corrections,
        Self::Withdrawn,
        Self::Verified,
        Self::Closed,
    ];

    /// Its id and its Chinese name.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Interpretations => ("interpretations", "政策解读"),
            Self::Consultations => ("consultations", "征求意见"),
            Self::Publicities => ("publicities", "公示"),
            Self::Replies => ("replies", "公开答复"),
            Self::Corrections => ("corrections", "更正"),
            Self::Withdrawn => ("withdrawn", "撤下"),
            Self::Verified => ("verified", "长期公开信息核对"),
            Self::Closed => ("closed", "标注废止、失效"),
        }
    }
}

/// A part of `annual/YYYY.yaml` or `annual/before.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// Items from before the board: `before.yaml`.
    Before,
    /// 依申请公开: `requests`.
    Requests,
    /// 复议、诉讼: `reviews`, `lawsuits`.
    Appeals,
    /// 许可、处罚、强制: `permits`, `penalties`, `compulsion`.
    Decisions,
    /// 收费: `fees`, `handling_fees`.
    Fees,
    /// 规章、规范性文件 counted by hand: `documents`.
    Documents,
    /// 会议、培训、社会评议、新媒体: the other counters.
    Counters,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Before, Self::Requests, Self::Appeals, Self::Decisions, Self::Fees, Self::Documents, Self::Counters];

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Requests => "requests",
            Self::Appeals => "appeals",
            Self::Decisions => "decisions",
            Self::Fees => "fees",
            Self::Documents => "documents",
            Self::Counters => "counters",
        }
    }
}
