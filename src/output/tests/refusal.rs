//! The disk refuses a step: it is full, a file is locked, a system cannot do what another can.

use super::ground::{Ground, Way, after, before, failure_at, witness};
use crate::output::disk::{Gate, Step};
use std::io;
use std::path::Path;
use std::rc::Rc;

#[test]
fn a_disk_that_fills_up_at_any_step_leaves_one_whole_site() {
    for way in [Way::Swapped, Way::InPlace] {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied] {
            let mut refused = 0;
            for step in 0.. {
                let ground = Ground::with_strangers(way);
                let (gate, failed) = failure_at(step, kind);
                let ended = ground.build(&after(), Some(gate));
                if ended.is_err() {
                    refused += 1;
                    assert!(ground.holds(&before()), "{way:?}, {kind:?}, step {step}: {:#?}", ground.standing());
                } else {
                    assert!(ground.holds(&after()), "{way:?}, {kind:?}, step {step}: {:#?}", ground.standing());
                }
                ground.build(&after(), None).unwrap();
                assert!(ground.holds(&after()), "{way:?}, {kind:?}, step {step}");
                assert_eq!(ground.left_overs(), [""; 0], "{way:?}, {kind:?}, step {step}");
                if !failed.get() {
                    break;
                }
            }
            assert!(refused > 5, "{way:?}, {kind:?}: only {refused} refusals");
        }
    }
}

fn refusing(step: Step, kind: io::ErrorKind) -> Gate {
    Rc::new(move |taken: Step, _: &Path| if taken == step { Err(kind.into()) } else { Ok(()) })
}

#[test]
fn a_site_that_cannot_be_exchanged_is_replaced_file_by_file() {
    for (step, kind) in [
        (Step::Exchange, io::ErrorKind::ResourceBusy),
        (Step::Exchange, io::ErrorKind::Unsupported),
        (Step::Link, io::ErrorKind::PermissionDenied),
        (Step::Link, io::ErrorKind::CrossesDevices),
    ] {
        let ground = Ground::with_strangers(Way::Swapped);
        let written = ground.build(&after(), Some(refusing(step, kind))).unwrap();
        assert_eq!((written.written, written.unchanged, written.removed), (4, 2, 3), "{step:?}");
        assert!(ground.holds(&after()), "{step:?}: {:#?}", ground.standing());
        assert_eq!(ground.left_overs(), [""; 0], "{step:?}");
    }
}

#[test]
fn a_site_beside_which_nothing_can_be_made_is_replaced_file_by_file() {
    let ground = Ground::with_strangers(Way::Swapped);
    let above = ground.root().to_path_buf();
    let gate: Gate = Rc::new(move |_: Step, path: &Path| {
        let is_beside = path.parent() == Some(&*above) && path.file_name().unwrap().to_string_lossy().starts_with('.');
        if is_beside { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
    });
    ground.build(&after(), Some(gate)).unwrap();
    assert!(ground.holds(&after()), "{:#?}", ground.standing());
    assert_eq!(ground.left_overs(), [""; 0]);
}

#[test]
fn a_file_that_another_program_holds_open_is_named_and_the_old_site_stays() {
    for locked in ["index.html", "lists/all.json", "turns", "build.json", "gone/too.txt"] {
        let ground = Ground::with_strangers(Way::InPlace);
        let held = ground.root().join("public").join(locked);
        let aside = ground.root().join("public/.gongkai-staging/old").join(locked);
        let gate: Gate = Rc::new(move |step: Step, path: &Path| {
            let is_held = step == Step::Rename && (path == held || path == aside);
            if is_held { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
        });
        let refused = ground.build(&after(), Some(gate)).unwrap_err();
        let said = refused.message();
        assert!(said.zh.contains(locked) && said.en.contains("open in another program"), "{said:?}");
        assert!(ground.holds(&before()), "{locked}: {:#?}", ground.standing());
        ground.build(&after(), None).unwrap();
        assert!(ground.holds(&after()), "{locked}: {:#?}", ground.standing());
    }
}

#[test]
fn nothing_is_done_where_nothing_changed() {
    for way in [Way::Swapped, Way::InPlace] {
        let ground = Ground::with_strangers(way);
        let (gate, steps) = witness();
        let written = ground.build(&before(), Some(gate)).unwrap();
        assert_eq!((written.written, written.unchanged, written.removed), (0, 7, 0));
        assert_eq!(*steps.borrow(), []);
    }
}

#[test]
fn only_what_changed_is_written() {
    let ground = Ground::with_strangers(Way::Swapped);
    let mut edited = before();
    edited.insert("index.html".into(), "edited".into());
    let (gate, steps) = witness();
    assert_eq!(ground.build(&edited, Some(gate)).unwrap().written, 1);
    let mut written: Vec<String> =
        steps.borrow().iter().filter(|(step, _)| *step == Step::Write).map(|(_, name)| name.clone()).collect();
    written.dedup();
    assert_eq!(written, ["index.html", "build.json"]);
    assert!(ground.holds(&edited));
}

#[test]
fn files_are_brought_to_the_disk_before_the_site_changes_places() {
    let ground = Ground::with_strangers(Way::Swapped);
    let (gate, steps) = witness();
    ground.build(&after(), Some(gate)).unwrap();
    let steps: Vec<Step> = steps.borrow().iter().map(|(step, _)| *step).collect();
    let at = |wanted: Step| steps.iter().position(|step| *step == wanted).unwrap();
    assert!(steps.iter().rposition(|step| *step == Step::Link).unwrap() < at(Step::Sync));
    assert!(steps.iter().rposition(|step| *step == Step::Write).unwrap() < at(Step::Sync));
    assert!(at(Step::Sync) < at(Step::Exchange));
    assert!(at(Step::Exchange) < at(Step::RemoveFile), "the old site goes last");
}
