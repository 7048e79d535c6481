//! Running text: links in it, and what Markdown would take for marks.

use crate::markdown::plain;
use crate::text::html_escaped;

/// Marks of ours in running text: a link begins, its address begins, it is over. No document can hold them.
const LINK: char = '\u{1}';
const ADDRESS: char = '\u{2}';
const END: char = '\u{3}';

/// A text as documents hold it, without control characters and without blanks that only make it look right.
pub(super) fn harmless(text: &str) -> String {
    text.chars()
        .map(|sign| if sign == '\u{a0}' { ' ' } else { sign })
        .filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'))
        .filter(|sign| !matches!(sign, '\u{200b}' | '\u{feff}' | '\u{ad}'))
        .collect()
}

/// Opens a link.
pub(super) fn open_link(text: &mut String) {
    text.push(LINK);
}

/// Ends the link opened last. One without words or without an address is just its words.
pub(super) fn close_link(text: &mut String, address: &str) {
    let Some(at) = text.rfind(LINK) else { return };
    let words = &text[at + 1..];
    if words.trim().is_empty() || address.is_empty() || words.contains([END, '\n']) {
        text.remove(at);
        return;
    }
    let address: String = address.chars().filter(|sign| !sign.is_control()).collect();
    text.push(ADDRESS);
    text.push_str(&address);
    text.push(END);
}

/// The words alone.
pub(super) fn words(text: &str) -> String {
    let mut in_address = false;
    text.chars()
        .filter(|&sign| {
            match sign {
                ADDRESS => in_address = true,
                END => {
                    in_address = false;
                    return false;
                }
                _ => {}
            }
            !in_address && sign != LINK
        })
        .collect()
}

/// One line in Markdown that reads as the text does: as it is where that reads right, else with its signs escaped.
pub fn markdown(line: &str) -> String {
    let wanted = bare(&words(line));
    let starts = starts_a_block(line);
    // The fewer signs are escaped, the better a person reads the source.
    for signs in ["", "<", "<[]", SIGNS] {
        let tried = written(line, &|text| escaped(text, signs));
        if bare(&plain(&tried)) == wanted && !starts {
            return tried;
        }
    }
    let all_escaped = written(line, &|text| escaped(text, SIGNS));
    if starts { escaped_start(&all_escaped) } else { all_escaped }
}

/// One line in HTML, for cells of tables.
pub(super) fn html(line: &str) -> String {
    let anchor = |words: &str, to: &str| format!("<a href=\"{}\">{words}</a>", html_escaped(to));
    written_with(line, &html_escaped, &anchor)
}

fn written(line: &str, escape: &dyn Fn(&str) -> String) -> String {
    written_with(line, escape, &|words, address| {
        let plain = address.chars().all(|sign| !sign.is_whitespace() && !"()<>".contains(sign));
        if plain {
            return format!("[{words}]({address})");
        }
        let address = address.replace(['<', '>', '\n'], "");
        format!("[{words}](<{address}>)")
    })
}

fn written_with(source: &str, escape: &dyn Fn(&str) -> String, link: &dyn Fn(&str, &str) -> String) -> String {
    let mut written = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(LINK) {
        let (inner, behind) = after.split_once(END).unwrap_or((after, ""));
        let (shown, address) = inner.split_once(ADDRESS).unwrap_or((inner, ""));
        written.push_str(&escape(before));
        written.push_str(&link(&escape(shown), address));
        rest = behind;
    }
    written.push_str(&escape(rest));
    written
}

/// The signs that may mean something to Markdown.
const SIGNS: &str = "\\`*_[]<>~&{}|";

fn escaped(text: &str, signs: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        if signs.contains(sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// Whether Markdown would make a heading, a list, a rule or a quotation of a line.
fn starts_a_block(line: &str) -> bool {
    line.starts_with(['#', '>', '+', '-', '=', '|', '~', '`', '\t', ':'])
        || line.starts_with("* ")
        || numbered(line).is_some()
}

/// How many digits a line begins with that Markdown would take for the number of a list.
fn numbered(line: &str) -> Option<usize> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let after = &line[digits..];
    let marked = after.strip_prefix(['.', ')']).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    (digits > 0 && digits < 10 && marked).then_some(digits)
}

fn escaped_start(line: &str) -> String {
    match numbered(line) {
        Some(digits) => format!("{}\\{}", &line[..digits], &line[digits..]),
        None if line.starts_with('\\') => line.to_owned(),
        None => format!("\\{line}"),
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_the_same_in_markdown() {
        for text in [
            "按照《条例》执行。",
            "138****0001，张*三、王**",
            "前文*强调*后文",
            "# 号开头",
            "1. 手写编号",
            "2026年",
            "<b>不是标签</b> &amp; _下划线_ `x`",
            "[方括号](不是链接)",
            "- 减号",
            "~~删~~ a|b \\",
            "+86 0500",
            "=====",
            "https://example.gov.cn/a_b_c",
        ] {
            let line = markdown(text);
            let read = plain(&format!("甲\n\n{line}\n\n乙"));
            assert_eq!(bare(&read), bare(&format!("甲{text}乙")), "{line}");
        }
    }

    #[test]
    fn what_reads_right_is_not_escaped() {
        for text in ["138****0001", "青政发〔2026〕8号", "a_b", "5*3", "（一）甲"] {
            assert_eq!(markdown(text), text);
        }
    }

    #[test]
    fn a_link_keeps_words_and_address() {
        let mut text = "见".to_owned();
        open_link(&mut text);
        text.push_str("办法");
        close_link(&mut text, "附件 1.pdf");
        text.push('。');
        assert_eq!(words(&text), "见办法。");
        assert_eq!(markdown(&text), "见[办法](<附件 1.pdf>)。");
        assert_eq!(html(&text), "见<a href=\"附件 1.pdf\">办法</a>。");
    }
}
