use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Board, Item};
use crate::calendar::Period;
use crate::diag::{Place, Severity};
use crate::report::{discrepancies, imbalances, is_report_on};
use crate::say;

/// Finds annual reports whose figures contradict each other, the year before, or the tables.
pub(crate) struct UnbalancedReport;

static META: Meta = Meta {
    id: "unbalanced-report",
    family: Family::Report,
    severity: Severity::Error,
    basis: Some("国办公开办函〔2021〕30号：第一项加第二项之和，等于第三项加第四项之和"),
    page: include_str!("../../../docs/checks/unbalanced-report.md"),
};

impl Check for UnbalancedReport {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(year) = report_year(item, cx.board).filter(|_| item.offers_content()) else { return };
        for one in discrepancies(cx.board, item, year) {
            cx.find_as(one.severity, item.place(one.span), one.message).remedy = Some(say!(
                "核对报告和 annual/{year}.yaml，改正写错的一处",
                "compare the report with annual/{year}.yaml and mend the one that is wrong"
            ));
        }
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        for (&year, figures) in &board.annual.years {
            for one in imbalances(board, year) {
                let place = Place::text(&figures.path, one.span);
                cx.find_as(one.severity, place, one.message).remedy = Some(one.remedy);
            }
        }
    }
}

/// The year of an item that is an annual report.
fn report_year(item: &Item, board: &Board) -> Option<i16> {
    let title = item.title();
    if !title.contains("报告") && !title.contains("年报") {
        return None;
    }
    let named = title.find('年').and_then(|at| {
        let digits = title.get(at.checked_sub(4)?..at)?;
        digits.parse::<i16>().ok()
    });
    let year = match item.period() {
        Some(Period::Year(year)) => Some(year),
        _ => named,
    }?;
    is_report_on(item, year, board).then_some(year)
}
