//! Where items come to lie. Nothing that is there already is touched.

use super::gather::Input;
use super::plan::{Beside, Plan};
use crate::board::Board;
use crate::edit::folder;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The path of each item's file from the board's root, with `/`. Two items of one run never meet.
pub(super) fn places(root: &Path, board: &Board, plans: &[&Plan]) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let place = |plan: &&Plan| {
        let folder = folder(root, board, plan.category.value);
        let folder = folder.strip_prefix(root).unwrap_or(&folder).to_string_lossy().replace('\\', "/");
        let words: String = plan.title.value.chars().filter(|sign| sign.is_alphanumeric()).take(16).collect();
        let stem = format!("{}-{words}", plan.published.value).trim_end_matches('-').to_owned();
        let own = (1..).map(|at| if at == 1 { format!("{folder}/{stem}") } else { format!("{folder}/{stem}-{at}") });
        let own =
            own.take(10_000).find(|path| taken.insert(path.clone())).unwrap_or_else(|| format!("{folder}/{stem}"));
        if plan.files.is_empty() { format!("{own}.md") } else { format!("{own}/index.md") }
    };
    plans.iter().map(place).collect()
}

/// Takes the files that a page names to its item. Says which addresses lead nowhere.
pub(super) fn bring(plan: &mut Plan, input: &Input, pages: &BTreeSet<String>) -> Vec<String> {
    let mut lost = Vec::new();
    for address in plan.named.clone() {
        let Some(path) = input.beside(&address) else { continue };
        if pages.contains(&path) {
            continue;
        }
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        match crate::source::read_in_folder(&input.root, &path) {
            Ok(bytes) if !name.is_empty() => {
                let same = |file: &Beside| file.name == name && file.bytes != bytes;
                let name = if plan.files.iter().any(same) { format!("{}-{name}", plan.files.len() + 1) } else { name };
                plan.body = readdressed(&plan.body, &address, &name);
                if !plan.files.iter().any(|file| file.name == name) {
                    plan.files.push(Beside { name, bytes });
                }
            }
            _ => lost.push(address),
        }
    }
    lost
}

/// Lets links to other pages of the same folder lead to their items. Both paths count from the board's root.
pub(super) fn relink(plan: &mut Plan, input: &Input, own: &str, items: &BTreeMap<String, String>) {
    for address in plan.named.clone() {
        let Some(target) = input.beside(&address).and_then(|path| items.get(&path)) else { continue };
        plan.body = readdressed(&plan.body, &address, &relative(own, target));
    }
}

/// The way from one file to another.
fn relative(from: &str, to: &str) -> String {
    let folders: Vec<&str> = from.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
    let steps: Vec<&str> = to.split('/').collect();
    let shared = folders.iter().zip(&steps).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(folders.len() - shared);
    format!("{up}{}", steps[shared..].join("/"))
}

/// The body with a link's address changed, in Markdown and in tables.
fn readdressed(body: &str, from: &str, to: &str) -> String {
    let bracketed = if to.contains([' ', '(', ')']) { format!("](<{to}>)") } else { format!("]({to})") };
    let escaped = |address: &str| address.replace('&', "&amp;");
    body.replace(&format!("]({from})"), &bracketed)
        .replace(&format!("](<{from}>)"), &bracketed)
        .replace(&format!("href=\"{}\"", escaped(from)), &format!("href=\"{}\"", escaped(to)))
}
