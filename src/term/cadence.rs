use super::table::terms;
use crate::calendar::PeriodKind;

terms! {
    /// How often or when something is disclosed (公开时限).
    pub enum Cadence {
        /// Always on the board, verified from time to time (长期公开).
        Permanent = ["permanent", "长期", "长期公开", "永久公开", "经常性公开"],
        /// Once a month.
        Monthly = ["monthly", "每月", "按月", "月度"],
        /// Once a quarter.
        Quarterly = ["quarterly", "每季度", "每季", "按季度", "季度"],
        /// Twice a year.
        HalfYearly = ["half-yearly", "每半年", "半年"],
        /// Once a year.
        Yearly = ["yearly", "每年", "年度", "按年"],
        /// Step by step as an undertaking goes on (阶段公开, 逐步公开).
        Staged = ["staged", "阶段", "阶段公开", "逐步", "逐步公开"],
        /// When it happens (及时公开, 随时公开).
        Timely = ["timely", "及时", "及时公开", "随时", "随时公开", "实时公开"],
    }
}

terms! {
    /// The four parts of a board (公开专区).
    pub enum Section {
        /// 长期公开.
        Permanent = ["permanent", "长期公开"],
        /// 定期公开.
        Periodic = ["periodic", "定期公开"],
        /// 阶段公开.
        Staged = ["staged", "阶段公开"],
        /// 及时公开.
        Timely = ["timely", "及时公开"],
    }
}

impl Cadence {
    /// The part of the board where such items stand.
    pub fn section(self) -> Section {
        match self {
            Self::Permanent => Section::Permanent,
            Self::Monthly | Self::Quarterly | Self::HalfYearly | Self::Yearly => Section::Periodic,
            Self::Staged => Section::Staged,
            Self::Timely => Section::Timely,
        }
    }

    /// The kind of period that a periodic cadence speaks of; none for the other three sections.
    pub fn period_kind(self) -> Option<PeriodKind> {
        match self {
            Self::Monthly => Some(PeriodKind::Month),
            Self::Quarterly => Some(PeriodKind::Quarter),
            Self::HalfYearly => Some(PeriodKind::Half),
            Self::Yearly => Some(PeriodKind::Year),
            Self::Permanent | Self::Staged | Self::Timely => None,
        }
    }
}
