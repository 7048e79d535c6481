//! 公开审批台账: which step of approval was done by whom, month by month.

use super::trail::{trail, word};
use crate::board::{Address, Board, Item, ItemId, approval_months, approved_in};
use crate::calendar::Period;
use crate::config::Step;
use crate::diag::Diagnostic;

use crate::page::{Page, ledger_path};
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Approval, LedgerRow, LedgerView, Link, MenuLink};

/// The ledger of a month.
pub(super) fn page(setting: &Setting, page: &Page, month: Option<Period>) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let months = approval_months(board);
    let month = month.or_else(|| months.first().map(|(month, _)| *month));
    let items = month.map_or_else(Vec::new, |month| approved_in(board, month));
    let steps = steps(board, &items);
    let view = LedgerView {
        months: months
            .iter()
            .map(|&(own, count)| {
                MenuLink::to(hrefs.page(&ledger_path(board, own)), own.to_string())
                    .count(count)
                    .current(Some(own) == month)
            })
            .collect(),
        month: month.map_or_else(String::new, |month| month.to_string()).into(),
        steps: steps.iter().map(|step| board.config.step_name(step).into()).collect(),
        rows: items.iter().map(|&id| row(board, hrefs, &steps, board.item(id))).collect(),
        file: Some(hrefs.to(&Address::file("inspection/ledger.csv")).into()),
        pager: None,
    };
    let title = word(setting, "ledger_title");
    let own = month.map_or_else(|| title.to_owned(), |month| format!("{title} {month}"));
    let mut head = setting.head(page, own);
    head.noindex = true;
    let between = vec![Link::to(hrefs.page("inspection"), word(setting, "inspection_title"))];
    setting.finish(page, "ledger.html", Made { head, crumbs: trail(setting, hrefs, between, title), view })
}

/// The steps that these items need or have done, those of the board first, in their order.
fn steps<'a>(board: &'a Board, items: &[ItemId]) -> Vec<&'a str> {
    let mut steps: Vec<&str> = Vec::new();
    let of_board = board.config.approvals.iter().map(|step: &Step| step.id.as_str());
    let needed = items.iter().flat_map(|&id| board.item(id).steps.iter().map(|step| step.id.as_str()));
    let done = items.iter().flat_map(|&id| &board.item(id).front().approvals).map(|one| one.step.value.as_str());
    for step in of_board.chain(needed).chain(done) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps
}

fn row<'a>(board: &'a Board, hrefs: Hrefs<'_>, steps: &[&str], item: &'a Item) -> LedgerRow<'a> {
    let cell = |step: &&str| {
        let done = item.front().approvals.iter().find(|approval| approval.step.value == **step)?;
        Some(Approval {
            name: board.config.step_name(&done.step).into(),
            by: done.by.as_ref().map(|by| by.trim().into()),
            on: done.on.as_ref().map(|on| on.date().to_string().into()),
            opinion: done.opinion.as_ref().map(|opinion| opinion.trim().into()),
        })
    };
    LedgerRow {
        index: item.index().unwrap_or_default().into(),
        link: Link { href: hrefs.item(item).map(Into::into), text: item.title().into() },
        unit: item.unit.map_or("", |unit| board.config.unit(unit).name.as_str()).into(),
        published: item.published().map(|on| on.date().to_string().into()),
        steps: steps.iter().map(cell).collect(),
        needed: steps.iter().map(|id| item.steps.iter().any(|step| step.id == *id && !step.optional)).collect(),
    }
}
