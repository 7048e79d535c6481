use super::edition::{Edition, Reach};
use crate::calendar::Date;
use crate::config::Step;
use crate::parse::{Approval, FrontMatter};
use crate::term::{Audience, Channel, Method};

/// Whether and how an item shows. Decided here and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A page with everything.
    Shown,
    /// 依申请公开: listed and with a page, but without content.
    Listed,
    /// Disclosed on other channels than the website: listed and counted, without a page.
    Counted,
    /// 撤下: its address shows when and why it was taken down.
    Withdrawn,
    /// 不予公开: only in the register of what is withheld.
    Withheld,
    /// Not published, for all these reasons.
    Held(Vec<Hold>),
}

/// Why an item is held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hold {
    /// 草稿.
    Draft,
    /// Its date of publication lies ahead, or is missing.
    Future(Option<Date>),
    /// These required steps of approval are missing.
    Unsigned(Vec<String>),
    /// It is not meant for everybody.
    NotPublic,
    /// Something in it is wrong.
    Faulty,
}

/// What the decision rests on.
pub(super) struct Grounds<'a> {
    pub(super) front: &'a FrontMatter,
    pub(super) method: Method,
    pub(super) audience: &'a Audience,
    pub(super) channels: &'a [Channel],
    /// The required steps.
    pub(super) steps: &'a [Step],
    pub(super) today: Date,
    pub(super) edition: Edition,
    /// Whether something in the item is wrong.
    pub(super) faulty: bool,
}

pub(super) fn standing(grounds: &Grounds<'_>) -> Standing {
    let front = grounds.front;
    let mut holds = Vec::new();
    if *grounds.audience != Audience::Public && grounds.edition.reach == Reach::Public {
        holds.push(Hold::NotPublic);
    }
    if grounds.faulty {
        holds.push(Hold::Faulty);
    }
    let shown_draft = front.draft && grounds.edition.drafts;
    if front.draft && !shown_draft {
        holds.push(Hold::Draft);
    }
    let published = front.published.as_ref().map(|published| published.date());
    if !shown_draft && published.is_none_or(|published| published > grounds.today) {
        holds.push(Hold::Future(published));
    }
    let withheld = front.withheld.is_some() || grounds.method == Method::Withheld;
    let missing = missing_steps(grounds.steps, &front.approvals, grounds.today);
    if !missing.is_empty() && !shown_draft && !withheld && front.withdrawn.is_none() {
        holds.push(Hold::Unsigned(missing));
    }
    if !holds.is_empty() {
        return Standing::Held(holds);
    }
    if withheld {
        Standing::Withheld
    } else if front.withdrawn.is_some() {
        Standing::Withdrawn
    } else if !grounds.channels.contains(&Channel::Website) {
        Standing::Counted
    } else if grounds.method == Method::OnRequest {
        Standing::Listed
    } else {
        Standing::Shown
    }
}

/// The required steps that nobody has done by today: without a person's role or a date a step is not done.
fn missing_steps(steps: &[Step], approvals: &[Approval], today: Date) -> Vec<String> {
    let done = |step: &&Step| {
        approvals.iter().any(|approval| {
            approval.step.value == step.id
                && approval.by.is_some()
                && approval.on.as_ref().is_some_and(|on| on.date() <= today)
        })
    };
    steps.iter().filter(|step| !step.optional && !done(step)).map(|step| step.id.clone()).collect()
}
