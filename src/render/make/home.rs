use super::facets::phases;
use super::line::lines;
use super::periodic::{owed_line, state};
use super::window;
use crate::board::{Board, ItemId, Matter, OpenWindow, Series, Slot};
use crate::calendar::{Date, PeriodKind};
use crate::config::UnitId;
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::href::Hrefs;
use crate::render::linked_data;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    Contact, Glance, HomeView, ItemLine, MatterLine, MenuLink, PeriodicCard, Progress, PublicityLine, SectionCard,
    StagedCard, State, UnitCard, UnitsCard,
};
use crate::term::{Section, Term};
use crate::theme::Html;

/// How many items a card lists.
const CARD: usize = 7;

/// The board itself.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let mut head = setting.head(page, board.config.title.as_str());
    head.data = vec![Html::json(&linked_data::board(board))];
    let (publicities, consultations) = (open(board, hrefs, true), open(board, hrefs, false));
    let staged = staged(board, hrefs);
    let timely = board.in_section(Section::Timely);
    let periodic = periodic(board, hrefs);
    let glance = glance(board, hrefs, &periodic, publicities.len(), consultations.len());
    let view = HomeView {
        glance,
        permanent: card(board, hrefs, Section::Permanent, 3),
        periodic,
        staged,
        timely: SectionCard {
            count: timely.iter().filter(|id| is_of_this_month(board, **id)).count(),
            ..card(board, hrefs, Section::Timely, CARD)
        },
        publicities,
        consultations,
        newest: lines(board, hrefs, board.listed.iter().copied().take(CARD)),
        updated: board.listed.first().and_then(|&id| board.item(id).published()).map(|at| at.to_string().into()),
        catalogue: hrefs.page("catalogue").into(),
        topics: topics(board, hrefs),
        units: units(board, hrefs),
        contact: contact(board),
    };
    setting.finish(page, "home.html", Made { head, crumbs: Vec::new(), view })
}

fn card<'a>(board: &'a Board, hrefs: Hrefs<'_>, section: Section, length: usize) -> SectionCard<'a> {
    let items = board.in_section(section);
    let categories = board.config.categories.iter().filter(|(_, category)| category.parent.is_none());
    let links = categories
        .filter(|(_, category)| category.cadence.is_some_and(|cadence| cadence.section() == section))
        .map(|(id, category)| {
            MenuLink::to(hrefs.category(id), category.name.as_str()).count(board.in_category(id).len())
        });
    SectionCard {
        href: hrefs.page(section.id()).into(),
        count: items.len(),
        links: links.collect(),
        lines: lines(board, hrefs, items.iter().copied().take(length)),
    }
}

/// At best four numbers that lead somewhere.
fn glance<'a>(
    board: &Board,
    hrefs: Hrefs<'_>,
    periodic: &PeriodicCard<'_>,
    publicities: usize,
    consultations: usize,
) -> Vec<Glance<'a>> {
    let figure = |key, number, of, href: String, late| Glance { key, number, of, href: href.into(), late };
    let first = match &periodic.progress {
        Some(progress) => figure("period", progress.published, Some(progress.owed), hrefs.page("periodic"), false),
        None => figure("total", board.listed.len(), None, hrefs.page("catalogue"), false),
    };
    let overdue = board.overdue().len();
    let last = if board.series.is_empty() {
        let count = board.listed.iter().filter(|id| is_of_this_month(board, **id)).count();
        figure("month", count, None, hrefs.page("years"), false)
    } else {
        figure("overdue", overdue, None, hrefs.page("periodic"), overdue > 0)
    };
    vec![
        first,
        figure("publicity", publicities, None, "#publicity".to_owned(), false),
        figure("consultation", consultations, None, "#consultation".to_owned(), false),
        last,
    ]
}

fn periodic<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> PeriodicCard<'a> {
    let items = board.in_section(Section::Periodic);
    let overdue = board.overdue().into_iter().take(3);
    let mut shown: Vec<ItemLine<'a>> = overdue.map(|owed| owed_line(board, hrefs, owed.series, owed.slot)).collect();
    let left = CARD.saturating_sub(shown.len());
    shown.extend(lines(board, hrefs, items.iter().copied().take(left)));
    PeriodicCard {
        href: hrefs.page("periodic").into(),
        count: items.len(),
        progress: progress(board, &board.series.iter().collect::<Vec<_>>()),
        lines: shown,
    }
}

/// How far the office has come with the newest period that has ended: the quarter's where anything is owed by quarter,
/// else the month's.
pub(super) fn progress(board: &Board, series: &[&Series]) -> Option<Progress<'static>> {
    let slots = series.iter().flat_map(|series| &series.slots).filter(|slot| slot.state.is_owed());
    let slots: Vec<&Slot> = slots.collect();
    let newest = [PeriodKind::Quarter, PeriodKind::Month, PeriodKind::Half, PeriodKind::Year];
    let period = newest
        .iter()
        .find_map(|&kind| slots.iter().map(|slot| slot.period).filter(|period| period.kind() == kind).max())?;
    let own: Vec<&&Slot> = slots.iter().filter(|slot| slot.period == period).collect();
    let due = own.iter().map(|slot| slot.due).max()?;
    let published = own.iter().filter(|slot| slot.state.is_published()).count();
    let mut pips: Vec<State> = own.iter().map(|slot| state(slot.state)).collect();
    pips.sort_by_key(|pip| *pip as u8);
    let waiting = own.len() - published;
    let days_left = usize::try_from(due.days_since(board.today)).ok().filter(|_| waiting > 0);
    Some(Progress {
        period: period.to_string().into(),
        due: due.to_string().into(),
        owed: own.len(),
        published,
        waiting,
        days_left,
        pips,
    })
}

fn staged<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> StagedCard<'a> {
    let matters: Vec<MatterLine<'a>> = board.matters.iter().map(|matter| matter_line(board, hrefs, matter)).collect();
    StagedCard {
        href: hrefs.page("staged").into(),
        count: matters.iter().filter(|matter| matter.phase.is_some()).count(),
        matters: matters.into_iter().take(CARD).collect(),
    }
}

/// An undertaking in a list.
pub(super) fn matter_line<'a>(board: &'a Board, hrefs: Hrefs<'_>, matter: &'a Matter) -> MatterLine<'a> {
    let phases = phases(board, matter);
    let newest = matter.items.iter().copied().max_by_key(|&id| board.item(id).published());
    MatterLine {
        href: hrefs.page(&format!("matters/{}", matter.id)).into(),
        title: matter.name.as_str().into(),
        pips: phases.iter().map(|phase| phase.state).collect(),
        phase: phases.iter().find(|phase| phase.current).map(|phase| phase.id),
        date: newest.and_then(|id| board.item(id).published()).map(|at| at.date().to_string().into()),
        note: newest.map(|id| note(board, id)),
        count: matter.items.len(),
    }
}

fn note(board: &Board, id: ItemId) -> std::borrow::Cow<'_, str> {
    let item = board.item(id);
    let stage = item.front().stage.as_ref().filter(|_| item.shows_content());
    let step = stage.and_then(|stage| stage.name.as_ref());
    step.map_or_else(|| item.title().into(), |step| step.trim().into())
}

/// What is open today: publicities, whose days are working days, or consultations.
fn open<'a>(board: &'a Board, hrefs: Hrefs<'_>, working: bool) -> Vec<PublicityLine<'a>> {
    let windows = board.listed_windows().into_iter().filter(|window| window.working == working);
    let line = |window: OpenWindow| {
        let (item, days) = (board.item(window.item), if working { window::working } else { window::calendar });
        PublicityLine {
            href: hrefs.to(&item.address).into(),
            title: item.title().into(),
            window: days(board, window.from, window.to),
        }
    };
    windows.map(line).collect()
}

/// Whether an item was published in this month.
fn is_of_this_month(board: &Board, id: ItemId) -> bool {
    let month = |date: Date| (date.year(), date.month());
    board.item(id).published().is_some_and(|at| month(at.date()) == month(board.today))
}

fn topics<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> Vec<MenuLink<'a>> {
    let topics = board.config.topics.iter().enumerate();
    topics
        .map(|(at, topic)| MenuLink {
            closed: topic.archived,
            ..MenuLink::to(hrefs.page(&format!("topics/{}", topic.id)), topic.name.as_str())
                .count(board.by_topic[at].len())
        })
        .collect()
}

fn units<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> Option<UnitsCard<'a>> {
    let villages = board.config.units.iter().enumerate().filter(|(_, unit)| unit.is_village());
    let units: Vec<UnitCard<'a>> = villages.map(|(at, _)| unit_card(board, hrefs, UnitId(at as u16))).collect();
    (!units.is_empty()).then(|| UnitsCard { href: hrefs.page("units").into(), units })
}

/// A unit and how far it has come with its newest period.
pub(super) fn unit_card<'a>(board: &'a Board, hrefs: Hrefs<'_>, id: UnitId) -> UnitCard<'a> {
    let unit = board.config.unit(id);
    let own: Vec<&Series> = board.series.iter().filter(|series| board.unit_of(series) == Some(id)).collect();
    let progress = progress(board, &own);
    let overdue =
        progress.as_ref().map_or(0, |progress| progress.pips.iter().filter(|pip| **pip == State::Overdue).count());
    UnitCard {
        href: hrefs.page(&format!("units/{}", unit.id)).into(),
        name: unit.name.as_str().into(),
        complete: progress.as_ref().is_some_and(|progress| progress.waiting == 0),
        published: progress.as_ref().map_or(board.of_unit(id).len(), |progress| progress.published),
        overdue,
        pips: progress.map_or_else(Vec::new, |progress| progress.pips),
    }
}

/// Who supervises, as the foot of every board says.
pub(super) fn contact(board: &Board) -> Contact<'_> {
    let (supervision, office) = (&board.config.supervision, &board.config.office);
    let known = |text: &'_ str| !text.is_empty();
    Contact {
        hotline: Some(supervision.hotline.as_str()).filter(|text| known(text)),
        report_box: Some(supervision.report_box.as_str()).filter(|text| known(text)),
        feedback: Some(supervision.feedback_url.as_str()).filter(|text| known(text)),
        feedback_note: None,
        email: Some(supervision.email.as_str()).filter(|text| known(text)),
        address: Some(office.address.as_str()).filter(|text| known(text)),
        hours: Some(office.hours.as_str()).filter(|text| known(text)),
    }
}
