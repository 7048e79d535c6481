//! The numbers that Word shows and does not write: 一、 （一） 1. counted from the document's list definitions.

use super::super::fault::Fault;
use super::super::markup::{Markup, Token};
use std::collections::BTreeMap;

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// The lists of a document and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    abstracts: BTreeMap<String, BTreeMap<u32, Level>>,
    lists: BTreeMap<String, String>,
    counts: BTreeMap<(String, u32), u32>,
}

impl Numbering {
    pub(super) fn of(part: &[u8]) -> Result<Self, Fault> {
        let mut numbering = Self::default();
        let mut markup = Markup::new(part);
        let (mut own, mut list, mut level) = (String::new(), String::new(), 0);
        while let Some(token) = markup.token()? {
            let Token::Start(element) = token else { continue };
            let val = || element.attribute("val").unwrap_or_default().into_owned();
            match element.name() {
                "abstractNum" => own = element.attribute("abstractNumId").unwrap_or_default().into_owned(),
                "num" => list = element.attribute("numId").unwrap_or_default().into_owned(),
                "abstractNumId" => {
                    numbering.lists.insert(list.clone(), val());
                }
                "lvl" => level = element.number("ilvl").unwrap_or(0),
                name @ ("numFmt" | "lvlText" | "start") => {
                    let entry = numbering.abstracts.entry(own.clone()).or_default().entry(level).or_default();
                    match name {
                        "numFmt" => entry.format = val(),
                        "lvlText" => entry.text = val(),
                        _ => entry.start = val().parse().unwrap_or(1),
                    }
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// The next number of a list; none for a bullet.
    pub(super) fn next(&mut self, list: &str, level: u32) -> Option<String> {
        let own = self.lists.get(list)?.clone();
        let levels = self.abstracts.get(&own)?;
        let here = levels.get(&level)?.clone();
        let starts: Vec<u32> = (0..=level).map(|at| levels.get(&at).map_or(1, |level| level.start)).collect();
        let formats: Vec<String> =
            (0..=level).map(|at| levels.get(&at).map_or_else(String::new, |level| level.format.clone())).collect();
        let count = self.counts.entry((own.clone(), level)).and_modify(|count| *count += 1).or_insert(here.start);
        let count = *count;
        self.counts.retain(|(list, deeper), _| *list != own || *deeper <= level);
        if here.format == "bullet" || here.format == "none" {
            return None;
        }
        let mut text = here.text.clone();
        for at in 0..=level {
            let number = if at == level {
                count
            } else {
                self.counts.get(&(own.clone(), at)).copied().unwrap_or(starts[at as usize])
            };
            text = text.replace(&format!("%{}", at + 1), &written(number, &formats[at as usize]));
        }
        Some(text)
    }
}

fn written(number: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographDigital"
        | "japaneseCounting"
        | "taiwaneseCountingThousand" => chinese(number),
        "upperLetter" => char::from_u32('A' as u32 + (number.max(1) - 1) % 26).map(String::from).unwrap_or_default(),
        "lowerLetter" => char::from_u32('a' as u32 + (number.max(1) - 1) % 26).map(String::from).unwrap_or_default(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32('①' as u32 + number - 1).map(String::from).unwrap_or_default()
        }
        _ => number.to_string(),
    }
}

/// 一 to 九十九.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |number: u32| DIGITS.get(number as usize).copied().unwrap_or_default();
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}
