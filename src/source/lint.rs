//! Names the slips that no YAML parser names: a full-width colon, a tab, an invisible space, a title cut at `#`.

use super::yaml::{Fault, Reason};
use crate::say;
use crate::text::{Span, Text};

/// A slip, where it stands, and the line as it should be.
pub(super) struct Slip {
    pub(super) span: Span,
    pub(super) message: Text,
    pub(super) remedy: Text,
}

/// Slips that spoil a text although it may still be YAML. `is_key` knows the keys.
pub(super) fn slips(text: &str, offset: usize, is_key: &dyn Fn(&str) -> bool) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if let Some(slip) = slip(bare, is_key) {
            found.push(Slip { span: slip.span.shifted(offset + at), ..slip });
        }
        at += line.len();
    }
    found
}

/// A fault of the parser, in words a clerk understands.
pub(super) fn explain(fault: &Fault, text: &str, offset: usize) -> Slip {
    let start = (fault.span.start as usize).saturating_sub(offset);
    let (line_start, line) = crate::text::line_at(text, start);
    let line_span = Span::new(line_start, line_start + line.len()).shifted(offset);
    match &fault.reason {
        Reason::Alias => Slip {
            span: fault.span,
            message: say!("这里的 & 或 * 被当成了引用记号", "& or * is read as a reference here"),
            remedy: say!("给整段文字加引号：\"*重要*通知\"", "put quotes around the text: \"*…*\""),
        },
        Reason::Depth => Slip {
            span: fault.span,
            message: say!("层次太深", "nested too deeply"),
            remedy: say!("最多写三四层；检查括号是否配对", "check that the brackets are paired"),
        },
        Reason::Length => Slip {
            span: fault.span,
            message: say!("这一项下面的条数太多", "the list is too long"),
            remedy: say!("分成几个文件，或把数据放进表格", "use several files, or put the data into a table"),
        },
        Reason::Syntax(_) if open_quote(text, start).is_some() => {
            let (at, line) = open_quote(text, start).unwrap_or_default();
            let fixed = quoted(line).unwrap_or_default();
            Slip {
                span: Span::new(at, at + line.len()).shifted(offset),
                message: say!("引号没有成对", "a quote is not closed"),
                remedy: say!("改为：{fixed}", "write: {fixed}"),
            }
        }
        Reason::Syntax(words) => quoted(line).map_or_else(
            || Slip {
                span: line_span,
                message: say!("这一行读不懂（{words}）", "this line cannot be read ({words})"),
                remedy: say!(
                    "检查冒号后是否有空格、引号和括号是否成对、缩进是否用空格对齐",
                    "check the space after the colon, paired quotes and brackets, and the indentation"
                ),
            },
            |line| Slip {
                span: line_span,
                message: say!("这一行的值要加引号", "the value of this line needs quotes"),
                remedy: say!("改为：{line}", "write: {line}"),
            },
        ),
    }
}

fn slip(line: &str, is_key: &dyn Fn(&str) -> bool) -> Option<Slip> {
    let indent = line.len() - line.trim_start_matches([' ', '\t', '\u{3000}', '\u{A0}']).len();
    let (space, rest) = line.split_at(indent);
    if rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    if let Some(at) = space.find(|character| character != ' ') {
        let fixed = format!("{}{rest}", "  ".repeat(space.chars().count().min(4)));
        return Some(Slip {
            span: Span::new(at, indent),
            message: say!("行首有制表符（Tab）或全角空格", "the line starts with a tab or a full-width space"),
            remedy: say!("只用半角空格缩进：{fixed}", "indent with plain spaces: {fixed}"),
        });
    }
    let body = rest.strip_prefix("- ").unwrap_or(rest);
    let lead = indent + (rest.len() - body.len());
    if let Some(at) = body.find('：') {
        let key = body[..at].trim();
        if is_key(key) {
            let value = body[at + '：'.len_utf8()..].trim();
            let fixed = format!("{key}: {}", quote_if_needed(value));
            return Some(Slip {
                span: Span::new(lead + at, lead + at + '：'.len_utf8()),
                message: say!("“{key}”后面是全角冒号", "“{key}” is followed by a full-width colon"),
                remedy: say!("改用半角冒号加空格：{fixed}", "use a plain colon and a space: {fixed}"),
            });
        }
    }
    let (key, value) = body.split_once(':')?;
    if !is_key(key.trim()) {
        return None;
    }
    if !value.is_empty() && !value.starts_with([' ', '\u{3000}', '\u{A0}']) {
        let fixed = format!("{}: {}", key.trim(), quote_if_needed(value.trim()));
        return Some(Slip {
            span: Span::new(lead + key.len(), lead + key.len() + 1),
            message: say!("冒号后面少一个空格", "a space is missing after the colon"),
            remedy: say!("改为：{fixed}", "write: {fixed}"),
        });
    }
    if value.starts_with(['\u{3000}', '\u{A0}']) || value.starts_with(" \u{3000}") {
        let fixed = format!("{}: {}", key.trim(), quote_if_needed(value.trim()));
        return Some(Slip {
            span: Span::new(lead + key.len() + 1, line.len()),
            message: say!("冒号后面是全角空格", "the colon is followed by a full-width space"),
            remedy: say!("改为：{fixed}", "write: {fixed}"),
        });
    }
    let value = value.trim();
    // A title of nothing but a comment is a missing title, and said to be one.
    let cut = match key.trim() {
        "title" | "标题" => !value.starts_with('#'),
        "summary" | "内容概述" => !value.starts_with("# "),
        _ => false,
    };
    if !cut || value.starts_with(['"', '\'', '[', '{', '|', '>']) {
        return None;
    }
    let at = lead + body.find(" #")? + 1;
    let fixed = format!("{}: {}", key.trim(), quote(value));
    Some(Slip {
        span: Span::new(at, line.len()),
        message: say!("# 后面的文字会被当作注释丢掉", "the words after # are taken for a comment and lost"),
        remedy: say!(
            "如果是内容，加引号：{fixed}；如果是备注，另起一行写",
            "if they are meant, put quotes around it: {fixed}; if they are a note, give it its own line"
        ),
    })
}

/// The last line up to the fault whose value opens a quote and does not close it, and where it starts.
pub(super) fn open_quote(text: &str, fault: usize) -> Option<(usize, &str)> {
    let mut found = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > fault {
            break;
        }
        let bare = line.trim_end();
        if let Some((_, value)) = bare.split_once(": ") {
            let value = value.trim();
            let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''));
            if mark.is_some_and(|mark| value.matches(mark).count() % 2 == 1) {
                found = Some((at, bare));
            }
        }
        at += line.len();
    }
    found
}

/// The line with its value in quotes, where that is what it needs.
fn quoted(line: &str) -> Option<String> {
    let (key, value) = line.split_once(": ")?;
    let value = value.trim();
    let needs = value.contains(": ")
        || value.starts_with(['[', '{', '*', '&', '@', '%', '`', '!', '|', '>'])
        || value.starts_with(['"', '\'']) && value.chars().last() != value.chars().next();
    (needs && !value.is_empty()).then(|| format!("{key}: {}", quote(value.trim_matches(['"', '\'']))))
}

fn quote_if_needed(value: &str) -> String {
    let plain =
        !value.contains(": ") && !value.contains(" #") && !value.starts_with(['[', '{', '*', '&', '@', '%', '#']);
    let is_quoted = value.len() > 1 && value.starts_with(['"', '\'']) && value.chars().last() == value.chars().next();
    if plain || is_quoted { value.to_owned() } else { quote(value) }
}

fn quote(value: &str) -> String {
    if value.contains('"') {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{}\"", value.replace('\\', "\\\\"))
    }
}
