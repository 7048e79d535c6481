use std::ops::Range;

/// The part of a file that a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: no part is asked for, or several, or in words that are not understood.
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// A part that lies outside the file.
    Outside,
}

/// Reads a `Range` field for a file of a length in bytes. Several parts at once are legal but rare; answering with
/// the whole file is legal too.
pub(super) fn part(field: &str, length: usize) -> Part {
    let Some((first, last)) = field.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    if !first.bytes().chain(last.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Part::Whole;
    }
    // A number beyond all files is the largest.
    let number = |digits: &str| (!digits.is_empty()).then(|| digits.parse().unwrap_or(usize::MAX));
    match (number(first), number(last)) {
        (None, None) => Part::Whole,
        (None, Some(tail)) if tail == 0 || length == 0 => Part::Outside,
        (None, Some(tail)) => Part::Bytes(length.saturating_sub(tail)..length),
        (Some(first), Some(last)) if last < first => Part::Whole,
        (Some(first), _) if first >= length => Part::Outside,
        (Some(first), last) => Part::Bytes(first..last.map_or(length, |last| last.saturating_add(1).min(length))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ranges_are_cut_to_the_file() {
        assert_eq!(part("bytes=0-0", 10), Part::Bytes(0..1));
        assert_eq!(part("bytes=2-5", 10), Part::Bytes(2..6));
        assert_eq!(part("bytes=2-", 10), Part::Bytes(2..10));
        assert_eq!(part("bytes=2-99999999999999999999999999", 10), Part::Bytes(2..10));
        assert_eq!(part("bytes=-3", 10), Part::Bytes(7..10));
        assert_eq!(part("bytes=-30", 10), Part::Bytes(0..10));
        for outside in ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999999-"] {
            assert_eq!(part(outside, 10), Part::Outside, "{outside}");
        }
        for whole in
            ["", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "bytes=+1-2"]
        {
            assert_eq!(part(whole, 10), Part::Whole, "{whole}");
        }
        assert_eq!((part("bytes=0-", 0), part("bytes=-1", 0)), (Part::Outside, Part::Outside));
    }

    proptest! {
        #[test]
        fn a_part_lies_inside_the_file(field in "bytes=[0-9]{0,22}-[0-9]{0,22}", length in 0_usize..100) {
            if let Part::Bytes(range) = part(&field, length) {
                prop_assert!(range.start < range.end && range.end <= length);
            }
        }
    }
}
