//! Rows of the standard catalogue in its official columns, as an office has them in a workbook or a CSV file.

use super::cell::{channels, parts, tick};
use super::columns::{Column, Head, head};
use super::limit::limit;
use super::row::Row;
use crate::attachment::Sheet;
use crate::say;
use crate::term::Term;
use crate::text::Text;

/// A row as it was read, and what of it was not understood.
pub(super) struct Read {
    /// Where it stands in the file.
    pub(super) number: u32,
    /// The row, without an id.
    pub(super) row: Row,
    pub(super) doubts: Vec<Text>,
}

/// What a sheet holds.
pub(super) struct Official {
    pub(super) rows: Vec<Read>,
    /// Columns that a duty has no place for.
    pub(super) unknown: Vec<String>,
}

/// Reads a sheet; none where its head is not that of a standard catalogue.
pub(super) fn read(sheet: &Sheet, area: Option<&str>) -> Option<Official> {
    let head = head(sheet)?;
    let area = area.map(str::to_owned).or_else(|| named_area(&head.title)).or_else(|| named_area(&sheet.name));
    let mut rows: Vec<Read> = Vec::new();
    let mut group = String::new();
    for line in sheet.rows.iter().filter(|line| line.number > head.last && !line.hidden) {
        let cell = |at: usize| cell(sheet, line.number, &line.cells, at);
        let mut read = one(&head, line.number, &cell);
        if read.row.name.is_empty() {
            let filled = line.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            // A line across the sheet is a note or a heading.
            if filled > 2 {
                read.doubts.push(say!("没有二级事项，未加", "no name of the matter; left out"));
                rows.push(read);
            }
            continue;
        }
        // A CSV file keeps merged cells as one filled and many empty ones.
        if read.row.group.is_empty() {
            read.row.group.clone_from(&group);
        }
        group.clone_from(&read.row.group);
        if read.row.area.is_empty() {
            read.row.area = area.clone().unwrap_or_default();
        }
        rows.push(read);
    }
    Some(Official { rows, unknown: head.unknown })
}

/// `社会救助领域基层政务公开标准目录` is about 社会救助.
fn named_area(title: &str) -> Option<String> {
    let before = title.split_once("领域").map_or("", |(before, _)| before);
    let name = before.rsplit(['市', '县', '区', '镇', '乡', '（', '）', ' ']).next().unwrap_or_default().trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The text of a cell, or of the merged cells that it is part of.
fn cell<'s>(sheet: &'s Sheet, number: u32, cells: &'s [String], at: usize) -> &'s str {
    let own = cells.get(at).map_or("", |cell| cell.trim());
    if !own.is_empty() {
        return own;
    }
    let merged = sheet.merges.iter().find(|merge| {
        (merge.rows.0..=merge.rows.1).contains(&number) && (merge.columns.0..=merge.columns.1).contains(&(at as u32))
    });
    let corner = merged.and_then(|merge| {
        let row = sheet.rows.iter().find(|row| row.number == merge.rows.0)?;
        row.cells.get(merge.columns.0 as usize)
    });
    corner.map_or("", |cell| cell.trim())
}

fn one<'s>(head: &Head, number: u32, cell: &dyn Fn(usize) -> &'s str) -> Read {
    let mut row = Row::default();
    let mut doubts = Vec::new();
    let (mut everyone, mut groups, mut proactive, mut on_request) = (false, Vec::new(), false, false);
    let mut ticked = |text: &str, name: &str| {
        tick(text).unwrap_or_else(|| {
            doubts.push(say!("{name}一栏的“{text}”不是勾选", "“{text}” under {name} is no tick"));
            false
        })
    };
    let (mut third, mut odd) = (String::new(), Vec::new());
    for (&at, column) in &head.columns {
        let text = cell(at);
        let line = || text.split_whitespace().collect::<Vec<_>>().join("");
        match column {
            Column::First => row.group = line(),
            Column::Second => row.name = line(),
            Column::Third => third = line(),
            Column::Area => row.area = line(),
            Column::Content => row.elements = parts(text, true),
            Column::Basis => row.basis = parts(text, false),
            Column::Limit => row.limit = line(),
            Column::Body => {
                if row.unit.is_empty() {
                    row.unit = line();
                }
            }
            Column::Channels => {
                let (known, unknown) = channels(text);
                row.channels.extend(known.iter().map(|channel| channel.id().to_owned()));
                odd.extend(unknown);
            }
            Column::Channel(channel) => {
                if ticked(text, channel.chinese()) {
                    row.channels.push(channel.id().to_owned());
                }
            }
            Column::Everyone => everyone = ticked(text, "全社会"),
            Column::Groups => match tick(text) {
                Some(true) => odd.push(format!("特定群体{text}")),
                Some(false) => {}
                None => groups = parts(text.trim_start_matches(['√', '■', '✓']), true),
            },
            Column::Proactive => proactive = ticked(text, "主动"),
            Column::OnRequest => on_request = ticked(text, "依申请"),
            Column::Levels(levels) => {
                if ticked(text, "公开层级") {
                    row.levels.extend(levels.iter().map(|level| level.id().to_owned()));
                }
            }
        }
    }
    if !third.is_empty() {
        row.name = if row.name.is_empty() { third } else { format!("{}：{third}", row.name) };
    }
    // Where there are no elements, the column repeats the name.
    row.elements.retain(|element| *element != row.name);
    for word in odd {
        doubts.push(say!("没有读懂“{word}”", "“{word}” was not understood"));
    }
    row.audience = match (everyone, groups.is_empty()) {
        (true, true) => vec!["public".to_owned()],
        (true, false) => {
            doubts.push(say!(
                "既勾了全社会又写了特定群体“{names}”，按全社会",
                "both everybody and “{names}”; taken as everybody";
                names: Text::list(&groups),
            ));
            vec!["public".to_owned()]
        }
        (false, _) => groups,
    };
    row.method = match (proactive, on_request) {
        (true, both) => {
            if both {
                doubts.push(say!("主动和依申请都勾了，按主动", "both ways are ticked; taken as proactive"));
            }
            "proactive".to_owned()
        }
        (false, true) => "on-request".to_owned(),
        (false, false) => String::new(),
    };
    if limit(&row.limit).is_none() {
        let words = &row.limit;
        doubts.push(say!(
            "公开时限“{words}”没有读懂，原文照录，按及时公开",
            "the limit “{words}” was not understood; its words are kept, the cadence is timely"
        ));
    }
    Read { number, row, doubts }
}
