//! How a text lies in the index: cleaned of what nobody sees, then cut into pieces of at most [`PIECE`] places. A place
//! is a UTF-16 unit, as browsers count; a file of text holds one piece of a long text, or several short texts.

use crate::text::is_cjk;

/// Places in one file of text: some 9 KB of Chinese. The results shown need one such file each.
pub(super) const PIECE: usize = 3000;

/// How much of a run of letters without any break is written again behind a cut: the longest phrase that is sure to be
/// found whole.
const OVERLAP: usize = 64;

/// The most pieces a text may have: places must fit into 21 bits. More than two million characters are not read.
const MOST: usize = (1 << 21) / PIECE;

/// Appends a text as search keeps it: no empty lines, no line ends but `\n`, one space for a gap, none inside a word
/// that was spaced out to fill a line (总　则, 王　伟), no invisible characters.
pub(super) fn tidy(out: &mut String, text: &str) {
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let line: Vec<char> = line.trim().chars().filter(|c| !is_invisible(*c)).collect();
        let mut at = 0;
        while at < line.len() {
            let gap = line[at..].iter().take_while(|c| c.is_whitespace()).count();
            if gap == 0 {
                out.push(line[at]);
                at += 1;
                continue;
            }
            let cells = line[at..at + gap].contains(&'\t');
            at += gap;
            if cells || !(is_alone(&line[..at - gap], true) && is_alone(&line[at..], false)) {
                out.push(' ');
            }
        }
        if !line.is_empty() {
            out.push('\n');
        }
    }
}

/// Whether a line ends, or begins, with a Chinese character that has no letter beside it.
fn is_alone(line: &[char], at_end: bool) -> bool {
    let (first, second) = if at_end {
        (line.last(), line.len().checked_sub(2).and_then(|at| line.get(at)))
    } else {
        (line.first(), line.get(1))
    };
    first.is_some_and(|c| is_cjk(*c) && is_letter(*c)) && !second.is_some_and(|c| is_letter(*c))
}

/// Letters and digits of all scripts. Nearly all that come are Chinese, and told without a look into Unicode's tables.
pub(super) fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | 'a'..='z' | '0'..='9') || c.is_alphanumeric()
}

/// Zero-width spaces and marks, soft hyphens, control characters: they come out of word processors and part words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}') || (c.is_control() && c != '\t')
}

/// Cuts a text into pieces shorter than [`PIECE`], behind a line, else a sentence, else between letters' runs. The first
/// piece holds at least the first 1,499 places.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && pieces.len() < MOST {
        let reach = reach(rest, PIECE - 1);
        if reach == rest.len() {
            pieces.push(rest.to_owned());
            break;
        }
        let later = self::reach(rest, PIECE / 2);
        let behind = |is_end: fn(char) -> bool| {
            rest[later..reach].char_indices().rev().find(|(_, c)| is_end(*c)).map(|(at, c)| later + at + c.len_utf8())
        };
        let cut = behind(|c| c == '\n')
            .or_else(|| behind(|c| matches!(c, '。' | '；' | '！' | '？')))
            .or_else(|| behind(|c| !is_letter(c)));
        pieces.push(rest[..cut.unwrap_or(reach)].to_owned());
        let again = |at: usize| rest[..at].char_indices().rev().nth(OVERLAP - 1).map_or(at, |(at, _)| at);
        rest = &rest[cut.unwrap_or_else(|| again(reach))..];
    }
    pieces
}

/// The byte behind as many whole characters as fit into a number of places.
fn reach(text: &str, places: usize) -> usize {
    let mut used = 0;
    let over = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > places
    });
    over.map_or(text.len(), |(at, _)| at)
}

/// How many places a text takes.
pub(super) fn places(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tidied(text: &str) -> String {
        let mut out = String::new();
        tidy(&mut out, text);
        out
    }

    #[test]
    fn spaced_out_words_close_and_other_gaps_become_one_space() {
        assert_eq!(tidied("第一章  总　则\r\n\r\n  王 伟\t男\t52 "), "第一章 总则\n王伟 男 52\n");
        assert_eq!(tidied("张三 李四  Village   board"), "张三 李四 Village board\n");
    }

    #[test]
    fn invisible_characters_do_not_part_words() {
        assert_eq!(tidied("低\u{200b}保\u{feff}\0"), "低保\n");
    }

    #[test]
    fn a_long_text_is_cut_behind_a_line_or_a_sentence() {
        let line = "村".repeat(1999) + "\n";
        assert_eq!(pieces(&line.repeat(2)), [line.clone(), line]);
        let sentence = "村".repeat(999) + "。";
        let cut: Vec<usize> = pieces(&sentence.repeat(4)).iter().map(|piece| places(piece)).collect();
        assert_eq!(cut, [2000, 2000]);
    }

    #[test]
    fn letters_without_a_break_are_written_again_behind_the_cut() {
        let text: String = (0..4000).map(|i| char::from_u32(0x4e00 + i % 3000).unwrap_or('村')).collect();
        let [first, second] = pieces(&text).try_into().expect("two pieces");
        assert_eq!(places(&first), PIECE - 1);
        assert!(first.ends_with(&second.chars().take(OVERLAP).collect::<String>()));
        assert!(text.ends_with(&second));
    }

    proptest! {
        #![proptest_config(ProptestConfig { max_shrink_iters: 64, cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn pieces_are_short_and_make_up_the_text(text in "([a村𠮷]{1,60}[。\n ]){0,90}") {
            let pieces = pieces(&text);
            prop_assert!(pieces.iter().all(|piece| places(piece) < PIECE));
            let mut rest = text.as_str();
            for piece in &pieces {
                rest = rest.strip_prefix(piece.as_str()).expect("pieces follow each other");
            }
            prop_assert_eq!(rest, "");
        }
    }
}
