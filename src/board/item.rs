use super::address::Address;
use super::attached::Attached;
use super::shown_table::ShownTable;
use super::standing::{Meant, Standing};
use crate::calendar::{Date, Period, Stamp};
use crate::config::{CategoryId, DutyId, Step, UnitId};
use crate::diag::Place;
use crate::parse::{Correction, Draft, FrontMatter};
use crate::term::{Audience, Cadence, Channel, Method, Section, Validity};
use crate::text::Span;
use std::sync::Arc;

/// Which item, by its place in the board's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// One disclosure item (公开事项), with what it inherits from duty, category and board.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its file as written: the facets stand there.
    pub draft: Arc<Draft>,
    /// Where it hangs; none where the category is not known.
    pub category: Option<CategoryId>,
    /// How often it is renewed.
    pub cadence: Cadence,
    /// Which row of the standard catalogue it fulfils.
    pub duty: Option<DutyId>,
    /// Who answers for it.
    pub unit: Option<UnitId>,
    /// How it is disclosed.
    pub method: Method,
    /// For whom.
    pub audience: Audience,
    /// On which carriers.
    pub channels: Vec<Channel>,
    /// The steps of approval that it needs, in order.
    pub steps: Arc<[Step]>,
    /// Whether and how it shows.
    pub standing: Standing,
    /// Where its page stands.
    pub address: Address,
    /// The files it offers, and the pictures of its body.
    pub attached: Vec<Attached>,
    /// Its tables as they are published.
    pub tables: Vec<Arc<ShownTable>>,
}

impl Item {
    /// The fields as written.
    pub fn front(&self) -> &FrontMatter {
        &self.draft.front
    }

    /// 标题; empty where it is missing, which is an error.
    pub fn title(&self) -> &str {
        self.front().title.as_ref().map_or("", |title| title.trim())
    }

    /// 内容概述: the clerk's own, or the first sentence of the body where the body is public.
    pub fn summary(&self) -> Option<&str> {
        // What was taken down says nothing any more, in its own words neither.
        let own = self.front().summary.as_ref().filter(|_| self.standing != Standing::Withdrawn);
        let own = own.map(|summary| summary.trim());
        let first = || self.draft.outline.first_sentence.as_deref().filter(|_| self.shows_content());
        own.or_else(first)
    }

    /// 信息来源; what is only listed or was taken down does not say where it came from.
    pub fn source(&self) -> Option<&str> {
        self.front().source.as_ref().filter(|_| self.shows_content()).map(|source| source.trim())
    }

    /// 索引号.
    pub fn index(&self) -> Option<&str> {
        self.front().index.as_ref().map(|index| index.trim())
    }

    /// 所属期.
    pub fn period(&self) -> Option<Period> {
        self.front().period.as_ref().map(|period| period.value)
    }

    /// 发布日期.
    pub fn published(&self) -> Option<Stamp> {
        self.front().published.as_ref().map(|published| published.value)
    }

    /// 生成日期: as written, else the date on the document.
    pub fn formed(&self) -> Option<Date> {
        let written =
            || self.front().document.as_ref().and_then(|document| document.written.as_ref()).map(|date| date.value);
        self.front().formed.as_ref().map(|formed| formed.date()).or_else(written)
    }

    /// The newest of its dated corrections (更正).
    pub fn last_correction(&self) -> Option<&Correction> {
        let dated = self.front().corrections.iter().filter(|correction| correction.on.is_some());
        dated.max_by_key(|correction| correction.on.as_ref().map(|on| on.value))
    }

    /// The part of the board where it stands.
    pub fn section(&self) -> Section {
        self.cadence.section()
    }

    /// 有效性 of the document.
    pub fn validity(&self) -> Option<Validity> {
        self.front().document.as_ref().and_then(|document| document.validity.as_ref()).map(|validity| validity.value)
    }

    /// Whether the body, tables and attachments are published.
    pub fn shows_content(&self) -> bool {
        self.standing.shows_content()
    }

    /// Whether its body and attachments are meant for readers, now or as soon as it is no longer held.
    pub fn offers_content(&self) -> bool {
        self.meant().offers_content()
    }

    /// Whether it stands in lists and in the catalogue.
    pub fn is_listed(&self) -> bool {
        self.standing.is_listed()
    }

    /// Whether it has a page of its own.
    pub fn has_page(&self) -> bool {
        self.standing.has_page()
    }

    /// Shows it to the person who writes it, on the desk and nowhere else: what is held is seen as well.
    pub fn show_to_its_writer(&mut self) {
        let standing = std::mem::replace(&mut self.standing, Standing::Shown);
        self.standing = standing.for_its_writer();
    }

    /// What it says about who is to read it.
    pub(super) fn meant(&self) -> Meant<'_> {
        let (front, method, channels) = (self.front(), self.method, self.channels.as_slice());
        Meant { front, method, channels, standing: &self.standing }
    }

    /// Whether its last day is over (已过期).
    pub fn is_expired(&self, today: Date) -> bool {
        self.front().expires.as_ref().is_some_and(|expires| expires.value < today)
    }

    /// 旧网址: where its page stood once, and from where a page leads to it now.
    pub fn old_addresses(&self) -> impl Iterator<Item = Address> {
        self.front().redirects.iter().map(|old| {
            let path = old.trim().trim_start_matches('/');
            if path.ends_with(".html") { Address::file(path) } else { Address::page(path) }
        })
    }

    /// A place in its file.
    pub fn place(&self, span: Span) -> Place {
        Place::text(&self.draft.path, span)
    }

    /// The place of its title, for findings that have none of their own.
    pub fn title_place(&self) -> Place {
        let span = self.front().title.as_ref().map_or(self.draft.front_span, |title| title.span);
        self.place(span)
    }

    /// The folder of its file: `content/finance`.
    pub fn folder(&self) -> &str {
        self.draft.folder()
    }
}
