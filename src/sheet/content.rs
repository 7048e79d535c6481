/// One cell to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, never taken for a formula.
    Text(String),
    /// A number with so many decimals, in groups of three digits or not.
    Number {
        /// The value.
        value: f64,
        /// Digits after the point.
        decimals: u8,
        /// Whether thousands are set apart by commas.
        grouped: bool,
    },
    /// A text that leads to an address.
    Link {
        /// The words shown.
        text: String,
        /// Where it leads.
        address: String,
    },
}

impl Cell {
    /// A whole number.
    pub fn count(value: usize) -> Self {
        Self::Number { value: value as f64, decimals: 0, grouped: false }
    }

    /// What the words of a table mean: a number where they are one as people write it, else a text. Digits that are
    /// a name (`007`, `110105194912310021`) stay text, so that nothing of them is lost.
    pub fn of(words: &str) -> Self {
        if words.is_empty() {
            return Self::Empty;
        }
        number(words).unwrap_or_else(|| Self::Text(words.to_owned()))
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        if words.is_empty() { Self::Empty } else { Self::Text(words.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }
}

/// Reads `-1,234.50` and the like.
fn number(words: &str) -> Option<Cell> {
    let digits = words.strip_prefix('-').unwrap_or(words);
    let (integer, decimals) = digits.split_once('.').map_or((digits, ""), |(integer, decimals)| (integer, decimals));
    let plain = integer.replace(',', "");
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = plain.len() > 1 && plain.starts_with('0');
    let point_without_digits = digits.contains('.') && decimals.is_empty();
    if plain.is_empty() || leading_zero || point_without_digits || plain.len() + decimals.len() > 15 {
        return None;
    }
    if !all_digits(&plain) || !all_digits(decimals) {
        return None;
    }
    let grouped = integer.contains(',');
    let mut groups = integer.split(',');
    let well_grouped =
        groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|g| g.len() == 3);
    if grouped && !well_grouped {
        return None;
    }
    let value = words.replace(',', "").parse().ok()?;
    Some(Cell::Number { value, decimals: decimals.len() as u8, grouped })
}

/// One sheet to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetSpec {
    /// The name on its tab; what Excel forbids in it is replaced.
    pub name: String,
    /// The head row; empty for none.
    pub header: Vec<String>,
    /// The rows below it.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the head row can filter the rows.
    pub autofilter: bool,
    /// Whether the head row stays in view.
    pub freeze: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_number_and_an_identifier_is_not() {
        assert_eq!(Cell::of("1,234.50"), Cell::Number { value: 1234.5, decimals: 2, grouped: true });
        assert_eq!(Cell::of("-3"), Cell::Number { value: -3.0, decimals: 0, grouped: false });
        for words in ["007", "110105194912310021", "1.", ".5", "-", "12,34", "1,2345", "3元", "1e5", "+3", "١"] {
            assert_eq!(Cell::of(words), Cell::Text(words.to_owned()));
        }
    }
}
