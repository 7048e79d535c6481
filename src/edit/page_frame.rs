//! What all pages of the desk have in common.

use super::html::Html;
use crate::say;
use crate::text::{Language, Text};

/// A whole page; `inside` fills its main part.
pub(super) fn framed(language: Language, title: &Text, wide: bool, inside: impl FnOnce(&mut Html)) -> String {
    let mut page = Html::new(language);
    let spoken = match language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    page.raw("<!DOCTYPE html>\n<html").attribute("lang", spoken).raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.raw("<link rel=\"icon\" href=\"data:,\">\n<title>")
        .say(title)
        .raw(" · ")
        .say(&say!("网页编辑", "Editing"))
        .raw("</title>\n");
    page.raw("<link rel=\"stylesheet\" href=\"edit.css\">\n<script src=\"edit.js\" defer></script>\n</head>\n");
    page.raw(if wide { "<body class=\"wide\">\n" } else { "<body>\n" });
    page.raw("<a class=\"skip\" href=\"#main\">").say(&say!("跳到正文", "Skip to content")).raw("</a>\n");
    page.raw("<header><nav")
        .labelled("aria-label", &say!("网页编辑", "Editing"))
        .raw("><a class=\"home\" href=\"./\">");
    page.say(&say!("网页编辑", "Editing"))
        .raw("</a><a href=\"/\">")
        .say(&say!("看公开栏", "See the board"))
        .raw("</a></nav></header>\n<main id=\"main\">\n");
    inside(&mut page);
    page.raw("</main>\n</body>\n</html>\n");
    page.finish()
}

/// A message that stands at the head of a page.
pub(super) fn told(page: &mut Html, class: &str, message: &Text) {
    page.raw("<p role=\"status\"").attribute("class", &format!("told {class}")).raw(">").say(message).raw("</p>\n");
}
