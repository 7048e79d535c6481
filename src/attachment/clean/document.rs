use super::super::docx::styles::{hiding, switched_on};
use super::super::fault::Fault;
use super::super::markup::{Markup, Token};
use super::super::rewrite::Step;
use super::contents::Contents;
use super::counter::Counter;
use std::collections::BTreeSet;

/// Takes out of a document what it need not show; insertions stay, deletions go.
pub(super) fn clean(contents: &mut Contents) -> Result<(), Fault> {
    contents.remove(|name| {
        let Some(name) = name.strip_prefix("word/") else { return false };
        ["comments", "people", "glossary/", "vbaproject", "vbadata"].iter().any(|start| name.starts_with(start))
    });
    let styles = contents.named(|name| name == "word/styles.xml");
    let hiding_styles = match styles.first() {
        Some(part) => hiding(contents.part(part))?,
        None => BTreeSet::new(),
    };
    let is_story = |name: &str| {
        let stories = ["document", "header", "footer", "footnotes", "endnotes"];
        name.strip_prefix("word/").is_some_and(|name| {
            !name.contains('/') && name.ends_with(".xml") && stories.iter().any(|start| name.starts_with(start))
        })
    };
    for part in contents.named(is_story) {
        let gone = Gone::read(contents.part(&part), &hiding_styles)?;
        let (mut runs, mut rows) = (Counter::default(), Counter::default());
        contents.rewrite(&part, &mut |element| match element.name() {
            "r" if gone.runs.contains(&runs.count()) => Step::Drop,
            "tr" if gone.rows.contains(&rows.count()) => Step::Drop,
            "ins" | "moveTo" => Step::Unwrap,
            name if is_trace(name) => Step::Drop,
            _ => Step::Keep,
        })?;
    }
    for part in contents.named(|name| name == "word/settings.xml") {
        contents.rewrite(&part, &mut |element| match element.name() {
            "trackRevisions" | "attachedTemplate" | "rsids" | "docVars" | "mailMerge" => Step::Drop,
            _ => Step::Keep,
        })?;
    }
    Ok(())
}

/// Whether an element records a change or belongs to a comment.
fn is_trace(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "cellIns" | "cellMerge" | "numberingChange" | "commentReference" | "annotationRef"
    ) || name.ends_with("PrChange")
        || name.ends_with("PrExChange")
        || name == "tblGridChange"
        || name.starts_with("commentRange")
        || name.starts_with("moveFromRange")
        || name.starts_with("moveToRange")
        || (name.starts_with("customXml") && name.contains("Range"))
}

/// The runs that are hidden and the rows that are deleted, by their places.
#[derive(Default)]
struct Gone {
    runs: BTreeSet<usize>,
    rows: BTreeSet<usize>,
}

impl Gone {
    fn read(part: &[u8], hiding_styles: &BTreeSet<String>) -> Result<Self, Fault> {
        let mut gone = Self::default();
        let mut markup = Markup::new(part);
        let (mut run_count, mut row_count) = (0, 0);
        // Runs and rows that are open: a text box in a run holds further ones.
        let (mut runs, mut rows): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut hiding_paragraphs: Vec<bool> = Vec::new();
        let (mut in_paragraph_properties, mut in_row_properties) = (false, false);
        while let Some(token) = markup.token()? {
            match token {
                Token::Start(element) => {
                    let hides = || element.attribute("val").is_some_and(|style| hiding_styles.contains(&*style));
                    match element.name() {
                        "p" => hiding_paragraphs.push(false),
                        "pPr" => in_paragraph_properties = true,
                        "trPr" => in_row_properties = true,
                        "pStyle" if hides() => {
                            if let Some(hidden) = hiding_paragraphs.last_mut() {
                                *hidden = true;
                            }
                        }
                        "r" => {
                            if hiding_paragraphs.last() == Some(&true) {
                                gone.runs.insert(run_count);
                            }
                            runs.push(run_count);
                            run_count += 1;
                        }
                        "tr" => {
                            rows.push(row_count);
                            row_count += 1;
                        }
                        "rStyle" if hides() => gone.runs.extend(runs.last()),
                        "vanish" if !in_paragraph_properties => {
                            if let Some(run) = runs.last() {
                                if switched_on(&element) {
                                    gone.runs.insert(*run);
                                } else {
                                    gone.runs.remove(run);
                                }
                            }
                        }
                        "del" if in_row_properties => gone.rows.extend(rows.last()),
                        _ => {}
                    }
                }
                Token::End(end) => match end.name() {
                    "p" => _ = hiding_paragraphs.pop(),
                    "pPr" => in_paragraph_properties = false,
                    "trPr" => in_row_properties = false,
                    "r" => _ = runs.pop(),
                    "tr" => _ = rows.pop(),
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(gone)
    }
}
