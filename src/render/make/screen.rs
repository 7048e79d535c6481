use super::facets::phases;
use super::home::progress;
use super::trail::word;
use super::window;
use crate::board::{Board, ItemId, OpenWindow, Series, SlotState};
use crate::diag::Diagnostic;
use crate::page::{Page, short_address};
use crate::render::code::code;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Qr, ScreenCard, ScreenFigure, ScreenLine, ScreenView, When};
use crate::term::{Section, Term};

/// Lines on the card of the period's progress.
const LINES: usize = 6;

/// Letters of a text on a card: what can be read in a quarter of a minute.
const TEXT: usize = 110;

/// The hall's screen.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let mut cards: Vec<ScreenCard<'_>> =
        board.open_windows().into_iter().map(|open| window_card(setting, open)).collect();
    cards.extend(progress_card(setting));
    cards.extend(board.on_screen().into_iter().map(|id| item_card(board, id)));
    let hotline = board.config.supervision.hotline.as_str();
    let view = ScreenView {
        date: board.today.to_string().into(),
        weekday: board.today.weekday().number().into(),
        seconds: board.config.screen.seconds as usize,
        cards,
        hotline: (!hotline.is_empty()).then(|| hotline.into()),
    };
    let mut head = setting.head(page, word(setting, "screen_title"));
    // The screen's folder is carried about alone: nothing in it may point out of it.
    head.feeds.clear();
    head.noindex = true;
    setting.finish(page, "screen.html", Made { head, crumbs: Vec::new(), view })
}

/// What is open to objections or opinions, with the days that are left.
fn window_card(setting: &Setting, open: OpenWindow) -> ScreenCard<'_> {
    let board = &*setting.board;
    let item = board.item(open.item);
    let window = match open.working {
        true => window::working(board, open.from, open.to),
        false => window::calendar(board, open.from, open.to),
    };
    let unit = word(setting, if open.working { "screen_working_days" } else { "screen_days" });
    let phone = item.front().publicity.as_ref().and_then(|publicity| publicity.phone.as_ref());
    let mut lines = Vec::new();
    if let Some(phone) = phone {
        let text = format!("{} {}", word(setting, "screen_objections"), phone.trim());
        lines.push(ScreenLine { text: text.into(), when: None });
    }
    ScreenCard {
        key: Some(if open.working { "publicity" } else { "consultation" }),
        figures: vec![ScreenFigure {
            label: word(setting, "screen_left").into(),
            value: window.left.to_string().into(),
            unit: unit.into(),
        }],
        pips: window.pips.clone(),
        window: Some(window),
        lines,
        scan: if open.working { "full" } else { "opinion" },
        ..item_card_base(board, open.item)
    }
}

/// How far the office has come with the newest period, and what waits.
fn progress_card(setting: &Setting) -> Option<ScreenCard<'_>> {
    let board = &*setting.board;
    let all: Vec<&Series> = board.series.iter().collect();
    let progress = progress(board, &all)?;
    let figure = |key, number: usize, unit| ScreenFigure {
        label: word(setting, key).into(),
        value: number.to_string().into(),
        unit: word(setting, unit).trim().into(),
    };
    let slots = board.series.iter().flat_map(|series| series.slots.iter().map(move |slot| (series, slot)));
    let waiting = slots.filter_map(|(series, slot)| {
        let when = match slot.state {
            SlotState::Due { .. } => When::Due { date: slot.due.to_string().into() },
            SlotState::Overdue { days } => When::Overdue { days: usize::try_from(days).unwrap_or(0) },
            _ => return None,
        };
        let name = &board.duty(series.duty).name;
        let chinese = board.config.language.starts_with("zh");
        let period = if chinese { slot.period.short_chinese() } else { slot.period.to_string() };
        Some((slot.due, ScreenLine { text: format!("{name} {period}").into(), when: Some(when) }))
    });
    let mut waiting: Vec<_> = waiting.collect();
    waiting.sort_by_key(|(due, _)| *due);
    let grid = board.config.base_url.join("periodic/");
    Some(ScreenCard {
        key: Some("progress"),
        section: Some("periodic"),
        period: Some(progress.period),
        figures: vec![
            figure("figure_owed", progress.owed, "unit_duties"),
            figure("figure_published", progress.published, "unit_duties"),
            figure("figure_waiting", progress.waiting, "unit_duties"),
        ],
        lines: waiting.into_iter().take(LINES).map(|(_, line)| line).collect(),
        qr: code(&grid),
        scan: "grid",
        ..ScreenCard::default()
    })
}

/// An item: what it is, and what it says in a few words.
fn item_card(board: &Board, id: ItemId) -> ScreenCard<'_> {
    let item = board.item(id);
    let matter = item.front().stage.as_ref().map(|stage| stage.matter.trim());
    let matter = matter.and_then(|id| board.matters.iter().find(|matter| matter.id == id));
    ScreenCard {
        section: Some(item.section().id()),
        cadence: (item.section() == Section::Periodic).then(|| item.cadence.id()),
        phase: item.front().stage.as_ref().and_then(|stage| stage.phase.as_ref()).map(|phase| phase.id()),
        date: item.published().map(|published| published.date().to_string().into()),
        pips: matter.map_or_else(Vec::new, |matter| phases(board, matter).iter().map(|phase| phase.state).collect()),
        text: item.summary().map(|summary| shortened(summary).into()),
        ..item_card_base(board, id)
    }
}

/// What the card of any item shows.
fn item_card_base(board: &Board, id: ItemId) -> ScreenCard<'_> {
    let item = board.item(id);
    ScreenCard {
        unit: item.unit.map(|unit| board.config.unit(unit).name.as_str().into()),
        title: item.title().into(),
        qr: qr(board, id),
        scan: "full",
        ..ScreenCard::default()
    }
}

fn qr(board: &Board, id: ItemId) -> Option<Qr<'static>> {
    let short = short_address(board.item(id))?;
    code(&board.config.base_url.join(short.as_str()))
}

/// A text cut behind a sentence, or else with dots.
fn shortened(text: &str) -> String {
    if text.chars().count() <= TEXT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(TEXT).collect();
    match cut.rfind(['。', '；']) {
        Some(at) if at > cut.len() / 2 => cut[..at].to_owned() + "。",
        _ => cut + "…",
    }
}
