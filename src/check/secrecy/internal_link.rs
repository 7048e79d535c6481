use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Goal, Item, ItemId, Reach};
use crate::diag::Severity;
use crate::say;
use crate::term::Audience;
use crate::text::Span;

/// Finds items for everybody that point to one that is not.
pub(crate) struct InternalLink;

static META: Meta = Meta {
    id: "internal-link",
    family: Family::Secrecy,
    severity: Severity::Error,
    basis: Some("《政府信息公开条例》第十四条、第十六条"),
    page: include_str!("../../../docs/checks/internal-link.md"),
};

impl Check for InternalLink {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.audience != Audience::Public || cx.board.edition.reach == Reach::Internal || !cx.board.will_show(item) {
            return;
        }
        let board = cx.board;
        for link in &item.draft.outline.links {
            if let Goal::Item(id, _) = board.follow(item, &link.target) {
                points_to(id, item, item.draft.in_body(link.span), cx);
            }
        }
        let front = item.front();
        let replaces = front.document.iter().flat_map(|document| &document.replaces);
        for reference in front.interprets.iter().chain(replaces) {
            if let Some(id) = board.find(reference, item.folder()) {
                points_to(id, item, reference.span, cx);
            }
        }
    }
}

fn points_to(id: ItemId, item: &Item, span: Span, cx: &mut Context<'_>) {
    if cx.board.item(id).audience == Audience::Public {
        return;
    }
    let message = say!("公开的事项指向了不对社会公开的事项", "an item for everybody points to one that is not");
    cx.find(item.place(span), message).remedy = Some(say!(
        "去掉这个链接；那条事项可以公开的，改写它的“公开对象”",
        "drop the link; or change the audience of the other item where it may be public"
    ));
}
