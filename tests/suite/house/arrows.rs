use super::Breach;
use super::code::{File, Name};
use super::plan::{MACROS, row};

/// Finds names of rooms that do not lie below the room of the file. Test code counts too: a room is tested with what
/// stands below it.
pub(super) fn climbing(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| file.room() != "lib") {
        for name in &file.names {
            let Some(room) = named_room(name) else { continue };
            let downhill = match (row(file.room()), row(room)) {
                (Some(from), Some(to)) => from < to,
                _ => true, // `unplanned` tells of these.
            };
            if room != file.room() && !downhill {
                breaches.push(Breach::new(
                    &file.path,
                    name.line,
                    format_args!("{} must not import {room}", file.room()),
                ));
            }
        }
    }
    breaches
}

/// Finds rooms that the plan does not know, on disk or named.
pub(super) fn unplanned(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| file.room() != "lib") {
        if row(file.room()).is_none() {
            breaches.push(Breach::new(&file.path, 1, format_args!("the room {} is not in the plan", file.room())));
        }
        for name in &file.names {
            if let Some(room) = named_room(name).filter(|room| row(room).is_none()) {
                breaches.push(Breach::new(&file.path, name.line, format_args!("the room {room} is not in the plan")));
            }
        }
    }
    breaches
}

/// The room that a name leads into; nothing for a package.
fn named_room(name: &Name) -> Option<&str> {
    let [start, room, ..] = name.parts.as_slice() else { return None };
    let of_macro = MACROS.iter().find(|(word, _)| room.trim_end_matches('!') == *word).map(|(_, room)| *room);
    (start == "crate").then(|| of_macro.unwrap_or(room))
}

#[cfg(test)]
mod tests {
    use super::super::{house, said};
    use super::*;

    #[test]
    fn an_import_that_climbs_is_caught() {
        let files = house([("src/board/item.rs", "use crate::text::Span;\nuse crate::{check::Check, diag::Report};")]);
        assert_eq!(said(&climbing(&files)), ["src/board/item.rs:2 board must not import check"]);
    }

    #[test]
    fn rooms_on_one_row_do_not_import_each_other() {
        let files = house([("src/render/page.rs", "fn f() { crate::export::feed() }")]);
        assert_eq!(said(&climbing(&files)), ["src/render/page.rs:1 render must not import export"]);
    }

    #[test]
    fn a_detour_through_super_is_caught() {
        let files = house([("src/text/span.rs", "use super::super::diag::Report;")]);
        assert_eq!(said(&climbing(&files)), ["src/text/span.rs:1 text must not import diag"]);
    }

    #[test]
    fn test_code_does_not_climb_either() {
        let files = house([("src/text/span.rs", "#[cfg(test)] mod tests { use crate::board::Board; }")]);
        assert_eq!(said(&climbing(&files)), ["src/text/span.rs:1 text must not import board"]);
    }

    #[test]
    fn going_down_is_allowed() {
        let files = house([
            ("src/main.rs", "fn main() { gongkai::cli::run() }"),
            ("src/check/run.rs", "use crate::board::Board; fn f() { crate::say!(\"\", \"\"); }"),
        ]);
        assert_eq!(said(&climbing(&files)), [""; 0]);
        assert_eq!(said(&unplanned(&files)), [""; 0]);
    }

    #[test]
    fn a_room_that_nobody_planned_is_caught() {
        let files = house([("src/cellar/wine.rs", ""), ("src/cli/run.rs", "use crate::attic::Trunk;")]);
        assert_eq!(
            said(&unplanned(&files)),
            [
                "src/cellar/wine.rs:1 the room cellar is not in the plan",
                "src/cli/run.rs:1 the room attic is not in the plan"
            ]
        );
    }
}
