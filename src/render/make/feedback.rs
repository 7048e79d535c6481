//! 意见反馈: the register of opinions, without their words.

use super::item::column_tags;
use super::trail::{numbered_title, pager, part, trail, word};
use crate::annual::Opinion;
use crate::board::Board;
use crate::diag::Diagnostic;
use crate::page::{FEEDBACK_LENGTH, Page, received};
use crate::render::setting::{Made, Setting};
use crate::render::view::{FeedbackRow, FeedbackView, FeedbackWays, FeedbackYear};
use crate::tally::{Feedback, ways};

/// Of how many years it is told on which ways opinions came.
const YEARS: usize = 2;

/// One page of the register.
pub(super) fn page(setting: &Setting, page: &Page, number: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let all: Vec<&Opinion> = received(board).collect();
    let counted = Feedback::of(board);
    let years = counted.years.iter().rev().map(|(year, own)| FeedbackYear {
        year: year.to_string().into(),
        received: own.received,
        passed: own.passed,
        answered: own.answered,
        changed: own.changed,
        average: own.average_tenths().map(|tenths| format!("{}.{}", tenths / 10, tenths % 10).into()),
        longest: (own.answered > 0).then_some(own.longest),
    });
    let came = counted.years.keys().rev().take(YEARS).map(|&year| FeedbackWays {
        year: year.to_string().into(),
        rows: ways(board, year).into_iter().map(|(way, count)| (way.into(), count)).collect(),
    });
    let mut view = FeedbackView {
        rows: part(&all, number, FEEDBACK_LENGTH).iter().map(|opinion| row(board, opinion)).collect(),
        total: all.len(),
        pager: pager(hrefs, "feedback", number, all.len(), FEEDBACK_LENGTH),
        ..FeedbackView::default()
    };
    if number == 1 {
        view.years = years.collect();
        view.ways = came.collect();
    }
    let title = word(setting, "feedback_title");
    let head = column_tags(setting.head(page, numbered_title(title, number)), title, "");
    setting.finish(page, "feedback.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

fn row<'a>(board: &'a Board, opinion: &'a Opinion) -> FeedbackRow<'a> {
    let passed_to = opinion.passed_to.as_ref().map(|to| {
        let unit = board.config.find_unit(to).map(|unit| board.config.unit(unit).name.as_str());
        unit.unwrap_or_else(|| to.trim()).into()
    });
    FeedbackRow {
        date: opinion.date.to_string().into(),
        way: opinion.channel.as_str().into(),
        passed_to,
        answered: Feedback::days(board, opinion),
        changed: opinion.changed.as_ref().map(|changed| changed.as_str().into()),
    }
}
