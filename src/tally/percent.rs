use std::fmt;

/// A share in hundredths of a per cent: 2063 is 20.63 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u32);

impl Percent {
    /// A part of a whole, rounded to the nearest hundredth; of nothing it is nothing.
    pub fn of(part: usize, whole: usize) -> Self {
        if whole == 0 {
            return Self(0);
        }
        Self(u32::try_from((part as u64 * 20_000 / whole as u64).div_ceil(2)).unwrap_or(u32::MAX))
    }

    /// In per cent, as data holds it.
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// In per cent with two decimals: `20.63`.
impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// The shares of several counts, which add up to 100.00 % to the letter. Each is rounded down first; what is left of
/// the whole goes, a hundredth each, to those that lost most (largest remainder), of equals to the first.
pub fn shares(counts: &[usize]) -> Vec<Percent> {
    const WHOLE: u64 = 10_000;
    let total: u64 = counts.iter().map(|&count| count as u64).sum();
    if total == 0 {
        return vec![Percent(0); counts.len()];
    }
    let parts = counts.iter().map(|&count| count as u64 * WHOLE);
    let mut shares: Vec<u64> = parts.clone().map(|part| part / total).collect();
    let rests: Vec<u64> = parts.map(|part| part % total).collect();
    let left = WHOLE - shares.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(rests[at]), at));
    for &at in order.iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[at] += 1;
    }
    shares.into_iter().map(|share| Percent(u32::try_from(share).unwrap_or(0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_left_goes_to_those_that_lost_most() {
        let words: Vec<String> = shares(&[1, 1, 1]).iter().map(Percent::to_string).collect();
        assert_eq!(words, ["33.34", "33.33", "33.33"]);
        let words: Vec<String> = shares(&[2, 1, 0]).iter().map(Percent::to_string).collect();
        assert_eq!(words, ["66.67", "33.33", "0.00"]);
        assert_eq!(shares(&[0, 0]), [Percent(0), Percent(0)]);
        assert!(shares(&[]).is_empty());
    }

    #[test]
    fn a_single_share_is_rounded() {
        assert_eq!(Percent::of(2, 3).to_string(), "66.67");
        assert_eq!(Percent::of(1, 3).to_string(), "33.33");
        assert_eq!(Percent::of(3, 0).to_string(), "0.00");
        assert_eq!(Percent::of(7, 7).to_string(), "100.00");
    }

    proptest! {
        #[test]
        fn shares_add_up_to_the_whole(counts in proptest::collection::vec(0usize..5000, 1..40)) {
            let sum: u32 = shares(&counts).iter().map(|share| share.0).sum();
            prop_assert_eq!(sum, if counts.iter().any(|&count| count > 0) { 10_000 } else { 0 });
        }
    }
}
