//! What holds for every text.

use super::found::Find;
use super::mask::{MaskKind, mask};
use super::passage::Passage;
use super::read::in_text;
use super::setting::{Kind, OfficeWords, Setting};
use crate::calendar::Date;
use proptest::prelude::*;

fn office() -> OfficeWords {
    OfficeWords { self_names: vec!["镇".into()], public_phones: vec![], today: Date::new(2026, 11, 21).unwrap() }
}

const KINDS: [Kind; 5] = [Kind::Prose, Kind::Listed, Kind::Title, Kind::FileName, Kind::Link];

fn finds(kind: Kind, text: &str) -> Vec<(&'static str, Find)> {
    in_text(&Passage::new(text), &Setting::new(kind, &office()))
}

/// Text made of what detectors look at: digits, marks, phrases, letters.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<char>().prop_map(String::from),
        "[0-9０-９]{1,21}",
        "[\\p{Han}]{1,6}",
        "[-—  \n\u{200b}\u{3000}，。、：；（）()《》〔〕“”\\[\\]_xX×%★|?]{1,3}",
        prop::sample::select(vec![
            "账号",
            "身份证",
            "村民张小明患",
            "肺癌",
            "我乡",
            "机密★",
            "〔2016",
            "号",
            "第",
            "页",
            "共",
            "附件",
            "岁",
            "南山村三组",
            "内部资料",
            "務(wù)",
            "http://",
            "+86",
            "\u{feff}",
            "\r\n\r\n",
            "月",
            "日",
            "待补充",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn identity() -> impl Strategy<Value = String> {
    (
        prop::sample::select(vec!["350121", "110105", "440524", "820000"]),
        1930..2020_u32,
        1..=12_u32,
        1..=28_u32,
        0..1000_u32,
    )
        .prop_map(|(region, year, month, day, serial)| {
            let body = format!("{region}{year}{month:02}{day:02}{serial:03}");
            let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
            let sum: u32 = body.bytes().zip(weights).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
            body + &"10X98765432"[(sum % 11) as usize..][..1]
        })
}

/// Text that neither ends nor begins with what would belong to a number.
fn around() -> impl Strategy<Value = String> {
    "[\\p{Han}，。；（）a-z《》\n]{0,30}"
}

proptest! {
    #[test]
    fn no_text_makes_a_detector_panic_and_every_place_is_a_piece_of_the_text(text in text()) {
        for kind in KINDS {
            for (id, find) in finds(kind, &text) {
                prop_assert!(text.get(find.span.start as usize..find.span.end as usize).is_some(), "{id}: {:?}", find.span);
                prop_assert!(!find.message.zh.is_empty() && !find.message.en.is_empty(), "{id}");
            }
        }
    }

    #[test]
    fn a_message_never_holds_a_whole_number(text in text(), id in identity()) {
        for (check, find) in finds(Kind::Prose, &format!("{text} 身份证{id}，{text}")) {
            prop_assert!(!find.message.zh.contains(&id) && !find.message.en.contains(&id), "{check}: {}", find.message.zh);
        }
    }

    #[test]
    fn an_identity_number_is_found_wherever_it_stands(before in around(), id in identity(), after in around()) {
        let text = format!("{before}乙{id}乙{after}");
        let found = finds(Kind::Prose, &text);
        prop_assert!(found.iter().any(|(check, find)| *check == "id-number" && find.span.of(&text) == id), "{text}");
    }

    #[test]
    fn a_mobile_number_is_found_wherever_it_stands(before in around(), phone in "1[3-9][0-9]{9}", after in around()) {
        let text = format!("{before}乙{phone}乙{after}");
        let found = finds(Kind::Listed, &text);
        prop_assert!(found.iter().any(|(check, find)| *check == "private-phone" && find.span.of(&text) == phone), "{text}");
    }

    #[test]
    fn masking_what_was_found_leaves_nothing_to_find(text in text(), id in identity(), phone in "1[3-9][0-9]{9}") {
        let checks = ["id-number", "private-phone", "bank-account"];
        let mut text = format!("{text}：{id}，{phone}，账号6228480402564890018。");
        // One round may join what stood on both sides of a find; it ends, because every round leaves fewer digits.
        for _ in 0..8 {
            let mut found: Vec<Find> = finds(Kind::Listed, &text)
                .into_iter()
                .filter(|(check, _)| checks.contains(check))
                .map(|(_, find)| find)
                .collect();
            found.sort_by_key(|find| std::cmp::Reverse(find.span));
            let mut start = u32::MAX;
            for find in found {
                if find.span.end <= start {
                    start = find.span.start;
                    text.replace_range(start as usize..find.span.end as usize, &find.instead.unwrap());
                }
            }
        }
        let left: Vec<_> = finds(Kind::Listed, &text).into_iter().filter(|(check, _)| checks.contains(check)).collect();
        prop_assert!(left.is_empty(), "{text}: {left:?}");
        prop_assert!(!text.contains(&id) && !text.contains(&phone));
    }

    #[test]
    fn masking_twice_is_masking_once(text in text()) {
        for (kind, ..) in MaskKind::NAMES {
            let once = mask(kind, &text);
            prop_assert_eq!(mask(kind, &once), once);
        }
    }
}

/// Where a detector looked at the whole text for every place in it, this would take hours.
#[test]
fn a_long_text_of_one_pattern_is_read_in_one_go() {
    let patterns = [
        "13800138000-",
        "A13800138000",
        "1.5 2.5 ",
        "138 ",
        "12345678901234567 ",
        "中(",
        "（",
        "》",
        "“",
        "_条",
        "{{",
        "中?中",
        "第",
        "浏览次数 ",
        ")[2016",
        "我镇",
        "机密 ",
        "村民张",
        "6228 4804 0256 ",
        "，。",
        "《\n\n",
        "20161229",
        "附件：\n",
        "肺癌",
        "12岁",
    ];
    for pattern in patterns {
        let text = pattern.repeat(20_000 / pattern.len());
        for kind in KINDS {
            finds(kind, &text);
        }
    }
}
