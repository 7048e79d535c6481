use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Board;
use crate::config::Kind;
use crate::diag::{Place, Severity};
use crate::report::is_report_on;
use crate::say;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Finds years whose report needs figures that nobody has written down.
pub(crate) struct MissingAnnualFigures;

static META: Meta = Meta {
    id: "missing-annual-figures",
    family: Family::Report,
    severity: Severity::Warning,
    basis: Some("国办公开办函〔2021〕30号：年度报告按统一格式填报，没有的填0"),
    page: include_str!("../../../docs/checks/missing-annual-figures.md"),
};

impl Check for MissingAnnualFigures {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        if board.config.kind == Kind::Village {
            return;
        }
        for year in years(board) {
            let path: Arc<str> = Arc::from(format!("content/annual/{year}.yaml"));
            let missing = match board.annual.years.get(&year) {
                Some(figures) => figures.missing(),
                None => {
                    cx.find(
                        Place::file(&path),
                        say!(
                            "没有 {year} 年的统计数据：年度报告要用的申请、复议诉讼、许可处罚、收费等数字还没有登记",
                            "the figures of {year} are missing: requests, reviews, permits, fees and the like"
                        ),
                    )
                    .remedy = Some(say!(
                        "新建 content/annual/{year}.yaml，照手册写全，没有的写 0",
                        "make content/annual/{year}.yaml as the handbook shows; write 0 for what did not happen"
                    ));
                    continue;
                }
            };
            if !missing.is_empty() {
                let zh = missing.iter().map(|(id, name)| format!("{name}（{id}）")).collect::<Vec<_>>().join("、");
                let en = missing.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ");
                cx.find(Place::file(&path), say!("{year} 年的统计数据缺少：{zh}", "the figures of {year} lack {en}"))
                    .remedy = Some(say!("补上这几项，没有的写 0", "add them; write 0 for what did not happen"));
            }
        }
    }
}

/// The years that are over and whose figures are needed: a paper of the year is begun, its report is published, or the
/// year has just ended. A board that has never kept figures is reminded only while its report is due.
fn years(board: &Board) -> BTreeSet<i16> {
    let last = board.today.year() - 1;
    let mut years: BTreeSet<i16> = board.annual.years.keys().copied().filter(|&year| year <= last).collect();
    let keeps = years.first().is_some_and(|&first| first <= last);
    if board.by_year.contains_key(&last) && (keeps || board.today.month() <= 3) {
        years.insert(last);
    }
    if board.listed.iter().any(|&id| is_report_on(board.item(id), last, board)) {
        years.insert(last);
    }
    years
}
