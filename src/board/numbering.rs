use super::model::Board;
use std::collections::BTreeMap;

/// Hands out index numbers (索引号) by the board's pattern: the next free serial of a year, never one that was used.
#[derive(Clone, Debug)]
pub struct Numbering {
    pattern: String,
    code: String,
    /// The highest serial of each year.
    used: BTreeMap<i16, u64>,
}

impl Numbering {
    /// Counts the numbers that a board's items bear.
    pub fn of(board: &Board) -> Self {
        let config = &board.config;
        let code = if config.office.code.is_empty() { &config.office.id } else { &config.office.code };
        let mut numbering = Self { pattern: config.index_pattern.clone(), code: code.clone(), used: BTreeMap::new() };
        for index in board.items.iter().filter_map(super::item::Item::index) {
            numbering.count(index);
        }
        numbering
    }

    /// The next number of a year.
    pub fn next(&mut self, year: i16) -> String {
        let serial = self.used.entry(year).or_default();
        *serial += 1;
        let serial = *serial;
        let (before, width, after) = parts(&self.pattern);
        let fill = |text: &str| text.replace("{code}", &self.code).replace("{year}", &year.to_string());
        format!("{}{serial:0width$}{}", fill(before), fill(after))
    }

    /// Takes note of a number that is in use, whatever its form: the digits behind its last hyphen are its serial, the
    /// four before it that look like a year are its year.
    fn count(&mut self, index: &str) {
        let Some((head, serial)) = index.rsplit_once('-') else { return };
        let year = head.rsplit('/').next().and_then(|word| word.get(..4)).and_then(|word| word.parse().ok());
        if let (Some(year), Ok(serial)) = (year, serial.parse::<u64>()) {
            let highest = self.used.entry(year).or_default();
            *highest = serial.max(*highest);
        }
    }
}

/// A pattern before and behind its serial, and how many digits that has: `{code}/{year}-{serial:05}`.
fn parts(pattern: &str) -> (&str, usize, &str) {
    let Some((before, rest)) = pattern.split_once("{serial") else { return (pattern, 5, "") };
    let (width, after) = rest.split_once('}').unwrap_or(("", rest));
    let width = width.trim_start_matches(':').parse().unwrap_or(1);
    (before, width, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_number_is_one_that_was_never_used() {
        let pattern = "{code}/{year}-{serial:05}".to_owned();
        let mut numbering = Numbering { pattern, code: "11A".into(), used: BTreeMap::new() };
        for index in ["11A/2026-00017", "11A/2026-00003", "old", "11A/202510-00009"] {
            numbering.count(index);
        }
        assert_eq!(numbering.next(2026), "11A/2026-00018");
        assert_eq!(numbering.next(2026), "11A/2026-00019");
        assert_eq!(numbering.next(2025), "11A/2025-00010");
        assert_eq!(numbering.next(2024), "11A/2024-00001");
    }
}
