use crate::board::{Board, Item, ItemId};
use crate::render::href::Hrefs;
use crate::render::view::{ItemLine, When};
use crate::term::{Section, Term, Validity};

/// An item as a line of a list.
pub(super) fn line<'a>(board: &'a Board, hrefs: Hrefs<'_>, id: ItemId) -> ItemLine<'a> {
    let item = board.item(id);
    ItemLine {
        href: hrefs.item(item).unwrap_or_else(|| hrefs.page("catalogue")).into(),
        title: item.title().into(),
        date: item.published().map(|published| published.date().to_string().into()),
        when: closed(item),
        unit: item.unit.map(|unit| board.config.unit(unit).name.as_str().into()),
        section: Some(item.section().id()),
        cadence: (item.section() == Section::Periodic).then(|| item.cadence.id()),
        phase: item.front().stage.as_ref().and_then(|stage| stage.phase.as_ref()).map(|phase| phase.id()),
        number: item
            .front()
            .document
            .as_ref()
            .filter(|_| item.shows_content())
            .and_then(|document| document.number.as_ref())
            .map(|number| number.trim().into()),
        note: None,
        marks: marks(board, item),
    }
}

/// Several items as lines.
pub(super) fn lines<'a>(
    board: &'a Board,
    hrefs: Hrefs<'_>,
    ids: impl IntoIterator<Item = ItemId>,
) -> Vec<ItemLine<'a>> {
    ids.into_iter().map(|id| line(board, hrefs, id)).collect()
}

/// The marks in boxes: what a reader must know before opening it.
pub(super) fn marks(board: &Board, item: &Item) -> Vec<&'static str> {
    let mut marks = Vec::new();
    match item.validity() {
        Some(Validity::Repealed) => marks.push("repealed"),
        Some(Validity::Expired) => marks.push("expired"),
        _ if item.is_expired(board.today) => marks.push("past"),
        Some(Validity::Modified) => marks.push("modified"),
        _ => {}
    }
    if item.method == crate::term::Method::OnRequest {
        marks.push("on-request");
    }
    marks
}

/// Shown instead of the date where a document is no longer in force.
fn closed(item: &Item) -> Option<When<'static>> {
    let document = item.front().document.as_ref()?;
    let validity = item.validity().filter(|validity| matches!(validity, Validity::Repealed))?;
    let date = document.repealed.as_ref()?;
    Some(When::Closed { validity: validity.id(), date: date.value.to_string().into() })
}
