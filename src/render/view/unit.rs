use super::fact::{Fact, Figure};
use super::home::UnitCard;
use super::line::ItemLine;
use super::link::{MenuLink, Pager};
use crate::theme::Html;
use serde::Serialize;
use std::borrow::Cow;

/// The board of one unit (`unit.html`), above all 村务公开栏.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UnitView<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// `village`, `community` or `office`: names the words `unit_board_…` and `unit_lead_…`.
    pub kind: &'static str,
    /// What stands here, in the office's words.
    pub lead: Option<Cow<'a, str>>,
    /// Numbers in large type.
    pub figures: Vec<Figure<'a>>,
    /// The period that the duties speak of.
    pub period: Option<Cow<'a, str>>,
    /// What it owes, each with its state.
    pub duties: Vec<ItemLine<'a>>,
    /// Its items by category.
    pub categories: Vec<MenuLink<'a>>,
    /// Who answers and who supervises.
    pub facts: Vec<Fact<'a>>,
    /// Tables that everybody asks for: the month's accounts.
    pub tables: Vec<UnitTable<'a>>,
    /// Its items, newest first.
    pub newest: Vec<ItemLine<'a>>,
    /// Items in all.
    pub count: usize,
    /// The other pages of a long list.
    pub pager: Option<Pager<'a>>,
    /// Other units of its kind.
    pub others: Vec<MenuLink<'a>>,
}

/// A table on a unit's board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitTable<'a> {
    /// Id of its heading.
    pub id: Cow<'a, str>,
    /// Its heading.
    pub caption: Cow<'a, str>,
    /// Small type beside it.
    pub note: Option<Cow<'a, str>>,
    /// The item that it is from.
    pub more: Option<Cow<'a, str>>,
    /// The whole `<table class="data-table">`.
    pub html: Html<'a>,
}

/// All units (`units.html`).
#[derive(Clone, Debug, Default, Serialize)]
pub struct UnitsView<'a> {
    /// Whether the page is called 村务公开 in the navigation.
    pub villages: bool,
    /// The period that the marks speak of.
    pub period: Option<Cow<'a, str>>,
    /// The units by kind.
    pub groups: Vec<UnitGroup<'a>>,
}

/// Units of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitGroup<'a> {
    /// `village community station office other`: names the words `unit_kind_…`.
    pub kind: &'static str,
    /// The units.
    pub units: Vec<UnitCard<'a>>,
}
