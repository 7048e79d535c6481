use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::markup::{Markup, Token};
use super::super::number_format::NumberFormat;
use super::super::package::Package;
use std::collections::BTreeMap;

/// The texts that cells share, without the reading aids above Chinese characters.
pub(super) fn shared_strings(
    package: &mut Package,
    part: Option<String>,
    extract: &mut Extract,
) -> Result<Vec<String>, Fault> {
    let mut strings = Vec::new();
    let part = part.unwrap_or_else(|| "xl/sharedStrings.xml".to_owned());
    let Some(stream) = package.stream(&part)? else { return Ok(strings) };
    let mut markup = Markup::new(stream);
    let mut string = String::new();
    let (mut in_text, mut in_phonetic) = (false, false);
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => match element.name() {
                "t" => in_text = true,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Token::Text(text) if in_text && !in_phonetic => string.push_str(&text),
            Token::End(end) => match end.name() {
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                "si" => {
                    extract.spend(string.len())?;
                    string.shrink_to_fit();
                    strings.push(std::mem::take(&mut string));
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(strings)
}

/// The number format of each cell style.
pub(super) fn number_formats(package: &mut Package, part: Option<String>) -> Result<Vec<NumberFormat>, Fault> {
    let mut formats = Vec::new();
    let part = part.unwrap_or_else(|| "xl/styles.xml".to_owned());
    let Some(stream) = package.stream(&part)? else { return Ok(formats) };
    let mut markup = Markup::new(stream);
    let mut codes: BTreeMap<u32, NumberFormat> = BTreeMap::new();
    let mut in_cell_styles = false;
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => match element.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (element.number("numFmtId"), element.attribute("formatCode")) {
                        codes.entry(id).or_insert_with(|| NumberFormat::parse(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = element.number("numFmtId").unwrap_or(0);
                    formats.push(codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id)));
                }
                _ => {}
            },
            Token::End(end) if end.name() == "cellXfs" => in_cell_styles = false,
            _ => {}
        }
    }
    Ok(formats)
}
