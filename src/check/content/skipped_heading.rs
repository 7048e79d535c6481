use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::markdown::same_title;
use crate::say;

/// Finds headings that go down more than one level at once.
pub(crate) struct SkippedHeading;

static META: Meta = Meta {
    id: "skipped-heading",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《无障碍环境建设法》第三十二条；WCAG 2.2 之 1.3.1"),
    page: include_str!("../../../docs/checks/skipped-heading.md"),
};

impl Check for SkippedHeading {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        true
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if !item.offers_content() {
            return;
        }
        let headings = &item.draft.outline.headings;
        let is_title = |level: u8, words: &str| level == 1 && same_title(words, item.title());
        // The page's title is its first level; a body that has first levels of its own goes down by one as a whole.
        let down = headings.iter().any(|heading| heading.level == 1 && !is_title(1, &heading.words));
        let mut above = 1;
        for heading in headings.iter().filter(|heading| !is_title(heading.level, &heading.words)) {
            let level = heading.level + u8::from(down);
            if level > above + 1 {
                let (words, marks) = (&heading.words, "#".repeat(usize::from(above + 1 - u8::from(down))));
                cx.find(
                    item.place(item.draft.in_body(heading.span)),
                    say!("小标题“{words}”跳了级", "the heading “{words}” skips a level"),
                )
                .remedy = Some(say!("改为 {marks} {words}", "write {marks} {words}"));
            }
            above = level;
        }
    }
}
