//! The program dies right before each of its steps, and half-way through each file.

use super::ground::{Ground, Way, after, before, death_at};

#[test]
fn a_build_that_dies_at_any_step_leaves_the_old_site_or_the_new_one() {
    let (mut old, mut new) = (0, 0);
    for step in 0.. {
        let ground = Ground::with_strangers(Way::Swapped);
        let (gate, died) = death_at(step);
        let _ = ground.build(&after(), Some(gate));
        let (is_old, is_new) = (ground.holds(&before()), ground.holds(&after()));
        assert!(is_old || is_new, "step {step}: {:#?}", ground.standing());
        old += usize::from(is_old);
        new += usize::from(is_new);
        ground.build(&after(), None).unwrap();
        assert!(ground.holds(&after()), "step {step}, mended: {:#?}", ground.standing());
        assert_eq!(ground.left_overs(), [""; 0], "step {step}");
        if !died.get() {
            break;
        }
    }
    assert!(old > 20 && new > 10, "{old} deaths before the exchange, {new} after it");
}

#[test]
fn a_build_that_dies_is_mended_by_another_site_as_well() {
    for step in 0.. {
        let ground = Ground::with_strangers(Way::Swapped);
        let (gate, died) = death_at(step);
        let _ = ground.build(&after(), Some(gate));
        ground.build(&before(), None).unwrap();
        assert!(ground.holds(&before()), "step {step}: {:#?}", ground.standing());
        assert_eq!(ground.left_overs(), [""; 0], "step {step}");
        if !died.get() {
            break;
        }
    }
}

#[test]
fn a_build_in_place_that_dies_at_any_step_is_mended_by_the_next() {
    for step in 0.. {
        for next in [before(), after()] {
            let ground = Ground::with_strangers(Way::InPlace);
            let (gate, died) = death_at(step);
            let _ = ground.build(&after(), Some(gate));
            ground.build(&next, None).unwrap();
            assert!(ground.holds(&next), "step {step}: {:#?}", ground.standing());
            assert_eq!(ground.left_overs(), [""; 0], "step {step}");
            if !died.get() {
                return;
            }
        }
    }
}

#[test]
fn a_mending_that_dies_is_mended_by_the_next() {
    for way in [Way::Swapped, Way::InPlace] {
        for first in [30, 52, 68] {
            for second in 0.. {
                let ground = Ground::with_strangers(way);
                let _ = ground.build(&after(), Some(death_at(first).0));
                let (gate, died) = death_at(second);
                let _ = ground.build(&after(), Some(gate));
                if way == Way::Swapped {
                    assert!(ground.holds(&before()) || ground.holds(&after()), "steps {first}, {second}");
                }
                ground.build(&after(), None).unwrap();
                assert!(ground.holds(&after()), "{way:?}, steps {first}, {second}: {:#?}", ground.standing());
                assert_eq!(ground.left_overs(), [""; 0], "{way:?}, steps {first}, {second}");
                if !died.get() {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_first_build_that_dies_leaves_nothing_or_the_whole_site() {
    for step in 0.. {
        let ground = Ground::new(Way::Swapped);
        let (gate, died) = death_at(step);
        let _ = ground.build(&after(), Some(gate));
        let standing = ground.standing();
        assert!(standing.is_empty() || standing == after(), "step {step}: {standing:#?}");
        ground.build(&after(), None).unwrap();
        assert_eq!(ground.standing(), after(), "step {step}");
        assert_eq!(ground.left_overs(), [""; 0], "step {step}");
        if !died.get() {
            break;
        }
    }
}
