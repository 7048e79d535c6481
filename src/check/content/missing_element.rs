use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::markdown::plain;
use crate::say;
use crate::term::Audience;
use crate::text::Text;

/// Finds items that do not speak of everything that their duty asks for.
pub(crate) struct MissingElement;

static META: Meta = Meta {
    id: "missing-element",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("基层政务公开标准目录的“公开内容（要素）”（国办发〔2019〕54号）"),
    page: include_str!("../../../docs/checks/missing-element.md"),
};

impl Check for MissingElement {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(duty) = item.duty.map(|id| cx.board.duty(id)) else { return };
        // What stands in a table or an attachment may speak of the rest.
        let elsewhere = !item.front().tables.is_empty() || item.attached.iter().any(|file| file.listed);
        if duty.elements.is_empty() || elsewhere || !item.offers_content() || item.audience != Audience::Public {
            return;
        }
        let words = letters(&spoken(item));
        let missing: Vec<&str> = duty
            .elements
            .iter()
            .map(String::as_str)
            .filter(|element| !element.is_empty() && !words.contains(&letters(element)))
            .collect();
        if missing.is_empty() {
            return;
        }
        let place = item.front().duty.as_ref().map_or_else(|| item.title_place(), |duty| item.place(duty.span));
        let name = &duty.name;
        cx.find(
            place,
            say!(
                "“{name}”应当写明的要素没有写：{missing}",
                "“{name}” must speak of these as well: {missing}";
                missing: Text::list(&missing),
            ),
        )
        .remedy =
            Some(say!("补上；没有数据的也列出来，写明“无”或原因", "add them; where there is nothing to tell, say so"));
    }
}

/// Everything an item says, with the names of what its fields tell.
fn spoken(item: &Item) -> String {
    let front = item.front();
    let mut text = format!("{} {} {}", item.title(), item.summary().unwrap_or_default(), plain(item.draft.body()));
    let mut told = |is_told: bool, names: &str| {
        if is_told {
            text.push(' ');
            text.push_str(names);
        }
    };
    told(front.title.is_some(), "文件名称 标题 名称");
    if let Some(document) = &front.document {
        told(document.number.is_some(), "文号 发文字号");
        told(document.issuer.is_some(), "发文部门 发文机关");
        told(document.written.is_some(), "成文日期 生成日期");
        told(document.validity.is_some(), "有效性");
    }
    if let Some(guide) = &front.guide {
        told(!guide.basis.is_empty(), "依据 办理依据 政策依据");
        told(!guide.conditions.is_empty(), "条件 办理条件 申请条件");
        told(!guide.materials.is_empty(), "材料 申请材料 所需材料 办理材料");
        told(!guide.steps.is_empty(), "流程 办理流程 申请程序");
        told(guide.time_limit.is_some(), "时限 办理时限");
        told(guide.fee.is_some(), "收费 收费标准 收费依据");
        told(guide.place.is_some(), "地点 地址 办理地点");
        told(guide.hours.is_some(), "时间 办理时间 开放时间");
        told(guide.phone.is_some(), "电话 咨询电话 联系电话 联系方式");
        told(true, "办理事项 办事指南");
    }
    if let Some(publicity) = &front.publicity {
        told(true, "公示 公示期 公示期限");
        told(publicity.phone.is_some(), "监督 监督电话 举报电话 异议电话");
    }
    told(front.contact.is_some(), "联系方式 咨询电话");
    text
}

/// Letters and digits alone, so that brackets and spaces make no difference.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}
