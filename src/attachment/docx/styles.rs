use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token, is_true};
use std::collections::{BTreeMap, BTreeSet};

/// The ids of the styles that hide text, those that are based on such a style among them.
pub(in super::super) fn hiding(part: &[u8]) -> Result<BTreeSet<String>, Fault> {
    let mut hiding = BTreeSet::new();
    let mut based_on: BTreeMap<String, String> = BTreeMap::new();
    let mut markup = Markup::new(part);
    let mut style = String::new();
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => match element.name() {
                "style" => style = element.attribute("styleId").unwrap_or_default().into_owned(),
                "basedOn" => {
                    based_on.insert(style.clone(), element.attribute("val").unwrap_or_default().into_owned());
                }
                "vanish" if !style.is_empty() && switched_on(&element) => {
                    hiding.insert(style.clone());
                }
                _ => {}
            },
            Token::End(end) if end.name() == "style" => style.clear(),
            _ => {}
        }
    }
    // As many rounds as styles can be based on each other; a circle adds nothing.
    while let Some(more) = based_on.iter().find(|(style, base)| hiding.contains(*base) && !hiding.contains(*style)) {
        hiding.insert(more.0.clone());
    }
    Ok(hiding)
}

/// Whether a switch such as `w:vanish` is on: it is, unless it says that it is not.
pub(in super::super) fn switched_on(element: &Element) -> bool {
    element.attribute("val").is_none_or(|value| is_true(&value))
}
