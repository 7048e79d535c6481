use super::Breach;
use super::code::File;
use super::plan::DOORS;

/// Finds packages, and parts of the standard library, that are named outside their door. Test code is free.
pub(super) fn bypassed(files: &[File]) -> Vec<Breach> {
    let tests: Vec<&Vec<String>> = files.iter().flat_map(|file| &file.test_modules).collect();
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| !tests.iter().any(|test| file.module.starts_with(test))) {
        for name in file.names.iter().filter(|name| !name.in_test) {
            // The standard library's macros may be called by their full name.
            let path = name.parts.join("::").replace("std::print", "print").replace("std::eprint", "eprint");
            let shut = DOORS
                .iter()
                .find(|(thing, doors)| leads_to(&path, thing) && !doors.iter().any(|door| is_at(file.inside(), door)));
            if let Some((thing, doors)) = shut {
                let what = format_args!("{thing} is used outside its door ({})", doors.join(", ")).to_string();
                breaches.push(Breach::new(&file.path, name.line, what));
            }
        }
    }
    breaches
}

/// The doors of packages at which nobody stands: no file there names the package any more.
pub(super) fn deserted(files: &[File]) -> Vec<String> {
    let packages = DOORS.iter().filter(|(thing, _)| !thing.contains(['!', ':']));
    let doors = packages.flat_map(|(package, doors)| doors.iter().map(move |door| (*package, *door)));
    let stands = |file: &File, package: &str| file.names.iter().any(|name| leads_to(&name.parts.join("::"), package));
    let left =
        doors.filter(|(package, door)| !files.iter().any(|file| is_at(file.inside(), door) && stands(file, package)));
    left.map(|(package, door)| format!("{package} at {door}")).collect()
}

fn leads_to(path: &str, thing: &str) -> bool {
    path.strip_prefix(thing).is_some_and(|rest| rest.is_empty() || rest.starts_with(['!', ':']))
}

fn is_at(file: &str, door: &str) -> bool {
    match door.split_once('*') {
        Some((start, end)) => file
            .strip_prefix(start)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|between| !between.contains('/')),
        None => file == door || (door.ends_with('/') && file.starts_with(door)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{house, said};
    use super::*;

    fn caught(path: &str, text: &str) -> Vec<String> {
        said(&bypassed(&house([(path, text)])))
    }

    #[test]
    fn a_package_outside_its_door_is_caught() {
        assert_eq!(caught("src/board/item.rs", "use rayon::prelude::*;").len(), 1);
        assert_eq!(caught("src/board/item.rs", "fn f() { walkdir::WalkDir::new(path); }").len(), 1);
        assert_eq!(caught("src/theme/overlay.rs", "include_dir::include_dir!(\"themes\");").len(), 1);
        assert_eq!(caught("src/parallel/cores.rs", "use rayon::prelude::*;"), [""; 0]);
    }

    #[test]
    fn one_package_is_not_taken_for_another_with_a_longer_name() {
        let said = caught("src/preview/serve.rs", "use clap_complete::Shell;");
        assert_eq!(said, ["src/preview/serve.rs:1 clap_complete is used outside its door (cli/completions.rs)"]);
    }

    #[test]
    fn files_and_the_environment_are_touched_in_three_rooms_only() {
        for text in ["use std::fs;", "use std::{env, fs::File};", "fn f() { std::env::var(\"HOME\"); }"] {
            assert!(!caught("src/preview/serve.rs", text).is_empty(), "{text}");
            assert!(!caught("src/board/item.rs", text).is_empty(), "{text}");
            assert!(caught("src/output/disk.rs", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn only_the_terminal_prints() {
        for text in ["fn f() { println!(\"a\") }", "fn f() { std::eprint!(\"a\") }", "use std::io::stdout;"] {
            assert_eq!(caught("src/cli/build.rs", text).len(), 1, "{text}");
            assert_eq!(caught("src/cli/terminal.rs", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn tests_may_touch_files() {
        let files = house([
            ("src/parse/mod.rs", "#[cfg(test)] mod tests;"),
            ("src/parse/tests.rs", "use std::fs;"),
            ("src/parse/fence.rs", "#[cfg(test)] mod tests { use std::fs; }"),
        ]);
        assert_eq!(said(&bypassed(&files)), [""; 0]);
    }

    #[test]
    fn a_star_stands_for_letters_in_one_folder() {
        assert!(is_at("parse/markdown_events.rs", "parse/markdown*.rs"));
        assert!(!is_at("parse/markdown/events.rs", "parse/markdown*.rs"));
        assert!(is_at("cli/args.rs", "cli/"));
        assert!(!is_at("clip/args.rs", "cli/"));
    }
}
