//! Word 2007 and later.

use super::super::fault::Fault;
use super::super::markup::{Markup, Token, broken};
use super::super::package::Package;
use super::super::parts;
use super::block::{Blocks, Set};
use super::inline::harmless;
use super::numbering::Numbering;
use super::story::Story;
use super::styles::Styles;
use crate::say;

/// Reads a document.
pub(super) fn read(package: &mut Package, blocks: &mut Blocks) -> Result<(), Fault> {
    let main = parts::main_part(package)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let links = parts::relationships(package, &main)?;
    let part =
        |kind: &str| links.iter().find(|link| link.kind == kind && !link.outside).map(|link| link.target.clone());
    let styles = match part("styles") {
        Some(part) => Styles::of(&package.part(&part)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let numbering = match part("numbering") {
        Some(part) => Numbering::of(&package.part(&part)?.unwrap_or_default())?,
        None => Numbering::default(),
    };
    let Some(stream) = package.stream(&main)? else { return Err(broken("no document")) };
    let found = Story::of(styles, numbering, &links, blocks).read(stream)?;
    for (target, name) in found.pictures {
        if let Some(bytes) = package.part(&target)? {
            blocks.pictures.push((name, bytes));
        }
    }
    let (deleted, hidden) = (found.deleted, found.hidden);
    if deleted > 0 {
        blocks
            .left_out
            .push(say!("修订中已删除的文字没有导入（{deleted} 处）", "deleted text of tracked changes ({deleted})"));
    }
    if hidden > 0 {
        blocks.left_out.push(say!("隐藏的文字没有导入（{hidden} 处）", "hidden text ({hidden} places)"));
    }
    for link in links.iter().filter(|link| !link.outside) {
        let Some(words) = package.stream(&link.target)?.map(paragraphs).filter(|_| is_text(&link.kind)) else {
            continue;
        };
        let words = words?;
        match link.kind.as_str() {
            "footnotes" | "endnotes" => {
                for note in words {
                    blocks.paragraph(&format!("注：{note}"), Set::default());
                }
            }
            "comments" if !words.is_empty() => {
                let count = words.len();
                blocks.left_out.push(say!("批注没有导入（{count} 段）", "comments ({count} paragraphs)"));
            }
            "header" | "footer" => {
                let words: Vec<String> = words.into_iter().filter(|line| !is_page_number(line)).collect();
                if !words.is_empty() {
                    let words = words.join(" ");
                    blocks.left_out.push(say!("页眉页脚没有导入：{words}", "header or footer: {words}"));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_text(kind: &str) -> bool {
    matches!(kind, "footnotes" | "endnotes" | "comments" | "header" | "footer")
}

/// `— 3 —`, `第 3 页 共 5 页`.
fn is_page_number(line: &str) -> bool {
    line.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace() || "-—–－·第页共/Pageof".contains(sign))
}

/// The paragraphs of a part, as plain text.
fn paragraphs(stream: impl std::io::BufRead) -> Result<Vec<String>, Fault> {
    let mut markup = Markup::new(stream);
    let (mut text, mut taking, mut found) = (String::new(), false, Vec::new());
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => taking = element.name() == "t",
            Token::Text(piece) if taking => text.push_str(&harmless(&piece)),
            Token::End(end) => {
                taking = false;
                let words = text.trim().to_owned();
                if end.name() == "p" {
                    text.clear();
                    if !words.is_empty() {
                        found.push(words);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(found)
}
