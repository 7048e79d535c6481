//! What stands around a number: the words that name it, the unit that makes it an amount, the address it is part of.

use super::passage::Passage;
use crate::text::Span;

/// Labels that say a number is of another kind: it names a thing, not a person.
const THINGS: &[&str] = &[
    "编号",
    "编码",
    "代码",
    "发票号码",
    "发票号",
    "发票",
    "票号",
    "票据号",
    "单号",
    "订单号",
    "流水号",
    "凭证号",
    "项目号",
    "备案号",
    "证书号",
    "许可证号",
    "注册号",
    "登记号",
    "执照号",
    "户号",
    "表号",
    "电表",
    "水表",
    "气表",
    "批号",
    "批次",
    "批次号",
    "条码",
    "条形码",
    "追溯码",
    "二维码",
    "信用代码",
    "机构代码",
    "地块",
    "宗地",
    "宗地号",
    "单元号",
    "图斑",
    "图斑号",
    "档号",
    "索引号",
    "文号",
    "合同号",
    "标段",
    "序列号",
    "出厂号",
    "设备号",
    "坐标",
    "经度",
    "纬度",
    "防伪码",
    "税号",
    "案号",
    "识别号",
    "标识码",
    "校验码",
    "验证码",
    "读数",
    "期号",
    "卷号",
    "彩票号",
    "货号",
    "型号",
    "规格",
    "报告号",
    "样品号",
    "检号",
    "邮编",
    "邮政编码",
    "金额",
    "面积",
    "数量",
    "金额（元）",
    "金额(元)",
];

/// Units: the number before is an amount.
const UNITS: &[&str] = &[
    "元", "万", "亿", "吨", "公斤", "千克", "克", "斤", "亩", "公顷", "平方", "立方", "株", "棵", "只", "头", "羽",
    "尾", "人", "户", "次", "件", "份", "张", "米", "公里", "千米", "升", "千瓦", "度", "粒", "％", "%", "条", "分",
    "字节", "美元",
];

/// The text before a byte, in the same clause: at most `characters` back, not over a full stop or a blank line.
pub(super) fn clause_before<'a>(passage: &Passage<'a>, at: usize, characters: usize) -> &'a str {
    let before = passage.before(at);
    let start = before.char_indices().rev().nth(characters.saturating_sub(1)).map_or(0, |(start, _)| start);
    let near = before.get(start..).unwrap_or("");
    let cut = near
        .rfind(['。', '；', ';', '！', '？', '|'])
        .map_or(0, |found| found + near.get(found..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let near = near.get(cut..).unwrap_or("");
    near.rfind("\n\n").map_or(near, |blank| &near[blank + 2..])
}

/// The text after a byte, in the same clause.
pub(super) fn clause_after<'a>(passage: &Passage<'a>, at: usize, characters: usize) -> &'a str {
    let after = passage.after(at);
    let end = after.char_indices().nth(characters).map_or(after.len(), |(end, _)| end);
    let near = after.get(..end).unwrap_or("");
    let end = near.find(['。', '；', ';', '！', '？', '|', '\n']).unwrap_or(near.len());
    near.get(..end).unwrap_or("")
}

/// Whether one of the words stands in the text.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether the number is named as that of a thing: `发票号码：…`, or by the header of its column.
pub(super) fn names_a_thing(passage: &Passage, at: usize, label: &str) -> bool {
    let before = clause_before(passage, at, 12);
    let name = before.trim_end_matches([
        ' ', '\u{3000}', ':', '：', '为', '是', '（', '(', '）', ')', '#', '“', '"', '\'', '\n', '*', 'N', 'o', 'O',
        '.',
    ]);
    let ends_with_thing = THINGS.iter().any(|thing| name.ends_with(thing));
    ends_with_thing || before.ends_with(['¥', '￥', '$']) || THINGS.iter().any(|thing| label.trim().ends_with(thing))
}

/// Whether a unit follows, so that the number is an amount.
pub(super) fn is_amount(passage: &Passage, end: usize) -> bool {
    let after = passage.after(end).trim_start_matches([' ', '多', '余']);
    UNITS.iter().any(|unit| after.starts_with(unit))
}

/// Whether the span is part of a web address written in the text.
pub(super) fn is_in_address(passage: &Passage, span: Span) -> bool {
    let before = passage.near_before(span.start as usize, 512);
    let word_start = before
        .rfind(|character: char| !character.is_ascii() || character.is_ascii_whitespace() || character == '<')
        .map_or(0, |at| at + 1);
    let word = before.as_bytes().get(word_start..).unwrap_or(&[]);
    let has = |sign: &[u8]| word.windows(sign.len()).any(|part| part == sign);
    has(b"://") || has(b"www.")
}

/// The letters and digits around a span that make one word with it, half-width and in capitals.
pub(super) fn whole_word(passage: &Passage, span: Span) -> Vec<u8> {
    let (start, end) = (span.start as usize, span.end as usize);
    let mut word: Vec<u8> = passage.before(start).chars().rev().map_while(letter).take(20).collect();
    word.reverse();
    word.extend(span.of(passage.text()).chars().filter_map(letter));
    word.extend(passage.after(end).chars().map_while(letter).take(20));
    word
}

fn letter(character: char) -> Option<u8> {
    let half = match character {
        '！'..='～' => char::from_u32(character as u32 - 0xFEE0)?,
        other => other,
    };
    half.is_ascii_alphanumeric().then(|| half.to_ascii_uppercase() as u8)
}
