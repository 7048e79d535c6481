use super::trail::word;
use crate::board::{ItemId, SlotState};
use crate::calendar::{Date, Period};
use crate::config::{CategoryId, UnitId};
use crate::diag::Diagnostic;
use crate::page::{Page, Wall, short_address};
use crate::render::body::body;
use crate::render::code::code;
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{BoardSheet, ScreenLine, SheetBlock, SheetCode, When};
use crate::theme::Html;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Columns of a sheet.
const COLUMNS: usize = 4;

/// Letters in a line of a column.
const LETTERS: usize = 17;

/// Larger type, with the letters of a line and the lines of a column that it leaves.
const SIZES: [(&str, usize, usize); 2] = [("largest", 10, 20), ("large", 13, 27)];

/// Lines of one category, so that no category fills the wall.
const LINES: usize = 6;

/// Codes of single items, besides that of the board itself.
const CODES: usize = 3;

/// How many days after the next period's end a sheet is replaced at the latest.
const REPLACED_AFTER: i64 = 15;

/// A sheet for the wall.
pub(super) fn page(setting: &Setting, page: &Page, wall: Wall, period: Period) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let (unit, back) = match wall {
        Wall::Office => (None, String::new()),
        Wall::Unit(unit) => (Some(unit), format!("units/{}", board.config.unit(unit).id)),
        Wall::Finance(category) => (None, board.config.categories.get(category).path.clone()),
    };
    let mut items = board.on_wall(unit, period);
    if let Wall::Finance(category) = wall {
        let within = board.in_category(category);
        items = within.iter().copied().filter(|id| items.contains(id)).collect();
    }
    let title = wall_title(setting, wall);
    let mut blocks = Vec::new();
    if !matches!(wall, Wall::Finance(_)) {
        blocks.extend(duties(setting, unit, period));
        blocks.extend(open(setting, unit));
    }
    blocks.extend(tables(setting, hrefs, &items, if matches!(wall, Wall::Finance(_)) { 8 } else { 2 }));
    blocks.extend(by_category(setting, &items));
    blocks.push(codes(setting, &back, &items));
    let supervision = &board.config.supervision;
    let known = |text: &'_ str| (!text.is_empty()).then(|| Cow::from(text.to_owned()));
    let columns = columns(blocks);
    let sheet = BoardSheet {
        back: hrefs.page(&back).into(),
        title: title.clone().into(),
        period: Some(period.to_string().into()),
        posted: board.today.to_string().into(),
        until: Some(period.next().end().add_days(REPLACED_AFTER).max(board.today).to_string().into()),
        size: size(&columns),
        columns,
        approvals: Vec::new(),
        hotline: known(&supervision.hotline),
        report_box: known(&supervision.report_box),
        read_at: known(&board.config.office.address),
    };
    let mut head = setting.head(page, format!("{title} {period}"));
    head.feeds.clear();
    head.noindex = true;
    setting.finish(page, "print-board.html", Made { head, crumbs: Vec::new(), view: sheet })
}

/// What a sheet is called.
pub(super) fn wall_title(setting: &Setting, wall: Wall) -> String {
    let config = &setting.board.config;
    let words = setting.theme.words();
    match wall {
        Wall::Office => config.title.clone(),
        Wall::Unit(unit) => {
            let unit = config.unit(unit);
            let key = if unit.is_village() { "unit_board_village" } else { "unit_board_office" };
            words.fill(key, &[("name", &unit.name)])
        }
        Wall::Finance(category) => {
            let name = &config.categories.get(category).name;
            words.fill("sheet_finance", &[("office", &config.office.name), ("name", name)])
        }
    }
}

/// What was owed for the period, and where it stands.
fn duties(setting: &Setting, unit: Option<UnitId>, period: Period) -> Option<SheetBlock<'_>> {
    let board = &*setting.board;
    let own = board.series.iter().filter(|series| unit.is_none_or(|unit| board.unit_of(series) == Some(unit)));
    let mut lines = Vec::new();
    for series in own {
        let slot = series.slots.iter().rev().find(|slot| slot.period == period);
        if let Some(slot) = slot.filter(|slot| slot.state.is_owed()) {
            let published = slot.item.and_then(|id| board.item(id).published());
            let when = match published {
                Some(published) => When::Published { date: published.date().to_string().into() },
                None => match slot.state {
                    SlotState::Overdue { days } => When::Overdue { days: usize::try_from(days).unwrap_or(0) },
                    _ => When::Due { date: slot.due.to_string().into() },
                },
            };
            let name = board.duty(series.duty).name.as_str();
            lines.push(ScreenLine { text: name.into(), when: Some(when) });
        }
    }
    (!lines.is_empty()).then(|| SheetBlock {
        title: word(setting, "sheet_duties").into(),
        lines,
        ..SheetBlock::default()
    })
}

/// What is open to objections or opinions today.
fn open(setting: &Setting, unit: Option<UnitId>) -> Option<SheetBlock<'_>> {
    let board = &*setting.board;
    let own = board.open_windows().into_iter().filter(|open| unit.is_none() || board.item(open.item).unit == unit);
    let lines: Vec<ScreenLine<'_>> = own
        .map(|open| ScreenLine {
            text: board.item(open.item).title().into(),
            when: Some(When::Due { date: open.to.to_string().into() }),
        })
        .collect();
    (!lines.is_empty()).then(|| SheetBlock {
        title: word(setting, "sheet_open").into(),
        lines,
        ..SheetBlock::default()
    })
}

/// The tables of periodic items: what everybody looks for on the wall.
fn tables<'a>(setting: &'a Setting, hrefs: Hrefs<'_>, items: &[ItemId], most: usize) -> Vec<SheetBlock<'a>> {
    let board = &*setting.board;
    let with_period = items.iter().copied().filter(|&id| board.item(id).period().is_some());
    let blocks = with_period.filter_map(|id| {
        let item = board.item(id);
        let html = body(item, hrefs, &setting.theme);
        let table = first_table(html.as_str())?;
        Some(SheetBlock { title: item.title().into(), table: Html::vouched(table), ..SheetBlock::default() })
    });
    blocks.take(most).collect()
}

/// The first table of a body, if it is narrow and short enough for a column.
fn first_table(html: &str) -> Option<String> {
    let start = html.find("<table")?;
    let end = start + html[start..].find("</table>")? + "</table>".len();
    let table = &html[start..end];
    let rows = table.matches("<tr").count();
    let cells = table.matches("<td").count() + table.matches("<th").count();
    (rows > 0 && rows <= 24 && cells <= rows * 5).then(|| table.to_owned())
}

/// The items by category, the newest first.
fn by_category<'a>(setting: &'a Setting, items: &[ItemId]) -> Vec<SheetBlock<'a>> {
    let board = &*setting.board;
    let categories = &board.config.categories;
    let mut groups: BTreeMap<u16, Vec<ItemId>> = BTreeMap::new();
    for &id in items {
        let top = board.item(id).category.and_then(|category| categories.line(category).first().copied());
        if let Some(top) = top {
            groups.entry(top.0).or_default().push(id);
        }
    }
    let block = |(top, own): (u16, Vec<ItemId>)| SheetBlock {
        title: categories.get(CategoryId(top)).name.as_str().into(),
        note: (own.len() > LINES)
            .then(|| setting.theme.words().fill("count_items", &[("n", &own.len().to_string())]).into()),
        lines: own
            .iter()
            .take(LINES)
            .map(|&id| {
                let item = board.item(id);
                let date = item.published().map(|published| short_day(published.date()));
                let removed = item.front().expires.as_ref().map(|expires| short_day(expires.value));
                let date = match (date, removed) {
                    (Some(from), Some(to)) => {
                        Some(setting.theme.words().fill("sheet_from_to", &[("from", &from), ("to", &to)]))
                    }
                    (date, _) => date,
                };
                ScreenLine { text: item.title().into(), when: date.map(|text| When::Words { text: text.into() }) }
            })
            .collect(),
        ..SheetBlock::default()
    };
    groups.into_iter().map(block).collect()
}

fn short_day(date: Date) -> String {
    format!("{}-{:02}", date.month(), date.day())
}

/// The code of the board, and those of the periodic items on the sheet.
fn codes<'a>(setting: &'a Setting, back: &str, items: &[ItemId]) -> SheetBlock<'a> {
    let board = &*setting.board;
    let base = &board.config.base_url;
    let home = if back.is_empty() { String::new() } else { format!("{back}/") };
    let own = code(&base.join(&home)).map(|qr| SheetCode { qr, label: word(setting, "sheet_code_all").into() });
    let periodic = items.iter().map(|&id| board.item(id)).filter(|item| item.period().is_some());
    let single = periodic.filter_map(|item| {
        let qr = code(&base.join(short_address(item)?.as_str()))?;
        Some(SheetCode { qr, label: item.title().into() })
    });
    SheetBlock {
        title: word(setting, "sheet_codes").into(),
        codes: own.into_iter().chain(single.take(CODES)).collect(),
        ..SheetBlock::default()
    }
}

/// The largest type in which every column still fits on the sheet.
fn size(columns: &[Vec<SheetBlock<'_>>]) -> &'static str {
    let has_table = columns.iter().flatten().any(|block| !block.table.as_str().is_empty());
    let fits = |&&(size, letters, lines): &&(&str, usize, usize)| {
        // The columns of a table need their room.
        !(has_table && size == "largest")
            && columns.iter().all(|column| column.iter().map(|block| weight(block, letters)).sum::<usize>() <= lines)
    };
    SIZES.iter().find(fits).map_or("", |size| size.0)
}

/// Spreads the blocks over the columns in their order, as evenly as they can be.
fn columns(blocks: Vec<SheetBlock<'_>>) -> Vec<Vec<SheetBlock<'_>>> {
    let weights: Vec<usize> = blocks.iter().map(|block| weight(block, LETTERS)).collect();
    let mut left: usize = weights.iter().sum();
    let mut columns: Vec<Vec<SheetBlock<'_>>> = vec![Vec::new()];
    let mut filled = 0;
    for (block, weight) in blocks.into_iter().zip(weights) {
        let rest = COLUMNS - columns.len() + 1;
        let share = (left + filled).div_ceil(rest);
        if filled > 0 && filled + weight / 2 > share && columns.len() < COLUMNS {
            columns.push(Vec::new());
            filled = 0;
        }
        filled += weight;
        left -= weight;
        if let Some(last) = columns.last_mut() {
            last.push(block);
        }
    }
    columns
}

/// About how many lines a block takes where a line has so many letters.
fn weight(block: &SheetBlock<'_>, letters: usize) -> usize {
    let lines: usize = block.lines.iter().map(|line| line.text.chars().count().div_ceil(letters)).sum();
    2 + lines + block.table.as_str().matches("<tr").count() * 2 + block.codes.len().div_ceil(2) * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(title: &'static str, lines: usize) -> SheetBlock<'static> {
        let line = || ScreenLine { text: "甲".into(), when: None };
        SheetBlock { title: title.into(), lines: (0..lines).map(|_| line()).collect(), ..SheetBlock::default() }
    }

    #[test]
    fn blocks_keep_their_order_and_fill_four_columns() {
        let blocks = ["甲", "乙", "丙", "丁", "戊", "己"].map(|title| block(title, 4));
        let spread = columns(blocks.into());
        let titles: Vec<Vec<&str>> =
            spread.iter().map(|column| column.iter().map(|block| &*block.title).collect()).collect();
        assert_eq!(titles.len(), 4, "{titles:?}");
        assert_eq!(titles.concat(), ["甲", "乙", "丙", "丁", "戊", "己"]);
        assert!(titles.iter().all(|column| column.len() <= 2), "{titles:?}");
    }

    #[test]
    fn what_is_short_is_printed_large() {
        assert_eq!(size(&columns(vec![block("甲", 3), block("乙", 3)])), "largest");
        assert_eq!(size(&columns(vec![block("甲", 24), block("乙", 3)])), "large");
        assert_eq!(size(&columns(vec![block("甲", 30), block("乙", 3)])), "");
    }

    #[test]
    fn a_long_block_has_a_column_of_its_own() {
        let spread = columns(vec![block("甲", 2), block("乙", 30), block("丙", 2)]);
        assert_eq!(spread.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 1]);
    }

    #[test]
    fn only_a_small_table_goes_on_the_wall() {
        let row = |cells: usize| format!("<tr>{}</tr>", "<td>1</td>".repeat(cells));
        let table = |rows: usize, cells: usize| format!("<p>甲</p><table>{}</table><p>乙</p>", row(cells).repeat(rows));
        assert_eq!(
            first_table(&table(2, 2)).as_deref(),
            Some("<table><tr><td>1</td><td>1</td></tr><tr><td>1</td><td>1</td></tr></table>")
        );
        assert_eq!(first_table(&table(40, 2)), None);
        assert_eq!(first_table(&table(3, 9)), None);
        assert_eq!(first_table("<p>甲</p>"), None);
    }
}
