use super::facets::phases;
use super::home::matter_line;
use super::line::lines;
use super::trail::{trail, word};
use crate::board::ItemId;
use crate::calendar::Stamp;
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Link, MatterPart, MatterView, StagedView, State};
use crate::term::{Phase, Term};

/// One undertaking, from decision to result.
pub(super) fn one(setting: &Setting, page: &Page, at: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let matter = &board.matters[at];
    let states = phases(board, matter);
    let phase_of = |id: ItemId| {
        board.item(id).front().stage.as_ref().and_then(|stage| stage.phase.as_ref()).map(|phase| phase.value)
    };
    let mut parts = Vec::new();
    for (&phase, state) in Phase::ALL.iter().zip(&states) {
        let own: Vec<ItemId> = matter.items.iter().copied().filter(|&id| phase_of(id) == Some(phase)).collect();
        let day = |id: &ItemId| board.item(*id).published().map(Stamp::date);
        parts.push(MatterPart {
            phase: phase.id(),
            state: state.state,
            from: own.iter().filter_map(day).min().map(|date| date.to_string().into()),
            to: own
                .iter()
                .filter_map(day)
                .max()
                .filter(|_| state.state == State::Published)
                .map(|date| date.to_string().into()),
            lines: lines(board, hrefs, own),
        });
    }
    let others = board.matters.iter().filter(|other| other.id != matter.id);
    let first = matter.items.first().and_then(|&id| board.item(id).summary());
    let view = MatterView {
        title: matter.name.as_str().into(),
        lead: first.map(Into::into),
        phases: states,
        parts,
        others: others.take(5).map(|other| matter_line(board, hrefs, other)).collect(),
        ..MatterView::default()
    };
    let head = setting.head(page, matter.name.as_str());
    let between = vec![Link::to(hrefs.page("staged"), word(setting, "section_staged"))];
    let crumbs = trail(setting, hrefs, between, matter.name.as_str());
    setting.finish(page, "matter.html", Made { head, crumbs, view })
}

/// All undertakings.
pub(super) fn all(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let (open, done): (Vec<_>, Vec<_>) =
        board.matters.iter().partition(|matter| phases(board, matter).iter().any(|phase| phase.current));
    let view = StagedView {
        open: open.into_iter().map(|matter| matter_line(board, hrefs, matter)).collect(),
        done: done.into_iter().map(|matter| matter_line(board, hrefs, matter)).collect(),
        ..StagedView::default()
    };
    let title = word(setting, "matters_title");
    let head = setting.head(page, title);
    let between = vec![Link::to(hrefs.page("staged"), word(setting, "section_staged"))];
    let crumbs = trail(setting, hrefs, between, title);
    setting.finish(page, "staged.html", Made { head, crumbs, view })
}
