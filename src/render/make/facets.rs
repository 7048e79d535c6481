//! The facets of an item's page, one function each.

use super::line::line;
use super::window;
use crate::board::{Board, Item, ItemId, Matter};
use crate::calendar::{Date, Period, Stamp};
use crate::config::PublishApprovals;
use crate::parse::Guide as WrittenGuide;
use crate::render::href::Hrefs;
use crate::render::view::{
    Approval, Attachment, Consultation, Fact, Guide, HistoryEntry, Link, MatterPlace, Notice, Outcome, PhaseState,
    Publicity, Reply, Series, SeriesPlace, State, Step,
};
use crate::term::{Method, Phase, Term, Validity};
use crate::text::Placed;
use std::borrow::Cow;

pub(super) fn notices<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &'a Item, own: ItemId) -> Vec<Notice<'a>> {
    let mut notices = Vec::new();
    let mut add = |key, tone, date: Option<String>, link| {
        notices.push(Notice { key, tone, date: date.map(Into::into), text: None, link });
    };
    if item.front().draft {
        add("draft", "warning", None, None);
    }
    if item.audience != crate::term::Audience::Public {
        add("internal", "warning", None, None);
    }
    let document = item.front().document.as_ref();
    match item.validity() {
        Some(Validity::Repealed) => {
            add(
                "repealed",
                "closed",
                document.and_then(|one| one.repealed.as_ref()).map(|on| on.value.to_string()),
                None,
            );
        }
        Some(Validity::Expired) => add("invalid", "closed", None, None),
        Some(Validity::Modified) => add("modified", "warning", None, None),
        Some(Validity::Valid) | None => {}
    }
    if item.is_expired(board.today) {
        add("expired", "closed", item.front().expires.as_ref().map(|expires| expires.value.to_string()), None);
    }
    if item.method == Method::OnRequest {
        add("on-request", "", None, Some(Link::words("")).filter(|_| false));
    }
    for &newer in board.replacements.get(&own).into_iter().flatten() {
        let newer = board.item(newer);
        add("replaced", "closed", None, Some(named(hrefs, newer)));
    }
    for old in document.map_or(&[][..], |document| &document.replaces) {
        if let Some(id) = board.find(old, item.folder()) {
            let old = board.item(id);
            if old.is_listed() {
                add("replaces", "", None, Some(named(hrefs, old)));
            }
        }
    }
    if let Some(correction) = item.last_correction().filter(|_| item.shows_content()) {
        notices.push(Notice {
            key: "corrected",
            tone: "",
            date: correction.on.as_ref().map(|on| on.value.to_string().into()),
            text: correction.note.as_ref().map(|note| note.trim().into()),
            link: None,
        });
    }
    notices
}

/// An item by its title, with its page where it has one.
fn named<'a>(hrefs: Hrefs<'_>, item: &'a Item) -> Link<'a> {
    match hrefs.item(item) {
        Some(href) => Link::to(href, item.title()),
        None => Link::words(item.title()),
    }
}

pub(super) fn attachments<'a>(hrefs: Hrefs<'_>, item: &'a Item) -> Vec<Attachment<'a>> {
    let shown = item.attached.iter().filter(|file| file.listed && file.offered().is_some() && item.shows_content());
    shown
        .map(|file| {
            let ending = file.address.as_str().rsplit_once('.').map_or("", |(_, ending)| ending);
            Attachment {
                href: hrefs.to(&file.address).into(),
                title: file.title.as_str().into(),
                kind: ending.to_uppercase().into(),
                bytes: file.size,
                rows: None,
                pages: None,
            }
        })
        .collect()
}

pub(super) fn guide<'a>(guide: &'a WrittenGuide) -> Guide<'a> {
    let all = |texts: &'a [Placed<String>]| texts.iter().map(|text| Cow::from(text.trim())).collect();
    let fact = |key, text: &'a Option<Placed<String>>| text.as_ref().map(|text| Fact::text(key, text.trim()));
    let phone = guide.phone.as_ref().map(|phone| Fact::phone("phone", phone.trim()));
    Guide {
        key_facts: [fact("time_limit", &guide.time_limit), fact("fee", &guide.fee)].into_iter().flatten().collect(),
        conditions: all(&guide.conditions),
        materials: all(&guide.materials),
        steps: guide.steps.iter().map(|step| Step::read(step.trim())).collect(),
        rights: all(&guide.rights),
        obligations: all(&guide.obligations),
        basis: all(&guide.basis),
        facts: [fact("place", &guide.place), fact("hours", &guide.hours), phone].into_iter().flatten().collect(),
    }
}

pub(super) fn publicity<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &'a Item) -> Option<Publicity<'a>> {
    let written = item.front().publicity.as_ref()?;
    let (from, to) = (written.from.as_ref()?.value, written.to.as_ref()?.value);
    let phone = written.phone.as_ref().map(|phone| Fact::phone("phone", phone.trim()));
    let address = written.address.as_ref().map(|address| Fact::text("address", address.trim()));
    Some(Publicity {
        window: window::working(board, from, to),
        objections: phone.into_iter().chain(address).collect(),
        outcome: written.outcome.as_ref().map(|outcome| self::outcome(board, hrefs, item, outcome)),
    })
}

pub(super) fn consultation<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &'a Item) -> Option<Consultation<'a>> {
    let written = item.front().consultation.as_ref()?;
    let (from, to) = (written.from.as_ref()?.value, written.to.as_ref()?.value);
    Some(Consultation {
        window: window::calendar(board, from, to),
        how: written.how.as_ref().map(|how| how.trim().into()),
        outcome: written.outcome.as_ref().map(|outcome| self::outcome(board, hrefs, item, outcome)),
    })
}

/// Words, or a link to the item that tells what came of it.
fn outcome<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &'a Item, written: &'a str) -> Outcome<'a> {
    match board.find(written, item.folder()).map(|id| board.item(id)) {
        Some(result) => match hrefs.item(result) {
            Some(href) => Link::to(href, result.title()),
            // The outcome is not published yet; its file name is nobody's business.
            None => Link::words(""),
        },
        None => Link::words(written.trim()),
    }
}

pub(super) fn reply(board: &Board, item: &Item) -> Option<Reply<'static>> {
    let written = item.front().reply.as_ref()?;
    let (asked, answered) = (written.asked.as_ref(), written.answered.as_ref());
    let days = asked
        .zip(answered)
        .map(|(asked, answered)| board.workdays.between(asked.value.add_days(1), answered.value).days as usize);
    Some(Reply {
        asked: asked.map(|date| date.to_string().into()),
        answered: answered.map(|date| date.to_string().into()),
        days,
        via: written.via.as_ref().map(|via| via.trim().to_owned().into()),
    })
}

/// The five phases of an undertaking: done, going on or to come.
pub(super) fn phases(board: &Board, matter: &Matter) -> Vec<PhaseState> {
    let phase_of = |id: &ItemId| {
        board.item(*id).front().stage.as_ref().and_then(|stage| stage.phase.as_ref()).map(|phase| phase.value)
    };
    let latest = matter.items.iter().filter_map(phase_of).max();
    Phase::ALL
        .iter()
        .map(|&phase| {
            let count = matter.items.iter().filter(|id| phase_of(id) == Some(phase)).count();
            let current = latest == Some(phase) && phase != Phase::Result;
            let state = match latest {
                Some(latest) if phase < latest || phase == Phase::Result && latest == Phase::Result => State::Published,
                Some(_) if current => State::Due,
                _ => State::Coming,
            };
            PhaseState { id: phase.id(), state, count, current }
        })
        .collect()
}

pub(super) fn matter<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &Item, own: ItemId) -> Option<MatterPlace<'a>> {
    let id = item.front().stage.as_ref()?.matter.trim();
    let matter = board.matters.iter().find(|matter| matter.id == id)?;
    Some(MatterPlace {
        link: Link::to(hrefs.page(&format!("matters/{}", matter.id)), matter.name.as_str()),
        phases: phases(board, matter),
        steps: matter.items.iter().filter(|&&step| step != own).map(|&step| line(board, hrefs, step)).collect(),
    })
}

/// The periods before and after, and the whole series.
pub(super) fn series<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &Item) -> Option<Series<'a>> {
    let duty_id = item.duty?;
    let period = item.period()?;
    let items = &board.by_duty[duty_id.0 as usize];
    let place = |wanted: Period| -> Option<SeriesPlace<'a>> {
        let id = *items.iter().find(|&&id| board.item(id).period() == Some(wanted))?;
        let published = board.item(id).published().map(|stamp| stamp.date().to_string().into());
        let (href, period) = (hrefs.of(id).map(Into::into), wanted.to_string().into());
        Some(SeriesPlace { href, period, published, ..SeriesPlace::default() })
    };
    let first = items.last().and_then(|&id| board.item(id).period())?;
    let all = item.category.map(|category| SeriesPlace {
        href: Some(hrefs.category(category).into()),
        title: board.duty(duty_id).name.as_str().into(),
        period: first.to_string().into(),
        count: items.len(),
        ..SeriesPlace::default()
    });
    Some(Series { previous: place(period.previous()), all, next: place(period.next()) })
}

/// As much of the record as the board publishes.
pub(super) fn approvals<'a>(board: &'a Board, item: &'a Item) -> Vec<Approval<'a>> {
    let policy = board.config.policies.publish_approvals;
    let internal = board.edition.reach == crate::board::Reach::Internal;
    if policy == PublishApprovals::None && !internal || !item.shows_content() {
        return Vec::new();
    }
    let full = policy == PublishApprovals::Full || internal;
    item.front()
        .approvals
        .iter()
        .map(|approval| Approval {
            name: board.config.step_name(&approval.step).into(),
            by: approval.by.as_ref().map(|by| by.trim().into()),
            on: approval.on.as_ref().map(|on| on.date().to_string().into()),
            opinion: approval.opinion.as_ref().filter(|_| full).map(|opinion| opinion.trim().into()),
        })
        .collect()
}

/// What happened to an item, newest first.
pub(super) fn history<'a>(board: &'a Board, item: &'a Item) -> Vec<HistoryEntry<'a>> {
    let front = item.front();
    let mut entries: Vec<(Stamp, HistoryEntry<'a>)> = Vec::new();
    let mut add = |on: Stamp, key, note: Option<&'a str>| {
        entries.push((on, HistoryEntry { on: on.date().to_string().into(), key, note: note.map(Into::into) }));
    };
    if let Some(published) = item.published() {
        add(published, "published", None);
    }
    // A correction says more than that something was updated; on one day it stands alone.
    let corrected = |day: Date| front.corrections.iter().any(|one| one.on.as_ref().is_some_and(|on| on.value == day));
    let told = |day: Date| item.shows_content() && corrected(day);
    if let Some(updated) = front.updated.as_ref().filter(|updated| !told(updated.date())) {
        add(updated.value, "updated", None);
    }
    if let Some(verified) = &front.verified {
        add(Stamp::from(verified.value), "verified", None);
    }
    for correction in front.corrections.iter().filter(|_| item.shows_content()) {
        if let Some(on) = &correction.on {
            add(Stamp::from(on.value), "corrected", correction.note.as_ref().map(|note| note.trim()));
        }
    }
    // What git remembers: for the office with the words of the record, for everybody only that and when.
    let internal = board.edition.reach == crate::board::Reach::Internal;
    let mut told: Vec<Date> = entries.iter().map(|(on, _)| on.date()).collect();
    for change in board.history.of(&item.draft.path).iter().filter(|change| change.on <= board.today) {
        let later = item.published().is_some_and(|published| published.date() < change.on);
        if !internal && (!later || told.contains(&change.on)) {
            continue;
        }
        told.push(change.on);
        let note = internal.then(|| (&*change.subject).into());
        entries.push((Stamp::from(change.on), HistoryEntry { on: change.on.to_string().into(), key: "changed", note }));
    }
    entries.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    entries.into_iter().map(|(_, entry)| entry).collect()
}
