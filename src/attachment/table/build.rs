use super::super::extract::{Extract, Readable};
use super::super::worksheet::{Sheet, column_name};
use super::head::{self, Head};
use super::names::{Column, bare};
use super::spec::{FaultKind, Table, TableFault, TableSpec};
use super::totals::{self, RowKind};
use crate::say;
use crate::text::{Text, nearest};
use std::collections::HashMap;

/// Makes the table that an item asks for. `mask` gives the masked form of a text by the kind of mask.
///
/// # Errors
/// All faults at once: a sheet or a column that is not there, a file that is no table, a total over words.
pub fn table(
    spec: &TableSpec,
    extract: &Extract,
    mask: &dyn Fn(&str, &str) -> String,
) -> Result<Table, Vec<TableFault>> {
    let sheet = sheet(spec, extract).map_err(|fault| vec![fault])?;
    let columns = spec.mask.iter().map(|(name, _)| name).chain(&spec.drop).chain(&spec.total);
    let names: Vec<&str> = columns.map(String::as_str).collect();
    let Some(head) = head::find(sheet, &names) else { return Err(vec![no_table(&sheet.name)]) };
    let faults: Vec<TableFault> = names.iter().filter_map(|name| unknown(name, &head.columns)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut table = fill(spec, sheet, head, mask);
    add_total(spec, &mut table).map_err(|fault| vec![fault])?;
    Ok(table)
}

fn sheet<'a>(spec: &TableSpec, extract: &'a Extract) -> Result<&'a Sheet, TableFault> {
    let unreadable = |message: Text| TableFault { kind: FaultKind::File, named: String::new(), message, remedy: None };
    match &extract.readable {
        Readable::Yes => {}
        Readable::Encrypted => {
            return Err(unreadable(say!("文件有密码，不能读取", "the file needs a password and cannot be read")));
        }
        Readable::Broken(why) | Readable::TooBig(why) => return Err(unreadable(why.clone())),
        Readable::NoText | Readable::Unsupported => {
            return Err(unreadable(say!("不是 CSV 或 XLSX 表格", "the file is no CSV or XLSX table")));
        }
    }
    let Some(name) = &spec.sheet else {
        let shown = || extract.sheets.iter().filter(|sheet| sheet.visible());
        let first = shown().find(|sheet| !sheet.rows.is_empty()).or_else(|| shown().next());
        return first.ok_or_else(|| unreadable(say!("文件中没有表格", "the file holds no table")));
    };
    if let Some(sheet) = extract.sheets.iter().find(|sheet| bare(&sheet.name) == bare(name)) {
        return Ok(sheet);
    }
    let sheets = extract.sheets.iter().map(|sheet| sheet.name.as_str());
    let message = say!("没有工作表“{name}”", "there is no sheet “{name}”");
    Err(TableFault { kind: FaultKind::Sheet, named: name.clone(), message, remedy: suggestion(name, sheets) })
}

fn no_table(sheet: &str) -> TableFault {
    let message = say!("工作表“{sheet}”是空的", "sheet “{sheet}” is empty");
    TableFault { kind: FaultKind::File, named: String::new(), message, remedy: None }
}

fn unknown(name: &str, columns: &[Column]) -> Option<TableFault> {
    if columns.iter().any(|column| column.is_meant_by(name)) {
        return None;
    }
    let known = columns.iter().flat_map(|column| column.words.iter().map(String::as_str));
    let message = say!("表中没有“{name}”这一列", "the table has no column “{name}”");
    Some(TableFault { kind: FaultKind::Column, named: name.to_owned(), message, remedy: suggestion(name, known) })
}

/// The nearest name, or all of them where none is near.
fn suggestion<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<Text> {
    if let Some(near) = nearest(name, known.clone()) {
        return Some(say!("是否指“{near}”？", "was “{near}” meant?"));
    }
    let mut list: Vec<&str> = Vec::new();
    for name in known.filter(|name| !name.is_empty()) {
        if !list.contains(&name) && list.len() < 12 {
            list.push(name);
        }
    }
    (!list.is_empty()).then(|| say!("可用的有：{list}", "there are: {list}"; list: Text::list(&list)))
}

/// What becomes of a column.
enum Treatment<'a> {
    Shown,
    Masked(&'a str),
}

fn fill(spec: &TableSpec, sheet: &Sheet, head: Head, mask: &dyn Fn(&str, &str) -> String) -> Table {
    let mut table = Table::default();
    let body = || sheet.rows.iter().filter(|row| row.number > head.last_row);
    let mut kept: Vec<(&Column, Treatment)> = Vec::new();
    let bearers = bearers(&head.columns);
    for column in &head.columns {
        let blank = || body().all(|row| row.cells.get(column.at).is_none_or(|cell| cell.trim().is_empty()));
        if column.words.is_empty() && blank() {
            continue;
        }
        let name = shown_name(column, &bearers);
        if spec.drop.iter().any(|name| column.is_meant_by(name)) {
            table.dropped.push(name);
        } else if column.hidden {
            table.hidden_columns.push(name);
        } else {
            let masked = spec.mask.iter().find(|(name, _)| column.is_meant_by(name));
            if masked.is_some() {
                table.masked.push(name.clone());
            }
            if spec.total.iter().any(|name| column.is_meant_by(name)) {
                table.total_columns.push(kept.len());
            }
            table.header.push(name);
            table.places.push(column.at as u32);
            kept.push((column, masked.map_or(Treatment::Shown, |(_, kind)| Treatment::Masked(kind))));
        }
    }
    for row in body() {
        if row.hidden {
            table.hidden_rows += 1;
            continue;
        }
        let cell = |(column, treatment): &(&Column, Treatment)| {
            let text = row.cells.get(column.at).map(|cell| cell.trim()).unwrap_or_default();
            match treatment {
                Treatment::Masked(kind) if !text.is_empty() => mask(kind, text),
                _ => text.to_owned(),
            }
        };
        let cells: Vec<String> = kept.iter().map(cell).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        // The kind is told by the row as it lies in the file: a mask may have taken the word 合计.
        match totals::kind(&row.cells) {
            RowKind::Total | RowKind::Subtotal => table.total_rows.push(table.rows.len()),
            RowKind::Detail => table.detail_rows.push(table.rows.len()),
            RowKind::Plain => {}
        }
        table.rows.push(cells);
        table.numbers.push(row.number);
    }
    let mut above = head.above.into_iter();
    let title = above.next();
    let named = (!sheet.name.is_empty()).then(|| sheet.name.clone());
    table.caption = spec.caption.clone().or(title).or(named).unwrap_or_default();
    table.notes = above.collect();
    table
}

/// How many columns bear each name: counted once, for a sheet may have thousands.
fn bearers(all: &[Column]) -> HashMap<&str, usize> {
    let mut bearers = HashMap::new();
    for column in all {
        *bearers.entry(column.name()).or_default() += 1;
    }
    bearers
}

/// The name above a column: its own, with its group where another column has the same one.
fn shown_name(column: &Column, bearers: &HashMap<&str, usize>) -> String {
    if column.words.is_empty() {
        return column_name(column.at as u32);
    }
    let unique = bearers.get(column.name()) == Some(&1);
    if unique { column.name().to_owned() } else { column.words.join("·") }
}

/// Adds the row 合计 where the item names columns with a total and the table has no such row.
fn add_total(spec: &TableSpec, table: &mut Table) -> Result<(), TableFault> {
    let is_subtotal = |at: usize| totals::kind(&table.rows[at]) == RowKind::Subtotal;
    if table.total_columns.is_empty() || table.total_rows.iter().any(|&at| !is_subtotal(at)) {
        return Ok(());
    }
    let mut row = vec![String::new(); table.header.len()];
    for &column in &table.total_columns {
        let adds = |at: &usize| !table.total_rows.contains(at) && !table.detail_rows.contains(at);
        let amounts = (0..table.rows.len()).filter(adds).map(|at| table.rows[at][column].as_str());
        row[column] = totals::sum(amounts).map_err(|words| {
            let name = &table.header[column];
            let message =
                say!("“{name}”列的“{words}”不是数字，不能合计", "“{words}” in column “{name}” is no number to add up");
            let meant = spec.total.iter().find(|wanted| bare(wanted) == bare(name));
            TableFault { kind: FaultKind::Total, named: meant.unwrap_or(name).clone(), message, remedy: None }
        })?;
    }
    if let Some(label) = (0..row.len()).find(|at| !table.total_columns.contains(at)) {
        "合计".clone_into(&mut row[label]);
    }
    table.total_rows.push(table.rows.len());
    table.rows.push(row);
    table.numbers.push(0);
    Ok(())
}
