use crate::calendar::Date;
use crate::config::BaseUrl;
use crate::say;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// What one board publishes about itself.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// The board's own title.
    pub board: String,
    /// The day on which it was built.
    pub date: Option<Date>,
    /// Its public address, where it tells it.
    pub address: Option<BaseUrl>,
    /// What its catalogue lists, as it lists it.
    pub items: Vec<Entry>,
    /// How far its duties are fulfilled, where it tells that.
    pub duties: Option<Duties>,
}

/// How far a board's duties are fulfilled, as its `statistics.json` tells: see `board::Share` and `board::Timeliness`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Duties {
    /// Duties of the office, without those that rest.
    pub owed: usize,
    /// Of these, those for which an item shows.
    pub covered: usize,
    /// Periods that fell due in the year and are not published.
    pub overdue_periods: usize,
    /// Periods that fell due in the year and are published.
    pub published_periods: usize,
    /// Of the published periods, those in time.
    pub in_time_periods: usize,
}

/// A row of a board's catalogue, with the keys of `catalogue.json`. What a row lacks is empty: other programs, and
/// older editions of this one, write less.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Entry {
    /// 索引号.
    pub index: Option<String>,
    /// 名称.
    pub title: String,
    /// 内容概述.
    pub summary: Option<String>,
    /// Ids of the category and of those above it, from the top down.
    pub category: Vec<String>,
    /// 公开时限.
    pub cadence: Option<String>,
    /// 公开专区.
    pub section: Option<String>,
    /// 所属期.
    pub period: Option<String>,
    /// The unit's id.
    pub unit: Option<String>,
    /// 生成日期.
    pub formed: Option<String>,
    /// 成文日期.
    pub written: Option<String>,
    /// 发布日期, with or without a time.
    pub published: Option<String>,
    /// 更新日期.
    pub updated: Option<String>,
    /// 发文字号.
    pub doc_number: Option<String>,
    /// 有效性.
    pub validity: Option<String>,
    /// 公开方式.
    pub method: Option<String>,
    /// 公开渠道.
    pub channels: Vec<String>,
    /// The item's page: in a board's own catalogue below the board's address.
    pub address: Option<String>,
    /// What hangs on it.
    pub attachments: Vec<File>,
}

/// An attachment of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct File {
    /// Its name.
    pub title: String,
    /// Where it is, below the board's address.
    pub address: String,
    /// In bytes.
    pub size: u64,
}

#[derive(Deserialize)]
struct Catalogue {
    board: String,
    date: String,
    items: Vec<Entry>,
}

#[derive(Deserialize)]
struct Statistics {
    address: Option<String>,
    duties: Option<Duties>,
}

/// Why a catalogue cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit(pub Text);

impl Published {
    /// Reads `catalogue.json` and, where it is there, `statistics.json` of a board. Both are strangers' files: nothing
    /// in them is believed but words and numbers, and an address is kept only where it leads below the board.
    ///
    /// # Errors
    /// What is wrong with the catalogue. Statistics that cannot be read count as none.
    pub fn read(catalogue: &[u8], statistics: Option<&[u8]>) -> Result<Self, Unfit> {
        let Catalogue { board, date, mut items } = serde_json::from_slice(plain(catalogue)).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            Unfit(say!(
                "不是公开栏的 catalogue.json（第{line}行第{column}列读不下去）",
                "is no board's catalogue.json (it cannot be read at line {line}, column {column})"
            ))
        })?;
        for item in &mut items {
            item.address = item.address.take().filter(|address| leads_below(address));
            item.attachments.retain(|file| leads_below(&file.address));
        }
        let statistics = statistics.and_then(|bytes| serde_json::from_slice::<Statistics>(plain(bytes)).ok());
        let (address, duties) = statistics.map_or((None, None), |known| (known.address, known.duties));
        let address = address.and_then(|address| BaseUrl::parse(&address));
        Ok(Self { board, date: Date::parse(&date), address, items, duties })
    }
}

/// The bytes behind a byte-order mark.
fn plain(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Whether an address is one below a board: relative, without a scheme, and never upwards.
fn leads_below(address: &str) -> bool {
    !address.starts_with(['/', '\\'])
        && !address.contains([':', '\\', '"', '<', '>', ' ', '\n', '\r', '\t', '\0'])
        && address.split('/').all(|part| part != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_leads_elsewhere_is_dropped() {
        let address = |written: &str| {
            let text = format!(
                r#"{{"board": "甲", "date": "2026-11-20", "items": [{{"title": "a", "address": "{written}"}}]}}"#
            );
            Published::read(text.as_bytes(), None).unwrap().items[0].address.clone()
        };
        assert_eq!(address("finance/2026-q3/").as_deref(), Some("finance/2026-q3/"));
        for elsewhere in ["javascript:alert(1)", "//other.example/", "/etc/", "a/../../b/", "https://other.example/"] {
            assert_eq!(address(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn a_catalogue_of_another_program_may_say_less() {
        let published = Published::read(
            "\u{FEFF}{\"board\": \"甲\", \"date\": \"昨天\", \"items\": [{\"title\": \"a\"}]}".as_bytes(),
            Some(b"[]"),
        )
        .unwrap();
        assert_eq!((published.board.as_str(), published.date, published.items.len()), ("甲", None, 1));
        assert!(published.duties.is_none());
    }

    #[test]
    fn what_is_no_catalogue_is_told_with_its_place() {
        let Unfit(why) = Published::read(b"<!DOCTYPE html>", None).unwrap_err();
        assert_eq!(why.zh, "不是公开栏的 catalogue.json（第1行第1列读不下去）");
    }
}
