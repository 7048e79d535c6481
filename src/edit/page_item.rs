//! The form of an item; or its whole text, where the front matter cannot be read or somebody wants it so.

use super::asked::Answered;
use super::beside::{Beside, beside};
use super::change::Opened;
use super::desk::Desk;
use super::field::Part;
use super::html::Html;
use super::page_frame::{framed, told};
use super::page_index::state;
use super::page_parts::{findings, part};
use super::posted::{Posted, carried};
use super::sections::{Section, sections};
use super::sheet::Sheet;
use crate::say;
use crate::text::{Text, percent_encoded};

/// What the page shows.
pub(super) struct Shown<'a> {
    /// The text in the fields.
    pub(super) text: &'a str,
    /// Whether the whole text is wanted in one field.
    pub(super) whole: bool,
    /// What is said at its head: the class of the message, and its words.
    pub(super) said: Option<(&'static str, Text)>,
    /// Status of HTTP.
    pub(super) status: u16,
}

/// The page of an item as it lies on disk.
pub(super) fn answer(desk: &Desk, query: &Posted) -> Answered {
    let sheet = match Sheet::open(desk, query.one("path").unwrap_or_default()) {
        Ok(sheet) => sheet,
        Err(answered) => return answered,
    };
    let said = match query.one("said") {
        Some("saved") => Some(("good", say!("已保存。", "Saved."))),
        Some("same") => {
            Some(("note", say!("没有改动，文件没有写。", "Nothing was changed; the file was not written.")))
        }
        Some("made") => Some((
            "good",
            say!(
                "已新建草稿。写好后把“草稿”改为（不写）再保存，才会公开。",
                "The draft is made. It is published once “Draft” is set to (none)."
            ),
        )),
        _ => None,
    };
    let text = sheet.text.clone();
    page(desk, &sheet, &Shown { text: &text, whole: query.one("whole").is_some(), said, status: 200 })
}

/// The page of an item with some text in its fields.
pub(super) fn page(desk: &Desk, sheet: &Sheet, shown: &Shown<'_>) -> Answered {
    let opened = Opened::read(shown.text).filter(|_| !shown.whole);
    let parts = opened.as_ref().map(|opened| opened.form(&sheet.choices(desk, opened), &|_| 0)).unwrap_or_default();
    let found = beside(&sheet.judged, &sheet.path, opened.as_ref(), &parts, desk.language);
    let title = sheet.item().map(|item| item.title().to_owned()).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| sheet.path.to_string());
    let html = framed(desk.language, &Text::same(title.as_str()), true, |page| {
        page.raw("<div class=\"sheet\">\n<form id=\"item\" method=\"post\" action=\"save\" novalidate")
            .attribute("data-path", &sheet.path)
            .raw(">\n");
        page.raw("<h1>").words(&title).raw("</h1>\n<p class=\"soft path\">").words(&sheet.path).raw("</p>\n");
        if let Some((class, words)) = &shown.said {
            told(page, class, words);
        }
        standing(page, sheet);
        for (name, value) in
            [("path", &*sheet.path), ("digest", &sheet.digest.to_string()), ("base", &carried(&sheet.text))]
        {
            page.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value).raw(">\n");
        }
        summary(page, &found);
        match &opened {
            Some(opened) => form(page, sheet, opened, &parts, &found),
            None => whole(page, sheet, shown, &found),
        }
        bar(page, sheet, opened.is_some());
        page.raw("</form>\n");
        preview(page);
        page.raw("</div>\n");
    });
    Answered::page(shown.status, html)
}

/// What it means that the item is published or signed already. Nothing of it is done unasked.
fn standing(page: &mut Html, sheet: &Sheet) {
    let Some(item) = sheet.item() else { return };
    let front = item.front();
    if let Some(state) = state(item) {
        page.raw("<p class=\"soft\">").say(&say!("现在：", "Now: ")).say(&state).raw("</p>\n");
    } else if !front.draft {
        let today = sheet.board().map(|board| board.today.to_string()).unwrap_or_default();
        page.raw("<div class=\"told note published\"").attribute("data-today", &today).raw("><p>").say(&say!(
            "这一条已经公开。改了内容，请在“更正”里写明改了什么，并填更新日期；保存时不会自动填。",
            "This item is published. Say under “Corrections” what was changed, and give the date; saving does not do it for you."
        )).raw("</p></div>\n");
    }
    if item.steps.iter().any(|step| front.approvals.iter().any(|done| done.step.value == step.id && done.on.is_some()))
    {
        page.raw("<p class=\"told note\">")
            .say(&say!(
                "这一条已有审签记录。改动之后由审签人重新确认；表单不代签。",
                "Approvals are recorded here. Who approved must look again after a change; the form signs for nobody."
            ))
            .raw("</p>\n");
    }
}

/// All findings in one list, each with a link to its field; the script keeps it as one types.
fn summary(page: &mut Html, found: &[Beside]) {
    let errors = found.iter().filter(|one| one.is_error()).count();
    page.raw("<div id=\"summary\" class=\"summary\" role=\"region\" tabindex=\"-1\"")
        .labelled("aria-label", &say!("问题一览", "Findings"));
    page.raw(if found.is_empty() { " hidden>" } else { ">" });
    let others = found.len() - errors;
    page.raw("<h2>")
        .say(&say!("{errors} 处错误，{others} 处其他问题", "Errors: {errors}; other findings: {others}"))
        .raw("</h2>\n<ul>");
    for one in found {
        page.raw("<li")
            .attribute("class", one.severity)
            .raw("><a")
            .attribute("href", &format!("#e-{}", one.field))
            .raw(">")
            .words(&one.message)
            .raw("</a></li>");
    }
    page.raw("</ul></div>\n");
}

fn form(page: &mut Html, sheet: &Sheet, opened: &Opened, parts: &[Part], found: &[Beside]) {
    findings(page, "", found);
    for section in sections(sheet, parts) {
        let Section { id, label, names, open } = section;
        let of: Vec<&Part> = names.iter().filter_map(|name| parts.iter().find(|part| part.name() == *name)).collect();
        let wrong = found
            .iter()
            .any(|one| names.iter().any(|name| one.field == *name || one.field.starts_with(&format!("{name}."))));
        if open {
            page.raw("<section")
                .attribute("aria-labelledby", &format!("s-{id}"))
                .raw("><h2")
                .attribute("id", &format!("s-{id}"))
                .raw(">")
                .say(&label)
                .raw("</h2>\n");
        } else {
            page.raw("<details")
                .attribute("id", &format!("s-{id}"))
                .raw(if wrong { " open>" } else { ">" })
                .raw("<summary>")
                .say(&label)
                .raw("</summary>\n");
        }
        if id == "body" {
            body(page, opened, found);
        }
        if id == "files" {
            drop(page);
        }
        // A section of one group needs no second heading.
        for one in of {
            part(page, one, found);
        }
        page.raw(if open { "</section>\n" } else { "</details>\n" });
    }
}

fn body(page: &mut Html, opened: &Opened, found: &[Beside]) {
    let body = opened.body();
    let rows = (body.matches('\n').count() + 3).clamp(12, 30).to_string();
    page.raw("<div class=\"field\" data-field=\"body\" data-control=\"area\"><label for=\"f-body\">")
        .say(&say!("正文", "Text"));
    page.raw("</label><textarea id=\"f-body\" name=\"body\" class=\"body\" aria-describedby=\"h-body e-body\"")
        .attribute("rows", &rows)
        .raw(">\n")
        .words(&body)
        .raw("</textarea>");
    page.raw("<p class=\"help\" id=\"h-body\">")
        .say(&say!(
            "空一行分段；## 开头是小标题；- 开头是列表；**加粗**。",
            "An empty line parts paragraphs; ## begins a heading, - an element of a list; **bold**."
        ))
        .raw("</p>");
    findings(page, "body", found);
    page.raw("</div>\n");
}

/// Where files are dropped; the script shows it.
fn drop(page: &mut Html) {
    page.raw("<div id=\"drop\" class=\"drop\" hidden><label for=\"file\">")
        .say(&say!("把文件拖到这里，或点这里选文件", "Drop files here, or choose them"));
    page.raw("</label><input id=\"file\" class=\"unseen\" type=\"file\" multiple aria-describedby=\"h-file\"><p class=\"help\" id=\"h-file\">")
        .say(&say!(
            "文件放在条目旁边，同名的不会被覆盖；保存条目后才算附件。移除附件只从条目里去掉，文件仍留在条目旁边，不会公开。",
            "Files are laid beside the item and replace none; they are attached once the item is saved. To remove one takes it out \
             of the item; the file stays beside it and is not published."
        ))
        .raw("</p><p id=\"dropped\" role=\"status\"></p></div>\n");
}

fn whole(page: &mut Html, sheet: &Sheet, shown: &Shown<'_>, found: &[Beside]) {
    if Opened::read(shown.text).is_none() {
        told(
            page,
            "error",
            &say!(
                "文件头读不出来，不能用表单。照下面的问题改好全文，保存后就能用表单了。",
                "The front matter cannot be read, so there is no form. Mend the text by the findings below, and save."
            ),
        );
    }
    let rows = (shown.text.matches('\n').count() + 3).clamp(16, 40).to_string();
    page.raw("<div class=\"field\" data-field=\"whole\" data-control=\"area\"><label for=\"f-whole\">")
        .say(&say!("全文", "Whole text"));
    page.raw("</label><textarea id=\"f-whole\" name=\"whole\" class=\"body\" spellcheck=\"false\" aria-describedby=\"e-whole\"").attribute("rows", &rows).raw(">\n").words(shown.text).raw("</textarea>");
    findings(page, "whole", found);
    findings(page, "", found);
    page.raw("</div>\n");
    let _ = sheet;
}

fn bar(page: &mut Html, sheet: &Sheet, is_form: bool) {
    page.raw("<div class=\"bar\"><button class=\"save\">")
        .say(&say!("保存", "Save"))
        .raw("</button><span id=\"state\" role=\"status\"></span>");
    let path = percent_encoded(&sheet.path);
    let (href, words) = if is_form {
        (format!("item?path={path}&whole=1"), say!("改全文", "Whole text"))
    } else {
        (format!("item?path={path}"), say!("用表单", "Form"))
    };
    page.raw("<a").attribute("href", &href).raw(">").say(&words).raw("</a>");
    if let Some(item) = sheet.item().filter(|item| item.has_page()) {
        page.raw("<a")
            .attribute("href", &format!("/{}", percent_encoded(item.address.as_str())))
            .raw(">")
            .say(&say!("看页面", "See the page"))
            .raw("</a>");
    }
    page.raw("</div>\n");
}

/// Where the script shows the page as it would be.
fn preview(page: &mut Html) {
    page.raw("<section id=\"preview\" class=\"preview\" hidden aria-labelledby=\"s-preview\"><h2 id=\"s-preview\">")
        .say(&say!("页面预览", "Preview of the page"));
    page.raw("</h2><iframe sandbox=\"allow-same-origin\"")
        .labelled("title", &say!("页面预览", "Preview of the page"))
        .raw("></iframe></section>\n");
}
