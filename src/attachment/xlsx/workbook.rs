use super::super::fault::Fault;
use super::super::limits;
use super::super::markup::{Markup, Token, broken};
use super::super::package::Package;
use super::super::parts::{Relationship, relationships};
use super::super::worksheet::Visibility;
use crate::say;

/// The table of contents of a workbook.
pub(in super::super) struct Workbook {
    pub(in super::super) sheets: Vec<SheetEntry>,
    pub(in super::super) links: Vec<Relationship>,
    /// Defined names and what they refer to.
    pub(in super::super) names: Vec<(String, String)>,
    pub(in super::super) since_1904: bool,
}

/// One sheet in the table of contents.
pub(in super::super) struct SheetEntry {
    pub(in super::super) name: String,
    pub(in super::super) visibility: Visibility,
    pub(in super::super) part: Option<String>,
}

pub(in super::super) fn read(package: &mut Package, main: &str) -> Result<Workbook, Fault> {
    let links = relationships(package, main)?;
    let mut workbook = Workbook { sheets: Vec::new(), links, names: Vec::new(), since_1904: false };
    let Some(stream) = package.stream(main)? else { return Err(broken("no workbook")) };
    let mut markup = Markup::new(stream);
    let mut name = None;
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => match element.name() {
                "workbookPr" => workbook.since_1904 = element.flag("date1904"),
                "sheet" => {
                    let id = element
                        .attributes()
                        .find(|(key, value)| *key == "id" && workbook.links.iter().any(|link| link.id == **value));
                    let target = id.and_then(|(_, id)| workbook.links.iter().find(|link| link.id == id));
                    let part = target.map(|link| link.target.clone());
                    workbook.sheets.push(SheetEntry {
                        name: element.attribute("name").unwrap_or_default().into_owned(),
                        visibility: match element.attribute("state").as_deref() {
                            Some("hidden") => Visibility::Hidden,
                            Some("veryHidden") => Visibility::VeryHidden,
                            _ => Visibility::Visible,
                        },
                        part,
                    });
                    if workbook.sheets.len() > limits::SHEETS {
                        let limit = limits::SHEETS;
                        return Err(Fault::TooBig(say!("工作表超过 {limit} 张", "more than {limit} sheets")));
                    }
                }
                "definedName" => {
                    name = Some((element.attribute("name").unwrap_or_default().into_owned(), String::new()));
                }
                _ => {}
            },
            Token::Text(text) => {
                if let Some((_, formula)) = &mut name {
                    formula.push_str(&text);
                }
            }
            Token::End(end) if end.name() == "definedName" => workbook.names.extend(name.take()),
            _ => {}
        }
    }
    Ok(workbook)
}
