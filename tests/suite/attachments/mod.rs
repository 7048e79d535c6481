//! Attachments: what is read of them, what they hide, and tables made of them. The files in `tests/attachments/` were
//! written by the programs that offices use; `make.py` beside them tells how. All persons in them are fictional.

mod cleaning;
mod documents;
mod editing;
mod hostile;
mod pdfs;
mod spreadsheets;
mod tables;
mod unread;

use gongkai::attachment::{Extract, HiddenKind, read};
use gongkai::diag::{Severity, Spot};
use std::io::Write as _;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attachments").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn extract(name: &str) -> Extract {
    read(name, &bytes(name))
}

/// What is hidden, as `kind severity`, sorted and each once.
fn hidden(extract: &Extract) -> Vec<(HiddenKind, Severity)> {
    let mut found: Vec<_> = extract.hidden.iter().map(|hidden| (hidden.what, hidden.severity)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Where a text stands.
fn spot_of(extract: &Extract, words: &str) -> Spot {
    let mut passages = extract.passages();
    passages.find(|passage| passage.text.contains(words)).unwrap_or_else(|| panic!("{words} is not there")).spot
}

fn cell(sheet: &str, cell: &str) -> Spot {
    Spot::Cell { sheet: sheet.to_owned(), cell: cell.to_owned() }
}

/// A package of parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("written to memory");
        zip.write_all(content).expect("written to memory");
    }
    zip.finish().expect("written to memory").into_inner()
}

/// A workbook of one sheet named 表, by the rows of its sheet in XML.
fn workbook(sheet_data: &str) -> Vec<u8> {
    let workbook = r#"<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let links =
        r#"<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet = format!("<worksheet>{sheet_data}</worksheet>");
    package(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}
