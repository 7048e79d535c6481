use super::Breach;
use super::code::File;
use super::faces::defining;
use std::collections::{BTreeMap, BTreeSet};

/// Finds files that import each other, directly or by way of others. Faces count as files: what a face passes on, it
/// imports. Test code does not count, nor does a face named from inside: that is told by the rule on faces.
pub(super) fn found(files: &[File]) -> Vec<Breach> {
    let modules: BTreeSet<&[String]> = files.iter().map(|file| file.module.as_slice()).collect();
    let mut imports: BTreeMap<&[String], BTreeSet<&[String]>> = BTreeMap::new();
    for file in files {
        for name in file.names.iter().filter(|name| !name.in_test) {
            let target = defining(&modules, &name.parts).filter(|target| !file.module.starts_with(target));
            imports.entry(&file.module).or_default().extend(target);
        }
    }
    let mut breaches = Vec::new();
    let mut told = BTreeSet::new();
    for file in files {
        let Some(way) = way_back(&imports, &file.module) else { continue };
        if told.insert(way.iter().copied().collect::<BTreeSet<_>>()) {
            let names: Vec<String> = way.iter().map(|module| module[1..].join("/")).collect();
            breaches.push(Breach::new(&file.path, 1, format_args!("stands in a circle: {}", names.join(" > "))));
        }
    }
    breaches
}

/// The shortest way from a module back to itself.
fn way_back<'a>(
    imports: &BTreeMap<&'a [String], BTreeSet<&'a [String]>>,
    start: &'a [String],
) -> Option<Vec<&'a [String]>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in imports.get(way.last()?).into_iter().flatten() {
                let further = [way.as_slice(), &[*next]].concat();
                if *next == start {
                    return Some(further);
                }
                if seen.insert(*next) {
                    longer.push(further);
                }
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{house, said};
    use super::*;

    #[test]
    fn two_files_that_import_each_other_are_caught_once() {
        let files = house([
            ("src/board/mod.rs", "mod item; mod model; pub use item::Item;"),
            ("src/board/item.rs", "use super::model::Board;"),
            ("src/board/model.rs", "use super::item::Item;"),
        ]);
        assert_eq!(
            said(&found(&files)),
            ["src/board/item.rs:1 stands in a circle: board/item > board/model > board/item"]
        );
    }

    #[test]
    fn a_circle_of_three_by_way_of_a_face_is_caught() {
        let files = house([
            ("src/check/mod.rs", "mod contract; mod registry; mod content;"),
            ("src/check/contract.rs", "use super::registry::all;"),
            ("src/check/registry.rs", "use crate::check::content::BrokenLink;"),
            ("src/check/content/mod.rs", "mod link; pub use link::BrokenLink;"),
            ("src/check/content/link.rs", "use crate::check::contract::Check;"),
        ]);
        assert_eq!(
            said(&found(&files)),
            ["src/check/contract.rs:1 stands in a circle: \
              check/contract > check/registry > check/content > check/content/link > check/contract"]
        );
    }

    #[test]
    fn a_face_that_passes_things_on_is_no_circle() {
        let files = house([
            ("src/board/mod.rs", "mod item; mod model; pub use item::Item; pub use model::Board;"),
            ("src/board/item.rs", "#[cfg(test)] mod tests { use super::super::model::Board; }"),
            ("src/board/model.rs", "use super::item::Item;"),
        ]);
        assert_eq!(said(&found(&files)), [""; 0]);
    }
}
