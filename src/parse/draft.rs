use super::fence::split;
use super::front_matter::{FrontMatter, front_matter};
use super::keys::{self, TOP_LEVEL};
use crate::diag::Report;
use crate::markdown::{Excess, Outline, outline};
use crate::say;
use crate::source::{Fields, Reader, Source, remainder};
use crate::text::{Digest, Span, Text};
use std::sync::Arc;

/// Bytes of front matter; the longest guide to a service has a tenth of it.
const LONGEST_FRONT: u32 = 512 << 10;
/// Files that one item names as attachments and tables.
const MOST_FILES: usize = 1_000;

/// One item's file as written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Relative to the board's root, with `/` as separator.
    pub path: Arc<str>,
    /// The whole file.
    pub text: Arc<str>,
    /// Of the file as it lies on disk.
    pub digest: Digest,
    /// Where the front matter stands, without its fences.
    pub front_span: Span,
    /// The fields as written.
    pub front: FrontMatter,
    /// Where the body starts, in bytes; at the start of a file whose front matter has no beginning or no end.
    pub body_start: usize,
    /// What the body holds; places count from the start of the body.
    pub outline: Outline,
    /// What is wrong with the file. Where any of it is an error the item is not published.
    pub report: Report,
}

impl Draft {
    /// The folder of the file: `content/finance`. What the file names counts from here.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The Markdown below the front matter.
    pub fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// A place of the body as a place of the file.
    pub fn in_body(&self, span: Span) -> Span {
        span.shifted(self.body_start)
    }
}

/// Reads one item's file. What is wrong with it stands in the draft's report.
pub fn draft(source: &Source) -> Draft {
    let reader = Reader::new(&source.path);
    let parts = split(&source.text, &reader);
    let is_key = |word: &str| TOP_LEVEL.iter().any(|key| key.0 == word || key.1 == word);
    let front = parts.as_ref().and_then(|parts| {
        if parts.front.end - parts.front.start > LONGEST_FRONT {
            let first = Span::new(parts.front.start as usize, parts.front.start as usize);
            let message = say!("事项信息太长", "the front matter is too long");
            let remedy = say!("把长的内容写进正文或附件", "write what is long into the body or an attachment");
            reader.refuse("bad-front-matter", first, message, remedy);
            return None;
        }
        match reader.yaml(parts.front.of(&source.text), parts.front.start as usize, &is_key) {
            Some(node) => Some(front_matter(Fields::of(&reader, node), &source.text)),
            None => what_is_left(source, parts.front, &reader, &is_key),
        }
    });
    if let Some(front) = front.as_ref().filter(|front| front.attachments.len() + front.tables.len() > MOST_FILES) {
        let last = front.attachments.last().map(|one| one.file.span).or(front.tables.last().map(|one| one.file.span));
        reader.refuse(
            "wrong-value",
            last.unwrap_or_default(),
            say!(
                "一条事项的附件和表格超过 {MOST_FILES} 个",
                "more than {MOST_FILES} attachments and tables of one item"
            ),
            say!("分成几条事项", "write several items"),
        );
    }
    // A file that cannot be parted is read as words: what must not be published may stand anywhere in it.
    let mut body_start = parts.as_ref().map_or(0, |parts| parts.body);
    let outline = outline(&source.text[body_start..]);
    if let Some((span, passed)) = outline.excess {
        let (message, remedy) = too_much(passed);
        reader.refuse("wrong-value", span.shifted(body_start), message, remedy);
        // Nobody reads on: what follows may be made to cost hours.
        body_start = source.text.len();
    }
    Draft {
        path: Arc::clone(&source.path),
        text: Arc::clone(&source.text),
        digest: source.digest,
        front_span: parts.as_ref().map_or_else(Span::default, |parts| parts.front),
        front: front.unwrap_or_else(|| FrontMatter { draft: keeps_back(&source.text), ..FrontMatter::default() }),
        body_start,
        outline,
        report: reader.finish(),
    }
}

/// The fields that can be read although others cannot. One that may keep the item from readers and is lost makes it a
/// draft: nobody knows whether what stands in it was ever meant for them.
fn what_is_left(source: &Source, span: Span, reader: &Reader, is_key: &dyn Fn(&str) -> bool) -> Option<FrontMatter> {
    let text = span.of(&source.text);
    let rest = remainder(text, is_key)?;
    let lost = text.lines().zip(rest.lines()).filter(|(_, kept)| kept.trim().is_empty());
    let is_kept_back = lost.into_iter().any(|(line, _)| keeps_back(line));
    let quiet = Reader::new(&source.path);
    let node = quiet.yaml(&rest, span.start as usize, &|_| false)?;
    let mut front = front_matter(Fields::of(&quiet, node), &source.text);
    front.draft |= is_kept_back;
    // What is missing may be among what cannot be read.
    reader.extend(quiet.finish().into_iter().filter(|finding| finding.check != "missing-field"));
    Some(front)
}

/// Whether a line speaks of who may read the item, or when.
fn keeps_back(text: &str) -> bool {
    let keys = [keys::DRAFT, keys::AUDIENCE, keys::METHOD, keys::WITHHELD, keys::WITHDRAWN];
    text.lines().any(|line| keys.iter().any(|(id, name)| line.starts_with(id) || line.starts_with(name)))
}

/// What is said of a body that passes a limit.
fn too_much(passed: Excess) -> (Text, Text) {
    match passed {
        Excess::Length | Excess::Pieces => (
            say!("正文太长", "the body is too long"),
            say!(
                "分成几条事项，或把数据放进表格、附件",
                "write several items, or put data into tables and attachments"
            ),
        ),
        Excess::Depth => (
            say!(
                "正文里引用、列表、强调或 HTML 标签一层套一层，太深",
                "quotes, lists, emphasis or HTML are nested too deeply"
            ),
            say!(
                "检查从这里起的 >、*、缩进和没有关闭的标签",
                "look at the >, *, indentation and open tags from here on"
            ),
        ),
        Excess::Tags => (
            say!("正文里的 HTML 标签太多", "the body holds too many HTML tags"),
            say!("把表格存成 CSV 或 XLSX，用“表格”发布", "save the table as CSV or XLSX and publish it under tables"),
        ),
        Excess::Links => (
            say!("正文里的链接和图片太多", "the body holds too many links and pictures"),
            say!("分成几条事项", "write several items"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, Spot};

    fn told(text: String) -> Vec<(&'static str, Span)> {
        let draft = draft(&Source::from_bytes(&Arc::from("content/a.md"), text.into_bytes()).unwrap());
        let span = |finding: &Diagnostic| match finding.place.as_ref().map(|place| &place.spot) {
            Some(Spot::Text(span)) => *span,
            _ => Span::default(),
        };
        draft.report.findings().iter().map(|finding| (finding.check, span(finding))).collect()
    }

    #[test]
    fn a_file_that_passes_a_limit_has_a_finding_that_names_the_place() {
        let head = "title: 甲\npublished: 2026-11-19\n";
        assert_eq!(told(format!("---\n{head}---\n{}", "正文。\n".repeat(10_000))), []);
        let deep = told(format!("---\n{head}---\n正文。\n\n{}", ">".repeat(5_000)));
        let at = 8 + head.len() + "正文。\n\n".len();
        assert_eq!(deep, [("wrong-value", Span::new(at, at))]);
        let long = told(format!("---\n{head}summary: {}\n---\n", "长".repeat(LONGEST_FRONT as usize / 3)));
        assert_eq!(long.first().map(|(check, _)| *check), Some("bad-front-matter"));
        let many = "- {file: a.csv}\n".repeat(MOST_FILES + 1);
        let many = told(format!("---\n{head}attachments:\n{many}---\n正文。\n"));
        assert_eq!(many.first().map(|(check, _)| *check), Some("wrong-value"));
    }
}
