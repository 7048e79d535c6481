//! Documents that have no reader here (`.odt`, `.epub`): what they say, to be held against what another program made of
//! them, and their pictures.

use super::fault::Fault;
use super::markup::{Markup, Token};
use super::package::Package;
use crate::say;
use crate::text::Text;

/// What their reader does not see, or what stands around the text.
const UNSEEN: [&str; 7] = ["tracked-changes", "annotation", "head", "script", "style", "title", "desc"];

/// A document that another program must read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign {
    /// All words that its reader sees, hidden ones among them.
    pub words: String,
    /// Whether some of them are hidden.
    pub hides: bool,
    /// Whether a cell of a table goes over several rows or columns.
    pub merges: bool,
    /// Its pictures by their paths inside.
    pub pictures: Vec<(String, Vec<u8>)>,
}

/// Looks into a document.
///
/// # Errors
/// Damage, a password.
pub fn foreign(bytes: &[u8]) -> Result<Foreign, Text> {
    look(bytes).map_err(|fault| match fault {
        Fault::Broken(why) | Fault::TooBig(why) => why,
        Fault::Encrypted => say!("文件有密码，打不开", "the file needs a password"),
    })
}

fn look(bytes: &[u8]) -> Result<Foreign, Fault> {
    let mut package = Package::open(bytes)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.windows(15).any(|window| window == b"encryption-data") || package.has("META-INF/encryption.xml") {
        return Err(Fault::Encrypted);
    }
    let mut found = Foreign::default();
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    for name in names {
        let lower = name.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        if lower == "content.xml" || ends(&[".xhtml", ".html", ".htm"]) {
            let part = package.part(&name)?.unwrap_or_default();
            let is_contents = part.windows(15).any(|window| window == b"epub:type=\"toc\"");
            if !is_contents {
                read(&part, &mut found)?;
            }
        } else if ends(&[".png", ".jpg", ".jpeg", ".gif", ".webp"]) && !lower.starts_with("thumbnails/") {
            let picture = package.part(&name)?.unwrap_or_default();
            found.pictures.push((name, picture));
        }
    }
    Ok(found)
}

fn read(part: &[u8], found: &mut Foreign) -> Result<(), Fault> {
    let mut markup = Markup::new(part);
    let mut unseen = 0_u32;
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => {
                unseen += u32::from(unseen > 0 || UNSEEN.contains(&element.name()));
                found.hides |= element.attribute("display").is_some_and(|value| value == "none" || value == "true");
                let spans = ["number-columns-spanned", "number-rows-spanned", "colspan", "rowspan"];
                found.merges |= spans.iter().any(|name| element.number::<u32>(name).is_some_and(|number| number > 1));
            }
            Token::Text(text) if unseen == 0 => found.words.push_str(&text),
            Token::End(_) => unseen = unseen.saturating_sub(1),
            Token::Text(_) | Token::Nothing => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::package::write;
    use super::*;

    fn look_at(name: &str, text: &str) -> Foreign {
        foreign(&write(&[(name.to_owned(), text.as_bytes().to_vec())]).unwrap()).unwrap()
    }

    #[test]
    fn what_is_seen_is_told_from_what_is_not() {
        let text = "<a xmlns:t=\"t\"><t:tracked-changes><p>删去的话</p></t:tracked-changes><p>甲<t:s/>乙</p><t:title>名</t:title>丙</a>";
        let seen = look_at("content.xml", text);
        assert_eq!((seen.words.as_str(), seen.hides, seen.merges), ("甲乙丙", false, false));
        let hidden =
            "<a><s t:display=\"none\" xmlns:t=\"t\"/><c t:number-columns-spanned=\"2\" xmlns:t=\"t\">甲</c></a>";
        let seen = look_at("content.xml", hidden);
        assert!(seen.hides && seen.merges);
    }

    #[test]
    fn the_contents_of_a_book_are_not_its_words_and_damage_is_told() {
        assert_eq!(look_at("toc.xhtml", "<a><nav epub:type=\"toc\" xmlns:epub=\"e\">目录</nav></a>").words, "");
        assert_eq!(look_at("one.xhtml", "<html><head><title>名</title></head><body>甲</body></html>").words, "甲");
        assert!(foreign(b"PK\x03\x04").is_err());
    }
}
