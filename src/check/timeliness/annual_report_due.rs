use super::super::contract::{Check, Context, Family, Meta};
use crate::config::Kind;
use crate::diag::{Place, Severity};
use crate::report::is_report_on;
use crate::say;

/// Reminds of the annual report on disclosure while it is due: from 1 January, and louder from 25 January.
pub(crate) struct AnnualReportDue;

static META: Meta = Meta {
    id: "annual-report-due",
    family: Family::Timeliness,
    severity: Severity::Note,
    basis: Some("《政府信息公开条例》第四十九条：每年1月31日前公布上一年度工作年度报告（乡镇参照）"),
    page: include_str!("../../../docs/checks/annual-report-due.md"),
};

impl Check for AnnualReportDue {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn only_reminds(&self) -> bool {
        true
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let (year, month, day) = (board.today.year() - 1, board.today.month(), board.today.day());
        // The last date that the law knows is 31 March; villages owe no report. A board that is new has none to write.
        let had = board.by_year.keys().any(|&known| known <= year);
        if board.config.kind == Kind::Village || month > 3 || !had {
            return;
        }
        if board.listed.iter().any(|&id| is_report_on(board.item(id), year, board)) {
            return;
        }
        let severity = if month == 1 && day < 25 { Severity::Note } else { Severity::Warning };
        let this = board.today.year();
        cx.find_as(
            severity,
            Place::file(&board.config.path),
            say!(
                "{year}年的政府信息公开工作年度报告还没有公布，期限是 {this}-01-31",
                "the report on disclosure in {year} is not published; it is due on {this}-01-31"
            ),
        )
        .remedy = Some(say!(
            "用 gongkai report {year} 生成，审签后公开",
            "make it with gongkai report {year}, have it approved and publish it"
        ));
    }
}
