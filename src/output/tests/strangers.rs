//! Files that are not ours.

use super::ground::{Ground, Site, Way, after, before, strangers};
use crate::output::disk::{Gate, Step};
use crate::output::folder::{FolderError, OutputFolder};
use std::fs;
use std::io;
use std::path::Path;
use std::rc::Rc;

#[test]
fn a_file_that_comes_at_the_last_moment_is_not_lost() {
    let ground = Ground::with_strangers(Way::Swapped);
    let public = ground.root().join("public");
    let gate: Gate = Rc::new(move |step: Step, _: &Path| {
        if step == Step::Exchange {
            fs::create_dir_all(public.join("late/folder"))?;
            fs::write(public.join("late/folder/letter.txt"), "late")?;
            // Saved as editors do: written beside and renamed.
            fs::write(public.join("theirs/new"), "theirs, saved again")?;
            fs::rename(public.join("theirs/new"), public.join("theirs/deep/letter.txt"))?;
        }
        Ok(())
    });
    ground.build(&after(), Some(gate)).unwrap();
    let mut wanted: Site = after();
    wanted.extend(strangers());
    wanted.insert("late/folder/letter.txt".into(), "late".into());
    wanted.insert("theirs/deep/letter.txt".into(), "theirs, saved again".into());
    assert_eq!(ground.standing(), wanted);
    assert_eq!(ground.left_overs(), [""; 0]);
}

#[test]
fn a_file_of_another_that_stands_in_our_way_is_named_and_kept() {
    for way in [Way::Swapped, Way::InPlace] {
        let ground = Ground::with_strangers(way);
        ground.put("new/index.html", "theirs, where ours should be");
        let refused = ground.build(&after(), None).unwrap_err();
        assert_eq!(refused.error.kind(), io::ErrorKind::AlreadyExists);
        assert!(refused.message().en.contains("new/index.html"), "{:?}", refused.message());
        assert_eq!(ground.standing()["index.html"], before()["index.html"], "the old site stays");
        assert_eq!(ground.standing()["new/index.html"], "theirs, where ours should be");
        ground.put("new/index.html", &after()["new/index.html"]);
        ground.build(&after(), None).unwrap();
        assert!(ground.holds(&after()), "the same words are no obstacle");
    }
}

#[test]
fn a_damaged_list_is_mended_and_what_it_named_is_ours_again() {
    for damaged in ["", "\0\0\0", "{\"generator\":\"gongkai\",\"files\":{\"index.ht"] {
        let ground = Ground::with_strangers(Way::Swapped);
        ground.put("build.json", damaged);
        ground.build(&before(), None).unwrap();
        assert!(ground.holds(&before()), "{damaged:?}: {:#?}", ground.standing());
    }
}

#[test]
fn a_list_of_another_program_makes_a_folder_no_folder_of_ours() {
    let ground = Ground::new(Way::Swapped);
    ground.put("build.json", "{\"generator\": \"another\", \"files\": {}}");
    let open = |force| OutputFolder::open(ground.root(), Path::new("public"), force);
    let Err(FolderError(said)) = open(false) else { panic!("it was taken") };
    assert!(said.en.contains("--force-out"), "{said:?}");
    assert!(open(true).is_ok());
}

#[cfg(unix)]
#[test]
fn links_rights_and_read_only_files_stay_as_they_were() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let ground = Ground::with_strangers(Way::Swapped);
    let public = ground.root().join("public");
    let rights = |path: &str| fs::metadata(public.join(path)).unwrap().permissions().mode() & 0o7777;
    symlink("/nowhere/at/all", public.join("same/pointer")).unwrap();
    fs::set_permissions(&public, fs::Permissions::from_mode(0o750)).unwrap();
    fs::set_permissions(public.join("theirs"), fs::Permissions::from_mode(0o700)).unwrap();
    for path in ["index.html", "gone/index.html", "same/index.html", "theirs/deep/letter.txt"] {
        fs::set_permissions(public.join(path), fs::Permissions::from_mode(0o444)).unwrap();
    }
    ground.build(&after(), None).unwrap();
    assert_eq!(fs::read_link(public.join("same/pointer")).unwrap(), Path::new("/nowhere/at/all"));
    fs::remove_file(public.join("same/pointer")).unwrap();
    assert_eq!((rights(""), rights("theirs"), rights("theirs/deep/letter.txt")), (0o750, 0o700, 0o444));
    assert!(ground.holds(&after()), "{:#?}", ground.standing());
}

#[test]
fn an_empty_folder_of_another_stays() {
    let ground = Ground::with_strangers(Way::Swapped);
    fs::create_dir_all(ground.root().join("public/their/empty")).unwrap();
    ground.build(&after(), None).unwrap();
    assert!(ground.root().join("public/their/empty").is_dir());
    assert!(!ground.root().join("public/gone").exists(), "ours that is empty goes");
}
