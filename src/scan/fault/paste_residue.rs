//! What copying leaves behind: page numbers, buttons of web pages, lines of share sites.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::Passage;
use crate::scan::phrase::{Hit, Topic};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Phrases that ordinary text holds too; they count only as a line of their own or near another one.
const COMMON: &[&str] = &[
    "时间：",
    "时间:",
    "時間：",
    "時間:",
    "文库",
    "在线阅读",
    "附件下载",
    "免费下载",
    "当前位置",
    "版权所有",
    "整理发布",
    "联系删除",
    "点击下载",
];

/// A line of at most so many bytes may be the head or the foot of a page.
const SHORT: usize = 120;

/// Finds lines and parts of lines that belong to a page or a printer, not to the text.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if matches!(setting.kind, Kind::FileName | Kind::Link) {
        return Vec::new();
    }
    let mut found: Vec<Find> = Vec::new();
    for line in passage.lines().iter().filter(|line| !line.is_blank).map(|line| line.span) {
        let hits = hits_in(passage, line);
        let written = line.of(passage.text());
        // The head and the foot of a page are short lines; a long one is worth a look only where it holds a phrase.
        if hits.is_empty() && written.len() > SHORT && !written.trim_end().ends_with('页') {
            continue;
        }
        let trimmed = written.trim();
        let start = line.start as usize + (written.len() - written.trim_start().len());
        let whole = Span::new(start, start + trimmed.len());
        let is_line =
            is_head_line(trimmed) || setting.kind == Kind::Prose && (is_page_number(trimmed) || is_object_id(trimmed));
        let span = if is_line {
            Some(whole)
        } else {
            residue(passage, &hits, whole).or_else(|| page_of_pages(trimmed).map(|span| span.shifted(start)))
        };
        if let Some(span) = span {
            let quoted = sentence(passage.text(), span);
            let message = say!("粘贴带来的多余内容：“{quoted}”", "left over from copying: “{quoted}”");
            found.push(Find::new(span, Severity::Warning, message));
        }
    }
    found
}

fn hits_in<'a>(passage: &'a Passage, line: Span) -> Vec<&'a Hit> {
    let hits = passage.hits();
    if hits.is_empty() {
        return Vec::new();
    }
    let first = hits.partition_point(|hit| hit.at < line.start as usize);
    hits[first..]
        .iter()
        .take_while(|hit| hit.at < line.end as usize)
        .filter(|hit| hit.topic == Topic::Residue)
        .collect()
}

/// The first phrase of a share site or a page in a line. One common phrase alone is none.
fn residue(passage: &Passage, hits: &[&Hit], whole: Span) -> Option<Span> {
    let certain = hits.iter().find(|hit| !COMMON.contains(&hit.phrase) && is_residue(passage, hit, whole));
    let hit = certain.or_else(|| hits.first().filter(|_| hits.len() >= 3))?;
    Some(Span::new(hit.at, hit.at + hit.phrase.len()))
}

/// A button or a counter stands at the start of its line or after a space; a sentence about a page does not count.
fn is_residue(passage: &Passage, hit: &Hit, whole: Span) -> bool {
    let at_start = hit.at == whole.start as usize;
    let after_space = passage.before(hit.at).ends_with([' ', '\u{3000}', '】', '|', '　', '·']);
    let counters = [
        "次数",
        "量：",
        "量:",
        "数：",
        "数:",
        "时间：",
        "时间:",
        "日期：",
        "日期:",
        "時間",
        "编辑：",
        "编辑:",
        "一篇：",
        "一篇:",
        "字号：",
        "字号:",
    ];
    let is_button = counters.iter().any(|word| hit.phrase.ends_with(word))
        || [
            "字体大小",
            "加入收藏",
            "设为首页",
            "返回顶部",
            "打印本页",
            "关闭窗口",
            "关闭本页",
            "您现在的位置",
            "您当前的位置",
        ]
        .contains(&hit.phrase);
    if !is_button {
        return true;
    }
    (at_start || after_space) && whole.of(passage.text()).len() <= 240 && !whole.of(passage.text()).ends_with('。')
}

/// `5`, `- 5 -`, `—5—`, `第 5 页`.
fn is_page_number(line: &str) -> bool {
    let bare = line.trim_matches(['-', '—', '－', '–', ' ', '·', '~']);
    let bare = bare.strip_prefix('第').and_then(|bare| bare.trim().strip_suffix('页')).map_or(bare, str::trim);
    (1..=3).contains(&bare.len()) && bare.chars().all(|character| character.is_ascii_digit())
}

/// The key of a record in somebody's database.
fn is_object_id(line: &str) -> bool {
    matches!(line.len(), 24 | 32 | 36)
        && line.chars().all(|character| character.is_ascii_hexdigit() || character == '-')
        && line.chars().any(|character| character.is_ascii_digit())
        && line.chars().any(|character| character.is_ascii_alphabetic())
}

/// `发布时间:2017-01-03 16:00`, `時間:2022-03-28 08:11:00`: the head of the page that was copied. A meeting's time is
/// written in Chinese and without seconds.
fn is_head_line(line: &str) -> bool {
    let Some((label, rest)) = line.split_once([':', '：']) else { return false };
    let rest = rest.trim();
    let is_stamp = rest.len() >= 16
        && rest.chars().all(|character| character.is_ascii_digit() || matches!(character, '-' | '/' | ':' | ' '))
        && rest.matches(['-', '/']).count() == 2;
    let seconds = rest.matches(':').count() == 2;
    is_stamp
        && (matches!(label, "发布时间" | "发布日期" | "更新时间" | "发表时间" | "發布時間")
            || matches!(label, "时间" | "時間" | "日期") && seconds)
}

/// `第 5 页 共 5 页` in a line.
fn page_of_pages(line: &str) -> Option<Span> {
    if !line.contains('页') {
        return None;
    }
    for (start, _) in line.match_indices('第') {
        let rest = &line[start..];
        let squeezed: String =
            rest.chars().filter(|character| !character.is_whitespace() && *character != '，').take(14).collect();
        let mut parts = squeezed.trim_start_matches('第').splitn(2, '页');
        let (page, pages) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let is_number = |text: &str| {
            !text.is_empty() && text.len() <= 4 && text.chars().all(|character| character.is_ascii_digit())
        };
        let total = pages.trim_start_matches('/').strip_prefix('共').and_then(|pages| pages.split('页').next());
        if is_number(page) && total.is_some_and(is_number) {
            let first = rest.find('页').map_or(0, |at| at + '页'.len_utf8());
            let end = rest[first..].find('页').map_or(first, |at| first + at + '页'.len_utf8());
            return Some(Span::new(start, start + end));
        }
    }
    None
}
