//! Text that a conversion spoilt: 乱码, replacement characters, readings in brackets after characters, a whole text in
//! traditional characters.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::{Passage, is_han};
use crate::scan::phrase::Topic;
use crate::scan::setting::{Kind, Setting};
use crate::text::{Span, Text};

/// So many traditional characters are a text, not a name or a quotation.
const TRADITIONAL: usize = 4;

/// Finds spoilt text: at most one find of each kind in each line.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if setting.kind == Kind::Link {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some(&at) = passage.odd().first() {
        let character = passage.after(at).chars().next().map_or(1, char::len_utf8);
        let count = passage.odd().len();
        found.push(told(passage, Span::new(at, at + character), |quoted| {
            say!("有 {count} 个无法显示的字符：“{quoted}”", "{count} characters that cannot be shown: “{quoted}”")
        }));
    }
    for hit in passage.hits().iter().filter(|hit| hit.topic == Topic::Mojibake).take(1) {
        found.push(told(passage, Span::new(hit.at, hit.at + hit.phrase.len()), |quoted| {
            say!("编码转换出错的乱码：“{quoted}”", "text decoded in the wrong encoding: “{quoted}”")
        }));
    }
    found.extend(latin_mojibake(passage));
    found.extend(per_line(passage, reading));
    found.extend(per_line(passage, lost_character));
    found.extend(traditional(passage, setting));
    found
}

fn told(passage: &Passage, span: Span, message: impl Fn(String) -> Text) -> Find {
    Find::new(span, Severity::Warning, message(sentence(passage.text(), span)))
}

/// UTF-8 read as Latin-1: `ä¸­æ–‡`.
fn latin_mojibake(passage: &Passage) -> Option<Find> {
    let text = passage.text();
    if passage.accented() < 4 {
        return None;
    }
    let is_latin =
        |character: char| matches!(character, '\u{A0}'..='\u{FF}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ÿ' | '–' | '€' | '‡');
    let mut start = None;
    for (at, character) in text.char_indices() {
        match (is_latin(character), start) {
            (true, None) => start = Some((at, 1)),
            (true, Some((from, count))) if count >= 5 => {
                return Some(told(passage, Span::new(from, at + character.len_utf8()), |quoted| {
                    say!("编码转换出错的乱码：“{quoted}”", "text decoded in the wrong encoding: “{quoted}”")
                }));
            }
            (true, Some((from, count))) => start = Some((from, count + 1)),
            (false, _) => start = None,
        }
    }
    None
}

/// The first find of a kind in each line.
fn per_line(passage: &Passage, judge: fn(&Passage, usize) -> Option<Find>) -> Vec<Find> {
    let mut lines = passage.lines().iter().peekable();
    let mut told_up_to = 0;
    let mut found = Vec::new();
    for mark in passage.marks().iter().filter(|mark| matches!(mark.mark, '(' | '?')) {
        if mark.at < told_up_to {
            continue;
        }
        if let Some(find) = judge(passage, mark.at) {
            while lines.next_if(|line| (line.span.end as usize) < mark.at).is_some() {}
            told_up_to = lines.peek().map_or(passage.text().len(), |line| line.span.end as usize);
            found.push(find);
        }
    }
    found
}

/// A reading that a converter put after a character: `務(wù)`.
fn reading(passage: &Passage, at: usize) -> Option<Find> {
    let before = passage.before(at).chars().next_back().filter(|before| is_han(*before))?;
    let rest = passage.near_after(at, 16);
    let inner = rest.strip_prefix('(')?;
    let end = inner.find(')').filter(|end| (1..=9).contains(end))?;
    let letters = &inner[..end];
    let is_pinyin =
        letters.chars().all(|letter| letter.is_ascii_lowercase() || is_toned(letter)) && letters.chars().any(is_toned);
    if !is_pinyin {
        return None;
    }
    let end = at + (rest.len() - inner.len()) + end + inner[end..].chars().next().map_or(1, char::len_utf8);
    Some(told(passage, Span::new(at - before.len_utf8(), end), |quoted| {
        say!("转换软件在字后留下了拼音：“{quoted}”", "a converter left readings after characters: “{quoted}”")
    }))
}

fn is_toned(letter: char) -> bool {
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ".contains(letter)
}

/// A character that was lost to a question mark: `?F將檢查`.
fn lost_character(passage: &Passage, at: usize) -> Option<Find> {
    passage.before(at).chars().next_back().filter(|before| is_han(*before))?;
    let rest = passage.after(at).strip_prefix('?')?;
    let mut rest = rest.strip_prefix(',').unwrap_or(rest).chars();
    let next = rest.next()?;
    let is_letter = next.is_ascii_uppercase() && rest.next().is_some_and(|third| is_han(third) || third == '(');
    let is_lost = (is_han(next) || is_letter) && !asks(passage.near_before(at, 120));
    is_lost.then(|| {
        told(passage, Span::new(at, at + 1 + next.len_utf8()), |quoted| {
            say!("有字变成了问号：“{quoted}”", "a character became a question mark: “{quoted}”")
        })
    })
}

/// Whether the clause before a half-width question mark asks something.
fn asks(before: &str) -> bool {
    const WORDS: [&str; 19] = [
        "吗",
        "呢",
        "么",
        "吧",
        "是否",
        "何",
        "哪",
        "谁",
        "几",
        "多少",
        "怎",
        "能否",
        "可否",
        "有没有",
        "是不是",
        "会不会",
        "能不能",
        "要不要",
        "？",
    ];
    let clause = before.rsplit(['。', '；', '\n', '?']).next().unwrap_or("");
    WORDS.iter().any(|word| clause.contains(word))
}

/// A text in traditional characters on a board in simplified ones.
fn traditional(passage: &Passage, setting: &Setting) -> Option<Find> {
    let tally = passage.traditional();
    let least = if setting.kind == Kind::Prose { 2 * TRADITIONAL } else { TRADITIONAL };
    let letters = passage.text().len() / 3;
    if tally.count < least || tally.count * 12 < letters {
        return None;
    }
    let length = passage.after(tally.first).chars().next().map_or(1, char::len_utf8);
    let count = tally.count;
    Some(told(passage, Span::new(tally.first, tally.first + length), |quoted| {
        say!("整段是繁体字（{count} 个）：“{quoted}”", "the text is in traditional characters ({count}): “{quoted}”")
    }))
}
