//! Word 2007 and later: text by paragraph, tables, headers, footers, notes, text boxes; and what such a file hides.

mod changes;
mod story;
pub(super) mod styles;
mod tables;

use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::markup::broken;
use super::office::{self, ReadInside};
use super::package::Package;
use super::parts;
use crate::diag::Spot;
use crate::say;
use changes::Changes;
use story::Story;

/// Reads a document.
pub(super) fn read(package: &mut Package, extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    let main = parts::main_part(package)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let links = parts::relationships(package, &main)?;
    let styles = links.iter().find(|link| link.kind == "styles").map(|link| link.target.clone());
    let styles = package.part(styles.as_deref().unwrap_or("word/styles.xml"))?;
    let hiding_styles = styles::hiding(&styles.unwrap_or_default())?;
    let mut changes = Changes::default();
    let Some(stream) = package.stream(&main)? else { return Err(broken("no document")) };
    Story::of_body(&hiding_styles).read(stream, extract, &mut changes)?;
    for link in &links {
        match link.kind.as_str() {
            "header" | "footer" | "footnotes" | "endnotes" | "glossaryDocument" if !link.outside => {
                if let Some(stream) = package.stream(&link.target)? {
                    Story::beside(&hiding_styles).read(stream, extract, &mut changes)?;
                }
            }
            "comments" if !link.outside => comments(package, &link.target, extract)?,
            "aFChunk" if !link.outside => {
                if let Some(bytes) = package.part(&link.target)? {
                    extract.embed(&link.target, inside(&link.target, &bytes))?;
                }
            }
            "hyperlink" if link.outside => extract.paragraph(Spot::File, link.target.as_str())?,
            _ => {}
        }
    }
    changes.report(extract);
    office::look(package, extract, inside)
}

fn comments(package: &mut Package, part: &str, extract: &mut Extract) -> Result<(), Fault> {
    let Some(stream) = package.stream(part)? else { return Ok(()) };
    let before = extract.passages().count();
    let none = std::collections::BTreeSet::new();
    let count = Story::beside(&none).read(stream, extract, &mut Changes::default())?.comments;
    if count > 0 || extract.passages().count() > before {
        let message = say!("文档有 {count} 条批注", "the document has {count} comments");
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Comment, message));
    }
    Ok(())
}
