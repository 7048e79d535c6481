//! What of an item is published, as the ledger records it. It depends on what the office wrote, not on the theme, the
//! program's version or the way in which pages are laid out.

use super::item::Item;
use super::model::Board;
use super::standing::Standing;
use crate::calendar::{Date, Stamp};
use crate::ledger::Entry;
use crate::term::{Audience, Term};
use crate::text::{Placed, digest};
use serde_json::{Value, json};

impl Board {
    /// What the ledger records of an item; none where the website shows nothing of it to everybody.
    pub fn ledger_entry(&self, item: &Item) -> Option<Entry> {
        let first = item.published().filter(|_| item.audience == Audience::Public && item.has_page())?;
        let events = events(item);
        let last =
            events.iter().map(|(on, _)| Stamp::from(*on)).chain(item.front().updated.as_ref().map(|on| on.value));
        Some(Entry {
            index: item.index().map(str::to_owned),
            address: item.address.as_str().to_owned(),
            digest: digest(self.published_text(item).as_bytes()),
            first,
            last: last.chain([first]).max().unwrap_or(first),
            note: note(item, &events),
        })
    }

    /// What is published of an item, one part a line.
    fn published_text(&self, item: &Item) -> String {
        let front = item.front();
        let mut parts = vec![json!(["title", item.title()])];
        let mut add = |key: &str, value: Value| parts.push(json!([key, value]));
        if let (Standing::Withdrawn, Some(withdrawn)) = (&item.standing, &front.withdrawn) {
            add("withdrawn", json!([day(withdrawn.on.as_ref()), text(withdrawn.reason.as_ref())]));
            return lines(&parts);
        }
        add("summary", text(front.summary.as_ref()));
        add("method", json!(item.method.id()));
        add("period", json!(item.period().map(|period| period.to_string())));
        if item.shows_content() {
            add("source", text(front.source.as_ref()));
            add("basis", texts(&front.basis));
            if let Some(document) = &front.document {
                add(
                    "document",
                    json!([
                        text(document.number.as_ref()),
                        text(document.issuer.as_ref()),
                        day(document.written.as_ref()),
                        day(document.effective.as_ref()),
                        item.validity().map(Term::id),
                        day(document.repealed.as_ref()),
                        texts(&document.replaces),
                    ]),
                );
            }
            self.add_facets(item, &mut add);
            add("body", json!(readable(item.draft.body())));
            for file in &item.attached {
                let Some(path) = file.offered() else { continue };
                let name = file.address.as_str().rsplit('/').next().unwrap_or_default();
                let held = self.reading(path).and_then(|reading| reading.digest);
                add("file", json!([name, file.title, held.map(|held| held.to_string())]));
            }
        }
        lines(&parts)
    }

    fn add_facets(&self, item: &Item, add: &mut impl FnMut(&str, Value)) {
        let front = item.front();
        if let Some(guide) = &front.guide {
            let lists =
                [&guide.basis, &guide.conditions, &guide.materials, &guide.steps, &guide.obligations, &guide.rights];
            let words = [&guide.time_limit, &guide.fee, &guide.place, &guide.hours, &guide.phone];
            let lists: Vec<Value> = lists.into_iter().map(|list| texts(list)).collect();
            let words: Vec<Value> = words.into_iter().map(|word| text(word.as_ref())).collect();
            add("guide", json!([lists, words]));
        }
        if let Some(publicity) = &front.publicity {
            let days = json!([day(publicity.from.as_ref()), day(publicity.to.as_ref())]);
            let words = [&publicity.phone, &publicity.address, &publicity.outcome].map(|word| text(word.as_ref()));
            add("publicity", json!([days, words]));
        }
        if let Some(consultation) = &front.consultation {
            let days = json!([day(consultation.from.as_ref()), day(consultation.to.as_ref())]);
            let words = [&consultation.how, &consultation.outcome].map(|word| text(word.as_ref()));
            add("consultation", json!([days, words]));
        }
        if let Some(reply) = &front.reply {
            add("reply", json!([day(reply.asked.as_ref()), day(reply.answered.as_ref()), text(reply.via.as_ref())]));
        }
        for table in &front.tables {
            let held = self.table_file(item, table).and_then(|(_, reading)| reading.digest);
            let masks: Vec<[&str; 2]> = table.mask.iter().map(|(column, kind)| [&***column, &***kind]).collect();
            let words = [&table.sheet, &table.caption].map(|word| text(word.as_ref()));
            add(
                "table",
                json!([&*table.file.value, words, masks, texts(&table.drop), held.map(|held| held.to_string())]),
            );
        }
    }
}

/// What happened to an item, in the order of days: corrections, its repeal, its being taken down.
fn events(item: &Item) -> Vec<(Date, String)> {
    let front = item.front();
    let corrections = front.corrections.iter().filter_map(|one| {
        let on = one.on.as_ref()?.value;
        Some((on, format!("{on} {}", one.note.as_ref().map_or("", |note| note.trim()))))
    });
    let repealed = front.document.as_ref().and_then(|document| document.repealed.as_ref());
    let repealed = repealed.map(|on| (on.value, format!("{} 废止", on.value)));
    let withdrawn = front.withdrawn.as_ref().and_then(|withdrawn| {
        let on = withdrawn.on.as_ref()?.value;
        Some((on, format!("{on} 撤下：{}", withdrawn.reason.as_ref().map_or("", |reason| reason.trim()))))
    });
    let mut events: Vec<(Date, String)> = corrections.chain(repealed).chain(withdrawn).collect();
    events.sort_by_key(|(on, _)| *on);
    events
}

/// The words of the newest event. What a notice announced comes later and is no correction: outcome and answer.
fn note(item: &Item, events: &[(Date, String)]) -> String {
    let front = item.front();
    let outcome = front.publicity.as_ref().is_some_and(|publicity| publicity.outcome.is_some())
        || front.consultation.as_ref().is_some_and(|consultation| consultation.outcome.is_some())
        || front.reply.as_ref().is_some_and(|reply| reply.answered.is_some());
    let told = events.last().map_or("", |(_, note)| note);
    match (told, outcome) {
        ("", true) => "已有结果".to_owned(),
        (told, true) => format!("{told}；已有结果"),
        (told, false) => told.to_owned(),
    }
}

fn lines(parts: &[Value]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(&part.to_string());
        text.push('\n');
    }
    text
}

fn text(word: Option<&Placed<String>>) -> Value {
    json!(word.map(|word| word.trim()))
}

fn texts(words: &[Placed<String>]) -> Value {
    json!(words.iter().map(|word| word.trim()).collect::<Vec<_>>())
}

fn day(date: Option<&Placed<Date>>) -> Value {
    json!(date.map(|date| date.value.to_string()))
}

/// The body without what readers never see: comments, spaces at line ends, the kind of line ends.
fn readable(body: &str) -> String {
    let mut kept = String::new();
    let mut in_comment = false;
    let mut fence: Option<&str> = None;
    for line in body.lines() {
        let start = line.trim_start();
        let marks = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        if !in_comment && marks.is_some() && (fence.is_none() || fence == marks) {
            fence = if fence.is_some() { None } else { marks };
        }
        let line = if fence.is_some() { line.to_owned() } else { uncommented(line, &mut in_comment) };
        kept.push_str(line.trim_end());
        kept.push('\n');
    }
    kept.trim().to_owned()
}

/// A line without its comments; `inside` says whether it begins, and then whether it ends, within one.
fn uncommented(line: &str, inside: &mut bool) -> String {
    let mut kept = String::new();
    let mut rest = line;
    loop {
        let mark = if *inside { "-->" } else { "<!--" };
        let Some((before, after)) = rest.split_once(mark) else {
            if !*inside {
                kept.push_str(rest);
            }
            return kept;
        };
        if !*inside {
            kept.push_str(before);
        }
        *inside = !*inside;
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_line_ends_are_not_published() {
        assert_eq!(readable("\r\n甲 <!-- 待核 -->乙  \r\n<!-- 一\n二 -->\n丙\r\n"), "甲 乙\n\n\n丙");
        assert_eq!(readable("```\n<!-- 示例 -->\n```\n<!-- 注 -->"), "```\n<!-- 示例 -->\n```");
    }
}
