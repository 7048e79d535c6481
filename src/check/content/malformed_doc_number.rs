use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::scan::fault::malformed_doc_number::find_in_field;
use crate::text::Text;

/// Finds numbers of official documents that are not in their official form, in the field and in the words.
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
        let number = item.front().document.as_ref().and_then(|document| document.number.as_ref());
        if let Some((number, find)) = number.and_then(|number| Some((number, find_in_field(number)?))) {
            cx.find(item.place(number.span), find.message).remedy = Some(match find.instead {
                Some(form) => say!("改为 {form}（六角括号，年份四位，序号前不加“第”和0）", "write {form}"),
                None => say!(
                    "应为“机关代字〔年份〕序号”，如 青政发〔2026〕3号；没有文号的删去这一行",
                    "write agency, 〔year〕 and number, such as 青政发〔2026〕3号; delete the line where there is none"
                ),
            });
        }
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!(
        "写作“机关代字〔年份〕序号”（六角括号，年份四位，序号前不加“第”和0）；少了括号或数字的，对照原件补，不要凭猜",
        "write agency, 〔year〕 and number; look at the original where a bracket or a digit is missing"
    )
}
