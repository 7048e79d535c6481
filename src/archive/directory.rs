use super::file_number::Filed;
use super::selected::Selected;
use crate::board::{Board, Item, Standing};
use crate::calendar::Stamp;
use crate::output::Artifact;
use crate::sheet::{Cell, SheetSpec, csv, xlsx};
use crate::term::{Audience, Validity};

/// The columns of 归档文件目录 (DA/T 22-2015), with 保管期限 before the remarks.
const COLUMNS: [&str; 10] = ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "保管期限", "备注"];

/// 归档文件目录, as CSV and as a workbook.
pub(super) fn directory(board: &Board, selected: &[Selected<'_>]) -> Vec<Artifact> {
    let header: Vec<String> = COLUMNS.iter().map(|&column| column.to_owned()).collect();
    let rows: Vec<Vec<String>> =
        selected.iter().enumerate().map(|(at, one)| row(board, at + 1, one.item, &one.filed)).collect();
    let spec = SheetSpec {
        name: "归档文件目录".to_owned(),
        header: header.clone(),
        rows: rows.iter().map(|row| row.iter().map(|cell| Cell::from(cell.as_str())).collect()).collect(),
        autofilter: true,
        freeze: true,
    };
    let table = Artifact { path: "归档文件目录.csv".to_owned(), bytes: csv(&header, &rows) };
    // A workbook holds a million rows, which no office reaches; the CSV says the same.
    let workbook = xlsx(&[spec]).ok().map(|bytes| Artifact { path: "归档文件目录.xlsx".to_owned(), bytes });
    [table].into_iter().chain(workbook).collect()
}

fn row(board: &Board, serial: usize, item: &Item, filed: &Filed) -> Vec<String> {
    let document = item.front().document.as_ref().filter(|_| tells(board, item));
    let number = document.and_then(|document| document.number.as_ref()).map(|number| number.trim().to_owned());
    vec![
        serial.to_string(),
        filed.number.clone(),
        number.unwrap_or_default(),
        responsible(board, item),
        title(board, item),
        date(item),
        String::new(),
        String::new(),
        filed.keeping.words.clone(),
        remark(item),
    ]
}

/// Whether what an item says belongs into this bag, and not only that there is such an item.
pub(super) fn tells(board: &Board, item: &Item) -> bool {
    board.edition.reach == crate::board::Reach::Internal || item.shows_content() || item.standing == Standing::Counted
}

/// The title; of what is withheld, only the words that are public.
pub(super) fn title(board: &Board, item: &Item) -> String {
    let withheld = item.front().withheld.as_ref().filter(|_| board.edition.reach == crate::board::Reach::Public);
    match withheld {
        Some(withheld) => withheld.public_title.as_ref().map(|title| title.trim().to_owned()).unwrap_or_default(),
        None => item.title().to_owned(),
    }
}

/// 责任者: who issued the document, else the unit, else the office.
pub(super) fn responsible(board: &Board, item: &Item) -> String {
    let document = item.front().document.as_ref().filter(|_| tells(board, item));
    let issuer = document.and_then(|document| document.issuer.as_ref()).map(|issuer| issuer.trim().to_owned());
    let unit = || item.unit.map(|unit| board.config.unit(unit).name.clone());
    issuer.or_else(unit).unwrap_or_else(|| board.config.office.name.clone())
}

/// The day of the document, as eight digits.
pub(super) fn date(item: &Item) -> String {
    let day = item.formed().or_else(|| item.published().map(Stamp::date));
    day.map(|day| day.to_string().replace('-', "")).unwrap_or_default()
}

fn remark(item: &Item) -> String {
    let mut remarks = Vec::new();
    match &item.standing {
        Standing::Withdrawn => remarks.push("已撤下"),
        Standing::Listed => remarks.push("依申请公开"),
        Standing::Withheld => remarks.push("不予公开"),
        _ => {}
    }
    match item.validity() {
        Some(Validity::Repealed) => remarks.push("已废止"),
        Some(Validity::Expired) => remarks.push("已失效"),
        Some(Validity::Modified) => remarks.push("已修改"),
        _ => {}
    }
    if item.audience != Audience::Public {
        remarks.push("内部");
    }
    remarks.join("、")
}
