use super::super::contract::{Check, Context, Family, Meta};
use super::doc_number::{FaultKind, field_fault, text_faults};
use crate::board::Item;
use crate::diag::{Place, Severity};
use crate::say;
use crate::text::Span;

/// Finds numbers of official documents that are not in their official form, in the field and in the body.
pub(crate) struct MalformedDocNumber;

static META: Meta = Meta {
    id: "malformed-doc-number",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《党政机关公文处理工作条例》第九条；GB/T 9704-2012"),
    page: include_str!("../../../docs/checks/malformed-doc-number.md"),
};

impl Check for MalformedDocNumber {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if let Some(number) = item.front().document.as_ref().and_then(|document| document.number.as_ref())
            && let Some(kind) = field_fault(number)
        {
            say_fault(number.trim(), &kind, item.place(number.span), cx);
        }
        if !item.offers_content() {
            return;
        }
        let body = item.draft.body();
        for fault in text_faults(body) {
            let span = Span::new(fault.start, fault.end);
            say_fault(span.of(body), &fault.kind, item.place(item.draft.in_body(span)), cx);
        }
    }
}

fn say_fault(number: &str, kind: &FaultKind, place: Place, cx: &mut Context<'_>) {
    let message = say!("发文字号“{number}”的写法不对", "the document number “{number}” is not in its official form");
    let remedy = match kind {
        FaultKind::Form(form) => say!("改为 {form}（六角括号，年份四位，序号前不加“第”和0）", "write {form}"),
        FaultKind::Unclosed => say!(
            "少了右括号〕，对照原件补上；年份和序号不要凭猜",
            "the bracket 〕 is missing; look at the original to tell year from number"
        ),
        FaultKind::Parts => say!(
            "应为“机关代字〔年份〕序号”，如 青政发〔2026〕3号；没有文号的删去这一行",
            "write agency, 〔year〕 and number, such as 青政发〔2026〕3号; delete the line where there is none"
        ),
    };
    cx.find(place, message).remedy = Some(remedy);
}
