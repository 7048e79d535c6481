//! The house test. It reads every Rust file and holds it against the tables in `plan.rs`: which room lies above which,
//! and which file is the only door to a package. The rules take their files as values, so each is also shown to catch
//! a planted fault.

mod arrows;
mod circles;
mod code;
mod doors;
mod faces;
mod packages;
mod papers;
mod plan;
mod shape;
mod supply;

use code::File;
use std::fmt::Display;
use std::path::Path;
use std::{fs, io};

/// One place where the house is not as planned.
#[derive(Debug, PartialEq, Eq)]
struct Breach {
    path: String,
    line: usize,
    what: String,
}

impl Breach {
    fn new(path: &str, line: usize, what: impl Display) -> Self {
        Self { path: path.to_owned(), line, what: what.to_string() }
    }
}

#[test]
fn imports_run_downhill() {
    hold(&arrows::climbing(&source()));
}

#[test]
fn every_room_is_in_the_plan() {
    hold(&arrows::unplanned(&source()));
}

#[test]
fn no_file_names_the_face_of_its_own_room() {
    hold(&faces::named_from_inside(&source()));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    hold(&circles::found(&source()));
}

#[test]
fn every_package_is_used_behind_its_door_only() {
    hold(&doors::bypassed(&source()));
}

#[test]
fn at_every_door_of_a_package_somebody_stands() {
    assert_eq!(doors::deserted(&source()), [""; 0]);
    let all = doors::deserted(&house([("src/text/digest.rs", "use sha2::Sha256;")]));
    assert!(
        !all.contains(&"sha2 at text/digest.rs".to_owned()) && all.contains(&"rayon at parallel/cores.rs".to_owned())
    );
}

#[test]
fn every_package_of_the_manifest_has_a_door_or_is_free() {
    hold(&packages::without_door(&text("Cargo.toml")));
}

#[test]
fn every_package_and_every_room_has_its_row_in_the_papers() {
    let manifest = text("Cargo.toml");
    let packages = packages::dependencies(&manifest).map(|(_, package)| package);
    hold(&papers::missing("docs/dependencies.md", &text("docs/dependencies.md"), packages));
    let rooms = plan::ROOMS.iter().copied().flatten().copied().filter(|room| *room != "main");
    hold(&papers::missing("docs/architecture.md", &text("docs/architecture.md"), rooms));
}

#[test]
fn files_are_short_and_well_named() {
    let mut files = source();
    files.extend(read("tests"));
    hold(&shape::odd(&files));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn source() -> Vec<File> {
    let files = read("src");
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the source was not found");
    files
}

fn read(folder: &str) -> Vec<File> {
    fn walk(folder: &Path, files: &mut Vec<File>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() && !path.ends_with("node_modules") {
                walk(&path, files)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.push(File::new(&name, &fs::read_to_string(&path)?));
            }
        }
        Ok(())
    }
    let mut files = Vec::new();
    walk(&root().join(folder), &mut files).expect("the folder is read");
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn hold(breaches: &[Breach]) {
    let lines: Vec<String> =
        breaches.iter().map(|breach| format!("{}:{}: {}", breach.path, breach.line, breach.what)).collect();
    assert!(lines.is_empty(), "{} breach(es) of the house rules:\n{}", lines.len(), lines.join("\n"));
}

/// Files written in a test: pairs of path and text.
#[cfg(test)]
fn house<const N: usize>(files: [(&str, &str); N]) -> Vec<File> {
    files.into_iter().map(|(path, text)| File::new(path, text)).collect()
}

/// What the breaches say, for comparison in the rules' own tests.
#[cfg(test)]
fn said(breaches: &[Breach]) -> Vec<String> {
    breaches.iter().map(|breach| format!("{}:{} {}", breach.path, breach.line, breach.what)).collect()
}
