use crate::board::{Board, Hold, Item, ItemId, Reach, Standing};
use std::collections::BTreeMap;

/// How long an item is kept (保管期限).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Keeping {
    /// In words: 永久, 30年.
    pub(super) words: String,
    /// As file numbers write it: Y, D30.
    pub(super) code: String,
}

/// What archives know of an item: its file number (档号) and how long it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filed {
    pub(super) number: String,
    pub(super) keeping: Keeping,
}

/// The file numbers of all items that belong to the archive, public and internal ones alike, so that a part of them has
/// the same numbers as all of them. Within year, keeping and unit they count in the order of publication.
pub(super) fn file_numbers(board: &Board) -> BTreeMap<ItemId, Filed> {
    let mut items: Vec<(ItemId, &Item)> = board.iter().filter(|(_, item)| is_record(item)).collect();
    items.sort_by(|(_, a), (_, b)| a.published().cmp(&b.published()).then_with(|| a.draft.path.cmp(&b.draft.path)));
    let rules = &board.config.archiving;
    let mut serials: BTreeMap<(i16, String, String), usize> = BTreeMap::new();
    let mut filed = BTreeMap::new();
    for (id, item) in items {
        let Some(year) = item.published().map(|published| published.date().year()) else { continue };
        let keeping = keeping(item.front().keep.as_ref().map(|keep| keep.trim()), &rules.keep);
        let unit = item.unit.map_or_else(|| board.config.office.id.clone(), |unit| board.config.unit(unit).id.clone());
        let serial = serials.entry((year, keeping.code.clone(), unit.clone())).or_default();
        *serial += 1;
        let fonds = if rules.fonds.is_empty() { &board.config.office.id } else { &rules.fonds };
        let number = filled(&rules.pattern, &|name| match name {
            "fonds" => Some(fonds.clone()),
            "type" => Some(rules.kind.clone()),
            "year" => Some(year.to_string()),
            "keep" => Some(keeping.code.clone()),
            "unit" => Some(unit.clone()),
            "serial" => Some(serial.to_string()),
            _ => None,
        });
        filed.insert(id, Filed { number, keeping });
    }
    filed
}

/// Whether an item was published, or disclosed within the office, or withheld on record: whatever is no draft.
fn is_record(item: &Item) -> bool {
    match &item.standing {
        Standing::Held(holds) => holds.iter().all(|hold| *hold == Hold::NotPublic),
        _ => true,
    }
}

/// Whether an item goes into the bag of this edition.
pub(super) fn belongs(board: &Board, item: &Item) -> bool {
    match board.edition.reach {
        Reach::Public => item.is_listed() || item.standing == Standing::Withdrawn,
        Reach::Internal => is_record(item),
    }
}

/// What 保管期限 means: 永久, 长期, or a number of years.
fn keeping(written: Option<&str>, otherwise: &str) -> Keeping {
    let read = |words: &str| {
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let code = match words {
            "永久" | "permanent" => "Y".to_owned(),
            "长期" => "C".to_owned(),
            "短期" => "D".to_owned(),
            _ if digits.is_empty() => return None,
            _ => format!("D{digits}"),
        };
        let words = if digits.is_empty() { words.to_owned() } else { format!("{digits}年") };
        Some(Keeping { words: if words == "permanent" { "永久".to_owned() } else { words }, code })
    };
    let fallback = || Keeping { words: otherwise.to_owned(), code: "D30".to_owned() };
    written.and_then(read).or_else(|| read(otherwise)).unwrap_or_else(fallback)
}

/// A pattern with its names in braces replaced; `{serial:04}` gives four digits. What is no name stays as it is.
fn filled(pattern: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut made = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        made.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            made.push('{');
            rest = after;
            continue;
        };
        let (key, digits) = name.split_once(':').unwrap_or((name, ""));
        let digits: usize = digits.parse().unwrap_or(0);
        match value(key) {
            Some(text) => made.push_str(&format!("{text:0>width$}", width = digits.min(12))),
            None => made.push_str(&format!("{{{name}}}")),
        }
        rest = after;
    }
    made + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_filled_and_what_it_does_not_know_stays() {
        let value = |name: &str| (name == "serial").then(|| "7".to_owned());
        assert_eq!(filled("A-{serial:04}·{serial}-{x}-{", &value), "A-0007·7-{x}-{");
    }

    #[test]
    fn a_term_of_keeping_has_its_code() {
        for (written, words, code) in
            [("永久", "永久", "Y"), ("定期30年", "30年", "D30"), ("10年", "10年", "D10"), ("看情况", "30年", "D30")]
        {
            assert_eq!(keeping(Some(written), "30年"), Keeping { words: words.to_owned(), code: code.to_owned() });
        }
    }
}
