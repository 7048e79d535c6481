use crate::calendar::Date;
use crate::say;
use crate::source::{Fields, Reader, Source};
use std::collections::BTreeMap;

/// What was disclosed in a year before this tool came into use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Items on all channels.
    pub all: u64,
    /// Of them on the internet.
    pub internet: u64,
}

/// Reads `annual/before.yaml`: years, each with `all` and `internet`.
pub(super) fn before(source: &Source, reader: &Reader) -> BTreeMap<i16, Before> {
    let mut years = BTreeMap::new();
    let Some(node) = reader.yaml(&source.text, 0, &|_| false) else { return years };
    for entry in Fields::of(reader, node).rest() {
        let word = entry.key.trim().trim_end_matches('年');
        let Some(year) = year_of(word) else {
            let shown = entry.key.trim();
            reader.refuse(
                "wrong-value",
                entry.key.span,
                say!("“{shown}”不是年份", "“{shown}” is no year"),
                say!(
                    "每行一个年份，如 2024: {{all: 100, internet: 60}}",
                    "a year a line: 2024: {{all: 100, internet: 60}}"
                ),
            );
            continue;
        };
        let span = entry.node.span;
        let mut fields = Fields::of(reader, entry.node);
        let all = fields.number(("all", "全部")).map_or(0, |number| number.value);
        let internet = fields.number(("internet", "互联网")).map_or(0, |number| number.value);
        fields.refuse_rest();
        if internet > all {
            reader.refuse(
                "wrong-value",
                span,
                say!(
                    "{year} 年互联网公开 {internet} 条，多于全部的 {all} 条",
                    "{internet} items on the internet in {year} are more than all {all}"
                ),
                say!("全部含互联网，改正其中一个数", "all of them includes those on the internet: mend one of the two"),
            );
        }
        years.insert(year, Before { all, internet });
    }
    years
}

/// A year of four digits.
pub(super) fn year_of(word: &str) -> Option<i16> {
    let date = Date::parse(&format!("{word}-01-01"))?;
    (word.len() == 4).then(|| date.year())
}
