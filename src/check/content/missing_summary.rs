use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::term::Method;

/// Finds items for which the catalogue has no summary: none is written and the body offers no sentence short enough.
pub(crate) struct MissingSummary;

static META: Meta = Meta {
    id: "missing-summary",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《政府信息公开条例》第十二条：公开目录应当包括索引、名称、内容概述、生成日期"),
    page: include_str!("../../../docs/checks/missing-summary.md"),
};

impl Check for MissingSummary {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.method == Method::Withheld || item.front().withdrawn.is_some() {
            return;
        }
        let remedy = say!(
            "在标题下加一行“内容概述: ……”，一两句话，不超过120字",
            "add a line “summary: …” below the title, one or two sentences of at most 120 characters"
        );
        if let Some(summary) = item.front().summary.as_ref().filter(|summary| !summary.trim().is_empty()) {
            let letters = summary.trim().chars().count();
            if letters > LONGEST {
                cx.find(
                    item.place(summary.span),
                    say!("内容概述有 {letters} 字，超过120字", "the summary has {letters} characters, more than 120"),
                )
                .remedy = Some(say!("压缩到120字以内", "cut it to 120 characters"));
            }
            return;
        }
        // Of what is disclosed on request only, the body is nobody's to read.
        let sentence = item.draft.outline.first_sentence.as_deref().filter(|_| item.method == Method::Proactive);
        let message = match sentence.map(|sentence| sentence.chars().count()) {
            Some(letters) if letters <= LONGEST => return,
            Some(letters) => say!(
                "没有内容概述，正文第一句又有 {letters} 字，不能代替",
                "there is no summary, and the first sentence has {letters} characters, too many for one"
            ),
            None => say!(
                "没有内容概述，正文也没有可以代替的句子",
                "there is no summary, and the body has no sentence to take for one"
            ),
        };
        cx.find(item.title_place(), message).remedy = Some(remedy);
    }
}

/// How many characters a summary may have.
const LONGEST: usize = 120;
