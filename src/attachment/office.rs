use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::markup::{Markup, Token};
use super::package::Package;
use super::picture;
use super::properties;
use super::worksheet::{Visibility, cell_name, column_name};
use crate::diag::{Severity, Spot};
use crate::say;
use crate::text::Text;

/// Reads a file inside a file; none where files are nested too deep.
pub(super) type ReadInside<'a> = &'a dyn Fn(&str, &[u8]) -> Option<Extract>;

/// Looks through a package for what Word, Excel and PowerPoint files hide alike: macros, embedded files, positions in
/// pictures, names of authors.
pub(super) fn look(package: &mut Package, extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let is_macro = |name: &String| {
        let lower = name.to_lowercase();
        lower.ends_with("vbaproject.bin") || lower.contains("/macrosheets/") || lower.starts_with("basic/")
    };
    if names.iter().any(is_macro) {
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Macro, say!("含有宏", "holds macros")));
    }
    for name in &names {
        let lower = name.to_lowercase();
        if lower.contains("/embeddings/") {
            embedded(package, name, extract, inside)?;
        } else if lower.contains("/media/") || lower.starts_with("pictures/") {
            let head = package.head(name, picture::HEAD)?;
            if picture::position(&head) {
                let file = name.rsplit('/').next().unwrap_or(name);
                let message = say!("图片“{file}”带有拍摄位置", "the picture “{file}” tells where it was taken");
                extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Position, message));
            }
        } else if lower.contains("/charts/chart")
            || lower.contains("/diagrams/data")
            || lower.contains("/drawings/drawing")
        {
            drawn_text(package, name, &Spot::File, extract)?;
        }
    }
    properties::read(package, extract)
}

/// A file inside the file: what it says counts as said, and that it is there at all is a finding. The table behind a
/// chart is a warning only, since the chart shows most of it.
fn embedded(package: &mut Package, name: &str, extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    let file = name.rsplit('/').next().unwrap_or(name).to_owned();
    let behind_chart = file.starts_with("Microsoft_Excel") && file.to_lowercase().ends_with(".xlsx");
    let severity = if behind_chart { Severity::Warning } else { Severity::Error };
    let message = say!("嵌有文件“{file}”", "holds an embedded file, “{file}”");
    extract.hidden.push(Hidden { spot: Spot::File, what: HiddenKind::EmbeddedFile, severity, message });
    let Some(bytes) = package.part(name)? else { return Ok(()) };
    extract.embed(&file, inside(&file, &bytes))
}

/// The words in a slide, a chart, a diagram or a drawing.
pub(super) fn drawn_text(package: &mut Package, name: &str, spot: &Spot, extract: &mut Extract) -> Result<(), Fault> {
    let Some(stream) = package.stream(name)? else { return Ok(()) };
    let mut markup = Markup::new(stream);
    let mut wanted = false;
    let mut text = String::new();
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => wanted = matches!(element.name(), "t" | "v"),
            Token::Text(piece) if wanted => text.push_str(&piece),
            Token::End(end) if matches!(end.name(), "p" | "pt") => {
                extract.paragraph(spot.clone(), std::mem::take(&mut text))?;
            }
            Token::End(_) => wanted = false,
            _ => {}
        }
    }
    extract.paragraph(spot.clone(), text)
}

/// Reports what the sheet read last hides: itself, its rows, its columns, where they hold something.
pub(super) fn report_hidden_cells(extract: &mut Extract) {
    let Some(sheet) = extract.sheets.last() else { return };
    let Some(first) = sheet.rows.first() else { return };
    let name = &sheet.name;
    let at = |column: u32, row: u32| Spot::Cell { sheet: name.clone(), cell: cell_name(column, row) };
    let mut found = Vec::new();
    if sheet.visibility != Visibility::Visible {
        let message = if sheet.visibility == Visibility::Hidden {
            say!("工作表“{name}”被隐藏", "sheet “{name}” is hidden")
        } else {
            say!("工作表“{name}”被深度隐藏，菜单中看不到", "sheet “{name}” is very hidden: no menu shows it")
        };
        found.push(Hidden::data(at(0, first.number), HiddenKind::Sheet, message));
    }
    let rows: Vec<u32> = sheet.rows.iter().filter(|row| row.hidden).map(|row| row.number).collect();
    if let Some(&row) = rows.first() {
        let count = rows.len();
        let message = say!(
            "工作表“{name}”有 {count} 行有内容而被隐藏，自第 {row} 行起",
            "sheet “{name}” hides {count} rows that hold something, from row {row} on"
        );
        found.push(Hidden::data(at(0, row), HiddenKind::Rows, message));
    }
    let mut columns: Vec<u32> = Vec::new();
    let widest = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0) as u32;
    for column in (0..widest).filter(|&column| sheet.column_hidden(column)) {
        if sheet.rows.iter().any(|row| row.cells.get(column as usize).is_some_and(|cell| !cell.trim().is_empty())) {
            columns.push(column);
        }
    }
    if let Some(&column) = columns.first() {
        let message = say!(
            "工作表“{name}”的 {list} 列有内容而被隐藏",
            "sheet “{name}” hides columns that hold something: {list}";
            list: Text::list(columns.iter().take(8).map(|&column| column_name(column))),
        );
        found.push(Hidden::data(at(column, first.number), HiddenKind::Columns, message));
    }
    extract.hidden.extend(found);
}
