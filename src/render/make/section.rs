//! The four sections.

use super::facets::phases;
use super::home::matter_line;
use super::line::{line, lines};
use super::trail::{numbered_title, pager, part, trail, word};
use crate::board::{Board, Item, ItemId};
use crate::calendar::{Date, Period, PeriodKind, Stamp};
use crate::diag::Diagnostic;
use crate::page::{PAGE_LENGTH, Page};
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Group, ItemLine, MenuLink, SectionView, StagedView, When};
use crate::term::{Section, Term, Validity};

/// A section.
pub(super) fn page(setting: &Setting, page: &Page, section: Section, number: usize) -> Result<String, Box<Diagnostic>> {
    let hrefs = setting.hrefs_of(&page.address);
    let title = word(setting, &format!("section_{}", section.id()));
    let head = setting.head(page, numbered_title(title, number));
    let head = super::item::column_tags(head, title, "");
    let crumbs = trail(setting, hrefs, Vec::new(), title);
    let board = &*setting.board;
    match section {
        Section::Permanent | Section::Timely => {
            let view = plain(board, hrefs, section, number);
            setting.finish(page, "section.html", Made { head, crumbs, view })
        }
        Section::Staged => {
            let view = staged(board, hrefs, number);
            setting.finish(page, "staged.html", Made { head, crumbs, view })
        }
        Section::Periodic => super::periodic::section(setting, page, number),
    }
}

fn plain<'a>(board: &'a Board, hrefs: Hrefs<'_>, section: Section, number: usize) -> SectionView<'a> {
    let all = board.in_section(section);
    let shown = part(all, number, PAGE_LENGTH);
    let top = |item: &Item| item.category.and_then(|id| board.config.categories.line(id).first().copied());
    let is_closed = |id: &&ItemId| matches!(board.item(**id).validity(), Some(Validity::Repealed | Validity::Expired));
    let mut groups = if section == Section::Timely { by_month(board, hrefs, all, shown) } else { Vec::new() };
    let by_category = section != Section::Timely;
    for (id, category) in
        board.config.categories.iter().filter(|(_, category)| by_category && category.parent.is_none())
    {
        let own = shown.iter().filter(|&&item| top(board.item(item)) == Some(id) && !is_closed(&&item));
        let lines: Vec<ItemLine<'a>> =
            own.map(|&item| verified(board, section, line(board, hrefs, item), board.item(item))).collect();
        if !lines.is_empty() {
            groups.push(Group {
                id: format!("c-{}", category.id).into(),
                title: category.name.as_str().into(),
                count: board.count_in(id, section),
                note: None,
                more: Some(hrefs.category(id).into()),
                lines,
            });
        }
    }
    let tops = board.config.categories.iter().filter(|(_, category)| category.parent.is_none());
    let with_items = tops.filter(|(id, _)| board.count_in(*id, section) > 0);
    SectionView {
        section: section.id(),
        documents: Vec::new(),
        menu: with_items
            .map(|(id, category)| {
                MenuLink::to(hrefs.category(id), category.name.as_str()).count(board.count_in(id, section))
            })
            .collect(),
        groups,
        closed: lines(board, hrefs, shown.iter().filter(is_closed).copied()),
        pager: pager(hrefs, section.id(), number, all.len(), PAGE_LENGTH),
    }
}

/// Timely items month by month, the newest first; those that are no longer in force stand in a list of their own.
fn by_month<'a>(board: &'a Board, hrefs: Hrefs<'_>, all: &[ItemId], shown: &[ItemId]) -> Vec<Group<'a>> {
    let month = |id: ItemId| board.item(id).published().map(|at| Period::containing(PeriodKind::Month, at.date()));
    let start = |id: ItemId| month(id).map(Period::start);
    let is_open = |id: ItemId| !matches!(board.item(id).validity(), Some(Validity::Repealed | Validity::Expired));
    let chinese = board.config.language.starts_with("zh");
    let mut groups: Vec<(Option<Period>, Group<'a>)> = Vec::new();
    for id in shown.iter().copied().filter(|&id| is_open(id)) {
        let own = month(id);
        let line = line(board, hrefs, id);
        match groups.last_mut().filter(|(period, _)| *period == own) {
            Some((_, group)) => group.lines.push(line),
            None => {
                // Newest first: what one month has stands together.
                let newer = all.partition_point(|&other| start(other) > start(id));
                let not_older = all.partition_point(|&other| start(other) >= start(id));
                let title = own.map(|period| if chinese { period.chinese() } else { period.to_string() });
                let group = Group {
                    id: own.map_or_else(String::new, |period| format!("m-{period}")).into(),
                    title: title.unwrap_or_default().into(),
                    count: all[newer..not_older].iter().filter(|&&other| is_open(other)).count(),
                    note: None,
                    more: None,
                    lines: vec![line],
                };
                groups.push((own, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A permanent item shows when a person last looked whether it is still right.
fn verified<'a>(board: &Board, section: Section, mut line: ItemLine<'a>, item: &Item) -> ItemLine<'a> {
    if section == Section::Permanent && line.when.is_none() {
        let after = board.config.policies.verify_permanent_after;
        if let Some(last) = last_verified(item) {
            let overdue = after.after(last, &board.workdays).date < board.today;
            line.when = Some(if overdue {
                When::Unverified { months: months_between(last, board.today) }
            } else {
                When::Verified { date: last.to_string().into() }
            });
        }
    }
    line
}

/// The latest of 核对、更新、发布.
fn last_verified(item: &Item) -> Option<Date> {
    let front = item.front();
    let verified = front.verified.as_ref().map(|verified| verified.value);
    let updated = front.updated.as_ref().map(|updated| updated.date());
    [verified, updated, item.published().map(Stamp::date)].into_iter().flatten().max()
}

fn months_between(from: Date, to: Date) -> usize {
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
    usize::try_from(months).unwrap_or(0)
}

fn staged<'a>(board: &'a Board, hrefs: Hrefs<'_>, number: usize) -> StagedView<'a> {
    let (open, done): (Vec<_>, Vec<_>) =
        board.matters.iter().partition(|matter| phases(board, matter).iter().any(|phase| phase.current));
    let loose: Vec<ItemId> = board
        .in_section(Section::Staged)
        .iter()
        .copied()
        .filter(|&id| board.item(id).front().stage.is_none())
        .collect();
    StagedView {
        open: open.into_iter().map(|matter| matter_line(board, hrefs, matter)).collect(),
        done: done.into_iter().map(|matter| matter_line(board, hrefs, matter)).collect(),
        others: lines(board, hrefs, part(&loose, number, PAGE_LENGTH).iter().copied()),
        pager: pager(hrefs, "staged", number, board.in_section(Section::Staged).len(), PAGE_LENGTH),
    }
}
