//! What the cells of the official columns say.

use crate::term::{Channel, Term};

/// Whether a cell is ticked; none where it holds words.
pub(super) fn tick(cell: &str) -> Option<bool> {
    match cell.trim() {
        "" | "□" | "☐" | "×" | "否" | "-" | "—" | "——" | "/" | "无" => Some(false),
        "√" | "✓" | "✔" | "☑" | "■" | "●" | "是" | "v" | "V" | "Y" | "y" => Some(true),
        _ => None,
    }
}

/// 公开渠道和载体: the carriers that are marked ■, and the marked words that are none. Without marks all words count.
pub(super) fn channels(cell: &str) -> (Vec<Channel>, Vec<String>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for word in marked(cell) {
        let bare = letters(&word);
        let same = |spelling: &&str| letters(spelling) == bare;
        let found = Channel::ALL.iter().copied().find(|channel| channel.spellings().iter().any(same));
        // “其他：微信群” names the other carrier behind the official word.
        let other = || bare.starts_with("其他").then_some(Channel::Other);
        match found.or_else(other) {
            Some(channel) if !known.contains(&channel) => known.push(channel),
            Some(_) => {}
            None => unknown.push(word),
        }
    }
    known.sort_unstable();
    (known, unknown)
}

fn marked(cell: &str) -> Vec<String> {
    let is_mark = |character: char| matches!(character, '■' | '□' | '☑' | '☐' | '√' | '☒');
    let tidy = |word: &str| word.trim_matches(|end: char| end.is_whitespace() || "、，,；;".contains(end)).to_owned();
    let words: Vec<String> = if cell.contains(is_mark) {
        let starts = cell.char_indices().filter(|(_, character)| is_mark(*character));
        let used = starts.filter(|(_, mark)| !matches!(mark, '□' | '☐'));
        used.map(|(at, mark)| {
            let rest = &cell[at + mark.len_utf8()..];
            tidy(rest.split(is_mark).next().unwrap_or_default())
        })
        .collect()
    } else {
        cell.split(['、', '\n', '；', ';', '，', ',']).map(tidy).collect()
    };
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

/// The parts of a cell, however they are parted: by marks at line starts, by semicolons, or, where `also` says so, by
/// the Chinese list comma. Nothing is parted inside brackets.
pub(super) fn parts(cell: &str, also: bool) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for character in cell.chars() {
        match character {
            '（' | '(' | '《' | '〔' => depth += 1,
            '）' | ')' | '》' | '〕' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let always = matches!(character, '\n' | '\r' | '；' | ';' | '●' | '•' | '◆');
        if always && depth == 0 || also && character == '、' && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(if character.is_control() { ' ' } else { character });
        }
    }
    parts.iter().map(|part| unnumbered(part)).filter(|part| !part.is_empty()).collect()
}

/// Without a number such as `1.` or `（2）` before it and a stop behind it.
fn unnumbered(part: &str) -> String {
    let part = part.trim().trim_end_matches(['。', '，', ',']);
    let inner = part.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(|character: char| character.is_ascii_digit());
    let numbered = rest.len() < inner.len() && rest.starts_with(['.', '．', '）', ')', '、']);
    let part = if numbered { rest.trim_start_matches(['.', '．', '）', ')', '、']) } else { part };
    part.trim().to_owned()
}

/// Letters and digits alone: brackets, strokes and spaces are written in many ways.
pub(super) fn letters(words: &str) -> String {
    words.chars().filter(|character| character.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_carriers_are_read_however_they_are_spelt() {
        let cell = "■政府网站 □政府公报\n■ 两微一端 □发布会/听证会 ■社区/企事业单位、村公示栏（电子屏） ■其他：微信群";
        let expected = vec![Channel::Website, Channel::Social, Channel::Board, Channel::Other];
        assert_eq!(channels(cell), (expected, Vec::new()));
        assert_eq!(channels("政府网站、村公示栏"), (vec![Channel::Website, Channel::Board], Vec::new()));
        assert_eq!(channels("■抖音"), (Vec::new(), vec!["抖音".to_owned()]));
        assert_eq!(channels("□政府网站"), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_cell_is_parted_outside_brackets() {
        assert_eq!(parts("●文件名称；\n●文号（年份、序号）", true), ["文件名称", "文号（年份、序号）"]);
        assert_eq!(parts("1.名称、对象。2、标准", true), ["名称", "对象。2", "标准"]);
        assert_eq!(parts("《甲、乙办法》；国办发〔2019〕54号", false), ["《甲、乙办法》", "国办发〔2019〕54号"]);
    }

    #[test]
    fn words_are_no_tick() {
        assert_eq!([tick("√"), tick(" "), tick("□"), tick("村集体成员")], [Some(true), Some(false), Some(false), None]);
    }
}
