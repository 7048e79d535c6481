//! Two builds of one site at once.

use super::ground::{Ground, Way, after, before};
use crate::output::artifact::Artifact;
use crate::output::error::WriteError;
use crate::output::write::Writing;
use std::io;

fn take(writing: &mut Writing, path: &str, text: &str) -> Result<(), WriteError> {
    writing.take(&Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec() })
}

#[test]
fn the_second_is_told_that_another_is_at_work() {
    for way in [Way::Swapped, Way::InPlace] {
        let ground = Ground::with_strangers(way);
        let mut second = ground.start(None).unwrap();
        let mut first = ground.start(None).unwrap();
        take(&mut first, "index.html", "first").unwrap();
        let late = ground.start(None).unwrap_err();
        let refused = take(&mut second, "index.html", "second").unwrap_err();
        for refused in [late, refused] {
            assert_eq!(refused.error.kind(), io::ErrorKind::WouldBlock, "{way:?}");
            assert!(refused.message().zh.contains("另一个 gongkai"), "{:?}", refused.message());
        }
        drop(second);
        for (path, text) in after() {
            take(&mut first, &path, &text).unwrap();
        }
        first.finish().unwrap();
        assert!(ground.holds(&after()), "{way:?}: {:#?}", ground.standing());
        assert_eq!(ground.left_overs(), [""; 0], "{way:?}");
    }
}

#[test]
fn a_build_does_not_go_on_from_a_site_that_is_no_more() {
    let ground = Ground::with_strangers(Way::Swapped);
    let mut slow = ground.start(None).unwrap();
    ground.build(&after(), None).unwrap();
    let refused = take(&mut slow, "index.html", "slow").unwrap_err();
    assert_eq!(refused.error.kind(), io::ErrorKind::WouldBlock);
    drop(slow);
    assert!(ground.holds(&after()));
}

#[test]
fn a_build_that_is_given_up_leaves_nothing() {
    for way in [Way::Swapped, Way::InPlace] {
        let ground = Ground::with_strangers(way);
        let mut writing = ground.start(None).unwrap();
        take(&mut writing, "index.html", "given up").unwrap();
        drop(writing);
        assert!(ground.holds(&before()), "{way:?}");
        assert_eq!(ground.left_overs(), [""; 0], "{way:?}");
    }
}
