//! Papers of the way to a decision (过程性信息): 请示, 会议纪要, drafts. Judged by title and genre, never by a word in
//! running text.

use crate::diag::Severity;
use crate::say;
use crate::scan::found::Find;
use crate::scan::passage::Passage;
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

const ENDINGS: [&str; 19] = [
    "请示",
    "请示报告",
    "会议纪要",
    "会议记录",
    "纪要",
    "汇报稿",
    "讨论稿",
    "送审稿",
    "过程稿",
    "初稿",
    "草稿",
    "签报",
    "呈批件",
    "呈批表",
    "拟办意见",
    "批办单",
    "磋商函",
    "商洽函",
    "会商纪要",
];

/// Meetings of the villagers themselves, whose decisions belong on the board.
const OF_RESIDENTS: [&str; 6] = ["村民会议", "村民代表会议", "居民会议", "居民代表会议", "村民小组会议", "听证会"];

/// Finds titles and file names that are those of a paper of the process.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if !matches!(setting.kind, Kind::Title | Kind::FileName) {
        return Vec::new();
    }
    let title = passage.text().trim();
    let title =
        if setting.kind == Kind::FileName { title.rsplit_once('.').map_or(title, |(stem, _)| stem) } else { title };
    let bare = title.trim_end_matches(['）', ')', '】', ']', '》', ' ', '。']);
    let bare = without_number(bare);
    let Some(ending) = ENDINGS.iter().filter(|ending| bare.ends_with(**ending)).max_by_key(|ending| ending.len())
    else {
        return Vec::new();
    };
    if OF_RESIDENTS.iter().any(|meeting| bare.contains(meeting)) {
        return Vec::new();
    }
    let end = passage.text().find(bare).map_or(bare.len(), |at| at + bare.len());
    vec![told(ending, Span::new(end - ending.len(), end))]
}

fn told(ending: &str, span: Span) -> Find {
    let message =
        say!("“{ending}”属于过程性信息，一般不公开", "“{ending}” is a paper of the process, not for publication");
    Find::new(span, Severity::Warning, message)
}

/// A title without the number of the meeting or the part after it: 会议纪要（第3期, 会议纪要〔2026〕3号.
fn without_number(title: &str) -> &str {
    let cut = title.rfind(['（', '(', '〔', '[', '【']).filter(|at| {
        let inner = &title[*at..];
        inner.chars().any(|character| character.is_ascii_digit() || "一二三四五六七八九十".contains(character))
    });
    title[..cut.unwrap_or(title.len())].trim_end()
}
