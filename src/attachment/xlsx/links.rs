use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::hidden::{Hidden, HiddenKind};
use super::super::markup::{Markup, Token};
use super::super::package::Package;
use super::super::parts::relationships;
use super::workbook::Workbook;
use crate::diag::{Severity, Spot};
use crate::say;

/// The comments and threaded comments of a sheet: one finding a sheet, every text at its cell.
pub(super) fn comments(package: &mut Package, part: &str, sheet: &str, extract: &mut Extract) -> Result<(), Fault> {
    let mut found: Vec<(String, String)> = Vec::new();
    for link in relationships(package, part)? {
        match link.kind.as_str() {
            "comments" | "threadedComment" if !link.outside => read_comments(package, &link.target, &mut found)?,
            "hyperlink" if link.outside => extract.paragraph(Spot::File, link.target)?,
            _ => {}
        }
    }
    let Some((first, _)) = found.first() else { return Ok(()) };
    let spot = Spot::Cell { sheet: sheet.to_owned(), cell: first.clone() };
    let mut places: Vec<&str> = found.iter().map(|(cell, _)| cell.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    let count = places.len();
    let message = say!("工作表“{sheet}”有 {count} 处批注", "sheet “{sheet}” has comments on {count} cells");
    extract.hidden.push(Hidden::data(spot, HiddenKind::Comment, message));
    for (cell, text) in found {
        extract.paragraph(Spot::Cell { sheet: sheet.to_owned(), cell }, text)?;
    }
    Ok(())
}

fn read_comments(package: &mut Package, part: &str, found: &mut Vec<(String, String)>) -> Result<(), Fault> {
    let Some(stream) = package.stream(part)? else { return Ok(()) };
    let mut markup = Markup::new(stream);
    let mut current: Option<(String, String)> = None;
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) if matches!(element.name(), "comment" | "threadedComment") => {
                current = Some((element.attribute("ref").unwrap_or_default().into_owned(), String::new()));
            }
            Token::Text(piece) => {
                if let Some((_, text)) = &mut current {
                    text.push_str(&piece);
                }
            }
            Token::End(end) if matches!(end.name(), "comment" | "threadedComment") => found.extend(current.take()),
            _ => {}
        }
    }
    Ok(())
}

/// Links to other workbooks with what is cached of them, database connections, and names that point elsewhere.
pub(super) fn to_other_files(package: &mut Package, workbook: &Workbook, extract: &mut Extract) -> Result<(), Fault> {
    let links: Vec<_> = workbook.links.iter().filter(|link| link.kind == "externalLink").collect();
    for link in &links {
        let outside = relationships(package, &link.target)?.into_iter().find(|link| link.outside);
        let address = outside.map(|link| link.target).unwrap_or_default();
        let file = address.rsplit(['/', '\\']).next().unwrap_or("").to_owned();
        extract.paragraph(Spot::File, address)?;
        let cached = attribute_or_text(package, &link.target, None)?;
        let message = if cached.is_empty() {
            say!("引用外部文件“{file}”", "refers to another file, “{file}”")
        } else {
            say!(
                "引用外部文件“{file}”，并带有其数据的副本",
                "refers to another file, “{file}”, and holds a copy of its data"
            )
        };
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::ExternalLink, message));
        for text in cached {
            extract.paragraph(Spot::File, text)?;
        }
    }
    if package.has("xl/connections.xml") {
        let message = say!("带有数据库或外部数据连接", "holds connections to a database or other data");
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::ExternalLink, message));
    }
    if links.is_empty() {
        for (name, formula) in workbook.names.iter().filter(|(_, formula)| points_elsewhere(formula)) {
            extract.paragraph(Spot::File, formula.as_str())?;
            let message = say!("名称“{name}”指向其他文件", "the name “{name}” points to another file");
            let severity = Severity::Warning;
            extract.hidden.push(Hidden { spot: Spot::File, what: HiddenKind::ExternalLink, severity, message });
        }
    }
    Ok(())
}

fn points_elsewhere(formula: &str) -> bool {
    let workbook = formula.split_once('[').is_some_and(|(_, rest)| rest.contains(']') && rest.contains('!'));
    workbook || formula.contains("file:") || formula.contains(":\\") || formula.contains("\\\\")
}

/// The copies of their sources that pivot tables keep.
pub(super) fn pivot_caches(package: &mut Package, extract: &mut Extract) -> Result<(), Fault> {
    let caches: Vec<String> = package
        .names()
        .filter(|name| {
            let file = name.rsplit('/').next().unwrap_or("").to_lowercase();
            file.starts_with("pivotcache") && file.ends_with(".xml")
        })
        .map(str::to_owned)
        .collect();
    let mut values = 0;
    for part in &caches {
        for text in attribute_or_text(package, part, Some("v"))? {
            values += 1;
            extract.paragraph(Spot::File, text)?;
        }
    }
    if values > 0 {
        let message = say!(
            "数据透视表带有源数据的副本（{values} 个值）",
            "a pivot table keeps a copy of its source data ({values} values)"
        );
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::PivotCache, message));
    }
    Ok(())
}

/// The values of one attribute all over a part, or its texts.
fn attribute_or_text(package: &mut Package, part: &str, attribute: Option<&str>) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    let Some(stream) = package.stream(part)? else { return Ok(found) };
    let mut markup = Markup::new(stream);
    while let Some(token) = markup.token()? {
        match (token, attribute) {
            (Token::Start(element), Some(name)) if matches!(element.name(), "s" | "n" | "d") => {
                found.extend(element.attribute(name).map(std::borrow::Cow::into_owned));
            }
            (Token::Text(text), None) if !text.trim().is_empty() => found.push(text.into_owned()),
            _ => {}
        }
    }
    Ok(found)
}
