use super::super::change::Opened;
use super::super::choices::Choices;
use super::super::field::{Field, Part};
use super::super::posted::Posted;
use crate::text::Language;
use proptest::prelude::*;

fn choices(chinese: bool) -> Choices<'static> {
    Choices { board: None, category: None, item: None, chinese, language: Language::Chinese }
}

fn encoded(pairs: &[(&str, &str)]) -> Posted {
    let hex = |word: &str| word.bytes().fold(String::new(), |hex, byte| hex + &format!("%{byte:02X}"));
    let text: Vec<String> = pairs.iter().map(|(name, value)| format!("{}={}", hex(name), hex(value))).collect();
    Posted::read(text.join("&").as_bytes())
}

fn changed(text: &str, pairs: &[(&str, &str)]) -> String {
    let opened = Opened::read(text).unwrap();
    opened.with(&choices(opened.chinese), &encoded(pairs)).unwrap()
}

fn front(front: &str, pairs: &[(&str, &str)]) -> String {
    let after = changed(&format!("---\n{front}---\n\n正文。\n"), pairs);
    after.strip_prefix("---\n").unwrap().strip_suffix("---\n\n正文。\n").unwrap().to_owned()
}

/// All fields of a text's form with their values.
fn values(text: &str) -> Vec<(String, String)> {
    let opened = Opened::read(text).unwrap();
    let parts = opened.form(&choices(opened.chinese), &|_| 0);
    let fields: Vec<&Field> = parts.iter().flat_map(Part::fields).collect();
    fields
        .iter()
        .filter(|field| !field.value.is_empty())
        .map(|field| (field.name.clone(), field.value.clone()))
        .collect()
}

#[test]
fn a_value_is_changed_where_it_stands_and_keeps_its_quotes_and_its_comment() {
    for (before, name, value, after) in [
        ("标题: 甲   # 注\n发布日期: 2026-10-20\n", "title", "乙", "标题: 乙   # 注\n发布日期: 2026-10-20\n"),
        ("标题: \"甲\" # 注\n", "title", "乙 \"丙\"", "标题: \"乙 \\\"丙\\\"\" # 注\n"),
        ("title: '甲'\n", "title", "乙's", "title: '乙''s'\n"),
        ("title: 甲\n", "title", "[公示]乙: 丙 # 丁", "title: \"[公示]乙: 丙 # 丁\"\n"),
        ("内容概述:                   # 一句话\n", "summary", "甲。", "内容概述: 甲。                   # 一句话\n"),
        ("title: 甲\nsummary: |\n  一\n  二\nunit: 乙\n", "summary", "三", "title: 甲\nsummary: 三\nunit: 乙\n"),
        (
            "title: 甲\nsummary: >-\n  一\n  二\n# 注\nunit: 乙\n",
            "summary",
            "三\n四",
            "title: 甲\nsummary: |-\n  三\n  四\n# 注\nunit: 乙\n",
        ),
        ("title: 甲\nindex: \"\"\n", "index", "null", "title: 甲\nindex: \"null\"\n"),
        (
            "title: 甲\n公示: {起: 2026-01-01, 异议: {电话: , 地址: }}\n",
            "publicity.objections.phone",
            "0556-1",
            "title: 甲\n公示: {起: 2026-01-01, 异议: {电话: 0556-1 , 地址: }}\n",
        ),
        (
            "title: 甲\nguide:\n  fee: 不收费  # 注\n  place: 镇政府\n",
            "guide.fee",
            "5元",
            "title: 甲\nguide:\n  fee: 5元  # 注\n  place: 镇政府\n",
        ),
    ] {
        assert_eq!(front(before, &[(name, value)]), after, "{before}");
    }
}

#[test]
fn a_new_key_comes_in_the_order_of_the_reference_and_in_the_spelling_of_the_file() {
    for (before, pairs, after) in [
        (
            "title: 甲\npublished: 2026-10-20\n",
            &[("summary", "乙")][..],
            "title: 甲\nsummary: 乙\npublished: 2026-10-20\n",
        ),
        ("发布日期: 2026-10-20\n", &[("title", "甲"), ("draft", "是")], "标题: 甲\n发布日期: 2026-10-20\n草稿: 是\n"),
        (
            "标题: 甲\n审签:   # 逐步\n#  经办: {人: 职务}\n",
            &[("draft", "是")],
            "标题: 甲\n审签:   # 逐步\n#  经办: {人: 职务}\n草稿: 是\n",
        ),
        (
            "标题: 甲\n",
            &[
                ("publicity.from", "2026-01-01"),
                ("publicity.objections.phone", "1"),
                ("publicity.objections.address", "镇"),
                ("publicity.to", "2026-01-09"),
            ],
            "标题: 甲\n公示:\n  起: 2026-01-01\n  止: 2026-01-09\n  异议: {电话: 1, 地址: 镇}\n",
        ),
        ("title: 甲\n", &[("keywords", "乙、丙")], "title: 甲\nkeywords: [乙, 丙]\n"),
        (
            "标题: 甲\n审签:\n  经办: {人: 乙, 日期: 2026-01-01}\n",
            &[("approvals.provided.opinion", "同意, 报批")],
            "标题: 甲\n审签:\n  经办: {人: 乙, 日期: 2026-01-01, 意见: \"同意, 报批\"}\n",
        ),
        ("", &[("title", "甲"), ("published", "2026-01-01")], "标题: 甲\n发布日期: 2026-01-01\n"),
    ] {
        assert_eq!(front(before, pairs), after, "{before}");
    }
}

#[test]
fn what_is_emptied_goes_with_its_line_and_with_a_map_that_has_nothing_left() {
    for (before, name, after) in [
        ("title: 甲\nsummary: 乙 # 注\n# 丙\nunit: 丁\n", "summary", "title: 甲\n# 丙\nunit: 丁\n"),
        (
            "title: 甲\nguide:\n  fee: 5\n  place: 镇\ndraft: 是\n",
            "guide.fee",
            "title: 甲\nguide:\n  place: 镇\ndraft: 是\n",
        ),
        ("title: 甲\nguide:\n  fee: 5\ndraft: 是\n", "guide.fee", "title: 甲\ndraft: 是\n"),
        (
            "title: 甲\nwithheld: {ground: 乙, review_by: 2026-01-01}\n",
            "withheld.ground",
            "title: 甲\nwithheld: {review_by: 2026-01-01}\n",
        ),
        (
            "title: 甲\nwithheld: {ground: 乙, review_by: 2026-01-01}\n",
            "withheld.review_by",
            "title: 甲\nwithheld: {ground: 乙}\n",
        ),
        ("title: 甲\npublicity:\n  objections: {phone: 1}\n", "publicity.objections.phone", "title: 甲\n"),
        ("title: 甲\nsummary: |\n  一\n\n  二\n\nunit: 丁\n", "summary", "title: 甲\nunit: 丁\n"),
        ("title: 甲\nsummary:\nunit: 丁\n", "summary", "title: 甲\nsummary:\nunit: 丁\n"),
    ] {
        assert_eq!(front(before, &[(name, "")]), after, "{before}");
    }
}

#[test]
fn lists_of_texts_change_where_they_differ() {
    for (before, name, value, after) in [
        ("keywords: [甲, \"乙\", 丙]  # 注\n", "keywords", "甲、乙、丁", "keywords: [甲, \"乙\", 丁]  # 注\n"),
        ("keywords: [甲, 乙]\n", "keywords", "乙", "keywords: [乙]\n"),
        ("keywords: 甲\n", "keywords", "甲、乙", "keywords: [甲, 乙]\n"),
        (
            "basis:\n  - 《甲》 # 一\n  - '《乙》' # 二\n  - 《丙》 # 三\ndraft: 是\n",
            "basis",
            "《甲》\n《丁》\n《丙》",
            "basis:\n  - 《甲》 # 一\n  - '《丁》' # 二\n  - 《丙》 # 三\ndraft: 是\n",
        ),
        (
            "basis:\n- 《甲》\n- 《乙》 # 二\n",
            "basis",
            "《甲》\n《新》\n《乙》",
            "basis:\n- 《甲》\n- 《新》\n- 《乙》 # 二\n",
        ),
        ("basis:\n- 《甲》\n# 注\n- 《乙》\n", "basis", "《乙》", "basis:\n# 注\n- 《乙》\n"),
        ("basis:\n- 《甲》\ntitle: 乙\n", "basis", "《甲》\n《丙》", "basis:\n- 《甲》\n- 《丙》\ntitle: 乙\n"),
        ("basis: [《甲》,\n  《乙》]\n", "basis", "《甲》", "basis: [《甲》]\n"),
        ("channels: [website, 公示栏]\n", "channels", "website", "channels: [website]\n"),
    ] {
        assert_eq!(front(before, &[(name, value)]), after, "{before}");
    }
}

#[test]
fn what_is_ticked_keeps_the_order_of_the_file() {
    let before = "title: 甲\nchannels: [website, board, social]\n";
    let ticked = |words: &[&'static str]| words.iter().map(|word| ("channels", *word)).collect::<Vec<_>>();
    assert_eq!(front(before, &ticked(&["", "website", "social", "board"])), before);
    assert_eq!(front(before, &ticked(&["", "social", "board"])), "title: 甲\nchannels: [board, social]\n");
    assert_eq!(
        front(before, &ticked(&["", "on-site", "website", "board", "social"])),
        "title: 甲\nchannels: [website, board, social, on-site]\n"
    );
    assert_eq!(front(before, &ticked(&[""])), "title: 甲\n");
    assert_eq!(front(before, &[]), before);
}

#[test]
fn rows_are_added_changed_and_taken_away() {
    let two = "attachments:\n  - {file: a.pdf, title: 甲} # 一\n  - file: b.pdf # 二\n    title: 乙\ndraft: 是\n";
    for (before, pairs, after) in [
        (
            two,
            &[("attachments.1.title", "丙")][..],
            "attachments:\n  - {file: a.pdf, title: 甲} # 一\n  - file: b.pdf # 二\n    title: 丙\ndraft: 是\n",
        ),
        (
            two,
            &[("attachments.0.file", ""), ("attachments.0.title", "")],
            "attachments:\n  - file: b.pdf # 二\n    title: 乙\ndraft: 是\n",
        ),
        (
            two,
            &[("attachments.1.file", ""), ("attachments.1.title", "")],
            "attachments:\n  - {file: a.pdf, title: 甲} # 一\ndraft: 是\n",
        ),
        (
            two,
            &[
                ("attachments.0.file", ""),
                ("attachments.0.title", ""),
                ("attachments.1.file", ""),
                ("attachments.1.title", ""),
            ],
            "draft: 是\n",
        ),
        (
            two,
            &[("attachments.2.file", "c.pdf"), ("attachments.2.title", "丙"), ("attachments.5.file", "d.pdf")],
            "attachments:\n  - {file: a.pdf, title: 甲} # 一\n  - file: b.pdf # 二\n    title: 乙\n  - {file: c.pdf, title: 丙}\n  - {file: d.pdf}\ndraft: 是\n",
        ),
        ("附件: [a.pdf, b.pdf]\n", &[("attachments.1.title", "乙")], "附件: [a.pdf, {文件: b.pdf, 名称: 乙}]\n"),
        ("附件: [a.pdf, b.pdf]\n", &[("attachments.0.file", "")], "附件: [b.pdf]\n"),
        ("附件: a.pdf\n", &[("attachments.1.file", "b.pdf")], "附件: [a.pdf, {文件: b.pdf}]\n"),
        ("附件: a.pdf\n", &[("attachments.0.file", "")], ""),
        (
            "标题: 甲\n",
            &[("attachments.0.file", "a.pdf"), ("attachments.0.title", "甲")],
            "标题: 甲\n附件:\n  - {文件: a.pdf, 名称: 甲}\n",
        ),
        (
            "corrections: {on: 2026-01-01, note: 甲}\n",
            &[("corrections.1.note", "乙")],
            "corrections: [{on: 2026-01-01, note: 甲}, {note: 乙}]\n",
        ),
        (
            "corrections:\n  on: 2026-01-01 # 注\n  note: 甲\ndraft: 是\n",
            &[("corrections.1.note", "乙")],
            "corrections:\n  - on: 2026-01-01 # 注\n    note: 甲\n  - {note: 乙}\ndraft: 是\n",
        ),
        (
            "tables:\n  - {file: a.csv, mask: {电话: phone}}\n",
            &[("tables.0.mask", "电话: phone\n身份证号：id")],
            "tables:\n  - {file: a.csv, mask: {电话: phone, 身份证号: id}}\n",
        ),
    ] {
        assert_eq!(front(before, pairs), after, "{before} {pairs:?}");
    }
}

#[test]
fn the_body_changes_line_by_line_and_keeps_its_line_breaks() {
    for (before, body, after) in [
        ("---\r\ntitle: 甲\r\n---\r\n\r\n一\r\n二\r\n", "一\n三", "---\r\ntitle: 甲\r\n---\r\n\r\n一\r\n三\r\n"),
        ("---\ntitle: 甲\n---\n\n一\r\n二\n三\r\n", "一\n新\n三", "---\ntitle: 甲\n---\n\n一\r\n新\r\n三\r\n"),
        ("---\ntitle: 甲\n---\n一", "一\n二", "---\ntitle: 甲\n---\n一\n二\n"),
        ("---\ntitle: 甲\n---", "一", "---\ntitle: 甲\n---\n一\n"),
        ("---\ntitle: 甲\n---\n\n\n一\n\n\n", "一", "---\ntitle: 甲\n---\n\n\n一\n\n\n"),
        ("---\ntitle: 甲\n---\n\n一\n", "", "---\ntitle: 甲\n---\n\n"),
    ] {
        assert_eq!(changed(before, &[("body", body)]), after, "{before}");
    }
}

#[test]
fn what_the_form_cannot_show_it_does_not_touch() {
    let before = "---\ntitle: [甲, 乙]\nguide: 丙\nbasis:\n  - |\n    一\n    二\n---\n";
    assert_eq!(changed(before, &[("title", ""), ("guide.fee", ""), ("basis", "")]), before);
    let opened = Opened::read(before).unwrap();
    assert_eq!(opened.with(&choices(false), &encoded(&[("guide.fee", "5")])), Err(vec!["guide.fee".to_owned()]));
    for broken in ["", "正文", "---\ntitle: [甲\n---\n", "---\n- 甲\n---\n", "---\ntitle: 甲\n"] {
        assert!(Opened::read(broken).is_none(), "{broken}");
    }
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[甲乙丙丁]{1,4}",
        "[a-z0-9甲:# ,'\"\\[\\]{}&*!|>%@`?=~-]{1,12}",
        Just("null".to_owned()),
        Just("2026-10-20".to_owned())
    ]
    .prop_map(|word| word.trim().to_owned())
    .prop_filter("says something", |word| !word.is_empty())
}

/// Front matter in many styles.
fn fronts() -> impl Strategy<Value = String> {
    let title = prop_oneof![Just("标题: 甲 # 注\n"), Just("title: \"甲\"\n"), Just("# 首\ntitle: '甲'\n")];
    let middle = prop_oneof![
        Just(""),
        Just("summary: |\n  一\n  二\n"),
        Just("# 注\nbasis: [《甲》, '乙']\n"),
        Just("basis:\n  - 《甲》 # 一\n  - 乙\n"),
        Just("publicity: {from: 2026-01-01, objections: {phone: 1}}\n"),
        Just("publicity:\n    from: 2026-01-01 # 注\n    objections:\n        phone: 1\n"),
    ];
    let rows = prop_oneof![
        Just(""),
        Just("attachments: [a.pdf, {file: b.pdf, title: 乙}]\n"),
        Just("attachments:\n- file: a.pdf # 注\n  title: 甲\n- b.pdf\n"),
        Just("attachments: a.pdf\n"),
        Just("attachments:\n  file: a.pdf\n  title: 甲\n"),
    ];
    (title, middle, rows, any::<bool>()).prop_map(|(title, middle, rows, wide)| {
        let text = format!("---\n{title}{middle}{rows}unknown: 甲 # 末\n---\n\n正文 一\n\n二\n");
        if wide { text.replace('\n', "\r\n") } else { text }
    })
}

const NAMES: [&str; 12] = [
    "title",
    "summary",
    "basis",
    "keywords",
    "publicity.from",
    "publicity.to",
    "publicity.objections.phone",
    "attachments.0.file",
    "attachments.0.title",
    "attachments.1.file",
    "attachments.1.title",
    "attachments.2.file",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn what_is_saved_is_read_again_and_the_rest_stays(text in fronts(), at in 0..NAMES.len(), value in word()) {
        let name = NAMES[at];
        let value = if name == "keywords" { value.replace(['、', ',', '，'], "") } else { value };
        prop_assume!(!value.trim().is_empty());
        let after = changed(&text, &[(name, &value)]);
        let held = values(&after);
        prop_assert!(held.iter().any(|(_, own)| *own == value.trim()), "{after}");
        // Every other field is as it was.
        for (known, own) in values(&text).iter().filter(|(known, _)| known != name) {
            prop_assert!(held.contains(&(known.clone(), own.clone())), "{known}: {after}");
        }
        // No line is lost but the one that was changed, or those of one value.
        let kept = text.split_inclusive('\n').filter(|line| line.contains('注') || line.contains('末') || line.contains('首'));
        for line in kept.filter(|line| !line.starts_with("标题") && !line.contains(": 2026-01-01") && !line.contains("a.pdf")) {
            prop_assert!(after.contains(line), "{line}{after}");
        }
        prop_assert!(after.ends_with(text.rsplit("---").next().unwrap()));
        // A row that is new takes the next number, so only the others can be saved twice.
        if !name.starts_with("attachments") {
            prop_assert_eq!(changed(&after, &[(name, &value)]), after);
        }
    }

    #[test]
    fn no_text_and_no_form_makes_it_panic(text in "(---\n)?[ 标题title:#\\-\\[\\]{}|>,\"'\n&*甲]{0,60}(---\n)?", value in "\\PC{0,12}", at in 0..NAMES.len()) {
        if let Some(opened) = Opened::read(&text) {
            let _ = opened.with(&choices(opened.chinese), &encoded(&[(NAMES[at], &value), ("body", &value)]));
            let _ = opened.with(&choices(opened.chinese), &encoded(&[(NAMES[at], "")]));
        }
    }
}
