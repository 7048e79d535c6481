use crate::diag::Diagnostic;
use crate::portal::{JoinedItem, Portal, Standing};
use crate::render::view::{Figure, Link, PortalBoard, PortalItem, PortalView, State};
use crate::theme::Theme;
use serde::Serialize;

/// Items under 最近公开.
const NEWEST: usize = 30;

/// Days without anything new after which a board counts as asleep: home pages of offices must not rest longer
/// (《政府网站与政务新媒体检查指标》, 首页两周内要有更新).
const QUIET: i64 = 14;

#[derive(Serialize)]
struct Alone<'a> {
    page: PortalView<'a>,
}

/// The page of a portal. It stands at the top of its folder; its assets are those of the theme.
///
/// # Errors
/// The mistake in the theme.
pub fn portal_page(portal: &Portal, theme: &Theme) -> Result<String, Box<Diagnostic>> {
    let boards = portal.boards.iter().enumerate().map(|(at, standing)| board(portal, at + 1, standing)).collect();
    let file = |path: &'static str, text: &'static str| Link::to(path, text);
    let page = PortalView {
        title: portal.title.as_str().into(),
        date: portal.today.to_string(),
        year: portal.today.year().to_string(),
        figures: figures(portal),
        boards,
        newest: portal.newest(NEWEST).map(item).collect(),
        files: vec![
            file("ranking.csv", "ranking.csv"),
            file("catalogue.csv", "catalogue.csv"),
            file("catalogue.json", "catalogue.json"),
        ],
    };
    theme.render("portal.html", &Alone { page })
}

fn figures(portal: &Portal) -> Vec<Figure<'static>> {
    let sum = |of: fn(&Standing) -> usize| portal.boards.iter().map(of).sum::<usize>().to_string();
    let unread = portal.boards.iter().filter(|board| !board.read).count();
    let overdue: usize =
        portal.boards.iter().filter_map(|board| board.duties).map(|duties| duties.overdue_periods).sum();
    let mut figures = vec![Figure::new("boards", portal.boards.len().to_string(), "none")];
    if unread > 0 {
        figures.push(Figure::new("unread", unread.to_string(), "none").state(State::Overdue));
    }
    figures.push(Figure::new("total", sum(|board| board.items), "none"));
    figures.push(Figure::new("this_year", sum(|board| board.this_year), "none"));
    if let Some(coverage) = portal.coverage() {
        figures.push(Figure::new("coverage", format!("{coverage:.1}"), "percent"));
        let state = if overdue > 0 { State::Overdue } else { State::Published };
        figures.push(Figure::new("overdue", overdue.to_string(), "none").state(state));
    }
    figures
}

fn board<'a>(portal: &Portal, rank: usize, standing: &'a Standing) -> PortalBoard<'a> {
    let percent = |value: Option<f64>| value.map(|value| format!("{value:.1}"));
    let quiet = standing.quiet_days(portal.today).filter(|days| *days > QUIET);
    let overdue = standing.duties.map(|duties| duties.overdue_periods);
    PortalBoard {
        rank: standing.read.then_some(rank),
        name: standing.name.as_str().into(),
        href: standing.address.as_ref().map(|address| address.as_str().into()),
        coverage: percent(standing.coverage()),
        overdue,
        in_time: percent(standing.timeliness()),
        items: standing.items,
        this_year: standing.this_year,
        newest: standing.newest.map(|newest| newest.to_string()),
        quiet_days: quiet,
        state: if !standing.read || overdue.is_some_and(|overdue| overdue > 0) {
            State::Overdue
        } else {
            State::Published
        },
    }
}

fn item(item: &JoinedItem) -> PortalItem<'_> {
    PortalItem {
        title: item.entry.title.as_str().into(),
        href: item.entry.address.as_deref().map(Into::into),
        board: item.board.as_str().into(),
        date: item.entry.published.as_deref().unwrap_or_default().into(),
    }
}
