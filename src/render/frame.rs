use super::view::Link;
use super::view::{Badge, Frame, FrameView, NavEntry, Site};
use crate::board::{Board, Reach};
use crate::config::{Kind, Unit};
use crate::diag::Diagnostic;
use crate::page::has_feedback;
use crate::theme::{Html, Theme};

/// Where the pages of statutory content stand, and the words `foot_…` that name them.
const FOOT: [(&str, &str); 11] = [
    ("guide", "guide/index.html"),
    ("rules", "rules/index.html"),
    ("reports", "reports/index.html"),
    ("on-request", "on-request/index.html"),
    ("negative-list", "negative-list/index.html"),
    ("feedback", "feedback/index.html"),
    ("sitemap", "catalogue/index.html"),
    ("prints", "print/index.html"),
    ("screen", "screen/index.html"),
    ("accessibility", "accessibility/index.html"),
    ("feed", "feed.xml"),
];

/// Where the search page stands.
const SEARCH: &str = "search/index.html";

/// Whether the board has a search page: a category may bear its name.
pub(super) fn has_search(board: &Board) -> bool {
    board.config.categories.child(None, "search").is_none()
}

/// Whether the program's own page stands there: a category may have taken its place.
fn has_page(board: &Board, path: &str) -> bool {
    if path == "feedback/index.html" {
        return has_feedback(board);
    }
    let own = ["print/index.html", "screen/index.html"];
    let folder = path.split('/').next().unwrap_or_default();
    !own.contains(&path) || board.config.categories.child(None, folder).is_none()
}

/// Renders the parts that all pages of one depth and section share.
pub(super) fn frame(
    board: &Board,
    theme: &Theme,
    root: &str,
    place: &str,
    exact: bool,
) -> Result<Frame, Box<Diagnostic>> {
    let site = site(board);
    let internal = board.edition.reach == Reach::Internal;
    let view = FrameView { root, place, exact, internal, site: &site };
    Ok(Frame {
        head: Html::vouched(theme.render("frame/head.html", &view)?),
        top: Html::vouched(theme.render("frame/top.html", &view)?),
        band: Html::vouched(theme.render("frame/internal.html", &view)?),
        bottom: Html::vouched(theme.render("frame/bottom.html", &view)?),
    })
}

/// The office and its site.
fn site(board: &Board) -> Site<'_> {
    let config = &board.config;
    let (office, identity) = (&config.office, &config.identity);
    let organiser = if identity.organiser.is_empty() { &office.name } else { &identity.organiser };
    let standalone = config.kind == Kind::Standalone;
    let nav = ["permanent", "periodic", "staged", "timely", "catalogue", "standard", "statistics"];
    let nav = nav.into_iter().filter(|&id| id != "standard" || !board.duties.is_empty());
    let nav = nav.chain((!config.units.is_empty()).then_some("units"));
    let badge = |id, href: &'static str| Badge { id, href: href.into() };
    Site {
        title: &config.title,
        parent: (!config.portal.name.is_empty())
            .then(|| Link::to(config.portal.url.as_str(), config.portal.name.as_str())),
        organiser,
        office: if identity.operator.is_empty() { organiser } else { &identity.operator },
        domain: Some(config.base_url.host()),
        id_code: known(&identity.site_id_code),
        icp: known(&identity.icp),
        police: known(&identity.police),
        police_href: police_href(&identity.police).map(Into::into),
        address: known(&office.address),
        postcode: known(&office.postcode),
        phone: known(&office.phone),
        email: known(&office.email),
        hours: known(&office.hours),
        search: has_search(board).then_some(SEARCH),
        nav: nav.map(|id| NavEntry { id, path: format!("{id}/index.html").into() }).collect(),
        villages: config.units.iter().any(Unit::is_village),
        foot: FOOT
            .iter()
            .filter(|(_, path)| has_page(board, path))
            .map(|&(id, path)| NavEntry { id, path: path.into() })
            .collect(),
        badges: if standalone {
            vec![badge("organ", "https://bszs.conac.cn/"), badge("errors", "https://zfwzgl.www.gov.cn/")]
        } else {
            Vec::new()
        },
    }
}

/// The public register's page of a police number, which ends in 14 digits and 号.
fn police_href(police: &str) -> Option<String> {
    let digits: String = police.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 14).then(|| format!("https://beian.mps.gov.cn/#/query/webSearch?code={digits}"))
}

fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
