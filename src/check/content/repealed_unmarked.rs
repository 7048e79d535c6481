use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::calendar::Date;
use crate::diag::Severity;
use crate::parse::Document;
use crate::say;
use crate::term::Validity;
use crate::text::Span;

/// Finds documents that are no longer in force and do not say so.
pub(crate) struct RepealedUnmarked;

static META: Meta = Meta {
    id: "repealed-unmarked",
    family: Family::Content,
    severity: Severity::Error,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：文件修改、废止、失效的，应当在原页面明确标注"),
    page: include_str!("../../../docs/checks/repealed-unmarked.md"),
};

impl Check for RepealedUnmarked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(document) = &item.front().document else { return };
        let Some(repealed) = &document.repealed else { return };
        if repealed.value > cx.board.today || is_marked(document) {
            return;
        }
        let (date, place) =
            (repealed.value, document.validity.as_ref().map_or(repealed.span, |validity| validity.span));
        cx.find(
            item.place(place),
            say!("已于 {date} 废止，有效性却没有写“废止”", "repealed on {date}, but its validity does not say so"),
        )
        .remedy = Some(say!("写“有效性: 废止”或“有效性: 失效”", "write “validity: repealed” or “validity: expired”"));
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        for (_, newer) in cx.judged() {
            let Some(document) = &newer.front().document else { continue };
            if document.replaces.is_empty() || !is_in_force(newer, document, board.today) {
                continue;
            }
            let replaced = document.replaces.iter().filter_map(|word| board.find(word, newer.folder()));
            for older in replaced.map(|id| board.item(id)) {
                let old = older.front().document.as_deref();
                // Its own date of repeal has spoken already.
                let spoken = old.is_some_and(|old| old.repealed.as_ref().is_some_and(|day| day.value <= board.today));
                if spoken || old.is_some_and(is_marked) || std::ptr::eq(older, newer) {
                    continue;
                }
                let (title, path) = (newer.title(), &newer.draft.path);
                cx.find(
                    older.place(span(older)),
                    say!(
                        "已被《{title}》（{path}）替代，有效性却没有注明",
                        "replaced by “{title}” ({path}), but its validity does not say so"
                    ),
                )
                .remedy = Some(say!(
                    "在“公文”下写“有效性: 废止”（部分修改的写“已修改”）",
                    "write “validity: repealed” (or “modified”) under “document”"
                ));
            }
        }
    }
}

fn is_marked(document: &Document) -> bool {
    document.validity.as_ref().is_some_and(|validity| validity.value != Validity::Valid)
}

/// Whether the newer document is published and has taken effect.
fn is_in_force(item: &Item, document: &Document, today: Date) -> bool {
    item.is_listed() && document.effective.as_ref().is_none_or(|effective| effective.value <= today)
}

fn span(item: &Item) -> Span {
    let document = item.front().document.as_ref();
    let validity = document.and_then(|document| document.validity.as_ref()).map(|validity| validity.span);
    let number = document.and_then(|document| document.number.as_ref()).map(|number| number.span);
    let title = item.front().title.as_ref().map_or(item.draft.front_span, |title| title.span);
    validity.or(number).unwrap_or(title)
}
