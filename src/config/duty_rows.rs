//! Reads `duties.yaml`. Whatever is wrong in it is a finding `bad-duties`, but for channels outside the 13 carriers.

use super::category::channel;
use super::duty::{Duty, Pause};
use super::settings::{Config, unwritten};
use crate::calendar::Period;
use crate::diag::Report;
use crate::say;
use crate::source::{Fields, Key, Node, Reader, Shape, Source, Value};
use crate::term::{Audience, Cadence, Channel, Level, Term};
use crate::text::{Placed, Span, Text, nearest};
use std::collections::HashSet;

/// Keys that may stand in a duty.
const KEYS: [Key; 22] = [
    ID, NAME, AREA, GROUP, CATEGORY, CADENCE, UNIT, SINCE, UNTIL, PAUSED, DUE, LIMIT, PUBLICITY, BASIS, ELEMENTS,
    CHANNELS, AUDIENCE, METHOD, LEVEL, FROM, TO, REASON,
];
const ID: Key = ("id", "标识");
const NAME: Key = ("name", "名称");
const AREA: Key = ("area", "领域");
const GROUP: Key = ("group", "一级事项");
const CATEGORY: Key = ("category", "类别");
const CADENCE: Key = ("cadence", "公开时限");
const UNIT: Key = ("unit", "责任单位");
const SINCE: Key = ("since", "起");
const UNTIL: Key = ("until", "止");
const PAUSED: Key = ("paused", "暂停");
const DUE: Key = ("due", "期限");
const LIMIT: Key = ("limit", "时限原文");
const PUBLICITY: Key = ("publicity_days", "公示天数");
const BASIS: Key = ("basis", "公开依据");
const ELEMENTS: Key = ("elements", "要素");
const CHANNELS: Key = ("channels", "公开渠道");
const AUDIENCE: Key = ("audience", "公开对象");
const METHOD: Key = ("method", "公开方式");
const LEVEL: Key = ("level", "公开层级");
const FROM: Key = ("from", "起");
const TO: Key = ("to", "止");
const REASON: Key = ("reason", "理由");

/// The check that speaks of this file.
const CHECK: &str = "bad-duties";

/// Reads `duties.yaml`; a board without one owes nothing that is written down.
pub fn duties(source: Option<&Source>, config: &Config, report: &mut Report) -> Vec<Duty> {
    let Some(source) = source else { return Vec::new() };
    let reader = Reader::new(&source.path);
    let is_key = |word: &str| KEYS.iter().any(|key| key.0 == word || key.1 == word);
    let root = reader.yaml(&source.text, 0, &is_key);
    let rows = root.map_or_else(Vec::new, |root| rows(root, &reader));
    let mut taken = HashSet::new();
    let mut duties = Vec::new();
    for row in rows {
        let span = row.span;
        let mut fields = Fields::of(&reader, row);
        let duty = duty(&mut fields, config);
        fields.refuse_rest();
        if let Some(duty) = duty.filter(|_| duties.len() < usize::from(u16::MAX)) {
            if taken.insert(duty.id.clone()) {
                duties.push(duty);
            } else {
                let id = &duty.id;
                let message = say!("标识“{id}”写了两次", "the id “{id}” is written twice");
                let remedy = say!("给其中一行换一个标识", "give one of the rows another id");
                reader.refuse(CHECK, Span { start: span.start, end: span.start }, message, remedy);
            }
        }
    }
    let mut found = reader.finish();
    found.retain(|finding| {
        if finding.check != "unknown-channel" {
            finding.check = CHECK;
            finding.basis = Some("基层政务公开标准目录的各栏（国办发〔2019〕54号）");
        }
        true
    });
    report.extend(found);
    duties
}

/// What a duty may hold, as it is read.
pub fn duty_shape() -> Shape {
    let config = unwritten();
    Reader::shape(|mut fields| drop(duty(&mut fields, &config)))
}

fn rows<'t>(root: Node<'t>, reader: &Reader) -> Vec<Node<'t>> {
    match root.value {
        Value::List(list) => list,
        Value::Empty => Vec::new(),
        Value::Text(_) | Value::Map(_) => {
            reader.refuse(
                CHECK,
                Span { start: root.span.start, end: root.span.start },
                say!("这里应当是一张清单，每个事项以“- ”开头", "a list is wanted here, each duty after “- ”"),
                say!(
                    "每个事项写成：- id: ……，换行后对齐写 name: ……",
                    "write each duty as “- id: …”, its other keys below"
                ),
            );
            Vec::new()
        }
    }
}

/// One row. A row without id or name is none: nothing can refer to it.
fn duty(fields: &mut Fields<'_, '_>, config: &Config) -> Option<Duty> {
    let reader = fields.reader();
    let start = Span { start: fields.span().start, end: fields.span().start };
    let id = required(fields, ID, "revenue-expenditure", start);
    let name = required(fields, NAME, "财政收支情况", start);
    let category = fields.text(CATEGORY);
    let node = category.as_ref().and_then(|path| {
        let found = config.categories.find(path);
        if found.is_none() {
            refuse_word(reader, path, ("类别", "category"), nearest(path, config.categories.words()));
        }
        found
    });
    let above = node.map(|id| config.categories.get(id));
    let cadence = fields
        .term::<Cadence>(CADENCE)
        .or_else(|| above.and_then(|node| node.cadence).map(|cadence| Placed::new(cadence, start)));
    if cadence.is_none() && !fields.was_written(CADENCE) {
        missing(reader, start, CADENCE, "quarterly");
    }
    let unit = fields.text(UNIT);
    if let Some(word) = unit.as_ref().filter(|word| config.find_unit(word).is_none()) {
        let units = config.units.iter().flat_map(|unit| [unit.id.as_str(), unit.name.as_str()]);
        refuse_word(reader, word, ("责任单位", "unit"), nearest(word, units));
    }
    let unit = unit.or_else(|| above.and_then(|node| node.unit.clone()).map(|unit| Placed::new(unit, start)));
    let since = period(fields, SINCE, cadence.as_ref().map(|cadence| cadence.value));
    let until = period(fields, UNTIL, cadence.as_ref().map(|cadence| cadence.value));
    if let (Some(since), Some(until)) = (&since, &until)
        && since.start() > until.end()
    {
        let (first, last) = (since.value, until.value);
        reader.refuse(
            CHECK,
            until.span,
            say!("“止”（{last}）早于“起”（{first}）", "“until” ({last}) is before “since” ({first})"),
            say!("改正其中一个", "mend one of them"),
        );
    }
    let channels = fields.texts_among::<Channel>(CHANNELS);
    let duty = Duty {
        span: id.as_ref().map_or(start, |id| id.span),
        area: fields.text(AREA).map(|area| area.value.trim().to_owned()),
        group: fields.text(GROUP).map(|group| group.value.trim().to_owned()),
        category,
        unit,
        since,
        until,
        paused: pauses(fields),
        due: fields.length(DUE),
        limit: fields.text(LIMIT).map(|limit| limit.value.trim().to_owned()),
        publicity_days: fields.number(PUBLICITY).map(|days| days.value),
        basis: plain(fields.texts(BASIS)),
        elements: plain(fields.texts(ELEMENTS)),
        channels: channels.iter().filter_map(|word| channel(word, reader)).collect(),
        audience: audience(fields),
        method: fields.term(METHOD).map(|method| method.value),
        levels: levels(fields),
        cadence,
        id: id.as_ref().map(|id| id.trim().to_owned()).unwrap_or_default(),
        name: name.as_ref().map(|name| name.trim().to_owned()).unwrap_or_default(),
    };
    (id.is_some() && name.is_some()).then_some(duty)
}

fn plain(words: Vec<Placed<String>>) -> Vec<String> {
    words.into_iter().map(|word| word.value.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

fn required(fields: &mut Fields<'_, '_>, key: Key, example: &str, start: Span) -> Option<Placed<String>> {
    let value = fields.text(key).filter(|value| !value.trim().is_empty());
    if value.is_none() && !fields.was_written(key) {
        missing(fields.reader(), start, key, example);
    }
    value
}

fn missing(reader: &Reader, span: Span, key: Key, example: &str) {
    let (id, name) = key;
    reader.refuse(
        CHECK,
        span,
        say!("这一行缺少“{id}”（{name}）", "this row lacks “{id}”"),
        say!("补上，如 {id}: {example}", "add it, for example {id}: {example}"),
    );
}

fn refuse_word(reader: &Reader, word: &Placed<String>, what: (&str, &str), near: Option<&str>) {
    let (shown, (zh, en)) = (word.trim(), what);
    let remedy = match near {
        Some(near) => {
            say!("改为“{near}”，或在 board.yaml 里加上它", "write “{near}”, or add it to board.yaml")
        }
        None => say!("写 board.yaml 里有的，或在那里加上它", "write one that board.yaml has, or add it there"),
    };
    reader.refuse(CHECK, word.span, say!("没有“{shown}”这个{zh}", "there is no {en} “{shown}”"), remedy);
}

/// A period, which must be no finer than the cadence wants: `since: 2025` is fine for a quarterly duty.
fn period(fields: &mut Fields<'_, '_>, key: Key, cadence: Option<Cadence>) -> Option<Placed<Period>> {
    let period = fields.period(key)?;
    let (Some(cadence), (id, name)) = (cadence, key) else { return Some(period) };
    let Some(kind) = cadence.period_kind() else {
        let term = cadence.chinese();
        fields.reader().refuse(
            CHECK,
            period.span,
            say!("{term}公开的事项没有期，不写“{id}”（{name}）", "a duty that is not periodic has no “{id}”"),
            say!("删去这一行，或改写公开时限", "delete the line, or mend the cadence"),
        );
        return None;
    };
    if kind < period.kind() {
        let (shown, term, wanted) = (period.value, cadence.chinese(), Period::containing(kind, period.start()));
        fields.reader().refuse(
            CHECK,
            period.span,
            say!("“{name}”的值“{shown}”与公开时限“{term}”不合", "“{id}” cannot be “{shown}” with this cadence"),
            say!("改为 {wanted}", "write {wanted}"),
        );
    }
    Some(period)
}

/// A reason alone, a pause with its ends, or several.
fn pauses(fields: &mut Fields<'_, '_>) -> Vec<Pause> {
    let reader = fields.reader();
    let Some(key) = fields.key_span(PAUSED) else { return Vec::new() };
    let Some(node) = fields.node(PAUSED) else {
        refuse_pause(reader, key);
        return Vec::new();
    };
    let nodes = match node.value {
        Value::List(list) => list,
        _ => vec![node],
    };
    let one = |node: Node<'_>| {
        if let Value::Text(word) = &node.value {
            // 是 and the like say that it rests, not why.
            let says_why = !matches!(word.trim(), "是" | "true" | "yes" | "");
            if !says_why {
                refuse_pause(reader, node.span);
            }
            return says_why.then(|| Pause { from: None, to: None, reason: word.trim().to_owned() });
        }
        let span = node.span;
        let mut inner = Fields::of(reader, node);
        let (from, to) = (inner.period(FROM), inner.period(TO));
        let reason = inner.text(REASON);
        inner.refuse_rest();
        if reason.is_none() {
            refuse_pause(reader, Span { start: span.start, end: span.start });
        }
        let value = |period: Placed<Period>| period.value;
        Some(Pause { from: from.map(value), to: to.map(value), reason: reason?.value.trim().to_owned() })
    };
    nodes.into_iter().filter_map(one).collect()
}

fn refuse_pause(reader: &Reader, span: Span) {
    reader.refuse(
        CHECK,
        span,
        say!("暂停没有写明理由", "the pause has no reason"),
        say!(
            "写明理由，如 paused: 村委会换届；只停几期的写 {{from: 2026-Q2, to: 2026-Q3, reason: ……}}",
            "give the reason, as in paused: …, or {{from: 2026-Q2, to: 2026-Q3, reason: …}}"
        ),
    );
}

fn audience(fields: &mut Fields<'_, '_>) -> Option<Audience> {
    let words = fields.texts(AUDIENCE);
    let first = words.first()?.span;
    let audience = Audience::read(&plain(words));
    if audience.is_none() {
        let text: Text = say!("“公开对象”的值不对", "“audience” is wrong");
        let remedy =
            say!("可以写：全社会、内部，或特定群体的名称", "write public, internal, or the Chinese names of groups");
        fields.reader().refuse(CHECK, first, text, remedy);
    }
    audience
}

fn levels(fields: &mut Fields<'_, '_>) -> Vec<Level> {
    let words = fields.texts(LEVEL);
    let mut levels = Vec::new();
    for word in &words {
        for part in word.split(['、', ',', '，', '/']).map(str::trim).filter(|part| !part.is_empty()) {
            match Level::read(part).or_else(|| Level::read(&format!("{part}级"))) {
                Some(level) => levels.push(level),
                None => {
                    fields.reader().refuse(
                        CHECK,
                        word.span,
                        say!("没有“{part}”这个公开层级", "there is no level “{part}”"),
                        say!("可以写：{choices}", "write one of: {choices}"; choices: Text::list(Level::choices())),
                    );
                }
            }
        }
    }
    levels.sort_unstable();
    levels.dedup();
    levels
}
