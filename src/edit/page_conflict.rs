//! The page that says that a file changed while somebody wrote: both versions, and what to do. Nothing is overwritten.

use super::asked::Answered;
use super::desk::Desk;
use super::html::Html;
use super::page_frame::{framed, told};
use super::posted::Posted;
use super::sheet::Sheet;
use crate::say;
use crate::text::{Touched, differences, percent_encoded};

pub(super) fn answer(desk: &Desk, sheet: &Sheet, text: &str, posted: &Posted) -> Answered {
    let title = say!("文件已被别处改动，没有保存", "The file was changed elsewhere; nothing was saved");
    let html = framed(desk.language, &title, true, |page| {
        page.raw("<h1>").say(&title).raw("</h1>\n<p class=\"soft path\">").words(&sheet.path).raw("</p>\n");
        told(
            page,
            "error",
            &say!(
                "你打开表单以后，磁盘上的文件变了。两个版本都在下面，哪个都没有丢。",
                "The file on disk changed after you opened the form. Both versions are below; neither is lost."
            ),
        );
        page.raw("<section aria-labelledby=\"lines\"><h2 id=\"lines\">")
            .say(&say!("不同的行", "Lines that differ"))
            .raw("</h2>\n<pre class=\"lines\">");
        for line in differences(&sheet.text, text) {
            for piece in line {
                let tag = match piece.touched {
                    Touched::Kept => "span",
                    Touched::Added => "ins",
                    Touched::Removed => "del",
                };
                page.raw("<").raw(tag).raw(">").words(&piece.text).raw("</").raw(tag).raw(">");
            }
            page.raw("\n");
        }
        page.raw("</pre><p class=\"soft\">")
            .say(&say!(
                "划去的是磁盘上的，加底色的是你写的。",
                "Struck out is what lies on disk, coloured what you wrote."
            ))
            .raw("</p></section>\n<div class=\"versions\">");
        version(page, "disk", &say!("磁盘上现在的", "On disk now"), &sheet.text);
        version(page, "yours", &say!("你写的", "What you wrote"), text);
        page.raw("</div>\n<form method=\"post\" action=\"save\">");
        for (name, value) in posted.pairs() {
            page.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value).raw(">");
        }
        page.raw("<div class=\"bar\">");
        if posted.one("whole").is_none() {
            page.raw("<button class=\"save\" name=\"again\" value=\"1\">")
                .say(&say!("把我的改动放进新的版本，看过再存", "Put my changes into the newer version, then look"))
                .raw("</button>");
        }
        page.raw("<a")
            .attribute("href", &format!("item?path={}", percent_encoded(&sheet.path)))
            .raw(">")
            .say(&say!("放弃我的改动", "Drop my changes"))
            .raw("</a></div></form>\n");
    });
    Answered::page(409, html)
}

fn version(page: &mut Html, id: &str, label: &crate::text::Text, text: &str) {
    page.raw("<div class=\"field\"><label")
        .attribute("for", id)
        .raw(">")
        .say(label)
        .raw("</label><textarea readonly rows=\"16\" class=\"body\"")
        .attribute("id", id)
        .raw(">\n")
        .words(text)
        .raw("</textarea></div>");
}
