//! The inspection, as a page of the inside view and as a file of its own.

use super::trail::{trail, word};
use crate::board::{Address, Board, Excepted, ExceptionState, Hold, ItemId, SlotState};
use crate::config::UnitId;
use crate::diag::{Diagnostic, Severity};
use crate::inspection::{Column, ColumnState, Fault, Inspection, Load, UnitFaults, Veto, VetoState, speech};
use crate::page::Page;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    ColumnRow, DutyRow, ExceptionRow, Figure, FindingGroup, FindingRow, HeldRow, InspectionView, Link, LoadRow, State,
    VetoRow, When,
};
use crate::text::Text;
use crate::theme::Theme;
use serde::Serialize;
use std::collections::BTreeMap;

/// How the links of a report are made: relative on a page, absolute in a file.
type To<'t> = &'t dyn Fn(&Address) -> String;

/// The dashboard.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let inspection = Inspection::of(board);
    // The inside view has pages that the public edition has not; links lead to its own.
    let mut view = view(&inspection, board, &|address| hrefs.to(address));
    view.files = vec![
        Link::to(hrefs.page("inspection/ledger"), word(setting, "ledger_title")),
        Link::to(hrefs.to(&Address::file("inspection/inspection.json")), "JSON"),
    ];
    let title = word(setting, "inspection_title");
    let mut head = setting.head(page, title);
    head.noindex = true;
    setting.finish(page, "inspection.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

#[derive(Serialize)]
struct Alone<'a> {
    year: String,
    page: InspectionView<'a>,
}

/// The inspection as a file of its own; its links lead to the public site.
///
/// # Errors
/// The mistake in the theme.
pub fn inspection_paper(inspection: &Inspection<'_>, theme: &Theme) -> Result<String, Box<Diagnostic>> {
    let board = inspection.board;
    let page = view(inspection, board, &|address| board.config.base_url.join(&address.encoded()));
    theme.render("inspection-alone.html", &Alone { year: board.today.year().to_string(), page })
}

fn view<'a>(inspection: &Inspection<'a>, shown: &Board, to: To<'_>) -> InspectionView<'a> {
    let board = inspection.board;
    let row = |fault: &Fault<'a>| finding(inspection, shown, to, fault);
    InspectionView {
        board: board.config.title.as_str().into(),
        date: board.today.to_string().into(),
        figures: figures(inspection),
        vetoes: inspection.vetoes.iter().map(|veto| self::veto(board, veto, &row)).collect(),
        units: inspection.units.iter().map(|unit| group(inspection, unit, &row)).collect(),
        loads: loads(inspection),
        duties: duties(inspection),
        held: held(inspection),
        exceptions: inspection.exceptions.iter().map(|one| exception(inspection, shown, to, one)).collect(),
        columns: inspection.columns.iter().map(|column| self::column(inspection, to, column)).collect(),
        files: Vec::new(),
    }
}

fn figures(inspection: &Inspection<'_>) -> Vec<Figure<'static>> {
    let share = inspection.share;
    let count = |severity| inspection.count(severity).to_string();
    let mut figures = vec![
        Figure::new("errors", count(Severity::Error), "none").state(State::Overdue),
        Figure::new("warnings", count(Severity::Warning), "none").state(State::Due),
        Figure::new("notes", count(Severity::Note), "none"),
        Figure::new("held", inspection.work.held.len().to_string(), "items"),
    ];
    if share.owed > 0 {
        figures.push(Figure::new("fulfilled", share.fulfilled.to_string(), "duties").of(share.owed.to_string()));
        figures.push(Figure::new("overdue", share.overdue.to_string(), "duties").state(State::Overdue));
    }
    let percents = [("coverage", share.percent()), ("punctual", inspection.timeliness.percent())];
    let percents = percents.into_iter().filter_map(|(key, percent)| Some((key, percent?)));
    figures.extend(percents.map(|(key, percent)| Figure::new(key, format!("{percent:.1}"), "percent")));
    figures
}

fn said(board: &Board, text: &Text) -> String {
    text.in_language(speech(board)).to_owned()
}

fn veto<'a>(board: &Board, veto: &Veto<'a>, row: &dyn Fn(&Fault<'a>) -> FindingRow<'a>) -> VetoRow<'a> {
    VetoRow {
        id: veto.id,
        name: said(board, &veto.name).into(),
        rule: said(board, &veto.rule).into(),
        state: match veto.state {
            VetoState::Clear => State::Published,
            VetoState::AtRisk => State::Due,
            VetoState::Failed => State::Overdue,
            VetoState::NotJudged => State::None,
        },
        word: said(board, &veto.state.text()).into(),
        note: veto.note.as_ref().map(|note| said(board, note).into()),
        findings: veto.faults.iter().map(row).collect(),
    }
}

fn group<'a>(
    inspection: &Inspection<'a>,
    unit: &UnitFaults<'a>,
    row: &dyn Fn(&Fault<'a>) -> FindingRow<'a>,
) -> FindingGroup<'a> {
    FindingGroup {
        id: unit.unit.map_or_else(|| "unit-none".to_owned(), |unit| format!("unit-{}", unit.0 + 1)).into(),
        name: unit.unit.map(|unit| inspection.board.config.unit(unit).name.as_str().into()),
        findings: unit.faults.iter().map(row).collect(),
    }
}

fn finding<'a>(inspection: &Inspection<'a>, shown: &Board, to: To<'_>, fault: &Fault<'a>) -> FindingRow<'a> {
    let finding = &fault.located.finding;
    FindingRow {
        severity: finding.severity.id(),
        check: finding.check,
        family: fault.family.id(),
        message: finding.message.in_language(speech(inspection.board)).into(),
        remedy: finding.remedy.as_ref().map(|remedy| remedy.in_language(speech(inspection.board)).into()),
        basis: finding.basis.map(Into::into),
        place: fault.located.place().map(Into::into),
        item: fault.item.map(|id| item(inspection.board, shown, to, id)),
    }
}

/// An item with a link to its page, where the edition that is shown has one.
fn item<'a>(board: &'a Board, shown: &Board, to: To<'_>, id: ItemId) -> Link<'a> {
    let title = board.item(id).title();
    let page = Some(shown.item(id)).filter(|item| item.has_page());
    Link { href: page.map(|item| to(&item.address).into()), text: title.into() }
}

fn loads<'a>(inspection: &Inspection<'a>) -> Vec<LoadRow<'a>> {
    let key = |unit: Option<UnitId>| (unit.is_none(), unit);
    let mut rows: BTreeMap<(bool, Option<UnitId>), (Load, usize, usize)> = BTreeMap::new();
    for (unit, load) in inspection.work.loads() {
        rows.entry(key(unit)).or_default().0 = load;
    }
    for unit in &inspection.units {
        let row = rows.entry(key(unit.unit)).or_default();
        (row.1, row.2) = (unit.count(Severity::Error), unit.count(Severity::Warning));
    }
    let rows = rows.into_iter().map(|((_, unit), (load, errors, warnings))| LoadRow {
        name: unit.map(|unit| inspection.board.config.unit(unit).name.as_str().into()),
        overdue: load.overdue,
        due: load.due,
        waiting: load.waiting,
        held: load.held,
        errors,
        warnings,
    });
    rows.collect()
}

fn duties<'a>(inspection: &Inspection<'a>) -> Vec<DutyRow<'a>> {
    let owed = inspection.work.overdue.iter().chain(&inspection.work.due);
    owed.map(|owed| DutyRow {
        title: inspection.board.duty(owed.series.duty).name.as_str().into(),
        unit: inspection.unit_name(inspection.board.unit_of(owed.series)).into(),
        period: Some(owed.slot.period.to_string().into()),
        when: match owed.slot.state {
            SlotState::Overdue { days } => When::Overdue { days: days.unsigned_abs() as usize },
            _ => When::Due { date: owed.slot.due.to_string().into() },
        },
    })
    .collect()
}

fn held<'a>(inspection: &Inspection<'a>) -> Vec<HeldRow<'a>> {
    let step = |id: &String| inspection.board.config.step_name(id).to_owned();
    let row = |(item, holds): &(&'a crate::board::Item, &'a [Hold])| HeldRow {
        title: item.title().into(),
        path: (&*item.draft.path).into(),
        reasons: holds
            .iter()
            .map(|hold| match hold {
                Hold::Draft => "draft",
                Hold::Future(_) => "future",
                Hold::Unsigned(_) => "unsigned",
                Hold::NotPublic => "not-public",
                Hold::Faulty => "faulty",
            })
            .collect(),
        note: holds.iter().find_map(|hold| match hold {
            Hold::Unsigned(steps) => Some(steps.iter().map(step).collect::<Vec<_>>().join("、").into()),
            Hold::Future(date) => date.map(|date| date.to_string().into()),
            _ => None,
        }),
    };
    inspection.work.held.iter().map(row).collect()
}

fn exception<'a>(inspection: &Inspection<'a>, shown: &Board, to: To<'_>, one: &Excepted<'a>) -> ExceptionRow<'a> {
    let page = Some(shown.item(one.item)).filter(|item| item.has_page());
    ExceptionRow {
        item: Link {
            href: page.map(|item| to(&item.address).into()),
            text: inspection.board.item(one.item).title().into(),
        },
        check: one.check.into(),
        reason: one.reason.into(),
        by: one.by.into(),
        until: one.until.map(|until| until.to_string().into()),
        state: match one.state {
            ExceptionState::Expired => "expired",
            ExceptionState::Endless => "endless",
            ExceptionState::Incomplete => "incomplete",
            ExceptionState::Holding => "holding",
        },
    }
}

fn column<'a>(inspection: &Inspection<'a>, to: To<'_>, column: &Column<'a>) -> ColumnRow<'a> {
    ColumnRow {
        title: column.category.name.as_str().into(),
        href: to(&Address::page(&column.category.path)).into(),
        count: column.count,
        updated: column.changed.map(|on| on.to_string().into()),
        days: column.changed.and_then(|on| usize::try_from(inspection.board.today.days_since(on)).ok()),
        state: match column.state {
            ColumnState::Kept => State::Published,
            ColumnState::Ageing => State::Due,
            ColumnState::Stale => State::Overdue,
            ColumnState::Empty => State::None,
        },
    }
}
