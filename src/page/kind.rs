use crate::board::{Address, ItemId};
use crate::calendar::Period;
use crate::config::{CategoryId, UnitId};
use crate::tally::Dimension;
use crate::term::Section;

/// One page: what it shows and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// What it shows.
    pub kind: PageKind,
}

/// Whose sheet hangs on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// That of the whole office.
    Office,
    /// That of a unit (村务公开栏).
    Unit(UnitId),
    /// The accounts of a period: the items of a category.
    Finance(CategoryId),
}

/// What is bound as a volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    /// 公开目录, category by category.
    Catalogue,
    /// 公开制度 in force.
    Rules,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The board itself.
    Home,
    /// One of the four sections; `number` counts its pages from 1.
    Section {
        /// Which.
        section: Section,
        /// Which of its pages, from 1.
        number: usize,
    },
    /// What was owed in another year than this one: duty × period.
    PeriodicYear(i16),
    /// A category with those below it.
    Category {
        /// Which.
        category: CategoryId,
        /// Which of its pages, from 1.
        number: usize,
    },
    /// An item.
    Item(ItemId),
    /// 责任单位, all of them.
    Units,
    /// The board of one unit (村务公开栏).
    Unit {
        /// Which.
        unit: UnitId,
        /// Which of its pages, from 1.
        number: usize,
    },
    /// 专题, all of them.
    Topics,
    /// A topic, by its place in the board's list.
    Topic {
        /// Which.
        topic: usize,
        /// Which of its pages, from 1.
        number: usize,
    },
    /// All years.
    Years,
    /// What was published in a year.
    Year {
        /// Which.
        year: i16,
        /// Which of its pages, from 1.
        number: usize,
    },
    /// 事项进程, all of them.
    Matters,
    /// An undertaking, by its place in the board's list.
    Matter(usize),
    /// 公开目录.
    Catalogue {
        /// Which of its pages, from 1.
        number: usize,
    },
    /// 公开指南.
    Guide,
    /// 公开制度, in one volume.
    Rules,
    /// 公开年报.
    Reports,
    /// The annual report on a year.
    Report(i16),
    /// 标准目录 in its official columns.
    Standard,
    /// 公开统计 of a year, or of all years together.
    Statistics(Option<i16>),
    /// The items behind one figure of the statistics.
    Traced {
        /// In which year.
        year: i16,
        /// Of which count, by its dimension and its place in it; all items of the year where there is none.
        of: Option<(Dimension, usize)>,
        /// Which of its pages, from 1.
        number: usize,
    },
    /// 依申请公开.
    OnRequest,
    /// 政府信息公开申请表, to be printed and filled in.
    ApplicationForm,
    /// 不予公开.
    NegativeList,
    /// 意见反馈: the register of opinions.
    Feedback {
        /// Which of its pages, from 1.
        number: usize,
    },
    /// 无障碍说明.
    Accessibility,
    /// 搜索.
    Search,
    /// The loop of the hall's screen.
    Screen,
    /// What there is to print.
    Prints,
    /// An item on paper, A4.
    PrintItem(ItemId),
    /// A sheet for the wall, A3.
    PrintBoard {
        /// Whose.
        wall: Wall,
        /// For which period.
        period: Period,
    },
    /// A bound volume, with contents and page numbers; made when it is asked for.
    PrintVolume {
        /// Which.
        volume: Volume,
        /// The pages on which its parts begin, counted from 1; empty before anybody has printed it.
        numbers: Vec<u32>,
    },
    /// The permanent short address of an item.
    Short(ItemId),
    /// An old address of an item.
    Redirect(ItemId),
    /// What an inspector would find; in the inside view only.
    Inspection,
    /// 公开审批台账 of a month, or of the newest; in the inside view only.
    Ledger(Option<Period>),
    /// What a reader sees who asks for what is not there.
    NotFound,
}
