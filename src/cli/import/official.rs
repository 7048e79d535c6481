//! The parts of an official document by GB/T 9704: number, issuer, date of writing, title, annexes.

use super::dates::only_date;
use super::guess::Guess;
use crate::attachment::{Block, BlockKind};
use crate::calendar::Date;
use crate::say;

/// How far from its head a document has number and title.
const HEAD: usize = 14;

/// What a document is recognised by.
#[derive(Debug, Default)]
pub(super) struct Official {
    pub(super) title: Option<Guess>,
    /// The blocks that are the title.
    pub(super) title_blocks: Vec<usize>,
    pub(super) number: Option<Guess>,
    pub(super) issuer: Option<Guess>,
    pub(super) written: Option<Guess<Date>>,
    /// The names of annexes that the text speaks of.
    pub(super) annexes: Vec<String>,
}

impl Official {
    /// Looks a document over.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let number = blocks.iter().take(HEAD).find_map(|block| number_in(&block.text));
        let number = number.map(|number| Guess::stated(number, say!("正文开头写明", "at the head of the text")));
        let mut found = Self { number, annexes: annexes(blocks), ..Self::default() };
        found.find_title(blocks);
        found.find_signature(blocks);
        if found.issuer.is_none() {
            let header =
                blocks.iter().take(3).find_map(|block| bare(&block.text).strip_suffix("文件").map(str::to_owned));
            let header = header.filter(|name| is_office(name));
            found.issuer = header.map(|name| Guess::likely(name, say!("文件头", "the document's head")));
        }
        found
    }

    fn find_title(&mut self, blocks: &[Block]) {
        if let Some(at) = blocks.iter().position(|block| block.kind == BlockKind::Title) {
            self.title = Some(Guess::stated(joined(&blocks[at].text), say!("“标题”样式", "its style is Title")));
            self.title_blocks = vec![at];
            return;
        }
        let head: Vec<usize> = (0..blocks.len().min(HEAD)).filter(|&at| may_be_title(&blocks[at])).collect();
        let centred: Vec<usize> = head.iter().copied().filter(|&at| blocks[at].centred).collect();
        let largest = centred.iter().map(|&at| blocks[at].size).max();
        let Some(first) = centred.iter().copied().find(|&at| Some(blocks[at].size) == largest) else {
            if let Some(&at) = head.first() {
                let heading = matches!(blocks[at].kind, BlockKind::Heading(1));
                let why = if heading {
                    say!("第一个标题", "the first heading")
                } else {
                    say!("第一行", "the first line")
                };
                let title = joined(&blocks[at].text);
                self.title = Some(if heading { Guess::likely(title, why) } else { Guess::guessed(title, why) });
                self.title_blocks = vec![at];
            }
            return;
        };
        // A long title is set in several lines.
        let more = (first + 1..first + 4).take_while(|at| {
            centred.contains(at) && blocks[*at].size == blocks[first].size && !is_whole(&blocks[at - 1].text)
        });
        self.title_blocks = std::iter::once(first).chain(more).collect();
        let words: String = self.title_blocks.iter().map(|&at| joined(&blocks[at].text)).collect();
        self.title = Some(Guess::likely(words, say!("居中的大字", "large and in the middle")));
    }

    /// The last date that stands alone, and the office above it.
    fn find_signature(&mut self, blocks: &[Block]) {
        let dated = blocks.iter().enumerate().rev().find_map(|(at, block)| {
            let line = block.text.lines().last()?;
            Some((at, only_date(line)?))
        });
        let Some((at, date)) = dated else { return };
        self.written = Some(Guess::stated(date, say!("落款日期", "the date below the text")));
        let own = blocks[at].text.lines().rev().nth(1).map(str::to_owned);
        let above =
            own.or_else(|| blocks[..at].iter().rev().find(|block| !block.text.is_empty()).map(|b| b.text.clone()));
        let office = above.map(|line| bare(&line)).filter(|line| is_office(line));
        self.issuer = office.map(|name| Guess::likely(name, say!("落款", "the signature")));
    }
}

/// A number in its official form: 青政发〔2026〕8号, whatever brackets were typed.
pub(super) fn number_in(text: &str) -> Option<String> {
    let text = bare(text);
    let signs: Vec<char> = text.chars().collect();
    let at = signs.iter().position(|sign| "〔[［【(（".contains(*sign))?;
    let year: String = signs.get(at + 1..at + 5)?.iter().collect();
    let closed = signs.get(at + 5).is_some_and(|sign| "〕]］】)）".contains(*sign));
    let mut serial = String::new();
    let mut rest = signs.get(at + 6..)?.iter().copied().filter(|sign| *sign != '第').peekable();
    while let Some(sign) = rest.next_if(char::is_ascii_digit) {
        serial.push(sign);
    }
    let ended = rest.next() == Some('号');
    let agency: String =
        signs[..at].iter().rev().take_while(|sign| ('\u{4e00}'..='\u{9fff}').contains(*sign)).collect();
    let agency: String = agency.chars().rev().collect();
    let agency = agency.trim_start_matches("文号").trim_start_matches("发文字号");
    let year_is_one = year.parse::<u16>().is_ok_and(|year| (1949..2200).contains(&year));
    let fits = (2..=12).contains(&agency.chars().count()) && year_is_one && closed && ended;
    let fits = fits && (1..=5).contains(&serial.len()) && signs.len() < 40;
    fits.then(|| format!("{agency}〔{year}〕{}号", serial.trim_start_matches('0')))
}

/// A line that may be the title: no number, no head of the form 某某文件, no mark of an annex, no sentence.
fn may_be_title(block: &Block) -> bool {
    let text = bare(&block.text);
    let annex = text.strip_prefix("附件").is_some_and(|rest| rest.trim_start_matches([':', '：']).chars().count() < 4);
    let kind = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_));
    let head = text.ends_with("文件") && is_office(text.trim_end_matches("文件"));
    let length = text.chars().count();
    kind && (4..=90).contains(&length)
        && !annex
        && !head
        && !text.ends_with(['。', '：', ':', '；', ';'])
        && number_in(&text).is_none()
        && only_date(&text).is_none()
}

/// Whether a title is over with this line.
fn is_whole(line: &str) -> bool {
    ["通知", "公告", "公示", "通告", "意见", "办法", "方案", "报告", "函", "批复", "规定", "决定", "名单", "情况"]
        .iter()
        .any(|end| line.trim().ends_with(end))
}

/// Whether a line is the name of an office.
fn is_office(line: &str) -> bool {
    const ENDS: [&str; 16] = [
        "政府",
        "委员会",
        "办公室",
        "办事处",
        "局",
        "所",
        "中心",
        "站",
        "院",
        "厅",
        "部",
        "村",
        "社区",
        "支部",
        "小组",
        "会",
    ];
    let length = line.chars().count();
    (3..=30).contains(&length) && !line.contains(['，', '。', '：', '、']) && ENDS.iter().any(|end| line.ends_with(end))
}

/// Annexes as a document lists them: 附件：1.申请表 2.名单.
fn annexes(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = false;
    for line in blocks.iter().flat_map(|block| block.text.lines()) {
        let text = line.trim();
        let listed = text.strip_prefix("附件").and_then(|rest| rest.trim_start().strip_prefix(['：', ':']));
        let numbered = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let next = numbered.len() < text.len() && numbered.starts_with(['.', '．', '、']);
        open = listed.is_some() || (open && next);
        if open {
            let name = listed.unwrap_or(text).split(['，', '。', '；']).next().unwrap_or_default().trim();
            let name =
                name.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches(['.', '．', '、', ' ']);
            if !name.is_empty() {
                found.push(name.trim_matches(['《', '》']).to_owned());
            }
        }
    }
    found
}

/// Lines joined; blanks between Chinese characters, which only space a title out, go.
pub(super) fn joined(text: &str) -> String {
    let mut line = String::new();
    for piece in text.split_whitespace() {
        let latin = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
        if latin(line.chars().last()) && latin(piece.chars().next()) {
            line.push(' ');
        }
        line.push_str(piece);
    }
    line
}

fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_number_is_put_in_its_official_form() {
        for text in ["青政发〔2026〕8号", "青政发[2026]8号", "青政发（2026）第008号", "发文字号：青政发【2026】8 号"]
        {
            assert_eq!(number_in(text).as_deref(), Some("青政发〔2026〕8号"), "{text}");
        }
        for text in ["关于（2026）年工作", "青石镇（2026年）8号楼", "电话(0500)6610001号"] {
            assert_eq!(number_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_letter_without_styles_is_recognised_by_its_form() {
        let line =
            |text: &str, centred: bool, size: u32| Block { text: text.into(), centred, size, ..Block::default() };
        let blocks = [
            line("青石镇人民政府文件", true, 72),
            line("青政发〔2026〕8号", true, 32),
            line("青石镇人民政府关于印发", true, 44),
            line("《河道保洁办法》的通知", true, 44),
            line("各村，镇直各单位：", false, 32),
            line("现将办法印发给你们，请遵照执行。", false, 32),
            line("附件：1.责任分工表", false, 32),
            line("2．巡查记录", false, 32),
            line("青石镇人民政府", false, 32),
            line("2026年9月8日", false, 32),
        ];
        let found = Official::of(&blocks);
        assert_eq!(
            found.title.map(|guess| guess.value).as_deref(),
            Some("青石镇人民政府关于印发《河道保洁办法》的通知")
        );
        assert_eq!(found.title_blocks, [2, 3]);
        assert_eq!(found.number.map(|guess| guess.value).as_deref(), Some("青政发〔2026〕8号"));
        assert_eq!(found.issuer.map(|guess| guess.value).as_deref(), Some("青石镇人民政府"));
        assert_eq!(found.written.map(|guess| guess.value.to_string()).as_deref(), Some("2026-09-08"));
        assert_eq!(found.annexes, ["责任分工表", "巡查记录"]);
    }
}
