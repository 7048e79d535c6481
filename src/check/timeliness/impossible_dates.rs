use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::calendar::Date;
use crate::diag::Severity;
use crate::parse::FrontMatter;
use crate::say;
use crate::text::{Placed, Span};

/// Finds dates that cannot both be right: made after it was published, ended before it began.
pub(crate) struct ImpossibleDates;

static META: Meta = Meta {
    id: "impossible-dates",
    family: Family::Timeliness,
    severity: Severity::Error,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：弄虚作假"),
    page: include_str!("../../../docs/checks/impossible-dates.md"),
};

impl Check for ImpossibleDates {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        for Pair { earlier, later, at } in pairs(item.front()) {
            let is_odd = earlier.date > later.date;
            // A date of the past that lies ahead has its own finding.
            let ahead = at == earlier.span && earlier.date > cx.board.today;
            if !is_odd || ahead {
                continue;
            }
            let (zh, day, late_zh, late) = (earlier.zh, earlier.date, later.zh, later.date);
            let (en, late_en) = (earlier.en, later.en);
            cx.find(
                item.place(at),
                say!("{zh}（{day}）晚于{late_zh}（{late}）", "{en} ({day}) is after {late_en} ({late})"),
            )
            .remedy =
                Some(say!("核对原件，改正其中写错的日期", "look at the original and mend the date that is wrong"));
        }
    }
}

/// A date with its name in both languages.
#[derive(Clone, Copy)]
struct Named {
    zh: &'static str,
    en: &'static str,
    date: Date,
    span: Span,
}

/// Two dates of which the first cannot be after the second, and where to speak if it is.
struct Pair {
    earlier: Named,
    later: Named,
    at: Span,
}

fn pairs(front: &FrontMatter) -> Vec<Pair> {
    let date = |zh, en, placed: Option<&Placed<Date>>| {
        placed.map(|placed| Named { zh, en, date: placed.value, span: placed.span })
    };
    let published = front.published.as_ref().map(|published| Named {
        zh: "发布日期",
        en: "the date of publication",
        date: published.date(),
        span: published.span,
    });
    let formed = front.formed.as_ref().map(|formed| Named {
        zh: "生成日期",
        en: "the date of formation",
        date: formed.date(),
        span: formed.span,
    });
    let updated = front.updated.as_ref().map(|updated| Named {
        zh: "更新日期",
        en: "the date of update",
        date: updated.date(),
        span: updated.span,
    });
    let document = front.document.as_ref();
    let written = date("成文日期", "the date of the document", document.and_then(|document| document.written.as_ref()));
    let effective = date("施行日期", "the date of effect", document.and_then(|document| document.effective.as_ref()));
    let repealed = date("废止日期", "the date of repeal", document.and_then(|document| document.repealed.as_ref()));
    let expires = date("有效期", "the last day", front.expires.as_ref());
    let publicity = front.publicity.as_ref();
    let opened = date("公示起日", "the first day of the notice", publicity.and_then(|notice| notice.from.as_ref()));
    let closed = date("公示止日", "the last day of the notice", publicity.and_then(|notice| notice.to.as_ref()));
    let consultation = front.consultation.as_ref();
    let asked_from =
        date("征求意见起日", "the first day of the consultation", consultation.and_then(|asked| asked.from.as_ref()));
    let asked_to =
        date("征求意见止日", "the last day of the consultation", consultation.and_then(|asked| asked.to.as_ref()));
    let reply = front.reply.as_ref();
    let asked = date("提出日期", "the date of the question", reply.and_then(|reply| reply.asked.as_ref()));
    let answered = date("答复日期", "the date of the answer", reply.and_then(|reply| reply.answered.as_ref()));
    let withdrawn = front.withdrawn.as_ref().and_then(|withdrawn| withdrawn.on.as_ref());
    let withdrawn = date("撤下日期", "the date of withdrawal", withdrawn);
    let mut pairs = Vec::new();
    let mut pair = |earlier: Option<Named>, later: Option<Named>, at_earlier: bool| {
        if let (Some(earlier), Some(later)) = (earlier, later) {
            pairs.push(Pair { earlier, later, at: if at_earlier { earlier.span } else { later.span } });
        }
    };
    pair(formed, published, true);
    pair(written, published, true);
    pair(published, updated, false);
    pair(published, expires, false);
    pair(written, effective, false);
    pair(effective.or(written), repealed, false);
    pair(opened, closed, false);
    pair(asked_from, asked_to, false);
    pair(asked, answered, false);
    pair(published, withdrawn, false);
    for correction in &front.corrections {
        pair(published, date("更正日期", "the date of correction", correction.on.as_ref()), false);
    }
    pairs
}
