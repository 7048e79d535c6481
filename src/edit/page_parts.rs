//! The fields of the form in HTML. Each has a label, its help, and a place for what is found in it; without a script it
//! works as well.

use super::beside::Beside;
use super::field::{Choice, Control, Field, Group, Part};
use super::html::Html;
use crate::say;

/// One part with what was found in it.
pub(super) fn part(page: &mut Html, part: &Part, found: &[Beside]) {
    inner(page, part, found, &mut Vec::new());
}

/// What the fields of one group say already: the words of a help, and where they stand. Five steps of approval need no
/// five times the same.
type Said = Vec<(String, String)>;

fn inner(page: &mut Html, part: &Part, found: &[Beside], said: &mut Said) {
    match part {
        Part::Field(one) => field(page, one, found, said),
        Part::Group(group) if group.is_list => list(page, group, found, said),
        Part::Group(group) => {
            page.raw("<fieldset class=\"group\"")
                .attribute("data-group", &group.name)
                .raw("><legend>")
                .say(&group.label)
                .raw("</legend>");
            if !said.iter().any(|(words, _)| *words == group.help.zh) {
                help(page, &group.name, &group.help, &group.label.zh);
                said.push((group.help.zh.clone(), group.name.clone()));
            }
            group.parts.iter().for_each(|one| inner(page, one, found, said));
            findings(page, &group.name, found);
            page.raw("</fieldset>\n");
        }
    }
}

/// A list: each row a group, the last one empty.
fn list(page: &mut Html, group: &Group, found: &[Beside], said: &mut Said) {
    page.raw("<div class=\"list\"")
        .attribute("data-list", &group.name)
        .raw("><p class=\"name\">")
        .say(&group.label)
        .raw("</p>");
    help(page, &group.name, &group.help, &group.label.zh);
    for row in &group.parts {
        let Part::Group(row) = row else { continue };
        page.raw("<fieldset class=\"row\"")
            .attribute("data-row", &row.name)
            .raw("><legend>")
            .say(&group.label)
            .raw(" ")
            .say(&row.label)
            .raw("</legend>");
        row.parts.iter().for_each(|one| inner(page, one, found, said));
        page.raw("</fieldset>\n");
    }
    findings(page, &group.name, found);
    page.raw("</div>\n");
}

fn field(page: &mut Html, field: &Field, found: &[Beside], said: &mut Said) {
    let (name, value) = (field.name.as_str(), field.value.as_str());
    let explained = said.iter().find(|(words, _)| *words == field.help.zh).map(|(_, at)| at.clone());
    let (id, about) = (format!("f-{name}"), format!("h-{} e-{name}", explained.as_deref().unwrap_or(name)));
    let wrong = found.iter().any(|one| one.field == name && one.is_error());
    let kind = kind(&field.control);
    page.raw("<div class=\"field\"").attribute("data-field", name).attribute("data-control", kind).raw(">");
    if let Control::Checks(choices) = &field.control {
        page.raw("<fieldset class=\"checks\"")
            .attribute("aria-describedby", &about)
            .raw("><legend>")
            .say(&field.label)
            .raw("</legend>");
        page.raw("<input type=\"hidden\" value=\"\"").attribute("name", name).raw(">");
        for choice in choices {
            let on = value.split('\n').any(|one| one == choice.value);
            page.raw("<label><input type=\"checkbox\"").attribute("name", name).attribute("value", &choice.value);
            page.raw(if on { " checked>" } else { ">" }).words(&choice.label).raw("</label>");
        }
        page.raw("</fieldset>");
    } else {
        page.raw("<label").attribute("for", &id).raw(">").say(&field.label);
        if matches!(name, "title" | "published") {
            page.raw(" <span class=\"need\">").say(&say!("必填", "required")).raw("</span>");
        }
        page.raw("</label>");
        control(page, field, &id, &about, wrong);
    }
    if explained.is_none() {
        help(page, name, &field.help, &field.label.zh);
        said.push((field.help.zh.clone(), name.to_owned()));
    }
    if field.strange {
        page.raw("<p class=\"strange\">")
            .say(&say!(
                "文件里这一项的写法特别，表单不改动它；请按全文修改。",
                "The file says this in a way that the form cannot show and does not touch; change the text as a whole."
            ))
            .raw("</p>");
    }
    findings(page, name, found);
    page.raw("</div>\n");
}

fn control(page: &mut Html, field: &Field, id: &str, about: &str, wrong: bool) {
    let value = field.value.as_str();
    let common = |page: &mut Html| {
        page.attribute("id", id).attribute("name", &field.name).attribute("aria-describedby", about);
        if wrong {
            page.raw(" aria-invalid=\"true\"");
        }
        if field.strange {
            page.raw(" disabled");
        }
    };
    let proposals = |page: &mut Html, choices: &[Choice]| {
        if !choices.is_empty() {
            page.raw("<datalist").attribute("id", &format!("d-{}", field.name)).raw(">");
            for choice in choices {
                page.raw("<option").attribute("value", &choice.value).raw(">");
                if choice.label != choice.value {
                    page.words(&choice.label);
                }
                page.raw("</option>");
            }
            page.raw("</datalist>");
        }
    };
    match &field.control {
        Control::Line(choices) | Control::Words(choices) => {
            let shown =
                if matches!(field.control, Control::Words(_)) { value.replace('\n', "、") } else { value.to_owned() };
            page.raw("<input type=\"text\" autocomplete=\"off\"");
            common(page);
            if !choices.is_empty() {
                page.attribute("list", &format!("d-{}", field.name));
            }
            page.attribute("value", &shown).raw(">");
            proposals(page, choices);
        }
        Control::Date => {
            page.raw("<input type=\"date\"");
            common(page);
            page.attribute("value", value).raw(">");
        }
        Control::Choice(choices) => {
            page.raw("<select");
            common(page);
            page.raw("><option value=\"\">");
            match &field.inherited {
                Some(inherited) => page.say(&say!("（不写，即 {inherited}）", "(none: {inherited})")),
                None => page.say(&say!("（不写）", "(none)")),
            };
            page.raw("</option>");
            for choice in choices {
                let on = if choice.value == value { " selected>" } else { ">" };
                page.raw("<option").attribute("value", &choice.value).raw(on).words(&choice.label).raw("</option>");
            }
            page.raw("</select>");
        }
        Control::Area | Control::Lines | Control::Pairs | Control::Checks(_) => {
            let rows = value.split('\n').count().clamp(2, 8).to_string();
            page.raw("<textarea").attribute("rows", &rows);
            common(page);
            page.raw(">\n").words(value).raw("</textarea>");
        }
    }
}

fn kind(control: &Control) -> &'static str {
    match control {
        Control::Line(_) => "line",
        Control::Area => "area",
        Control::Date => "date",
        Control::Choice(_) => "choice",
        Control::Checks(_) => "checks",
        Control::Words(_) => "words",
        Control::Lines => "lines",
        Control::Pairs => "pairs",
    }
}

/// The help for a field; not where it would only say the label again.
fn help(page: &mut Html, name: &str, text: &crate::text::Text, label: &str) {
    if text.zh != label && !text.zh.is_empty() {
        page.raw("<p class=\"help\"").attribute("id", &format!("h-{name}")).raw(">").say(text).raw("</p>");
    }
}

/// What was found in a field, row or group; the script fills the same place as one types.
pub(super) fn findings(page: &mut Html, name: &str, found: &[Beside]) {
    page.raw("<div class=\"found\"").attribute("id", &format!("e-{name}")).raw(">");
    for one in found.iter().filter(|one| one.field == name) {
        page.raw("<div").attribute("class", one.severity).raw("><p><b>").say(&severity(one.severity)).raw("</b> ");
        if let Some(line) = one.line {
            page.say(&say!("第 {line} 行：", "line {line}: "));
        }
        page.words(&one.message).raw("</p>");
        if let Some(remedy) = &one.remedy {
            page.raw("<p>").say(&say!("做法：", "Remedy: ")).words(remedy).raw("</p>");
        }
        page.raw("</div>");
    }
    page.raw("</div>");
}

/// The word for how much a finding weighs.
pub(super) fn severity(id: &str) -> crate::text::Text {
    match id {
        "error" => say!("错误", "Error"),
        "warning" => say!("警告", "Warning"),
        _ => say!("提示", "Note"),
    }
}
