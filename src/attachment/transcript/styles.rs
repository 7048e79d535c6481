//! What the styles of a document make of its paragraphs.

use super::super::docx::styles::{hiding, switched_on};
use super::super::fault::Fault;
use super::super::markup::{Markup, Token};
use std::collections::{BTreeMap, BTreeSet};

/// What a style makes of its paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) name: String,
    pub(super) level: Option<usize>,
    pub(super) list: Option<(String, u32)>,
    pub(super) centred: Option<bool>,
    pub(super) size: Option<u32>,
    based_on: String,
}

/// The styles of a document by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    hiding: BTreeSet<String>,
}

impl Styles {
    pub(super) fn of(part: &[u8]) -> Result<Self, Fault> {
        let mut styles: BTreeMap<String, Style> = BTreeMap::new();
        let mut markup = Markup::new(part);
        let mut id = String::new();
        while let Some(token) = markup.token()? {
            let Token::Start(element) = token else { continue };
            let val = || element.attribute("val").unwrap_or_default().into_owned();
            if element.name() == "style" {
                id = element.attribute("styleId").unwrap_or_default().into_owned();
                styles.insert(id.clone(), Style::default());
                continue;
            }
            let Some(style) = styles.get_mut(&id) else { continue };
            match element.name() {
                "name" => style.name = val().to_lowercase(),
                "basedOn" => style.based_on = val(),
                "outlineLvl" => style.level = outline_level(&val()),
                "numId" => style.list = Some((val(), style.list.as_ref().map_or(0, |list| list.1))),
                "ilvl" => {
                    let list = style.list.take().map_or_else(String::new, |list| list.0);
                    style.list = Some((list, val().parse().unwrap_or(0)));
                }
                "jc" => style.centred = Some(val() == "center"),
                "sz" => style.size = val().parse().ok(),
                _ => {}
            }
        }
        for style in styles.values_mut() {
            let named = style.name.strip_prefix("heading ").or_else(|| style.name.strip_prefix("标题 "));
            style.level = named.and_then(|level| level.trim().parse().ok()).or(style.level);
        }
        Ok(Self { styles, hiding: hiding(part)? })
    }

    /// A style with what it has from the styles that it is based on.
    pub(super) fn of_paragraph(&self, id: &str) -> Style {
        let mut style = self.styles.get(id).cloned().unwrap_or_default();
        let mut base = style.based_on.clone();
        for _ in 0..10 {
            let Some(below) = self.styles.get(&base) else { break };
            style.level = style.level.or(below.level);
            style.centred = style.centred.or(below.centred);
            style.size = style.size.or(below.size);
            style.list = style.list.or_else(|| below.list.clone());
            base.clone_from(&below.based_on);
        }
        style
    }

    /// Whether a style hides its text.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.hiding.contains(id)
    }
}

/// A level from 1; the ninth level of Word is running text.
pub(super) fn outline_level(written: &str) -> Option<usize> {
    written.parse::<usize>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

/// For elements such as `w:vanish`.
pub(super) fn on(element: &super::super::markup::Element) -> bool {
    switched_on(element)
}
