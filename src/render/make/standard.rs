//! 标准目录: the standard catalogue in its official columns, with what fulfils each row.

use super::item::column_tags;
use super::trail::{trail, word};
use crate::board::{Address, Board, CoverageState, Share, SlotState};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{CoverageRow, Figure, MenuLink, StandardGroup, StandardRow, StandardView, State, Tick};
use crate::tally::{StandardLine, covered_by, fulfilled_on, standard_lines};
use crate::term::{Channel, Level, Method, Term};

/// The catalogue.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let lines = standard_lines(board);
    let by_area = covered_by(board, &lines, |line| line.area.clone());
    let by_unit = covered_by(board, &lines, |line| line.body.clone());
    let mut groups: Vec<StandardGroup<'_>> = Vec::new();
    for line in &lines {
        if groups.last().is_none_or(|group| group.title != line.area.as_str()) {
            let id = format!("area-{}", groups.len() + 1);
            groups.push(StandardGroup { id: id.into(), title: line.area.clone().into(), rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(board, hrefs, line));
        }
    }
    let office = if board.config.office.name.is_empty() { &board.config.title } else { &board.config.office.name };
    let choices = groups
        .iter()
        .map(|group| MenuLink::to(format!("#{}", group.id), group.title.clone().into_owned()).count(group.rows.len()));
    let view = StandardView {
        office: office.as_str().into(),
        year: board.today.year().to_string().into(),
        areas: groups.len(),
        total: lines.len(),
        figures: figures(board),
        choices: choices.collect(),
        file: Some(hrefs.to(&Address::file("standard.csv")).into()),
        by_area: by_area.into_iter().map(|(name, share)| covered(name, share)).collect(),
        by_unit: by_unit.into_iter().map(|(name, share)| covered(name, share)).collect(),
        groups,
        pager: None,
    };
    let title = word(setting, "nav_standard");
    let head = column_tags(setting.head(page, title), title, "");
    setting.finish(page, "standard.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

fn figures(board: &Board) -> Vec<Figure<'static>> {
    let share = board.share(|_| true);
    let mut figures = vec![
        Figure::new("owed", share.owed.to_string(), "items"),
        Figure::new("fulfilled", share.fulfilled.to_string(), "items").state(State::Published),
        Figure::new("overdue", share.overdue.to_string(), "items").state(State::Overdue),
    ];
    if share.resting > 0 {
        figures.push(Figure::new("not_arisen", share.resting.to_string(), "items"));
    }
    if let Some(percent) = share.percent() {
        figures.push(Figure::new("coverage", format!("{percent:.1}"), "percent"));
    }
    figures
}

fn covered(name: String, share: Share) -> CoverageRow<'static> {
    CoverageRow {
        name: name.into(),
        owed: share.owed,
        covered: share.covered,
        overdue: share.overdue,
        share: share.percent().map(|percent| format!("{percent:.1}").into()),
    }
}

fn row<'a>(board: &'a Board, hrefs: Hrefs<'_>, line: &StandardLine<'a>) -> StandardRow<'a> {
    let coverage = line.coverage;
    let item = coverage.newest.map(|id| board.item(id));
    let series = board.series.iter().find(|series| series.duty == coverage.duty);
    let category = line.duty.category.as_ref().and_then(|path| board.config.categories.find(path));
    // A series stands on its category's page with all its periods; anything else leads to the newest item.
    let of_series = series.and(category).filter(|_| item.is_some()).map(|id| hrefs.category(id));
    let chinese = board.config.language.starts_with("zh");
    let overdue = series.into_iter().flat_map(|series| &series.slots).filter_map(|slot| {
        let period = if chinese { slot.period.short_chinese() } else { slot.period.to_string() };
        matches!(slot.state, SlotState::Overdue { .. }).then_some(period)
    });
    let overdue = overdue.collect::<Vec<_>>().join(if chinese { "、" } else { ", " });
    StandardRow {
        serial: line.serial,
        first: line.first.clone().into(),
        second: line.duty.name.as_str().into(),
        content: line.content.clone().into(),
        basis: line.basis.clone().into(),
        limit: line.limit.clone().into(),
        body: line.body.clone().into(),
        channels: Channel::ALL.iter().map(|channel| tick(channel.id(), line.duty.channels.contains(channel))).collect(),
        audiences: vec![
            tick("public", line.public),
            Tick { text: (!line.public).then(|| line.groups.clone().into()), ..tick("group", !line.public) },
        ],
        methods: [Method::Proactive, Method::OnRequest].iter().map(|m| tick(m.id(), *m == line.method)).collect(),
        levels: Level::ALL.iter().map(|level| tick(level.id(), line.levels.contains(level))).collect(),
        state: match coverage.state {
            CoverageState::Fulfilled => State::Published,
            CoverageState::Waiting | CoverageState::Uncovered => State::Due,
            CoverageState::Overdue => State::Overdue,
            CoverageState::Resting | CoverageState::OfCounty => State::None,
        },
        times: coverage.published,
        of: (series.is_some() && coverage.owed > 0).then_some(coverage.owed),
        href: of_series.or_else(|| item.and_then(|item| hrefs.item(item))).map(Into::into),
        date: item.and_then(fulfilled_on).map(Into::into),
        note: (!overdue.is_empty()).then(|| overdue.into()),
    }
}

fn tick(id: &'static str, on: bool) -> Tick<'static> {
    Tick { id, on, text: None }
}
