use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Span;

/// Finds raw HTML in bodies. A comment alone is none, nor a line break in a table's cell.
pub(crate) struct RawHtml;

static META: Meta = Meta {
    id: "raw-html",
    family: Family::Content,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/raw-html.md"),
};

impl Check for RawHtml {
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
        let body = item.draft.body();
        for block in blocks(&item.draft.outline.raw_html, body) {
            let html = without_comments(block.of(body));
            let Some(tag) = first_tag(&html) else { continue };
            cx.find(
                item.place(item.draft.in_body(block)),
                say!("正文里有网页代码 {tag}", "the body holds HTML: {tag}"),
            )
            .remedy = Some(say!(
                "改用 Markdown 写法；合并单元格的表格可以用 tables 从 CSV、XLSX 生成",
                "write it in Markdown; tables with merged cells can come from CSV or XLSX by “tables”"
            ));
        }
    }
}

/// Lines of one block of HTML come one by one, empty ones left out; together they are one finding.
fn blocks(pieces: &[Span], body: &str) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    for &piece in pieces {
        let between =
            |block: &Span| Span { start: block.end, end: piece.start.max(block.end) }.of(body).trim().is_empty();
        match blocks.last_mut().filter(|block| between(block)) {
            Some(block) => block.end = piece.end,
            None => blocks.push(piece),
        }
    }
    blocks
}

fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut bare = String::new();
    while let Some(start) = rest.find("<!--") {
        bare.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    bare + rest
}

/// The first tag that opens something and is more than a line break, as `<table>`.
fn first_tag(html: &str) -> Option<String> {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if !name.is_empty() && name != "br" {
            return Some(format!("<{name}>"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_line_breaks_are_no_html() {
        for html in ["<!-- 注 -->", "<!-- 第一行\n第二行 -->\n", "<br>", "<br/> <BR />", "<!-- a --> <!-- b", "</div>"]
        {
            assert_eq!(first_tag(&without_comments(html)), None, "{html}");
        }
        for (html, tag) in [("<table>\n<tr>", "<table>"), ("<!-- a --><font color=red>", "<font>")] {
            assert_eq!(first_tag(&without_comments(html)).as_deref(), Some(tag), "{html}");
        }
    }
}
