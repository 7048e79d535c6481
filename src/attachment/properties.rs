use super::extract::Extract;
use super::fault::Fault;
use super::hidden::Hidden;
use super::markup::{Markup, Token};
use super::package::Package;
use crate::diag::Spot;
use crate::say;

/// Names that programs and shops write in by themselves; they tell nothing of a person or an office.
const NOBODY: [&str; 26] = [
    "admin",
    "administrator",
    "user",
    "users",
    "guest",
    "root",
    "microsoft",
    "microsoft office user",
    "windows user",
    "windows 用户",
    "微软用户",
    "微软中国",
    "用户",
    "china",
    "openpyxl",
    "python-docx",
    "apache poi",
    "wps",
    "wps office",
    "wps_office",
    "dell",
    "hp",
    "lenovo",
    "asus",
    "un-named",
    "unknown",
];

/// Whether a name of an author is one of those that tell nothing.
pub(super) fn is_nobody(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    name.chars().count() < 2 || NOBODY.contains(&name.as_str())
}

/// Reads the document properties: persons and offices are findings, titles and keywords are text.
pub(super) fn read(package: &mut Package, extract: &mut Extract) -> Result<(), Fault> {
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"] {
        let Some(stream) = package.stream(part)? else { continue };
        let mut markup = Markup::new(stream);
        let mut field = String::new();
        let mut value = String::new();
        while let Some(token) = markup.token()? {
            match token {
                Token::Start(element) => {
                    field = element
                        .attribute("name")
                        .map_or_else(|| element.name().to_owned(), std::borrow::Cow::into_owned);
                    value.clear();
                }
                Token::Text(text) => value.push_str(&text),
                Token::End(end) => {
                    if !value.trim().is_empty() {
                        let field = if end.name() == "user-defined" { field.as_str() } else { end.name() };
                        property(field, value.trim(), part, extract)?;
                    }
                    value.clear();
                }
                Token::Nothing => {}
            }
        }
    }
    Ok(())
}

/// Takes one property by its name in the newer formats.
pub(super) fn property(field: &str, value: &str, part: &str, extract: &mut Extract) -> Result<(), Fault> {
    let role = match field {
        "creator" | "initial-creator" => say!("作者", "author"),
        "lastModifiedBy" => say!("最后修改者", "last modified by"),
        "Company" => say!("单位", "company"),
        "Manager" => say!("经理", "manager"),
        "title" | "subject" | "keywords" | "keyword" | "description" | "category" | "HyperlinkBase" => {
            return extract.paragraph(Spot::File, value);
        }
        _ if part.ends_with("custom.xml") => return extract.paragraph(Spot::File, value),
        _ => return Ok(()),
    };
    if !is_nobody(value) {
        let (zh, en) = (&role.zh, &role.en);
        let message = crate::text::Text {
            zh: format!("文档属性中有{zh}“{value}”"),
            en: format!("the document properties name the {en}: “{value}”"),
        };
        extract.hidden.push(Hidden::name(message));
    }
    extract.paragraph(Spot::File, value)
}
