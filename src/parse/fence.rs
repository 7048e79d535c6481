use crate::say;
use crate::source::Reader;
use crate::text::Span;

/// A file in its two parts: where its front matter stands, and where its body starts.
pub(super) struct Parts {
    pub(super) front: Span,
    pub(super) body: usize,
}

/// Parts front matter from body at the lines of three hyphens. What is missing is said to the reader.
pub(super) fn split(text: &str, reader: &Reader) -> Option<Parts> {
    let first = text.lines().next().unwrap_or_default();
    let first_line = Span::new(0, first.len());
    if !is_fence(first) {
        let (message, remedy) = if text.trim().is_empty() {
            (
                say!("文件是空的", "the file is empty"),
                say!("用 gongkai new 新建一条，或删去这个文件", "use gongkai new, or delete the file"),
            )
        } else if first.contains('\r') {
            (
                say!(
                    "文件的换行是旧式的（只有回车），整个文件成了一行",
                    "the lines end with a carriage return alone, so that all is one line"
                ),
                say!(
                    "用记事本或 WPS 另存一次，换行选 Windows（CRLF）或 Unix（LF）",
                    "save it again with line ends CRLF or LF"
                ),
            )
        } else if looks_like_fence(first) {
            (
                say!("第一行不是三个半角减号", "the first line is not three plain hyphens"),
                say!("第一行改为 ---", "write --- as the first line"),
            )
        } else {
            (
                say!(
                    "文件开头缺少 --- 围起来的事项信息",
                    "the file does not start with front matter between lines of ---"
                ),
                say!(
                    "在文件最前面写：---、标题: ……、发布日期: 2026-10-20、---，各占一行；或用 gongkai new 新建",
                    "start the file with the lines ---, title: …, published: 2026-10-20 and ---; or use gongkai new"
                ),
            )
        };
        reader.refuse("bad-front-matter", first_line, message, remedy);
        return None;
    }
    let start = line_end(text, 0);
    let mut at = start;
    while at < text.len() {
        let end = line_end(text, at);
        if is_fence(&text[at..end]) {
            return Some(Parts { front: Span::new(start, at), body: end });
        }
        at = end;
    }
    reader.refuse(
        "bad-front-matter",
        first_line,
        say!("事项信息没有结束的 --- 行", "the front matter has no closing line of ---"),
        say!("在最后一个键的下一行写 ---", "write --- on the line after the last key"),
    );
    None
}

/// One past the line break that ends the line at `at`.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |more| at + more + 1)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

fn looks_like_fence(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty()
        && line.chars().all(|character| matches!(character, '-' | '－' | '—' | '–' | '―' | '─' | '_' | ' '))
}
