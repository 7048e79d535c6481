use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token, is_true};
use super::super::package::Package;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of the styles that hide text, those that are based on such a style among them.
pub(super) fn hiding(package: &mut Package, part: &str) -> Result<BTreeSet<String>, Fault> {
    let mut hiding = BTreeSet::new();
    let mut based_on: BTreeMap<String, String> = BTreeMap::new();
    let Some(stream) = package.stream(part)? else { return Ok(hiding) };
    let mut markup = Markup::new(stream);
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
pub(super) fn switched_on(element: &Element) -> bool {
    element.attribute("val").is_none_or(|value| is_true(&value))
}
