use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token};
use super::super::package::{self, Package};
use super::super::parts;
use super::super::rewrite::{Step, rewrite};
use super::super::worksheet::cell_at;
use super::super::xlsx::workbook;
use super::cell_edit::CellEdit;
use crate::say;
use crate::text::html_escaped;
use std::collections::BTreeMap;

/// The shortest row of digits that is looked for in the rest of the file.
const TELLING: usize = 7;

/// Writes cells of a workbook anew. A text that cells share is changed where it is kept; a number becomes a text.
pub(super) fn edit(bytes: &[u8], edits: &[CellEdit]) -> Result<Vec<u8>, Fault> {
    let mut package = Package::open(bytes)?;
    let main = parts::main_part(&mut package)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let book = workbook::read(&mut package, &main)?;
    let sheets: Vec<String> =
        book.sheets.iter().filter_map(|entry| entry.part.clone()).filter(|part| package.has(part)).collect();
    let strings = book.links.iter().find(|link| link.kind == "sharedStrings").map(|link| link.target.to_lowercase());
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let mut written = Vec::with_capacity(names.len());
    for name in names {
        let Some(mut part) = package.part(&name)? else { continue };
        let lower = name.to_lowercase();
        for (at, _) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.to_lowercase() == lower) {
            part = cells(&part, edits.iter().filter(|edit| edit.sheet == at))?;
        }
        if strings.as_deref() == Some(&*lower) {
            part = shared(&part, edits)?;
        }
        written.push((name, part));
    }
    nothing_is_left(&written, edits)?;
    package::write(&written)
}

/// Replaces the cells that hold their text or number themselves.
fn cells<'a>(part: &[u8], edits: impl Iterator<Item = &'a CellEdit>) -> Result<Vec<u8>, Fault> {
    let edits: BTreeMap<(u32, u32), &CellEdit> = edits.map(|edit| ((edit.row, edit.column), edit)).collect();
    let (mut row, mut next_column) = (0, 0);
    rewrite(part, &mut |element| match element.name() {
        "row" => {
            row = element.number("r").filter(|&number: &u32| number > 0).unwrap_or(row + 1);
            next_column = 0;
            Step::Keep
        }
        "c" => {
            let place = element.attribute("r").and_then(|name| cell_at(&name));
            let column = place.map_or(next_column, |(column, _)| column);
            next_column = column + 1;
            let is_shared = element.attribute("t").as_deref() == Some("s");
            match edits.get(&(row, column)) {
                Some(edit) if !is_shared => Step::Replace(cell(element, &edit.to)),
                _ => Step::Keep,
            }
        }
        _ => Step::Keep,
    })
}

fn cell(element: &Element, text: &str) -> String {
    let prefix = element.prefix();
    let attribute = |name: &str| {
        element.attribute(name).map(|value| format!(" {name}=\"{}\"", html_escaped(&value))).unwrap_or_default()
    };
    let (place, style, text) = (attribute("r"), attribute("s"), html_escaped(text));
    format!(
        "<{prefix}c{place}{style} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>"
    )
}

/// Replaces shared texts that an edited cell shows.
fn shared(part: &[u8], edits: &[CellEdit]) -> Result<Vec<u8>, Fault> {
    let texts = texts(part)?;
    let mut at = 0;
    rewrite(part, &mut |element| {
        if element.name() != "si" {
            return Step::Keep;
        }
        at += 1;
        let edit = texts.get(at - 1).and_then(|text| edits.iter().find(|edit| edit.from == *text));
        edit.map_or(Step::Keep, |edit| {
            let (prefix, text) = (element.prefix(), html_escaped(&edit.to));
            Step::Replace(format!("<{prefix}si><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}si>"))
        })
    })
}

/// The shared texts in order, without the reading aids that stand beside some.
fn texts(part: &[u8]) -> Result<Vec<String>, Fault> {
    let mut texts: Vec<String> = Vec::new();
    let mut markup = Markup::new(part);
    let (mut in_text, mut in_aid) = (false, false);
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => match element.name() {
                "si" => texts.push(String::new()),
                "t" => in_text = true,
                "rPh" => in_aid = true,
                _ => {}
            },
            Token::Text(piece) if in_text && !in_aid => {
                if let Some(text) = texts.last_mut() {
                    text.push_str(&piece);
                }
            }
            Token::End(end) => match end.name() {
                "t" => in_text = false,
                "rPh" => in_aid = false,
                _ => {}
            },
            _ => {}
        }
    }
    Ok(texts)
}

/// Refuses a workbook in which an old number still stands: in a comment, a chart, a pivot cache, another cell.
fn nothing_is_left(parts: &[(String, Vec<u8>)], edits: &[CellEdit]) -> Result<(), Fault> {
    let numbers = edits.iter().flat_map(|edit| {
        let runs = edit.from.split(|sign: char| !sign.is_ascii_digit()).filter(|run| run.len() >= TELLING);
        runs.filter(|run| !edit.to.contains(*run))
    });
    for number in numbers {
        let holds = |part: &[u8]| part.windows(number.len()).any(|window| window == number.as_bytes());
        if let Some((name, _)) = parts.iter().find(|(_, part)| holds(part)) {
            return Err(Fault::Broken(say!(
                "要脱敏的号码还出现在 {name} 中（批注、图表、透视缓存或另一个单元格），请先用 gongkai clean 清理或手工删除",
                "a number to be masked also stands in {name} (a comment, a chart, a pivot cache or another cell); run gongkai clean first, or delete it by hand"
            )));
        }
    }
    Ok(())
}
