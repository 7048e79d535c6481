//! A document or a page as an item.

use super::category::category;
use super::dates::{date_in, period_of};
use super::gather::Input;
use super::guess::Guess;
use super::official::{Official, joined, number_in};
use super::plan::{Beside, Plan};
use crate::attachment::{Kind, Transcript};
use crate::board::Board;
use crate::calendar::Date;
use crate::config::CategoryId;
use crate::say;

/// What a page says of itself in its head or around its content.
struct Page<'t>(&'t Transcript);

impl Page<'_> {
    fn meta(&self, names: &[&str]) -> Option<&str> {
        let found = names.iter().find_map(|name| self.0.meta.iter().find(|(known, _)| known == name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// What stands behind one of these words around the content: 来源：党政办公室.
    fn around(&self, words: &[&str]) -> Option<String> {
        let lines = self.0.meta.iter().filter(|(name, _)| name == "around");
        let mut found = lines.filter_map(|(_, line)| {
            let rest = words.iter().find_map(|word| line.split_once(word).map(|(_, rest)| rest))?;
            let rest = rest.trim_start().strip_prefix(['：', ':'])?.trim_start();
            let value = rest.split(['\u{3000}', '|', '【']).next()?.split("  ").next()?.trim();
            (!value.is_empty()).then(|| value.chars().take(60).collect())
        });
        found.next()
    }
}

/// Makes an item of what was read.
pub(super) fn plan(board: &Board, input: &Input, transcript: Transcript, asked: Option<CategoryId>) -> Plan {
    let page = Page(&transcript);
    let official = Official::of(&transcript.blocks);
    let stem = input.stem();
    let title = title(&page, &official, &stem);
    // The title stands in the front matter; in the body it would stand twice.
    let same = |at: &usize| joined(&transcript.blocks[*at].text);
    let whole: String = official.title_blocks.iter().map(same).collect();
    let dropped = if whole == title.value { official.title_blocks.clone() } else { Vec::new() };
    let written = official.written.clone();
    let published = published(&page, &official, &stem, board.today);
    let column = page.meta(&["columnname"]).map(str::to_owned);
    let places: Vec<String> = column.into_iter().chain(input.places.iter().cloned()).collect();
    let category = category(board, asked, &places, &title.value);
    let period = period_of(board, category.value, &title.value);
    let around_number = page.around(&["发文字号", "文号"]).and_then(|words| number_in(&words));
    let number = official
        .number
        .clone()
        .or_else(|| around_number.map(|number| Guess::stated(number, say!("网页写明", "the page"))));
    let origin = page.meta(&["contentsource", "source"]).map(str::to_owned);
    let origin = origin.map(|name| Guess::stated(name, say!("网页写明", "the page says so")));
    let origin = origin.or_else(|| {
        page.around(&["信息来源", "来源"]).map(|name| Guess::likely(name, say!("网页上的“来源”", "the page’s source")))
    });
    let mut notes = transcript.left_out.clone();
    if transcript.encoding == Some("GB18030") {
        notes.push(say!("原文件是 GB18030 编码，已转为 UTF-8", "the file was in GB18030 and is now UTF-8"));
    }
    for name in &official.annexes {
        notes.push(say!(
            "正文说有附件“{name}”：放到条目旁边，在文件头的“附件”里写上",
            "the text names an annex “{name}”: put it beside the item and name it"
        ));
    }
    let mut lines = Vec::new();
    if input.is_of_site() && matches!(transcript.kind, Kind::Text) && input.is_page() {
        lines.push(format!("旧地址: [{}]", quoted(&input.relative)));
    }
    let body = transcript.markdown(&dropped);
    let files = transcript.pictures.into_iter().map(|(name, bytes)| Beside { name, bytes }).collect();
    Plan {
        source: input.shown(),
        title,
        category,
        published,
        period,
        issuer: official.issuer.filter(|_| number.is_some()),
        written: written.filter(|_| number.is_some()),
        number,
        origin,
        lines,
        body,
        files,
        named: transcript.named,
        notes,
    }
}

fn title(page: &Page<'_>, official: &Official, stem: &str) -> Guess {
    if let Some(title) = page.meta(&["articletitle"]) {
        return Guess::stated(joined(title), say!("网页写明", "the page says so"));
    }
    let own = official.title.clone();
    let headed = page.meta(&["title", "og:title"]).map(|title| {
        // The name of the site stands behind the title.
        let own = title.split(['_', '|']).next().unwrap_or(title);
        joined(own.split(" - ").next().unwrap_or(own).split("--").next().unwrap_or(own))
    });
    match (own, headed) {
        (Some(own), Some(headed)) if own.value.contains(&headed) || headed.contains(&own.value) => {
            Guess::stated(own.value, say!("网页的标题和正文相同", "the page’s title and its text agree"))
        }
        (_, Some(headed)) if headed.chars().count() > 3 => {
            Guess::likely(headed, say!("网页的标题", "the page’s title"))
        }
        (Some(own), _) if own.value.contains(stem) && stem.chars().count() > 4 => {
            Guess { sure: own.sure.max(super::guess::Sure::Likely), ..own }
        }
        (Some(own), _) => own,
        _ => Guess::guessed(stem, say!("文件名", "the file’s name")),
    }
}

fn published(page: &Page<'_>, official: &Official, stem: &str, today: Date) -> Guess<Date> {
    let stated = page.meta(&["pubdate", "publishdate", "firstpublishedtime"]).and_then(date_in);
    if let Some(date) = stated {
        return Guess::stated(date, say!("网页写明", "the page says so"));
    }
    let around = page.around(&["发布时间", "发布日期", "发文日期", "时间", "日期"]).and_then(|words| date_in(&words));
    if let Some(date) = around {
        return Guess::likely(date, say!("网页上的日期", "the date on the page"));
    }
    if let Some(written) = &official.written {
        return Guess::likely(written.value, say!("落款日期", "the date below the text"));
    }
    match date_in(stem) {
        Some(date) => Guess::guessed(date, say!("文件名里的日期", "the date in the file’s name")),
        None => Guess::guessed(today, say!("文件里没有日期，写的是今天", "the file has none; it is today")),
    }
}

/// Words in quotation marks, as YAML reads them.
pub(super) fn quoted(words: &str) -> String {
    let words: String = words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
