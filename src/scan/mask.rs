use super::number::joint;
use super::passage::{digit, is_han};

/// Which official mask to lay over a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MaskKind {
    /// 公民身份号码: the first two and the last three characters stay, `35*************123`.
    Id,
    /// A telephone: `138****1234`; of a landline the last eight digits lose their first half.
    Phone,
    /// A bank account: the last four digits stay.
    Account,
    /// A name: `张*三`, `张*`.
    Name,
    /// An address: down to 乡镇 or 街道, or to the village where it names none.
    Address,
}

impl MaskKind {
    /// The words for it in `tables: [{mask: {身份证号: id}}]`, English first.
    pub const NAMES: [(Self, &'static str, &'static str); 5] = [
        (Self::Id, "id", "身份证"),
        (Self::Phone, "phone", "电话"),
        (Self::Account, "account", "账号"),
        (Self::Name, "name", "姓名"),
        (Self::Address, "address", "地址"),
    ];

    /// The kind of this name, English or Chinese.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, english, chinese)| name == *english || name == *chinese);
        found.map(|(kind, ..)| *kind)
    }
}

/// Lays the official mask over a text, a whole cell or one number. What is masked already stays, and what holds
/// nothing to mask too; text around a number stays. Masking twice is masking once.
pub fn mask(kind: MaskKind, text: &str) -> String {
    match kind {
        MaskKind::Name => name(text),
        MaskKind::Address => address(text),
        MaskKind::Id | MaskKind::Phone | MaskKind::Account => numbers(kind, text),
    }
}

/// Masks every number in a text.
fn numbers(kind: MaskKind, text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_sign) {
        masked.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = number_end(rest);
        masked.push_str(&one_number(kind, &rest[..end]));
        rest = &rest[end..];
    }
    masked + rest
}

/// A character of a number: a digit, the last X of an identity number is taken on later.
fn is_sign(character: char) -> bool {
    digit(character).is_some() || is_star(character)
}

fn is_star(character: char) -> bool {
    matches!(character, '*' | '＊')
}

/// Where the number that the text starts with ends: digits and stars, joined over single gaps, and a closing X.
/// A second whole telephone number is not joined to the first.
fn number_end(text: &str) -> usize {
    let (mut end, mut signs) = (0, 0);
    let mut gap_start = None;
    for (at, character) in text.char_indices() {
        let closes = matches!(character, 'X' | 'x' | 'Ｘ' | 'ｘ') && matches!(signs, 17);
        if is_sign(character) || closes {
            if let Some(start) = gap_start.take()
                && (joint(&text[start..at]).is_none() || matches!(signs, 11 | 18) && run_length(&text[at..]) >= 7)
            {
                break;
            }
            signs += 1;
            end = at + character.len_utf8();
            if closes {
                break;
            }
        } else if gap_start.is_none() {
            gap_start = Some(at);
        }
    }
    end
}

fn run_length(text: &str) -> usize {
    text.chars().take_while(|character| is_sign(*character)).count()
}

fn one_number(kind: MaskKind, written: &str) -> String {
    if written.contains(is_star) {
        return written.to_owned();
    }
    let signs: Vec<char> = written
        .chars()
        .filter_map(|character| match character {
            'X' | 'x' | 'Ｘ' | 'ｘ' => Some('X'),
            other => digit(other).map(|value| char::from(b'0' + value)),
        })
        .collect();
    let length = signs.len();
    let (head, tail) = match kind {
        MaskKind::Id if length >= 8 => (2, 3),
        MaskKind::Phone if length == 13 && signs.starts_with(&['8', '6']) => (5, 4),
        MaskKind::Phone if length == 11 && signs[0] == '1' => (3, 4),
        MaskKind::Phone if length >= 10 => (length - 8, 4),
        MaskKind::Phone if length >= 7 => (length - 7, 3),
        MaskKind::Account if length >= 8 => (0, 4),
        _ if length >= 5 => (0, 0),
        _ => return written.to_owned(),
    };
    let kept = |at: usize| at < head || at + tail >= length;
    signs.iter().enumerate().map(|(at, sign)| if kept(at) { *sign } else { '*' }).collect()
}

/// Masks a name, or every name in a list of names.
fn name(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut word: Vec<char> = Vec::new();
    for character in text.chars() {
        if is_han(character) || character == '·' || character.is_ascii_alphabetic() || is_star(character) {
            word.push(character);
        } else if !(matches!(character, ' ' | '\u{3000}') && word.len() == 1) {
            close_name(&mut word, &mut masked);
            masked.push(character);
        }
    }
    close_name(&mut word, &mut masked);
    masked
}

fn close_name(word: &mut Vec<char>, masked: &mut String) {
    let last = word.len().saturating_sub(1);
    let is_masked = word.iter().any(|letter| is_star(*letter) || matches!(letter, '某'));
    for (at, letter) in word.drain(..).enumerate() {
        let shown = is_masked || at == 0 || at == last && last >= 2;
        masked.push(if shown { letter } else { '*' });
    }
}

/// Cuts an address after 乡, 镇 or 街道, or after the village where it names none.
fn address(text: &str) -> String {
    let ends = ["街道办事处", "街道", "镇", "乡"].iter().filter_map(|word| text.find(word).map(|at| at + word.len()));
    if let Some(end) = ends.min() {
        let rest = &text[end..];
        let more = ["街道", "镇"].iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
        return text[..end + more].to_owned();
    }
    let ends = ["社区", "村"].iter().filter_map(|word| text.find(word).map(|at| at + word.len()));
    match ends.min() {
        Some(end) => text[..end].to_owned(),
        None if text.chars().any(|character| digit(character).is_some() || "号室栋幢组".contains(character)) => {
            let ends = ["区", "县", "市", "省"].iter().filter_map(|word| text.rfind(word).map(|at| at + word.len()));
            ends.max().map_or_else(|| "***".to_owned(), |end| text[..end].to_owned())
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_takes_its_official_form() {
        let cases = [
            (MaskKind::Id, "350101199001011234", "35*************234"),
            (MaskKind::Id, "11010519491231002x", "11*************02X"),
            (MaskKind::Id, "１１０１０５ 19491231 002 X", "11*************02X"),
            (MaskKind::Id, "110105491231002", "11**********002"),
            (MaskKind::Id, "无", "无"),
            (MaskKind::Phone, "13800138000", "138****8000"),
            (MaskKind::Phone, "138-0013-8000", "138****8000"),
            (MaskKind::Phone, "+86 13800138000", "+86138****8000"),
            (MaskKind::Phone, "13800138000/13900139000", "138****8000/139****9000"),
            (MaskKind::Phone, "13800138000 13900139000", "138****8000 139****9000"),
            (MaskKind::Phone, "0591-26123456", "0591****3456"),
            (MaskKind::Phone, "2612345", "****345"),
            (MaskKind::Account, "6222 0212 0200 1234 567", "***************4567"),
            (MaskKind::Account, "农商行 9070112233445", "农商行 *********3445"),
            (MaskKind::Name, "张三", "张*"),
            (MaskKind::Name, "张小三", "张*三"),
            (MaskKind::Name, "欧阳小娜", "欧**娜"),
            (MaskKind::Name, "张 三、李小四", "张*、李*四"),
            (MaskKind::Address, "闽侯县青石镇南山村三组15号", "闽侯县青石镇"),
            (MaskKind::Address, "城东街道幸福路8号3幢201室", "城东街道"),
            (MaskKind::Address, "南山村三组15号", "南山村"),
            (MaskKind::Address, "幸福路8号", "***"),
        ];
        for (kind, written, official) in cases {
            assert_eq!(mask(kind, written), official, "{written}");
            assert_eq!(mask(kind, official), official, "masking twice: {official}");
        }
    }

    #[test]
    fn a_mask_kind_has_an_english_and_a_chinese_name() {
        assert_eq!(MaskKind::named("id"), Some(MaskKind::Id));
        assert_eq!(MaskKind::named("电话"), Some(MaskKind::Phone));
        assert_eq!(MaskKind::named("nmae"), None);
    }
}
