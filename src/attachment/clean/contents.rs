use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token, broken};
use super::super::package::Package;
use super::super::parts::resolve;
use super::super::rewrite::{Step, rewrite};
use std::collections::{BTreeMap, BTreeSet};

const CORE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#;
const APP: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#;

/// All parts of a package, to be changed.
pub(super) struct Contents {
    parts: BTreeMap<String, Vec<u8>>,
    /// Lower-case names of the parts that were taken out.
    removed: BTreeSet<String>,
}

impl Contents {
    /// Unpacks a package, and empties what it says of its author.
    pub(super) fn open(package: &mut Package) -> Result<Self, Fault> {
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        let mut parts = BTreeMap::new();
        for name in names {
            if let Some(content) = package.part(&name)? {
                parts.insert(name, content);
            }
        }
        let mut contents = Self { parts, removed: BTreeSet::new() };
        for (name, empty) in [("docProps/core.xml", CORE), ("docProps/app.xml", APP)] {
            if let Some(part) = contents.parts.get_mut(name) {
                *part = empty.as_bytes().to_vec();
            }
        }
        contents.remove(|name| {
            name == "docprops/custom.xml" || name.starts_with("docprops/thumbnail") || name.starts_with("customxml/")
        });
        Ok(contents)
    }

    /// Takes out the parts whose lower-case name fits.
    pub(super) fn remove(&mut self, fits: impl Fn(&str) -> bool) {
        let gone: Vec<String> = self.parts.keys().filter(|name| fits(&name.to_lowercase())).cloned().collect();
        for name in gone {
            self.parts.remove(&name);
            self.removed.insert(name.to_lowercase());
        }
    }

    /// The names of the parts that are left and whose lower-case name fits.
    pub(super) fn named(&self, fits: impl Fn(&str) -> bool) -> Vec<String> {
        self.parts.keys().filter(|name| fits(&name.to_lowercase())).cloned().collect()
    }

    pub(super) fn part(&self, name: &str) -> &[u8] {
        self.parts.get(name).map_or(&[], Vec::as_slice)
    }

    /// Rewrites one part.
    pub(super) fn rewrite(&mut self, name: &str, decide: &mut dyn FnMut(&Element) -> Step) -> Result<(), Fault> {
        if let Some(part) = self.parts.get_mut(name) {
            *part = rewrite(part, decide)?;
        }
        Ok(())
    }

    /// Takes the links to what was taken out from every list of links and from the list of types.
    pub(super) fn finish(mut self) -> Result<Vec<(String, Vec<u8>)>, Fault> {
        let removed = self.removed.clone();
        // The links of a part that is gone go with it.
        self.remove(|name| owner(name).is_some_and(|owner| removed.contains(&owner)));
        for name in self.named(|name| name.ends_with(".rels")) {
            let owner = owner(&name).unwrap_or_default();
            let folder = owner.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
            self.rewrite(&name, &mut |element| {
                let target = element.attribute("Target").unwrap_or_default();
                let kind = element.attribute("Type").unwrap_or_default();
                let outside = element.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
                let leads_away = outside && !kind.ends_with("/hyperlink") && !kind.ends_with("/image");
                let dangling = !outside && removed.contains(&resolve(&folder, &target).to_lowercase());
                if element.name() == "Relationship" && (leads_away || dangling) { Step::Drop } else { Step::Keep }
            })?;
        }
        if !self.parts.contains_key("[Content_Types].xml") {
            return Err(broken("no list of types"));
        }
        self.rewrite("[Content_Types].xml", &mut |element| {
            let part = element.attribute("PartName").unwrap_or_default();
            if removed.contains(&part.trim_start_matches('/').to_lowercase()) {
                return Step::Drop;
            }
            match element.attribute("ContentType").as_deref().and_then(without_macros) {
                Some(plain) => Step::Replace(format!(r#"<Override PartName="{part}" ContentType="{plain}"/>"#)),
                None => Step::Keep,
            }
        })?;
        Ok(self.parts.into_iter().collect())
    }
}

/// The part whose links a list of links holds: `xl/_rels/workbook.xml.rels` is that of `xl/workbook.xml`.
fn owner(name: &str) -> Option<String> {
    let (folder, file) = name.rsplit_once("_rels/")?;
    Some(format!("{folder}{}", file.strip_suffix(".rels")?).to_lowercase())
}

/// The type of a file without macros for that of one with macros.
fn without_macros(kind: &str) -> Option<&'static str> {
    match kind {
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        | "application/vnd.ms-excel.template.macroEnabled.main+xml" => {
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        }
        "application/vnd.ms-word.document.macroEnabled.main+xml"
        | "application/vnd.ms-word.template.macroEnabledTemplate.main+xml" => {
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
        }
        _ => None,
    }
}

/// The places, among all elements of one name, of those that directly hold a text that fits.
pub(super) fn holding(part: &[u8], name: &str, fits: impl Fn(&str) -> bool) -> Result<BTreeSet<usize>, Fault> {
    let mut found = BTreeSet::new();
    let mut markup = Markup::new(part);
    let (mut count, mut text) = (0, None);
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) if element.name() == name => text = Some(String::new()),
            Token::Text(piece) => {
                if let Some(text) = &mut text {
                    text.push_str(&piece);
                }
            }
            Token::End(end) if end.name() == name => {
                if text.take().is_some_and(|text| fits(&text)) {
                    found.insert(count);
                }
                count += 1;
            }
            _ => {}
        }
    }
    Ok(found)
}
