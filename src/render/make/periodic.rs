//! 定期公开: what is owed and when, duty × period.

use super::line::lines;
use super::trail::{numbered_title, pager, part, trail, word};
use crate::board::{Board, Owed, Series, Slot, SlotState};
use crate::calendar::{Period, PeriodKind};
use crate::diag::Diagnostic;
use crate::page::{PAGE_LENGTH, Page, grid_years};
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    Figure, Grid, GridCell, GridColumn, GridRow, ItemLine, Link, MenuLink, PeriodicView, SeriesGroup, SeriesLine,
    State, When,
};
use crate::term::{Cadence, Section, Term};
use std::borrow::Cow;

/// How many overdue periods are listed; the grid shows them all.
const OVERDUE: usize = 40;
/// How many years stand side by side for what is owed once a year.
const YEARS: usize = 3;

/// The section: this year's grid on its first page, and all periodic items.
pub(super) fn section(setting: &Setting, page: &Page, number: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let title = word(setting, "section_periodic");
    let head = super::item::column_tags(setting.head(page, numbered_title(title, number)), title, "");
    let crumbs = trail(setting, hrefs, Vec::new(), title);
    let all = board.in_section(Section::Periodic);
    let mut view = if number == 1 { grid_view(board, hrefs, board.today.year()) } else { PeriodicView::default() };
    if number > 1 {
        view.year = board.today.year().to_string().into();
        view.cell_year.clone_from(&view.year);
        view.date = board.today.to_string().into();
    }
    view.others = lines(board, hrefs, part(all, number, PAGE_LENGTH).iter().copied());
    view.pager = pager(hrefs, "periodic", number, all.len(), PAGE_LENGTH);
    setting.finish(page, "periodic.html", Made { head, crumbs, view })
}

/// The grid of another year.
pub(super) fn year(setting: &Setting, page: &Page, year: i16) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let title = format!("{} {year}", word(setting, "section_periodic"));
    let head = setting.head(page, title.clone());
    let between = vec![Link::to(hrefs.page("periodic"), word(setting, "section_periodic"))];
    let crumbs = trail(setting, hrefs, between, year.to_string());
    let view = grid_view(board, hrefs, year);
    setting.finish(page, "periodic.html", Made { head, crumbs, view })
}

fn grid_view<'a>(board: &'a Board, hrefs: Hrefs<'_>, year: i16) -> PeriodicView<'a> {
    let address =
        |year: i16| if year == board.today.year() { "periodic".to_owned() } else { format!("periodic/{year}") };
    let cadences = [Cadence::Quarterly, Cadence::Monthly, Cadence::HalfYearly, Cadence::Yearly];
    let years = grid_years(board);
    PeriodicView {
        year: year.to_string().into(),
        cell_year: year.to_string().into(),
        date: board.today.to_string().into(),
        years: if years.len() > 1 {
            let link =
                |&other: &i16| MenuLink::to(hrefs.page(&address(other)), other.to_string()).current(other == year);
            years.iter().rev().map(link).collect()
        } else {
            Vec::new()
        },
        figures: figures(board, year),
        overdue: overdue(board, hrefs, year),
        overdue_total: overdue_of(board, year).count(),
        grids: cadences.into_iter().filter_map(|cadence| grid(board, hrefs, cadence, year)).collect(),
        series: if board.series.is_empty() { series(board, hrefs) } else { Vec::new() },
        ..PeriodicView::default()
    }
}

/// What fell due in a year, and what became of it.
fn figures(board: &Board, year: i16) -> Vec<Figure<'static>> {
    let sum = board.timeliness(year, |_| true);
    if sum.owed == 0 {
        return Vec::new();
    }
    let mut figures = vec![
        Figure::new("due_in_year", sum.owed.to_string(), "times"),
        Figure::new("published", sum.published.to_string(), "times").state(State::Published),
    ];
    if sum.waiting > 0 {
        figures.push(Figure::new("waiting", sum.waiting.to_string(), "times").state(State::Due));
    }
    figures.push(Figure::new("overdue", sum.overdue.to_string(), "times").state(State::Overdue));
    if let Some(share) = sum.percent() {
        figures.push(Figure::new("punctual", format!("{share:.1}"), "percent"));
    }
    figures
}

/// What is overdue, the longest first.
fn overdue<'a>(board: &'a Board, hrefs: Hrefs<'_>, year: i16) -> Vec<ItemLine<'a>> {
    overdue_of(board, year).take(OVERDUE).map(|owed| owed_line(board, hrefs, owed.series, owed.slot)).collect()
}

fn overdue_of(board: &Board, year: i16) -> impl Iterator<Item = Owed<'_>> {
    board.overdue().into_iter().filter(move |owed| owed.slot.period.year() == year)
}

/// A period that is not published, as a line of a list.
pub(super) fn owed_line<'a>(board: &'a Board, hrefs: Hrefs<'_>, series: &Series, slot: &Slot) -> ItemLine<'a> {
    let duty = board.duty(series.duty);
    let unit = duty.unit.as_ref().and_then(|unit| board.config.find_unit(unit));
    let chinese = board.config.language.starts_with("zh");
    let period = if chinese { slot.period.short_chinese() } else { slot.period.to_string() };
    let title = if chinese { format!("{}（{period}）", duty.name) } else { format!("{} ({period})", duty.name) };
    ItemLine {
        href: series_href(board, hrefs, series).unwrap_or_else(|| hrefs.page("periodic")).into(),
        title: title.into(),
        when: Some(match slot.state {
            SlotState::Overdue { days } => When::Overdue { days: usize::try_from(days).unwrap_or(0) },
            _ => When::Due { date: slot.due.to_string().into() },
        }),
        unit: unit.map(|unit| board.config.unit(unit).name.as_str().into()),
        note: duty.pause_in(slot.period).map(|pause| pause.reason.as_str().into()),
        ..ItemLine::default()
    }
}

/// Where all periods of a duty stand: its category's page.
fn series_href(board: &Board, hrefs: Hrefs<'_>, series: &Series) -> Option<String> {
    let duty = board.duty(series.duty);
    let category = duty.category.as_ref().and_then(|category| board.config.categories.find(category))?;
    Some(hrefs.category(category))
}

fn grid<'a>(board: &'a Board, hrefs: Hrefs<'_>, cadence: Cadence, year: i16) -> Option<Grid<'a>> {
    let kind = cadence.period_kind()?;
    let periods = periods(kind, year)?;
    let own: Vec<&Series> = board
        .series
        .iter()
        .filter(|series| board.duty(series.duty).cadence.as_ref().is_some_and(|own| own.value == cadence))
        .filter(|series| series.slots.iter().any(|slot| periods.contains(&slot.period)))
        .collect();
    if own.is_empty() {
        return None;
    }
    let due_of = |period: Period| {
        let mut dues =
            own.iter().flat_map(|series| &series.slots).filter(|slot| slot.period == period).map(|slot| slot.due);
        let first = dues.next()?;
        dues.all(|due| due == first).then_some(first)
    };
    let monthly = kind == PeriodKind::Month;
    let latest_ended = periods.iter().rev().find(|period| period.end() < board.today);
    let columns = periods.iter().map(|&period| {
        let due = due_of(period);
        GridColumn {
            period: period.to_string().into(),
            due: due.filter(|_| !monthly).map(|due| due.to_string().into()),
            far: due.is_some_and(|due| due.year() != year),
            now: latest_ended == Some(&period) && due.is_some_and(|due| due >= board.today),
        }
    });
    Some(Grid {
        cadence: cadence.id(),
        monthly,
        long: kind == PeriodKind::Year,
        columns: columns.collect(),
        rows: own.iter().map(|series| grid_row(board, hrefs, series, &periods)).collect(),
    })
}

/// The periods that stand side by side in the grid of a year.
fn periods(kind: PeriodKind, year: i16) -> Option<Vec<Period>> {
    if kind == PeriodKind::Year {
        let mut years = vec![Period::Year(year)];
        while years.len() < YEARS {
            years.insert(0, years.first()?.previous());
        }
        return Some(years);
    }
    let mut period = Period::containing(kind, Period::Year(year).start());
    let mut all = Vec::new();
    while period.year() == year {
        all.push(period);
        period = period.next();
    }
    Some(all)
}

fn grid_row<'a>(board: &'a Board, hrefs: Hrefs<'_>, series: &Series, periods: &[Period]) -> GridRow<'a> {
    let duty = board.duty(series.duty);
    let unit = duty.unit.as_ref().and_then(|unit| board.config.find_unit(unit));
    let cell = |&period: &Period| {
        let slot = series.slots.iter().find(|slot| slot.period == period);
        let published = slot.and_then(|slot| slot.item).and_then(|item| board.item(item).published());
        let mut cell = GridCell {
            period: period.to_string().into(),
            state: slot.map_or(State::None, |slot| state(slot.state)),
            href: slot.and_then(|slot| slot.item).and_then(|item| hrefs.of(item)).map(Into::into),
            date: published.map(|at| at.date().to_string().into()),
            days: 0,
            late: 0,
        };
        match slot.map(|slot| slot.state) {
            Some(SlotState::Overdue { days }) => cell.days = usize::try_from(days).unwrap_or(0),
            Some(SlotState::Late { days }) => cell.late = usize::try_from(days).unwrap_or(0),
            _ => {}
        }
        cell
    };
    let mut reasons: Vec<&str> = Vec::new();
    for slot in series.slots.iter().filter(|slot| slot.state == SlotState::Paused && periods.contains(&slot.period)) {
        let reason = duty.pause_in(slot.period).map_or("", |pause| &pause.reason);
        if !reason.is_empty() && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    GridRow {
        reason: (!reasons.is_empty()).then(|| reasons.join("；").into()),
        title: duty.name.as_str().into(),
        href: series_href(board, hrefs, series).map(Into::into),
        unit: unit.map_or(Cow::Borrowed(""), |unit| board.config.unit(unit).name.as_str().into()),
        cells: periods.iter().map(cell).collect(),
    }
}

/// The mark of a state.
pub(super) fn state(state: SlotState) -> State {
    match state {
        SlotState::Published | SlotState::Late { .. } => State::Published,
        SlotState::Due { .. } => State::Due,
        SlotState::Overdue { .. } => State::Overdue,
        SlotState::Coming => State::Coming,
        SlotState::Paused => State::Paused,
    }
}

/// Series of items where no duties are written down.
fn series<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> Vec<SeriesGroup<'a>> {
    let mut groups = Vec::new();
    for cadence in [Cadence::Monthly, Cadence::Quarterly, Cadence::HalfYearly, Cadence::Yearly] {
        let lines = board.by_duty.iter().zip(board.duties.iter()).filter_map(|(items, duty)| {
            let newest = board.item(*items.first()?);
            (newest.cadence == cadence).then(|| SeriesLine {
                href: hrefs.item(newest).unwrap_or_else(|| hrefs.page("catalogue")).into(),
                title: duty.name.as_str().into(),
                period: newest.period().map(|period| period.to_string()).unwrap_or_default().into(),
                date: newest.published().map(|at| at.date().to_string()).unwrap_or_default().into(),
                unit: newest.unit.map(|unit| board.config.unit(unit).name.as_str().into()),
                count: items.len(),
            })
        });
        let series: Vec<SeriesLine<'a>> = lines.collect();
        if !series.is_empty() {
            groups.push(SeriesGroup { cadence: cadence.id(), series });
        }
    }
    groups
}
