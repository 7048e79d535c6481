use super::fault::Fault;
use super::markup::{Markup, Token};
use super::package::Package;

/// A link from one part of an Office package to another part, or to the outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relationship {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `comments`, `hyperlink`.
    pub(super) kind: String,
    /// The name of the part, or the address outside.
    pub(super) target: String,
    pub(super) outside: bool,
}

/// The relationships of a part; of the package itself where `part` is empty.
pub(super) fn relationships(package: &mut Package, part: &str) -> Result<Vec<Relationship>, Fault> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut found = Vec::new();
    let Some(stream) = package.stream(&name)? else { return Ok(found) };
    let mut markup = Markup::new(stream);
    while let Some(token) = markup.token()? {
        let Token::Start(element) = token else { continue };
        if element.name() != "Relationship" {
            continue;
        }
        let attribute = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
        let outside = element.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
        let target = attribute("Target");
        let kind = attribute("Type");
        found.push(Relationship {
            id: attribute("Id"),
            kind: kind.rsplit('/').next().unwrap_or("").to_owned(),
            target: if outside { target } else { resolve(folder, &target) },
            outside,
        });
    }
    Ok(found)
}

/// The part that a target names, seen from a folder.
pub(super) fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            name => steps.push(name),
        }
    }
    steps.join("/")
}

/// The main part of an Office package.
pub(super) fn main_part(package: &mut Package) -> Result<Option<String>, Fault> {
    let links = relationships(package, "")?;
    Ok(links.into_iter().find(|link| link.kind == "officeDocument" && !link.outside).map(|link| link.target))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn a_target_is_found_from_its_folder() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolve("xl", "/xl/comments/comment1.xml"), "xl/comments/comment1.xml");
        assert_eq!(resolve("xl", "../../../../etc"), "etc");
    }
}
