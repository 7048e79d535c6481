use crate::text::html_escaped;

use super::address::is_safe;
use super::clean::clean;
use super::events::prepare;
use super::heading::{Ids, same_title};
use crate::text::tongue;
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Tag, TagEnd};
use std::fmt::Write as _;
use std::ops::Range;

/// Where the links of a body lead, and the interface words that its HTML needs.
pub trait Links {
    /// The address to write for a link target; none for a target that leads nowhere, whose words then stand alone.
    fn link(&self, target: &str) -> Option<String>;

    /// The address to write for a picture, with its width and height in pixels where known.
    fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)>;

    /// What a screen reader calls the n-th table (from 1) when it has no heading of its own.
    fn table_label(&self, number: usize) -> String;
}

/// Turns a body into HTML. The body's own title heading is dropped; where other headings of the first level are left,
/// all headings go down by one, so that the page has one `h1`.
pub fn html(body: &str, title: &str, links: &dyn Links) -> String {
    let prepared = prepare(body);
    let events: Vec<(Event<'_>, Range<usize>)> = prepared.events().collect();
    let mut writer = Writer {
        links,
        title,
        down: needs_shift(&events, title),
        ids: Ids::default(),
        tables: 0,
        alignments: Vec::new(),
        cell: 0,
        in_head: false,
        dropped: Vec::new(),
        last_heading: String::new(),
        raw: false,
        out: Vec::with_capacity(events.len()),
    };
    let mut at = 0;
    while at < events.len() {
        at = writer.write(&events, at);
    }
    let mut html = String::with_capacity(body.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, writer.out.into_iter());
    if writer.raw { clean(&html) } else { html }
}

struct Writer<'a, 'e> {
    links: &'a dyn Links,
    title: &'a str,
    down: bool,
    ids: Ids,
    tables: usize,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    /// For each open link or picture, whether its tags were left out.
    dropped: Vec<bool>,
    last_heading: String,
    raw: bool,
    out: Vec<Event<'e>>,
}

impl<'e> Writer<'_, 'e> {
    /// Writes the event at `at` and says which comes next.
    fn write(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        match &events[at].0 {
            Event::Start(Tag::Heading { level, .. }) => return self.heading(events, at, *level),
            Event::Start(Tag::Paragraph) => self.open_paragraph(events, at),
            Event::Start(Tag::Table(alignments)) => self.open_table(alignments.clone()),
            Event::Start(Tag::TableHead) => {
                self.in_head = true;
                self.cell = 0;
                self.tag("<thead><tr>");
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                self.tag("</tr></thead><tbody>");
            }
            Event::Start(Tag::TableRow) => {
                self.cell = 0;
                self.tag("<tr>");
            }
            Event::End(TagEnd::TableRow) => self.tag("</tr>"),
            Event::Start(Tag::TableCell) => self.open_cell(is_figure(&events[at + 1..])),
            Event::End(TagEnd::TableCell) => self.tag(if self.in_head { "</th>" } else { "</td>" }),
            Event::End(TagEnd::Table) => self.tag("</tbody></table></section>\n"),
            Event::Start(Tag::Link { dest_url, .. }) => self.open_link(dest_url),
            Event::End(TagEnd::Link) => {
                if self.dropped.pop() == Some(false) {
                    self.tag("</a>");
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => return self.picture(events, at, dest_url),
            Event::FootnoteReference(name) => {
                let id = footnote_id(name);
                let name = html_escaped(name);
                self.html(format!("<sup class=\"footnote\"><a href=\"#{id}\">{name}</a></sup>"));
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let id = footnote_id(name);
                let name = html_escaped(name);
                self.html(format!("<div class=\"footnote\" id=\"{id}\"><sup>{name}</sup>"));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.tag("</div>\n"),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.raw = true;
                self.out.push(Event::InlineHtml(html.clone()));
            }
            event => self.out.push(event.clone()),
        }
        at + 1
    }

    fn tag(&mut self, tag: &'static str) {
        self.out.push(Event::InlineHtml(CowStr::Borrowed(tag)));
    }

    fn html(&mut self, html: String) {
        self.out.push(Event::InlineHtml(CowStr::from(html)));
    }

    fn heading(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize, level: HeadingLevel) -> usize {
        let end = end_of(events, at, |event| matches!(event, Event::End(TagEnd::Heading(_))));
        let words = words(&events[at..end]);
        if level == HeadingLevel::H1 && same_title(&words, self.title) {
            return end + 1;
        }
        let level = (level as usize + usize::from(self.down)).clamp(2, 6);
        let id = self.ids.next(&words);
        self.html(format!("<h{level} id=\"{id}\">"));
        let mut inner = at + 1;
        while inner < end {
            inner = self.write(events, inner);
        }
        self.html(format!("</h{level}>\n"));
        self.last_heading = words;
        end + 1
    }

    /// A paragraph in another language than Chinese says so, for the voice of a screen reader and the face of its letters.
    fn open_paragraph(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) {
        let end = end_of(events, at, |event| matches!(event, Event::End(TagEnd::Paragraph)));
        let own = &events[at..end];
        let chinese = |(event, _): &(Event<'_>, _)| matches!(event, Event::Text(text) if tongue(text) == Some("zh-CN"));
        match tongue(&if own.iter().any(chinese) { String::new() } else { words(own) }) {
            Some("ug") => self.tag("<p lang=\"ug\" dir=\"rtl\">"),
            Some(language) => self.html(format!("<p lang=\"{language}\">")),
            None => self.out.push(events[at].0.clone()),
        }
    }

    fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        self.alignments = alignments;
        let label = if self.last_heading.is_empty() || self.tables > 1 {
            self.links.table_label(self.tables)
        } else {
            self.last_heading.clone()
        };
        let label = html_escaped(&label);
        self.html(format!(
            "<section class=\"table-frame\" tabindex=\"0\" aria-label=\"{label}\"><table class=\"data-table\">"
        ));
    }

    /// Opens a cell; a date, a telephone or a number in it does not break at its hyphens.
    fn open_cell(&mut self, whole: bool) {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Right) => " class=\"number\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ if whole => " class=\"nobreak\"",
            _ => "",
        };
        self.cell += 1;
        self.html(if self.in_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") });
    }

    fn open_link(&mut self, target: &str) {
        let href = if is_safe(target) { self.links.link(target) } else { None };
        self.dropped.push(href.is_none());
        if let Some(href) = href {
            let rel = if target.starts_with("http") { " rel=\"external noopener\"" } else { "" };
            let href = html_escaped(&href);
            self.html(format!("<a href=\"{href}\"{rel}>"));
        }
    }

    fn picture(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize, target: &str) -> usize {
        let end = end_of(events, at, |event| matches!(event, Event::End(TagEnd::Image)));
        let alt = words(&events[at..end]);
        let source = if is_safe(target) && !target.contains(':') { self.links.picture(target) } else { None };
        match source {
            Some((source, size)) => {
                let mut tag = format!("<img src=\"{}\" alt=\"{}\"", html_escaped(&source), html_escaped(&alt));
                if let Some((width, height)) = size {
                    let _ = write!(tag, " width=\"{width}\" height=\"{height}\"");
                }
                tag.push_str(" loading=\"lazy\">");
                self.html(tag);
            }
            None => self.out.push(Event::Text(CowStr::from(alt))),
        }
        end + 1
    }
}

/// Whether a cell holds a single figure: a date, a telephone, a sum.
fn is_figure(cell: &[(Event<'_>, Range<usize>)]) -> bool {
    let plain = |text: &str| text.len() <= 24 && text.chars().all(|c| c.is_ascii_digit() || "-*/.,:%+ ".contains(c));
    match cell {
        [(Event::Text(text), _), (Event::End(TagEnd::TableCell), _), ..] => plain(text) && text.contains('-'),
        _ => false,
    }
}

/// The index of the end event that belongs to the start event at `at`. The parser always pairs them; pictures may nest.
fn end_of(events: &[(Event<'_>, Range<usize>)], at: usize, is_end: impl Fn(&Event<'_>) -> bool) -> usize {
    let range = &events[at].1;
    (at + 1..events.len()).find(|&end| is_end(&events[end].0) && events[end].1 == *range).unwrap_or(events.len())
}

fn words(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut words = String::new();
    for (event, _) in events {
        if let Event::Text(text) | Event::Code(text) = event {
            words.push_str(text);
        }
    }
    words
}

fn needs_shift(events: &[(Event<'_>, Range<usize>)], title: &str) -> bool {
    events.iter().enumerate().any(|(at, (event, _))| {
        matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })) && {
            let end = end_of(events, at, |event| matches!(event, Event::End(TagEnd::Heading(_))));
            !same_title(&words(&events[at..end]), title)
        }
    })
}

fn footnote_id(name: &str) -> String {
    let bare: String = name.chars().filter(|character| character.is_alphanumeric()).collect();
    format!("fn-{bare}")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;

    impl Links for Plain {
        fn link(&self, target: &str) -> Option<String> {
            (target != "gone.md").then(|| target.to_owned())
        }

        fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)> {
            Some((target.to_owned(), Some((40, 30))))
        }

        fn table_label(&self, number: usize) -> String {
            format!("表{number}")
        }
    }

    fn of(body: &str) -> String {
        html(body, "标题", &Plain)
    }

    #[test]
    fn bold_stands_beside_chinese_punctuation() {
        for body in [
            "**通知：**请各村",
            "按照**“三公开”**要求",
            "前文**强调。**后文",
            "**《条例》**规定",
            "**甲。**乙**丙。**丁",
            "~~作废，~~见后",
        ] {
            let html = of(body);
            assert!(!html.contains("**") && !html.contains("~~"), "{body}: {html}");
        }
        assert_eq!(of("**甲。**乙**丙。**丁"), "<p><strong>甲。</strong>乙<strong>丙。</strong>丁</p>\n");
    }

    #[test]
    fn masked_numbers_and_names_keep_their_stars() {
        for body in ["138****0001，139****0002", "证号35*************123和35*************12X", "张*三、李*四", "王**"]
        {
            assert_eq!(of(body), format!("<p>{body}</p>\n"));
        }
        assert_eq!(of("前文*强调*后文"), "<p>前文<em>强调</em>后文</p>\n");
    }

    #[test]
    fn lines_of_a_chinese_paragraph_join_without_a_gap() {
        assert_eq!(of("各村、\n各站所：\nA B\nC"), "<p>各村、各站所：\nA B\nC</p>\n");
    }

    #[test]
    fn a_page_has_one_heading_of_the_first_level() {
        assert_eq!(of("# 标 题\n\n## 一、甲\n"), "<h2 id=\"s-一-甲\">一、甲</h2>\n");
        assert_eq!(
            of("# 甲\n\n## 乙\n\n## 乙\n"),
            "<h2 id=\"s-甲\">甲</h2>\n<h3 id=\"s-乙\">乙</h3>\n<h3 id=\"s-乙-2\">乙</h3>\n"
        );
        assert_eq!(of("## ！！\n"), "<h2 id=\"section\">！！</h2>\n");
    }

    #[test]
    fn cells_are_aligned_by_class() {
        let html = of("| 项目 | 金额 |\n|---|---:|\n| 甲 | 1.00 |\n");
        assert!(html.contains("<th scope=\"col\" class=\"number\">金额</th>"), "{html}");
        assert!(html.contains("<td class=\"number\">1.00</td>") && !html.contains("style"), "{html}");
        assert!(html.contains("aria-label=\"表1\""));
    }

    #[test]
    fn nothing_that_runs_is_left() {
        for body in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[点](javascript:alert(1))",
            "<a href=\"jav&#x09;ascript:alert(1)\">点</a>",
            "<svg onload=alert(1)>",
            "![图](javascript:x)",
            "<p style=\"x:expression(1)\" onclick=x>甲</p>",
            "<iframe src=\"https://e.example\"></iframe>",
        ] {
            let html = of(body).to_lowercase();
            for bad in ["script", "onerror", "onload", "onclick", "style=", "<iframe", "<svg"] {
                assert!(!html.contains(bad), "{body}: {html}");
            }
        }
    }

    #[test]
    fn a_date_in_a_table_stays_on_one_line() {
        let html = of("|甲|乙|丙|\n|---|---|---:|\n|2026-10-09|二-三|1-2|\n");
        assert!(html.contains("<td class=\"nobreak\">2026-10-09</td><td>二-三</td><td class=\"number\">"), "{html}");
    }

    #[test]
    fn a_paragraph_in_another_language_says_so() {
        assert_eq!(of("甲 means A and nothing else."), "<p>甲 means A and nothing else.</p>\n");
        assert_eq!(of("Open from **nine** to five."), "<p lang=\"en\">Open from <strong>nine</strong> to five.</p>\n");
        assert_eq!(of("ئۇيغۇرچە"), "<p lang=\"ug\" dir=\"rtl\">ئۇيغۇرچە</p>\n");
    }

    #[test]
    fn raw_tables_keep_their_spans_and_comments_go() {
        let html = of("<!-- 内部 -->\n\n<table><tr><td colspan=\"2\" style=\"a:b\">甲</td></tr></table>\n");
        assert!(html.contains("<td colspan=\"2\">甲</td>"), "{html}");
        assert!(!html.contains("内部"), "{html}");
    }

    #[test]
    fn a_link_that_leads_nowhere_leaves_its_words() {
        assert_eq!(of("见[通知](gone.md)。"), "<p>见通知。</p>\n");
        assert_eq!(
            of("![图](a.png)"),
            "<p><img src=\"a.png\" alt=\"图\" width=\"40\" height=\"30\" loading=\"lazy\"></p>\n"
        );
    }

    #[test]
    fn footnotes_lead_to_their_text() {
        let html = of("甲[^1]。\n\n[^1]: 注。\n");
        assert!(html.contains("<a href=\"#fn-1\">") && html.contains("id=\"fn-1\""), "{html}");
    }
}
