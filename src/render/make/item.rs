use super::facets;
use super::head_rows::{category_links, head_rows};
use super::line::lines;
use super::plain::withdrawn;
use super::tables::tables;
use super::trail::trail;
use super::versions::versions;
use crate::board::{ItemId, Reach, Standing};
use crate::diag::Diagnostic;
use crate::page::{Page, sheet_address, short_address};
use crate::render::body::body;
use crate::render::code::code;
use crate::render::linked_data;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Ask, Head, ItemView};
use crate::term::Channel;
use crate::theme::Html;

/// How many other items stand beside an item.
const NEAR: usize = 4;

/// An item's page.
pub(super) fn page(setting: &Setting, page: &Page, id: ItemId) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let item = board.item(id);
    let hrefs = setting.hrefs_of(&page.address);
    let crumbs = trail(setting, hrefs, category_links(board, hrefs, item), item.title());
    let head = head(setting, page, id);
    if item.standing == Standing::Withdrawn {
        return withdrawn(setting, page, item, head, crumbs);
    }
    let unit = item.unit.map(|unit| board.config.unit(unit));
    let ask = Ask {
        phone: unit.map(|unit| unit.phone.as_str()).filter(|phone| !phone.is_empty()).map(Into::into),
        unit: unit.map(|unit| unit.name.as_str().into()),
        hotline: Some(board.config.supervision.hotline.as_str()).filter(|hotline| !hotline.is_empty()).map(Into::into),
        feedback: Some(board.config.supervision.feedback_url.as_str()).filter(|url| !url.is_empty()).map(Into::into),
    };
    let mut view = ItemView {
        title: item.title().into(),
        published: item.published().map(|published| published.to_string()).unwrap_or_default().into(),
        unit: unit.map(|unit| unit.name.as_str().into()),
        ask,
        print: item.channels.contains(&Channel::Board).then(|| hrefs.to(&sheet_address(item)).into()),
        qr: short_address(item).and_then(|short| code(&board.config.base_url.join(short.as_str()))),
        ..ItemView::default()
    };
    let front = item.front();
    view.source = item.source().map(Into::into);
    view.rows = head_rows(board, hrefs, item);
    view.notices = facets::notices(board, hrefs, item, id);
    if item.shows_content() {
        view.summary = item.summary().map(Into::into);
        let corrected = item.last_correction().and_then(|correction| correction.on.as_ref());
        view.corrected = corrected.map(|on| on.value.to_string().into());
        view.verified = front.verified.as_ref().map(|verified| verified.value.to_string().into());
        view.number =
            front.document.as_ref().and_then(|document| document.number.as_ref()).map(|number| number.trim().into());
        view.body = body(item, hrefs, &setting.theme);
        view.tables = tables(hrefs, item);
        view.attachments = facets::attachments(hrefs, item);
        view.guide = front.guide.as_deref().map(facets::guide);
        view.publicity = facets::publicity(board, hrefs, item);
        view.consultation = facets::consultation(board, hrefs, item);
        view.reply = facets::reply(board, item);
    }
    let shown = |id: &ItemId| board.item(*id).is_listed();
    view.interprets = lines(board, hrefs, board.interpreted(item).filter(shown));
    let explained = board.interpretations.get(&id).cloned().unwrap_or_default();
    view.interpretations = lines(board, hrefs, explained);
    view.matter = facets::matter(board, hrefs, item, id);
    view.series = facets::series(board, hrefs, item);
    view.approvals = facets::approvals(board, item);
    view.history = facets::history(board, item);
    view.versions = versions(board, item);
    view.shallow = board.edition.reach == Reach::Internal && board.history.shallow;
    let near = item.category.map_or(&[][..], |category| &board.by_category[category.0 as usize]);
    view.near = lines(board, hrefs, near.iter().copied().filter(|&other| other != id).take(NEAR));
    setting.finish(page, "item.html", Made { head, crumbs, view })
}

/// The required page tags of a content page, none of them empty, and the item as data.
fn head<'a>(setting: &'a Setting, page: &Page, id: ItemId) -> Head<'a> {
    let board = &*setting.board;
    let item = board.item(id);
    let url = board.config.base_url.join(&item.address.encoded());
    let mut head = setting.head(page, item.title());
    if let Some(category) = item.category.map(|id| board.config.categories.get(id)) {
        head = column_tags(head, &category.name, &category.description);
    }
    let published = item.published().map(|published| match published.time() {
        Some(_) => published.to_string(),
        None => format!("{published} 00:00"),
    });
    let source = item.source().unwrap_or_default();
    let keywords: Vec<&str> = item.front().keywords.iter().map(|keyword| keyword.trim()).collect();
    head = head
        .tag("ArticleTitle", item.title())
        .tag("PubDate", published.unwrap_or_default())
        .tag("ContentSource", source)
        .tag("Keywords", if item.shows_content() { keywords.join(",") } else { String::new() })
        .tag("Description", item.summary().unwrap_or_default())
        .tag("Url", url.clone());
    head.noindex = item.standing == Standing::Withdrawn;
    if item.standing != Standing::Withdrawn {
        let categories = &board.config.categories;
        let line = item.category.map_or_else(Vec::new, |id| categories.line(id));
        let mut steps = vec![(board.config.title.clone(), board.config.base_url.as_str().to_owned())];
        steps.extend(line.into_iter().map(|id| {
            let category = categories.get(id);
            (category.name.clone(), board.config.base_url.join(&format!("{}/", category.path)))
        }));
        steps.push((item.title().to_owned(), url));
        head.data = vec![Html::json(&linked_data::item(board, id)), Html::json(&linked_data::crumbs(&steps))];
    }
    head
}

/// The four tags that pages of a column and pages in it carry.
pub(super) fn column_tags<'a>(head: Head<'a>, name: &'a str, description: &'a str) -> Head<'a> {
    let description = if description.is_empty() { name } else { description };
    head.tag("ColumnName", name)
        .tag("ColumnDescription", description)
        .tag("ColumnKeywords", name)
        .tag("ColumnType", "信息公开")
}
