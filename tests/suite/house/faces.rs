use super::Breach;
use super::code::File;
use std::collections::BTreeSet;

/// Finds files that name the face of a folder they lie in. Inside a room one names the file that defines the thing;
/// a face that its own files import from stands in a circle.
pub(super) fn named_from_inside(files: &[File]) -> Vec<Breach> {
    let modules: BTreeSet<&[String]> = files.iter().map(|file| file.module.as_slice()).collect();
    let mut breaches = Vec::new();
    for file in files {
        for name in &file.names {
            let Some(target) = defining(&modules, &name.parts) else { continue };
            if target.len() > 1 && target.len() < file.module.len() && file.module.starts_with(target) {
                let what =
                    format_args!("names its own face as {}; name the file instead", name.parts.join("::")).to_string();
                breaches.push(Breach::new(&file.path, name.line, what));
            }
        }
    }
    breaches
}

/// The module of the file that a name leads to: its longest beginning that is a file or a folder of ours.
pub(super) fn defining<'a>(modules: &BTreeSet<&[String]>, parts: &'a [String]) -> Option<&'a [String]> {
    (1..=parts.len()).rev().map(|length| &parts[..length]).find(|beginning| modules.contains(beginning))
}

#[cfg(test)]
mod tests {
    use super::super::{house, said};
    use super::*;

    const FACE: (&str, &str) = ("src/board/mod.rs", "mod item; mod model; pub use item::Item; pub use model::Board;");

    #[test]
    fn a_file_that_names_its_own_face_is_caught() {
        for import in ["use super::Item;", "use crate::board::Item;", "use super::*;", "fn f(item: super::Item) {}"] {
            let files = house([FACE, ("src/board/item.rs", ""), ("src/board/model.rs", import)]);
            assert_eq!(named_from_inside(&files).len(), 1, "{import}");
        }
    }

    #[test]
    fn the_face_further_up_is_caught_too() {
        let files = house([
            ("src/check/mod.rs", "mod contract; mod content; pub use contract::Check;"),
            ("src/check/contract.rs", ""),
            ("src/check/content/mod.rs", "mod broken_link;"),
            ("src/check/content/broken_link.rs", "use crate::check::Check;"),
        ]);
        assert_eq!(
            said(&named_from_inside(&files)),
            ["src/check/content/broken_link.rs:1 names its own face as crate::check::Check; name the file instead"]
        );
    }

    #[test]
    fn naming_the_file_or_a_neighbour_is_allowed() {
        let files = house([
            FACE,
            ("src/board/item.rs", "use crate::text::Span; #[cfg(test)] mod tests { use super::*; }"),
            ("src/board/model.rs", "use super::item::Item; use crate::board::item::Kind;"),
        ]);
        assert_eq!(said(&named_from_inside(&files)), [""; 0]);
    }
}
