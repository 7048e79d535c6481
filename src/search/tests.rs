//! The index as a whole, asked in the way in which `search-index.js` asks it.

use super::digits::{column, numbers};
use super::entry::{Entry, Label, State};
use super::file::File;
use super::index::Index;
use super::reading::Indexing;
use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The tables, loaded once for all tests.
static INDEXING: LazyLock<Indexing> = LazyLock::new(Indexing::load);

fn index(entries: &[Entry]) -> Vec<File> {
    let mut files = Vec::new();
    let mut index = Index::default();
    for entry in entries {
        index.add(INDEXING.read(entry), |file| files.push(file));
    }
    index.finish(&INDEXING, |file| files.push(file));
    files
}

/// The written files, taken apart.
struct Written(BTreeMap<String, Value>);

impl Written {
    fn new(files: &[File]) -> Self {
        let read = |file: &File| {
            let text = String::from_utf8(file.bytes.clone()).expect("scripts are text");
            let (name, data) = text.strip_prefix("gongkaiSearch(\"")?.strip_suffix(");\n")?.split_once("\",")?;
            assert_eq!(format!("{name}.js"), file.path);
            Some((name.to_owned(), serde_json::from_str(data).expect("the data is JSON")))
        };
        Self(files.iter().map(|file| read(file).expect("a file is one call")).collect())
    }

    fn text(&self, name: &str) -> &str {
        self.0[name].as_str().expect("a string")
    }

    /// The places of a key, and whether it stands as a word there.
    fn row(&self, key: &str) -> Vec<(u32, bool)> {
        let utf16 = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        let firsts = self.0["start"]["keys"].as_array().expect("first keys");
        let firsts: Vec<Vec<u16>> = firsts.iter().filter_map(Value::as_str).map(utf16).collect();
        let Some(shard) = firsts.partition_point(|first| *first <= utf16(key)).checked_sub(1) else {
            return Vec::new();
        };
        let parts: Vec<&str> = self.text(&format!("keys/{shard}")).split(' ').collect();
        let Some(row) = parts.chunks(2).find(|row| row[0] == key) else { return Vec::new() };
        let (mode, mut next) = (&row[1][..1], 0);
        let place = |number| {
            let (distance, word) = if mode == "2" { (number >> 1, number & 1 == 1) } else { (number, mode == "1") };
            next += distance + 1;
            (next - 1, word)
        };
        numbers(&row[1][1..]).into_iter().map(place).collect()
    }

    /// The numbers of the entries that hold a term.
    fn find(&self, term: &str) -> BTreeSet<usize> {
        let letters: Vec<char> = term.chars().map(|c| INDEXING.folding.fold(c)).collect();
        let mut places: Option<BTreeSet<u32>> = None;
        let mut offset = 0;
        for pair in letters.windows(2) {
            let row = self.row(&pair.iter().collect::<String>());
            let starts: BTreeSet<u32> = row.iter().filter_map(|(place, _)| place.checked_sub(offset)).collect();
            places = Some(places.map_or(starts.clone(), |places| places.intersection(&starts).copied().collect()));
            offset += pair[0].len_utf16() as u32;
        }
        if letters.len() == 1 {
            places = Some(self.row(&letters.iter().collect::<String>()).iter().map(|(place, _)| *place).collect());
        }
        let bases = self.bases();
        places.unwrap_or_default().iter().map(|place| bases.partition_point(|base| base <= place) - 1).collect()
    }

    /// The place where each entry begins.
    fn bases(&self) -> Vec<u32> {
        let facets = self.0.iter().filter(|(name, _)| name.starts_with("facets/"));
        assert!(facets.clone().count() < 2, "one file of facets is enough here");
        let columns = facets.map(|(_, columns)| column(columns[0].as_str().expect("a column")));
        columns
            .flatten()
            .scan(0, |base, distance| {
                *base += distance;
                Some(*base)
            })
            .collect()
    }
}

fn entry<'a>(title: &'a str, text: &'a str) -> Entry<'a> {
    Entry { title, text, ..Entry::default() }
}

fn found(entries: &[Entry], term: &str) -> Vec<usize> {
    Written::new(&index(entries)).find(term).into_iter().collect()
}

#[test]
fn any_part_of_a_word_is_found_and_nothing_else() {
    let entries = [entry("公告", "农村集体土地征地补偿"), entry("通知", "长征。地方"), entry("名单", "征求土地意见")];
    assert_eq!(found(&entries, "征地"), [0]);
    assert_eq!(found(&entries, "体土地征"), [0]);
    assert_eq!(found(&entries, "土地"), [0, 2]);
}

#[test]
fn traditional_characters_find_simplified_text_and_the_other_way_round() {
    let entries = [entry("a", "农村最低生活保障"), entry("b", "農村最低生活保障"), entry("c", "城市")];
    assert_eq!(found(&entries, "農村"), [0, 1]);
    assert_eq!(found(&entries, "农村"), [0, 1]);
}

#[test]
fn width_and_case_make_no_difference() {
    let entries = [entry("ＧＢ／Ｔ 9704", ""), entry("gb", "9704")];
    assert_eq!(found(&entries, "GB"), [0, 1]);
    assert_eq!(found(&entries, "９７０"), [0, 1]);
}

#[test]
fn numbers_are_found_and_so_are_single_characters_of_titles() {
    let number = [Entry { number: "青政〔2026〕5号", index: "11341702/2026-00163", ..entry("路", "河") }];
    assert_eq!(found(&number, "00163"), [0]);
    assert_eq!(found(&number, "青政"), [0]);
    assert_eq!(found(&number, "路"), [0]);
    assert!(found(&number, "河").is_empty());
}

#[test]
fn a_phrase_does_not_reach_from_one_entry_into_the_next() {
    assert!(found(&[entry("甲", "最低"), entry("保障", "乙")], "低保").is_empty());
}

#[cfg(feature = "words")]
#[test]
fn a_pair_that_stands_as_a_word_is_told_from_one_that_does_not() {
    let entries =
        [entry("a", "最低保修期限"), entry("b", "全镇低保对象"), entry("c", "低保金发放"), entry("d", "最低保证金")];
    let written = Written::new(&index(&entries));
    let bases = written.bases();
    let row = written.row("低保");
    let words = row.iter().map(|(place, word)| (bases.partition_point(|base| base <= place) - 1, *word));
    assert_eq!(words.collect::<Vec<_>>(), [(0, false), (1, true), (2, true), (3, false)]);
}

#[test]
fn a_latin_word_is_marked_where_it_begins_and_ends() {
    let written = Written::new(&index(&[entry("", "2026 12026")]));
    let marks = |key: &str| written.row(key).iter().map(|(_, word)| *word).collect::<Vec<_>>();
    assert_eq!((marks("20"), marks("02"), marks("26")), (vec![true, false], vec![false, false], vec![true, true]));
}

#[cfg(feature = "words")]
#[test]
fn a_small_index_looks_like_this() {
    let entries = [
        Entry {
            address: "finance/2026-q3/index.html",
            title: "财政收支",
            number: "青政〔2026〕5号",
            index: "2026-00163",
            text: "说“收支”\\平衡。",
            section: Some(Label { id: "periodic", name: "定期公开" }),
            categories: &[Label { id: "finance", name: "财政信息" }, Label { id: "budget", name: "预算" }],
            unit: Some(Label { id: "office", name: "财政所" }),
            date: "2026-10-12",
            ..Entry::default()
        },
        Entry {
            address: "old/index.html",
            title: "收费",
            date: "2020-01-02",
            state: State::Repealed,
            ..Entry::default()
        },
    ];
    let mut files = index(&entries);
    files.retain(|file| file.path != "folding.js");
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let text: String = files.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect();
    assert_snapshot!(text, @r##"
    gongkaiSearch("facets/0",["0!H","0'%","08!","0bZ}(Sc#","0#!","0$!","0#!","0!#"]);
    gongkaiSearch("keys/0","00 17 01 08 02 0+) 16 09 20 1*) 26 1,) 5号 0/ 63 1: 平衡 1C 支 0% 收 0$E 收支 1$< 收费 1H 政 0# 政收 0# 财 0! 财政 1! 费 0I 青政 0'");
    gongkaiSearch("records/0",[["财政收支","finance/2026-q3/index.html","青政〔2026〕5号","2026-00163"],["收费","old/index.html","",""]]);
    gongkaiSearch("start",{"version":"fdbba5ef","entries":2,"piece":3000,"records":16,"facets":2048,"keys":["00"],"places":[0],"sections":[["periodic","定期公开",0]],"categories":[["finance","财政信息",0],["budget","预算",1]],"units":[["office","财政所",0]]});
    gongkaiSearch("texts/0","财政收支\n青政〔2026〕5号\n2026-00163\n说“收支”\\平衡。\n\n收费\n\n");
    "##);
}

#[test]
fn the_characters_of_the_browser_are_those_of_the_index() {
    let written = Written::new(&index(&[]));
    let groups: Vec<&str> = written.text("folding").split(' ').collect();
    assert!(groups.contains(&"发發髮") && groups.contains(&"卫衛衞"), "{groups:?}");
    assert!(groups.iter().all(|group| group.chars().count() > 1));
}

#[test]
fn a_thousand_entries_part_into_small_files() {
    let text: Vec<String> = (0..1000).map(|n| format!("第{n}号公告，关于征地补偿的事项。").repeat(10)).collect();
    let entries: Vec<Entry> = text.iter().map(|text| entry("公告", text)).collect();
    let files = index(&entries);
    let largest =
        |kind: &str| files.iter().filter(|file| file.path.starts_with(kind)).map(|file| file.bytes.len()).max();
    assert!(
        largest("texts/") < Some(9500) && largest("keys/") < Some(24_000),
        "{:?}",
        (largest("texts/"), largest("keys/"))
    );
    assert_eq!(files.iter().filter(|file| file.path.starts_with("records/")).count(), 63);
    assert_eq!(Written::new(&files).find("第512号").into_iter().collect::<Vec<_>>(), [512]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_part_of_a_text_finds_its_entry(
        texts in proptest::collection::vec("([村低保征地發展a1𠮷]{1,30}[。 \n]){0,12}", 1..12),
        which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 2usize..12,
    ) {
        let number = which.index(texts.len());
        let runs: Vec<Vec<char>> =
            texts[number].split(['。', ' ', '\n']).map(|run| run.chars().collect()).filter(|run: &Vec<char>| run.len() > 1).collect();
        prop_assume!(!runs.is_empty());
        let run = &runs[from.index(runs.len())];
        let start = from.index(run.len() - 1);
        let part: String = run[start..].iter().take(length).collect();
        let entries: Vec<Entry> = texts.iter().map(|text| entry("题", text)).collect();
        let files = index(&entries);
        prop_assert!(Written::new(&files).find(&part).contains(&number), "{part}");
        prop_assert_eq!(files, index(&entries));
    }

    #[test]
    fn a_long_run_without_a_break_hides_nothing(from in 0usize..9000, length in 2usize..60) {
        let text: String = (0..9100u32).map(|n| char::from_u32(0x4e00 + n * 7 % 5003).unwrap_or('村')).collect();
        let part: String = text.chars().skip(from).take(length).collect();
        prop_assert_eq!(found(&[entry("甲", "乙"), entry("题", &text)], &part), [1]);
    }
}
