//! What was added to a text and what was taken away: lines first, then words within the lines that were rewritten.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// It stayed.
    Kept,
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub touched: Touched,
    /// The words.
    pub text: String,
}

/// Lines that were rewritten and are longer than this together, in words, are shown as taken away and added whole.
const LONGEST: usize = 4_000;

/// Fewer words than these that stayed between two changes belong to the change: 一字一改 is hard to read.
const ISLAND: usize = 2;

/// The lines in which two texts differ, each as pieces, in the order of the newer text.
pub fn differences(old: &str, new: &str) -> Vec<Vec<Piece>> {
    let (old, new) = (lines(old), lines(new));
    let mut told = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match change {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index: at, old_len: length, .. } => {
                told.extend(old[at..at + length].iter().map(|line| vec![piece(Touched::Removed, line)]));
            }
            DiffOp::Insert { new_index: at, new_len: length, .. } => {
                told.extend(new[at..at + length].iter().map(|line| vec![piece(Touched::Added, line)]));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let (old, new) = (&old[old_index..old_index + old_len], &new[new_index..new_index + new_len]);
                let both = old.len().min(new.len());
                told.extend(old.iter().zip(new).map(|(old, new)| rewritten(old, new)));
                told.extend(old[both..].iter().map(|line| vec![piece(Touched::Removed, line)]));
                told.extend(new[both..].iter().map(|line| vec![piece(Touched::Added, line)]));
            }
        }
    }
    told
}

/// Lines that say something.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

/// A line that was rewritten, word by word; as a whole where little of it stayed.
fn rewritten(old: &str, new: &str) -> Vec<Piece> {
    let whole = || vec![piece(Touched::Removed, old), piece(Touched::Added, new)];
    let (before, after) = (words(old), words(new));
    if before.len() + after.len() > LONGEST {
        return whole();
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut kept = 0;
    let changes = capture_diff_slices(Algorithm::Myers, &before, &after);
    // A row of changes is told as one: what was taken away, then what came instead.
    let (mut removed, mut added) = (String::new(), String::new());
    for (at, change) in changes.iter().enumerate() {
        if let DiffOp::Equal { len, new_index, .. } = *change {
            let same = after[new_index..new_index + len].concat();
            if len < ISLAND && at > 0 && at + 1 < changes.len() {
                removed.push_str(&same);
                added.push_str(&same);
                continue;
            }
            settle(&mut pieces, &mut removed, &mut added);
            kept += len;
            pieces.push(Piece { touched: Touched::Kept, text: same });
        } else {
            removed.push_str(&before[change.old_range()].concat());
            added.push_str(&after[change.new_range()].concat());
        }
    }
    settle(&mut pieces, &mut removed, &mut added);
    if kept * 4 < before.len().max(after.len()) { whole() } else { pieces }
}

fn settle(pieces: &mut Vec<Piece>, removed: &mut String, added: &mut String) {
    for (touched, text) in [(Touched::Removed, std::mem::take(removed)), (Touched::Added, std::mem::take(added))] {
        if !text.is_empty() {
            pieces.push(Piece { touched, text });
        }
    }
}

fn piece(touched: Touched, text: &str) -> Piece {
    Piece { touched, text: text.to_owned() }
}

/// A line as words: numbers and Latin words whole, every other character for itself.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut joins = false;
    for (at, character) in line.char_indices() {
        let join = character.is_ascii_alphanumeric() || (joins && matches!(character, '.' | ',' | '%'));
        if at > start && !(joins && join) {
            words.push(&line[start..at]);
            start = at;
        }
        joins = join;
    }
    if start < line.len() {
        words.push(&line[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<String> {
        let mark = |piece: &Piece| match piece.touched {
            Touched::Kept => piece.text.clone(),
            Touched::Added => format!("[+{}]", piece.text),
            Touched::Removed => format!("[-{}]", piece.text),
        };
        differences(old, new).iter().map(|line| line.iter().map(mark).collect()).collect()
    }

    #[test]
    fn numbers_are_compared_whole_and_what_stayed_is_not_told() {
        assert_eq!(
            told("标题\n\n本季度收入 1,250.5 元，支出 8 元。", "标题\n\n本季度收入 1,350.5 元，支出 8 元。"),
            ["本季度收入 [-1,250.5][+1,350.5] 元，支出 8 元。"]
        );
    }

    #[test]
    fn a_single_character_between_two_changes_belongs_to_the_change() {
        assert_eq!(told("公示期为七个工作日止", "公示期为十二日历天止"), ["公示期为[-七个工作日][+十二日历天]止"]);
    }

    #[test]
    fn lines_that_came_and_went_are_whole() {
        assert_eq!(told("甲\n乙", "甲"), ["[-乙]"]);
        assert_eq!(told("甲", "甲\n\n丙"), ["[+丙]"]);
        assert_eq!(told("同意拨付", "不予公开这一份材料"), ["[-同意拨付][+不予公开这一份材料]"]);
        assert!(told("甲\r\n乙", "甲\n乙").is_empty());
    }

    #[test]
    fn what_is_told_makes_both_texts_again() {
        let (old, new) = ("村道维修 3 处，共 12.5 万元。完工", "村道、水渠维修 4 处，共 13.5 万元。");
        for (line, not) in [(old, Touched::Added), (new, Touched::Removed)] {
            let all = differences(old, new).concat();
            let made: String = all.iter().filter(|piece| piece.touched != not).map(|piece| &*piece.text).collect();
            assert_eq!(made, line);
        }
    }
}
