use super::edition::{Edition, Reach};
use crate::calendar::Date;
use crate::config::Step;
use crate::gate::Part;
use crate::parse::{Approval, FrontMatter};
use crate::term::{Audience, Channel, Method};

/// Whether and how an item shows. This file decides it; everybody else asks.
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

impl Standing {
    /// Whether the body, tables and attachments are published.
    pub(super) fn shows_content(&self) -> bool {
        *self == Self::Shown
    }

    /// Whether the item stands in lists and in the catalogue.
    pub(super) fn is_listed(&self) -> bool {
        matches!(self, Self::Shown | Self::Listed | Self::Counted)
    }

    /// Whether the item has a page of its own.
    pub(super) fn has_page(&self) -> bool {
        matches!(self, Self::Shown | Self::Listed | Self::Withdrawn)
    }

    /// How the item stands for the person who writes it: what is held is seen as well.
    pub(super) fn for_its_writer(self) -> Self {
        if matches!(self, Self::Held(_)) { Self::Shown } else { self }
    }
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

/// What an item says of itself about who is to read it, which holds now or as soon as it is no longer held.
pub(super) struct Meant<'a> {
    pub(super) front: &'a FrontMatter,
    pub(super) method: Method,
    pub(super) channels: &'a [Channel],
    pub(super) standing: &'a Standing,
}

impl Meant<'_> {
    /// Whether body and attachments are meant for readers.
    pub(super) fn offers_content(&self) -> bool {
        self.method == Method::Proactive && self.front.withdrawn.is_none()
    }

    /// Whether a part comes to readers.
    pub(super) fn publishes(&self, part: Part) -> bool {
        if matches!(self.standing, Standing::Held(holds) if holds.contains(&Hold::NotPublic)) {
            return false;
        }
        if self.front.withheld.is_some() || self.method == Method::Withheld {
            return part == Part::Withheld;
        }
        if self.front.withdrawn.is_some() {
            return matches!(part, Part::Title | Part::Withdrawn);
        }
        let listed = matches!(part, Part::Title | Part::Field);
        let shown = self.method == Method::Proactive && self.channels.contains(&Channel::Website);
        listed || shown && part == Part::Content
    }

    /// Whether the file of an item without a page is open to everybody all the same: what hangs on the wall goes into
    /// the public part of the archive.
    pub(super) fn is_kept(&self) -> bool {
        self.publishes(Part::Field) && self.offers_content()
    }
}

/// Whether the files of an item may ever come to readers: not those of drafts, of what is withheld or taken down, of
/// what is given on request, or of what is meant for others.
pub(super) fn offers_files(front: &FrontMatter, edition: Edition) -> bool {
    let public = front.audience.as_ref().is_none_or(|audience| audience.value == Audience::Public);
    let proactive = front.method.as_ref().is_none_or(|method| method.value == Method::Proactive);
    (!front.draft || edition.drafts)
        && (public || edition.reach == Reach::Internal)
        && proactive
        && front.withheld.is_none()
        && front.withdrawn.is_none()
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
