use crate::board::{Board, Item, ItemId};
use crate::diag::{Diagnostic, Place, Severity};
use crate::say;
use crate::text::{Span, Text};

/// To which part of the work a check belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// 格式: whether a file can be read as meant.
    Form,
    /// 隐私.
    Privacy,
    /// 保密.
    Secrecy,
    /// 时效.
    Timeliness,
    /// 程序.
    Procedure,
    /// 目录.
    Catalogue,
    /// 文字.
    Text,
    /// 附件.
    Attachments,
    /// 内容.
    Content,
    /// 网站.
    Site,
    /// 年报.
    Report,
}

impl Family {
    /// The word in data, and the name of its folder.
    pub fn id(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Privacy => "privacy",
            Self::Secrecy => "secrecy",
            Self::Timeliness => "timeliness",
            Self::Procedure => "procedure",
            Self::Catalogue => "catalogue",
            Self::Text => "text",
            Self::Attachments => "attachments",
            Self::Content => "content",
            Self::Site => "site",
            Self::Report => "report",
        }
    }
}

/// What a check is: its id, its weight unless the board says otherwise, and its page.
#[derive(Debug)]
pub struct Meta {
    /// The id, which names the bad thing; stable for ever.
    pub id: &'static str,
    /// Its family.
    pub family: Family,
    /// How much a finding weighs unless the board says otherwise.
    pub severity: Severity,
    /// The provision it rests on, in short.
    pub basis: Option<&'static str>,
    /// The page that `explain` prints: what is found, why, on what basis, how to mend it, with small boards that are
    /// tested.
    pub page: &'static str,
}

/// A rule. It looks at one item, or at the board as a whole.
pub trait Check: Sync {
    /// What it is.
    fn meta(&self) -> &'static Meta;

    /// Whether it can judge an item of which some fields could not be read: it looks at words and files alone.
    fn judges_in_part(&self) -> bool {
        matches!(self.meta().family, Family::Privacy | Family::Secrecy | Family::Text | Family::Attachments)
    }

    /// Whether it speaks of what is missing on the board. However much such a finding weighs, what is there is right,
    /// and to publish it makes nothing worse: a board that was silent too long must be able to speak again.
    fn only_reminds(&self) -> bool {
        false
    }

    /// Looks at one item. Called for every item that is no draft, and whose fields could be read.
    fn item(&self, _item: &Item, _cx: &mut Context<'_>) {}

    /// Looks at the board as a whole.
    fn board(&self, _cx: &mut Context<'_>) {}
}

/// What a check sees and where it speaks.
pub struct Context<'a> {
    /// The board.
    pub board: &'a Board,
    /// The item that is looked at; none while the board as a whole is.
    pub id: Option<ItemId>,
    pub(super) meta: &'static Meta,
    pub(super) registered: &'static [&'static dyn Check],
    pub(super) findings: Vec<Diagnostic>,
}

/// Whether any check looks at an item: it is no draft, unless drafts are built.
pub(super) fn is_meant(item: &Item, board: &Board) -> bool {
    !item.front().draft || board.edition.drafts
}

/// Whether all checks look at an item: its file could be read as well.
pub(super) fn is_judged(item: &Item, board: &Board) -> bool {
    is_meant(item, board) && !item.draft.report.has_errors()
}

impl<'a> Context<'a> {
    /// All items that checks look at, for checks of the board as a whole.
    pub fn judged(&self) -> impl Iterator<Item = (ItemId, &'a Item)> + use<'a> {
        let board = self.board;
        board.iter().filter(move |(_, item)| is_judged(item, board))
    }

    /// The ids of all checks.
    pub fn check_ids(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.registered.iter().map(|check| check.meta().id)
    }

    /// Says that something is wrong at a place. The remedy is added to what comes back.
    pub fn find(&mut self, place: impl Into<Option<Place>>, message: Text) -> &mut Diagnostic {
        self.find_as(self.meta.severity, place, message)
    }

    /// Says it with a weight other than the check's own, where the rule itself has two.
    pub fn find_as(&mut self, severity: Severity, place: impl Into<Option<Place>>, message: Text) -> &mut Diagnostic {
        let mut finding = Diagnostic::new(self.meta.id, severity, place, message);
        finding.basis = self.meta.basis;
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Says everything of this check that the gate saw in an item. Where the gate knows what to write instead, the
    /// remedy names it.
    pub fn tell_seen(&mut self, item: &Item, remedy: &Text) {
        let (board, id) = (self.board, self.meta.id);
        for (place, seen) in board.seen(item).filter(|(_, seen)| seen.check == id) {
            let remedy = match seen.instead.as_deref().filter(|instead| !instead.trim().is_empty()) {
                Some(instead) => {
                    say!("{remedy}，如 {instead}", "{remedy}, such as {instead}"; remedy: remedy.clone())
                }
                None => remedy.clone(),
            };
            self.find_as(seen.severity, place, seen.message.clone()).remedy = Some(remedy);
        }
    }

    /// A place in `board.yaml`.
    pub fn in_settings(&self, span: Span) -> Place {
        Place::text(&self.board.config.path, span)
    }
}
