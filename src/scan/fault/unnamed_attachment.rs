//! Attachments whose name tells nothing: 附件1, 586cb2c2064b967629b627ee, 新建文档.docx.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::Passage;
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

const FILES: [&str; 17] = [
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "ppt", "pptx", "wps", "et", "ofd", "zip", "rar", "7z", "txt", "jpg",
    "png",
];

const EMPTY: [&str; 22] = [
    "附件",
    "附件下载",
    "下载",
    "下载附件",
    "点击下载",
    "点击",
    "点击这里",
    "点击此处",
    "点此下载",
    "这里",
    "此处",
    "查看",
    "查看附件",
    "链接",
    "文件",
    "文档",
    "新建文档",
    "新建文件",
    "扫描件",
    "无标题",
    "未命名",
    "原文",
];

/// Finds a code where an attachment's name should stand: a line of its own under 附件, or alone.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if setting.kind != Kind::Prose || !passage.text().contains("附件") {
        return Vec::new();
    }
    let text = passage.text();
    let mut is_due = false;
    let mut found = Vec::new();
    for line in passage.lines().iter().map(|line| line.span) {
        let written = line.of(text);
        let trimmed = written.trim();
        if trimmed.is_empty() {
            continue;
        }
        let (head, rest) = trimmed.split_once([':', '：']).unwrap_or((trimmed, ""));
        let is_head = head.starts_with("附件") && head.chars().count() <= 6;
        let candidate = if is_head { rest.trim() } else { trimmed };
        if (is_head || is_due) && is_code(candidate) {
            let start = line.start as usize + written.rfind(candidate).unwrap_or(0);
            found.push(told(text, Span::new(start, start + candidate.len())));
        }
        is_due = is_head && rest.trim().is_empty();
    }
    found
}

/// Judges the words under which an attachment is offered: the text of a link, the title in the front matter, or the
/// file's own name where nothing else was given.
pub fn find_name(name: &str) -> Option<Find> {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    let stem = match stem.rsplit_once('.') {
        Some((stem, ending)) if FILES.contains(&ending.to_ascii_lowercase().as_str()) => stem,
        _ => stem,
    };
    let plain: String = stem
        .chars()
        .filter(|character| !character.is_whitespace() && !"：:（）()【】[]_-—.、《》“”".contains(*character))
        .collect();
    let word =
        plain.trim_matches(|character: char| character.is_ascii_digit() || "一二三四五六七八九十".contains(character));
    let is_empty = word.is_empty() || EMPTY.contains(&word) || is_code(&plain) || is_camera(&plain);
    is_empty.then(|| told(name, Span::new(0, name.len())))
}

fn told(text: &str, span: Span) -> Find {
    let quoted = sentence(text, span);
    let message = say!("附件名称看不出内容：“{quoted}”", "the name of an attachment tells nothing: “{quoted}”");
    Find::new(span, Severity::Warning, message)
}

/// A code that a content system made: long, of hexadecimal digits or of digits alone.
fn is_code(name: &str) -> bool {
    let code = name.split('.').next().unwrap_or(name);
    let is_hex = code.len() >= 12 && code.chars().all(|character| character.is_ascii_hexdigit() || character == '-');
    let is_number = code.len() >= 6 && code.chars().all(|character| character.is_ascii_digit());
    let is_stamp = code.len() >= 16
        && code.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
        && code.chars().filter(char::is_ascii_digit).count() >= 8;
    is_hex || is_number || is_stamp
}

/// Names that cameras, scanners and messengers give.
fn is_camera(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    ["IMG", "SCAN", "DSC", "微信图片", "微信截图", "QQ图片", "MMEXPORT", "截图", "WECHATIMG"].iter().any(|start| {
        name.strip_prefix(start).is_some_and(|rest| rest.chars().all(|character| character.is_ascii_digit()))
    })
}
