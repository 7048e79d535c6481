/// One column of the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    /// Where it stands in the sheet, from 0.
    pub(super) at: usize,
    /// The words above it, from the outermost group to its own.
    pub(super) words: Vec<String>,
    pub(super) hidden: bool,
}

impl Column {
    /// The name shown above the column.
    pub(super) fn name(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether a name in the front matter means this column: by its own name, by its group's, or by both.
    pub(super) fn is_meant_by(&self, name: &str) -> bool {
        let wanted = bare(name);
        self.words.iter().any(|word| bare(word) == wanted) || bare(&self.words.concat()) == wanted
    }
}

/// A name without what people write differently each time: spaces, line breaks, full-width signs, capitals.
pub(super) fn bare(name: &str) -> String {
    name.chars()
        .filter(|sign| !sign.is_whitespace() && !matches!(sign, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .map(|sign| match sign {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(sign as u32 - 0xFEE0).unwrap_or(sign),
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_meant_by_its_name_however_it_is_spaced() {
        let column = Column { words: vec!["联系方式".into(), "电 话（手机）".into()], ..Column::default() };
        for name in ["电话(手机)", "电话（手机）", "联系方式", "联系方式电话(手机)"] {
            assert!(column.is_meant_by(name), "{name}");
        }
        assert!(!column.is_meant_by("电话"));
    }
}
