//! The tables of an item.

use crate::attachment::Table;
use crate::board::{Address, Item, ROWS_SHOWN, ShownTable};
use crate::render::href::Hrefs;
use crate::render::view::{Attachment, TableView};
use crate::text::width;
use crate::theme::{Html, escape};

/// A table of more columns than this becomes cards on a phone.
const NARROW: usize = 3;
/// What half a card holds on a phone, in half-width characters.
const HALF_CARD: usize = 23;

/// Every table of an item that shows its content.
pub(super) fn tables<'a>(hrefs: Hrefs<'_>, item: &'a Item) -> Vec<TableView<'a>> {
    if !item.shows_content() {
        return Vec::new();
    }
    item.tables.iter().filter_map(|shown| view(hrefs, shown)).collect()
}

fn view<'a>(hrefs: Hrefs<'_>, shown: &'a ShownTable) -> Option<TableView<'a>> {
    let table = shown.table()?;
    let id = format!("table-{}", shown.number + 1);
    let foot = table.foot();
    let rows = table.rows.len() - foot;
    let file = |address: &Address, kind: &'static str, bytes: &[u8]| Attachment {
        href: hrefs.to(address).into(),
        title: table.caption.as_str().into(),
        kind: kind.into(),
        bytes: bytes.len() as u64,
        rows: Some(rows),
        pages: None,
    };
    let xlsx = shown.xlsx_bytes().map(|bytes| file(&shown.xlsx, "XLSX", bytes));
    let csv = shown.csv_bytes().map(|bytes| file(&shown.csv, "CSV", bytes));
    Some(TableView {
        caption: table.caption.as_str().into(),
        note: (!table.notes.is_empty()).then(|| table.notes.join("，").into()),
        html: Html::vouched(html(table, &id, rows)),
        rows,
        cut: (rows > ROWS_SHOWN).then_some(ROWS_SHOWN),
        masked: !table.masked.is_empty() || !table.dropped.is_empty(),
        files: xlsx.into_iter().chain(csv).collect(),
        id: id.into(),
    })
}

fn html(table: &Table, id: &str, rows: usize) -> String {
    let numbers: Vec<bool> = (0..table.header.len()).map(|column| is_numeric(table, column)).collect();
    let class = |column: usize| match (numbers[column], is_long(table, column)) {
        (true, true) => " class=\"number full\"",
        (true, false) => " class=\"number\"",
        (false, false) if is_dates(table, column) => " class=\"date\"",
        (false, true) => " class=\"full\"",
        (false, false) => "",
    };
    let classes: Vec<&str> = (0..table.header.len()).map(class).collect();
    let name = name_column(table);
    // Sorting would tear apart what belongs together.
    let sortable = table.detail_rows.is_empty() && table.total_rows.iter().all(|&at| at >= rows) && rows <= ROWS_SHOWN;
    let cards = if table.header.len() > NARROW { " cards" } else { "" };
    let mut out = format!("<table class=\"data-table{cards}\"><caption class=\"unseen\">");
    escape(&table.caption, &mut out);
    out.push_str("</caption><thead><tr>");
    for (column, header) in table.header.iter().enumerate() {
        out.push_str("<th scope=\"col\"");
        if numbers[column] {
            out.push_str(" class=\"number\"");
        }
        if sortable && !header.is_empty() {
            let by = if numbers[column] || is_serial(header) { "number" } else { "text" };
            out.push_str(&format!(" data-sort=\"{by}\""));
        }
        out.push('>');
        escape(header, &mut out);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for at in 0..rows.min(ROWS_SHOWN) {
        let class = match () {
            () if table.total_rows.contains(&at) => " class=\"total\"",
            () if table.detail_rows.contains(&at) => " class=\"within\"",
            () => "",
        };
        out.push_str(&format!("<tr id=\"{id}-{}\"{class}>", at + 1));
        row(table, at, name, &classes, &mut out);
    }
    out.push_str("</tbody>");
    if rows < table.rows.len() {
        out.push_str("<tfoot>");
        for at in rows..table.rows.len() {
            out.push_str("<tr>");
            row(table, at, name, &classes, &mut out);
        }
        out.push_str("</tfoot>");
    }
    out.push_str("</table>");
    out
}

/// The cells of a row. Of a total its label heads the row, over the empty cells behind it.
fn row(table: &Table, at: usize, name: usize, classes: &[&str], out: &mut String) {
    let cells = &table.rows[at];
    let is_total = table.total_rows.contains(&at);
    let label = cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    let head = if is_total { label } else { name };
    let span = if is_total { cells.iter().skip(label + 1).take_while(|cell| cell.is_empty()).count() + 1 } else { 1 };
    let mut column = 0;
    while let Some(cell) = cells.get(column) {
        let header = &table.header[column];
        if column == head && !cell.is_empty() {
            out.push_str("<th scope=\"row\"");
            if span > 1 {
                out.push_str(&format!(" colspan=\"{span}\""));
            }
        } else {
            out.push_str("<td");
            out.push_str(classes[column]);
            out.push_str(" data-label=\"");
            escape(header, out);
            out.push('"');
        }
        out.push('>');
        for (at, line) in cell.lines().enumerate() {
            if at > 0 {
                out.push_str("<br>");
            }
            escape(line, out);
        }
        let is_head = column == head && !cell.is_empty();
        out.push_str(if is_head { "</th>" } else { "</td>" });
        column += if is_head { span } else { 1 };
    }
    out.push_str("</tr>");
}

/// The column that names what a row is about: the one that is called a name, else the first that is neither
/// a serial number nor a day.
fn name_column(table: &Table) -> usize {
    let find = |fits: &dyn Fn(&str) -> bool| table.header.iter().position(|header| fits(header));
    let is_name = |header: &str| ["名称", "姓名", "户主"].iter().any(|word| header.contains(word));
    let is_plain = |column: &usize| !is_serial(&table.header[*column]) && !is_dates(table, *column);
    let plain = || (0..table.header.len()).find(is_plain);
    find(&is_name).or_else(plain).or_else(|| find(&|header| !is_serial(header))).unwrap_or(0)
}

/// Whether a column needs the whole width of a card: label and longest text do not fit beside another.
fn is_long(table: &Table, column: usize) -> bool {
    let longest = table.rows.iter().map(|row| row.get(column).map_or(0, |cell| width(cell))).max().unwrap_or(0);
    width(&table.header[column]) + longest > HALF_CARD
}

/// Whether a column holds days alone, 2026-07-10, which break no line.
fn is_dates(table: &Table, column: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).peekable();
    let is_day = |cell: &String| cell.len() <= 10 && cell.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    cells.peek().is_some() && cells.all(is_day)
}

fn is_serial(header: &str) -> bool {
    matches!(header.replace(' ', "").as_str(), "序号" | "编号" | "号" | "No" | "No." | "NO" | "no")
}

/// Whether a column holds figures alone: amounts, shares, counts.
fn is_numeric(table: &Table, column: usize) -> bool {
    let header = &table.header[column];
    let mut figures = 0;
    let all = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim()).all(|cell| {
        let figure = cell.strip_suffix('%').unwrap_or(cell).replace(',', "");
        let is_figure = !figure.is_empty() && figure.parse::<f64>().is_ok_and(f64::is_finite);
        figures += usize::from(is_figure);
        is_figure || cell.is_empty() || matches!(cell, "-" | "—" | "——" | "/" | "合计" | "小计")
    });
    all && figures > 0 && !is_serial(header) && !table.masked.contains(header)
}
