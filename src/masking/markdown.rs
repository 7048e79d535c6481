use super::grids::in_rows;
use super::masked::{Change, Masked};
use super::pieces::{Piece, pieces, replaced};
use crate::diag::Spot;
use crate::say;
use crate::scan::{Kind, OfficeWords, Passage, Setting, in_text};
use crate::text::{Span, Text};
use std::ops::Range;

/// Masks a Markdown file: front matter line by line, tables by their columns, the rest by paragraphs.
pub(super) fn mask(bytes: &[u8], office: &OfficeWords, wanted: &dyn Fn(&str) -> bool) -> Result<Masked, Text> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        say!("文件不是 UTF-8 编码，请先另存为 UTF-8", "the file is not in UTF-8; save it as UTF-8 first")
    })?;
    let mut found: Vec<Piece> = Vec::new();
    let scan = |range: Range<usize>, kind: Kind| {
        let passage = &text[range.clone()];
        let finds = in_text(&Passage::new(passage), &Setting::new(kind, office));
        let finds = finds.into_iter().filter(|(check, _)| wanted(check));
        pieces(passage, finds).into_iter().map(|piece| moved(piece, range.start)).collect::<Vec<_>>()
    };
    let lines = lines(text);
    let body = front_matter_lines(text, &lines);
    for line in &lines[..body] {
        let pieces = scan(line.clone(), Kind::Prose);
        found.extend(quoted(text, line, pieces));
    }
    let mut at = body;
    let shown = |at: usize| lines.get(at).map_or("", |line| &text[line.clone()]);
    let opens_table = |at: usize| shown(at).contains('|') && is_rule(shown(at + 1));
    while at < lines.len() {
        let length = if opens_table(at) {
            let length = (at..lines.len()).take_while(|&at| shown(at).contains('|')).count();
            found.extend(in_pipes(text, &lines[at..at + length], office, wanted));
            length
        } else if is_listed(shown(at)) {
            found.extend(scan(lines[at].clone(), Kind::Listed));
            1
        } else if shown(at).trim().is_empty() {
            1
        } else {
            let goes_on = |&at: &usize| !shown(at).trim().is_empty() && !is_listed(shown(at)) && !opens_table(at);
            let length = (at + 1..lines.len()).take_while(goes_on).count() + 1;
            found.extend(scan(lines[at].start..lines[at + length - 1].end, Kind::Prose));
            length
        };
        at += length;
    }
    let changes = found.iter().map(|piece| Change {
        check: piece.check,
        spot: Spot::Text(piece.span),
        to: piece.to.trim_matches('"').to_owned(),
    });
    Ok(Masked { changes: changes.collect(), bytes: replaced(text, &found).into_bytes() })
}

fn moved(piece: Piece, by: usize) -> Piece {
    Piece { span: piece.span.shifted(by), ..piece }
}

/// The lines without their line breaks.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let ranges = text.split_inclusive('\n').map(|line| {
        let range = start..start + line.trim_end_matches(['\r', '\n']).len();
        start += line.len();
        range
    });
    ranges.collect()
}

/// How many lines the front matter takes with its fences.
fn front_matter_lines(text: &str, lines: &[Range<usize>]) -> usize {
    let is_fence = |line: &Range<usize>| text[line.clone()].trim_start_matches('\u{FEFF}').trim_end() == "---";
    if !lines.first().is_some_and(is_fence) {
        return 0;
    }
    lines.iter().skip(1).position(is_fence).map_or(0, |at| at + 2)
}

fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|sign| matches!(sign, '|' | '-' | ':' | ' ' | '\t'))
}

fn is_listed(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let numbered = number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "));
    numbered || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

/// A table of Markdown, its rule left out.
fn in_pipes(text: &str, lines: &[Range<usize>], office: &OfficeWords, wanted: &dyn Fn(&str) -> bool) -> Vec<Piece> {
    let cells: Vec<Vec<Range<usize>>> =
        lines.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, line)| row(text, line)).collect();
    let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(|cell| &text[cell.clone()]).collect()).collect();
    let found = in_rows(&rows, office, wanted);
    let of = |((row, column), pieces): ((usize, usize), Vec<Piece>)| {
        let start = cells[row][column].start;
        pieces.into_iter().map(move |piece| moved(piece, start)).collect::<Vec<_>>()
    };
    found.into_iter().flat_map(of).collect()
}

/// The cells of a line, without the spaces around them.
fn row(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let whole = &text[line.clone()];
    let mut cells = Vec::new();
    let mut start = 0;
    let bars = whole.char_indices().filter(|&(at, sign)| sign == '|' && !whole[..at].ends_with('\\'));
    for end in bars.map(|(at, _)| at).chain([whole.len()]) {
        let cell = &whole[start..end];
        let inner = start + cell.len() - cell.trim_start().len();
        cells.push(line.start + inner..line.start + inner.max(start + cell.trim_end().len()));
        start = end + 1;
    }
    let leads = whole.trim_start().starts_with('|');
    let closes = whole.trim_end().ends_with('|') && !whole.trim_end().ends_with("\\|");
    if closes {
        cells.pop();
    }
    if leads && !cells.is_empty() {
        cells.remove(0);
    }
    cells
}

/// A plain value of YAML may not begin with a star: it is put in quotes where it would.
fn quoted(text: &str, line: &Range<usize>, pieces: Vec<Piece>) -> Vec<Piece> {
    let whole = &text[line.clone()];
    let of_value = whole.find(": ").map(|at| at + 2).or_else(|| whole.find("- ").map(|at| at + 2));
    let Some(start) = of_value else { return pieces };
    let value = whole[start..].trim();
    let start = line.start + start + (whole[start..].len() - whole[start..].trim_start().len());
    let span = Span::new(start, start + value.len());
    let within = pieces.iter().all(|piece| span.start <= piece.span.start && piece.span.end <= span.end);
    if !within {
        return pieces;
    }
    let shifted = |piece: &Piece| {
        let (from, to) = (piece.span.start as usize - start, piece.span.end as usize - start);
        Piece { span: Span::new(from, to), ..piece.clone() }
    };
    let inside: Vec<Piece> = pieces.iter().map(shifted).collect();
    let plain =
        !value.starts_with(['"', '\'', '[', '{', '|', '>']) && !value.contains(['"', '\\']) && !value.contains(" #");
    let masked = replaced(value, &inside);
    match pieces.first() {
        Some(first) if plain && masked.starts_with('*') => {
            vec![Piece { check: first.check, span, to: format!("\"{masked}\"") }]
        }
        _ => pieces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    fn masked(text: &str) -> String {
        let office = OfficeWords {
            self_names: vec!["镇".to_owned()],
            public_phones: Vec::new(),
            today: Date::parse("2026-10-12").unwrap(),
        };
        String::from_utf8(mask(text.as_bytes(), &office, &|_| true).unwrap().bytes).unwrap()
    }

    #[test]
    fn numbers_are_masked_wherever_they_stand_and_nothing_else_changes() {
        let text = "\u{FEFF}---\r\ntitle: 名单\r\n银行账号: 6217000000000001234\r\n---\r\n\r\n# 名单\r\n\r\n\
            | 姓名 | 身份证号 | 电话 |\r\n|---|---|---|\r\n| 甲某 |  110105194912310021 | 13800138000|\r\n| a\\|b | 无 | |\r\n\r\n\
            - 乙某，13900139000\r\n\r\n联系人丙某，身份证号\r\n11010519491231002X，**请核对**。\r\n";
        let expected = text
            .replace("110105194912310021", "11*************021")
            .replace("13800138000", "138****8000")
            .replace("13900139000", "139****9000")
            .replace("11010519491231002X", "11*************02X");
        let shown = masked(text);
        assert_eq!(shown.replace("\"***************1234\"", "6217000000000001234"), expected);
        assert!(shown.contains("银行账号: \"***************1234\"\r\n"), "{shown}");
        assert_eq!(masked(&shown), shown, "masking twice is masking once");
    }

    #[test]
    fn a_text_without_numbers_of_persons_stays() {
        let text =
            "---\ntitle: 通知\n---\n\n电话 0558-4861234，热线 12345，共 13800 元。\n\n| a | b |\n|---|---|\n| 1 | |\n";
        assert_eq!(masked(text), text);
    }
}
