//! What a reader of the page sees of a body, with the way back to where it was written.

use super::events::prepare;
use super::html_table::HtmlTable;
use super::markup::{Piece, TableTag, pieces};
use super::visible_table::{VisibleCell, VisibleTable};
use crate::text::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// The words of a body as they show, each with its place in the body: marks, addresses and comments are gone, escapes
/// undone. Blocks are parted by a blank line. Tables stand apart.
#[derive(Clone, Debug, Default)]
pub struct Visible {
    /// The words.
    pub text: String,
    /// The bytes of `text` that are headings, items of lists and quotations: they need no full stop.
    pub structure: Vec<Range<usize>>,
    /// The bytes of `text` that are the items of lists, each without the lists inside it.
    pub items: Vec<Range<usize>>,
    /// The tables.
    pub tables: Vec<VisibleTable>,
    runs: Vec<Run>,
    /// Tables in HTML that are open, the innermost last.
    open: Vec<HtmlTable>,
}

/// Words that came from one place.
#[derive(Clone, Debug)]
struct Run {
    start: usize,
    source: Range<usize>,
    exact: bool,
}

impl Visible {
    /// Where some of the words are written, in the body.
    pub fn place(&self, span: Span) -> Span {
        let start = self.source_of(span.start as usize).0;
        let end = self.source_of((span.end as usize).saturating_sub(1).max(span.start as usize)).1;
        Span::new(start, end.max(start))
    }

    /// The bytes of the body that one byte of the words stands for.
    fn source_of(&self, at: usize) -> (usize, usize) {
        let run = self.runs.partition_point(|run| run.start <= at).checked_sub(1).and_then(|run| self.runs.get(run));
        let Some(run) = run else { return (0, 0) };
        let offset = at - run.start;
        if run.exact && offset < run.source.len() {
            (run.source.start + offset, run.source.start + offset + 1)
        } else if run.exact {
            (run.source.end, run.source.end)
        } else {
            (run.source.start, run.source.end)
        }
    }

    fn push(&mut self, words: &str, source: Range<usize>, exact: bool) {
        if self.open.last_mut().is_some_and(|table| table.push(words, &source)) {
            return;
        }
        if !words.is_empty() {
            self.runs.push(Run { start: self.text.len(), source, exact });
            self.text.push_str(words);
        }
    }

    fn end_block(&mut self, at: usize) {
        if self.open.last_mut().is_some_and(HtmlTable::end_line) {
            return;
        }
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            let line = if self.text.ends_with('\n') { "\n" } else { "\n\n" };
            self.push(line, at..at, false);
        }
    }

    fn table(&mut self, tag: TableTag, at: usize, body: &str) {
        if tag == TableTag::Open {
            self.end_block(at);
            self.open.push(HtmlTable::default());
        } else if self.open.last_mut().is_none_or(|table| table.tag(tag)) {
            self.close_table(at, body);
        }
    }

    fn close_table(&mut self, at: usize, body: &str) {
        let (table, titles) = self.open.pop().map(|table| table.finish(body)).unwrap_or_default();
        for title in titles {
            self.end_block(at);
            self.push(&title.text, title.span.start as usize..title.span.end as usize, title.exact);
        }
        self.end_block(at);
        if !table.header.is_empty() {
            self.tables.push(table);
        }
    }

    fn raw(&mut self, html: &str, start: usize, body: &str) {
        for piece in pieces(html) {
            match piece {
                Piece::Words(range) => {
                    self.push(&html[range.clone()], start + range.start..start + range.end, true);
                }
                Piece::Entity(letter, range) => {
                    self.push(&letter.to_string(), start + range.start..start + range.end, false);
                }
                Piece::Break(at) => self.end_block(start + at),
                Piece::Table(tag, at) => self.table(tag, start + at, body),
            }
        }
    }
}

/// Reads a body as its readers will.
pub fn visible(body: &str) -> Visible {
    let prepared = prepare(body);
    let mut seen = Visible::default();
    let mut table: Option<VisibleTable> = None;
    let mut cell: Option<VisibleCell> = None;
    let mut items: Vec<(usize, bool)> = Vec::new();
    let mut structure: Vec<usize> = Vec::new();
    let mut html: Option<Range<usize>> = None;
    for (event, range) in prepared.events() {
        if let Some(block) = &mut html {
            match event {
                Event::End(TagEnd::HtmlBlock) => {
                    let whole = block.start..block.end.max(range.end).min(body.len());
                    seen.raw(body.get(whole.clone()).unwrap_or(""), whole.start, body);
                    seen.end_block(whole.end);
                    html = None;
                }
                _ => block.end = block.end.max(range.end),
            }
            continue;
        }
        match event {
            Event::Start(Tag::HtmlBlock) => html = Some(range),
            Event::Start(Tag::Table(_)) => table = Some(VisibleTable::default()),
            Event::End(TagEnd::Table) => seen.tables.extend(table.take()),
            Event::Start(Tag::TableRow) => {
                if let Some(table) = &mut table {
                    table.rows.push(Vec::new());
                }
            }
            Event::Start(Tag::TableCell) => {
                cell = Some(VisibleCell { span: trimmed(body, range), ..VisibleCell::default() });
            }
            Event::End(TagEnd::TableCell) => {
                if let (Some(mut cell), Some(table)) = (cell.take(), &mut table) {
                    cell.text.truncate(cell.text.trim_end().len());
                    cell.text.drain(..cell.text.len() - cell.text.trim_start().len());
                    cell.exact = cell.span.of(body) == cell.text;
                    table.rows.last_mut().unwrap_or(&mut table.header).push(cell);
                }
            }
            Event::Start(Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::CodeBlock(_)) => {
                structure.push(seen.text.len());
            }
            Event::Start(Tag::Item) => {
                structure.push(seen.text.len());
                items.push((seen.text.len(), true));
            }
            Event::Start(Tag::List(_)) => {
                seen.end_block(range.start);
                close_item(&mut seen, items.last_mut());
            }
            Event::End(TagEnd::Item) => {
                close_item(&mut seen, items.last_mut());
                items.pop();
                end_structure(&mut seen, &mut structure);
                seen.end_block(range.end);
            }
            Event::End(TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::CodeBlock) => {
                end_structure(&mut seen, &mut structure);
                seen.end_block(range.end);
            }
            Event::End(TagEnd::Paragraph | TagEnd::FootnoteDefinition) | Event::Rule => seen.end_block(range.end),
            Event::Text(words) | Event::Code(words) => {
                // Two lines of Chinese are joined on the page; a detector wants to see that they were two.
                let joined = words.is_empty() && body.get(range.clone()).is_some_and(|written| written.contains('\n'));
                let words = if joined { "\n" } else { &*words };
                match &mut cell {
                    Some(cell) => cell.text.push_str(words),
                    None => {
                        let exact = body.get(range.clone()) == Some(words);
                        seen.push(words, range, exact);
                    }
                }
            }
            Event::SoftBreak | Event::HardBreak => match &mut cell {
                Some(cell) => cell.text.push('\n'),
                None => seen.push("\n", range, false),
            },
            Event::InlineHtml(tag) if cell.is_none() => seen.raw(&tag, range.start, body),
            Event::InlineHtml(tag) if tag.starts_with("<br") => {
                if let Some(cell) = &mut cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
    }
    while !seen.open.is_empty() {
        seen.close_table(body.len(), body);
    }
    seen
}

fn close_item(seen: &mut Visible, item: Option<&mut (usize, bool)>) {
    if let Some((start, open)) = item
        && *open
    {
        seen.items.push(*start..seen.text.len());
        *open = false;
    }
}

fn end_structure(seen: &mut Visible, starts: &mut Vec<usize>) {
    seen.structure.extend(starts.pop().map(|start| start..seen.text.len()));
}

/// A range without the spaces and bars around it.
fn trimmed(body: &str, range: Range<usize>) -> Span {
    let written = body.get(range.clone()).unwrap_or("");
    let lead = written.len() - written.trim_start_matches(['|', ' ', '\t']).len();
    let kept = written.trim_matches(['|', ' ', '\t', '\n', '\r']);
    Span::new(range.start + lead, range.start + lead + kept.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(body: &str, words: &str) -> String {
        let seen = visible(body);
        let at = seen.text.find(words).unwrap_or_else(|| panic!("{words} is not in {:?}", seen.text));
        seen.place(Span::new(at, at + words.len())).of(body).to_owned()
    }

    #[test]
    fn words_are_read_as_they_show_and_lead_back_to_where_they_are_written() {
        assert_eq!(written("请甲**乙丙**丁来", "甲乙丙丁"), "甲**乙丙**丁");
        assert_eq!(written("电话 138&nbsp;0013 8000", "138\u{a0}0013 8000"), "138&nbsp;0013 8000");
        assert_eq!(written("见[附件一](20161229.pdf)。", "附件一。"), "附件一](20161229.pdf)。");
        assert_eq!(written("一\n二", "一\n二"), "一\n二");
        assert_eq!(written("<div>号码<b>123</b>4</div>", "1234"), "123</b>4");
        assert_eq!(written("甲<span>12</span>34", "1234"), "12</span>34");
    }

    #[test]
    fn comments_and_addresses_are_not_seen() {
        let seen = visible("甲<!-- 乙 -->\n\n<!--\n丙\n-->\n\n[丁](https://a.cn/13800138000)\n");
        assert_eq!(seen.text.replace('\n', ""), "甲丁");
    }

    #[test]
    fn items_of_lists_stand_apart_from_the_lists_inside_them() {
        let seen = visible("- 张三\n  - 李四\n- 王五\n");
        let items: Vec<&str> = seen.items.iter().map(|item| seen.text[item.clone()].trim()).collect();
        assert_eq!(items, ["张三", "李四", "王五"]);
    }

    #[test]
    fn a_table_in_html_is_a_table() {
        let body = "<table><tr><td colspan=\"3\">低保名单</td></tr>\n<tr><th>组</th><th>姓名</th><th>电话</th></tr>\n\n\
                    <tr><td rowspan='2'>一组</td><td>**张**&nbsp;三</td><td>138</td></tr><tr><td>李四<td>139</tr>\n</table>\n\n后文\n";
        let seen = visible(body);
        let texts = |row: &Vec<VisibleCell>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&seen.tables[0].header), ["组", "姓名", "电话"]);
        assert_eq!(texts(&seen.tables[0].rows[1]), ["", "李四", "139"]);
        let phone = &seen.tables[0].rows[0][2];
        assert_eq!((phone.place(Span::new(0, 3)).of(body), phone.exact), ("138", true));
        assert_eq!(seen.text.split_whitespace().collect::<Vec<_>>(), ["低保名单", "后文"]);
        assert_eq!(visible("<td>甲</td></table><table><tr><td>乙").text.trim(), "甲");
    }

    #[test]
    fn cells_know_their_places() {
        let body = "|姓名|电话|\n|--|--|\n| **张三** | 138 |\n";
        let seen = visible(body);
        let row = &seen.tables[0].rows[0];
        assert_eq!((row[0].text.as_str(), row[0].exact), ("张三", false));
        assert_eq!((row[1].place(Span::new(1, 3)).of(body), row[1].exact), ("38", true));
        assert_eq!(seen.tables[0].header[1].text, "电话");
        assert!(!seen.text.contains("张三"));
    }
}
