use super::facets::phases;
use super::line::lines;
use super::window;
use crate::board::{Board, ItemId, Matter};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::href::Hrefs;
use crate::render::linked_data;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    Contact, Glance, HomeView, MatterLine, MenuLink, PeriodicCard, PublicityLine, SectionCard, StagedCard, State,
    UnitCard, UnitsCard,
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
    let publicities = publicities(board, hrefs);
    let consultations = consultations(board, hrefs);
    let staged = staged(board, hrefs);
    let timely = board.in_section(Section::Timely);
    let month = (board.today.year(), board.today.month());
    let in_month =
        |id: &&ItemId| board.item(**id).published().is_some_and(|at| (at.date().year(), at.date().month()) == month);
    let glance = vec![
        Glance {
            key: "total",
            number: board.listed.len(),
            of: None,
            href: hrefs.page("catalogue").into(),
            late: false,
        },
        Glance {
            key: "month",
            number: board.listed.iter().filter(in_month).count(),
            of: None,
            href: hrefs.page("years").into(),
            late: false,
        },
        Glance { key: "publicity", number: publicities.len(), of: None, href: "#publicity".into(), late: false },
        Glance {
            key: "consultation",
            number: consultations.len(),
            of: None,
            href: "#consultation".into(),
            late: false,
        },
    ];
    let view = HomeView {
        glance,
        permanent: card(board, hrefs, Section::Permanent, 3),
        periodic: periodic(board, hrefs),
        staged,
        timely: SectionCard {
            count: timely.iter().filter(|id| in_month(id)).count(),
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

fn periodic<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> PeriodicCard<'a> {
    let items = board.in_section(Section::Periodic);
    PeriodicCard {
        href: hrefs.page("periodic").into(),
        count: items.len(),
        progress: None,
        lines: lines(board, hrefs, items.iter().copied().take(CARD)),
    }
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
    let step = item.front().stage.as_ref().and_then(|stage| stage.name.as_ref());
    step.map_or_else(|| item.title().into(), |step| step.trim().into())
}

fn publicities<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> Vec<PublicityLine<'a>> {
    let open = board.listed.iter().filter_map(|&id| {
        let item = board.item(id);
        let publicity = item.front().publicity.as_ref().filter(|_| item.shows_content())?;
        let (from, to) = (publicity.from.as_ref()?.value, publicity.to.as_ref()?.value);
        (from <= board.today && board.today <= to).then(|| PublicityLine {
            href: hrefs.to(&item.address).into(),
            title: item.title().into(),
            window: window::working(board, from, to),
        })
    });
    open.collect()
}

fn consultations<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> Vec<PublicityLine<'a>> {
    let open = board.listed.iter().filter_map(|&id| {
        let item = board.item(id);
        let consultation = item.front().consultation.as_ref().filter(|_| item.shows_content())?;
        let (from, to) = (consultation.from.as_ref()?.value, consultation.to.as_ref()?.value);
        (from <= board.today && board.today <= to).then(|| PublicityLine {
            href: hrefs.to(&item.address).into(),
            title: item.title().into(),
            window: window::calendar(board, from, to),
        })
    });
    open.collect()
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
    let units: Vec<UnitCard<'a>> = villages
        .map(|(at, unit)| UnitCard {
            href: hrefs.page(&format!("units/{}", unit.id)).into(),
            name: unit.name.as_str().into(),
            pips: Vec::<State>::new(),
            complete: false,
            published: board.by_unit[at].len(),
            overdue: 0,
        })
        .collect();
    (!units.is_empty()).then(|| UnitsCard { href: hrefs.page("units").into(), period: None, owed: 0, units })
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
