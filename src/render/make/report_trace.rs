//! Where the figures of the annual report lead: to items, to the register of opinions, or to what says that the office
//! wrote them down itself.

use super::line::lines;
use super::trail::word;
use crate::board::{Board, ItemId};
use crate::page::{TRACED_LENGTH, grid_years, has_feedback, statistics_path, trace_path};
use crate::render::href::Hrefs;
use crate::render::setting::Setting;
use crate::render::view::{Group, Link, ReportSource};
use crate::report::{DocumentRow, Listed, Paper, Scope, Tables, Trace, scope};
use crate::tally::{Feedback, Tally, registers};
use crate::term::Register;

/// Where the three figures of a document row lead.
const COLUMNS: [(&str, &str); 3] = [("made", "本年制发"), ("repealed", "本年废止"), ("valid", "现行有效")];

/// Follows figures on the page of a report.
pub(super) struct Follower<'a> {
    board: &'a Board,
    tally: &'a Tally,
    hrefs: Hrefs<'a>,
    tables: &'a Tables,
    scope: Scope,
}

impl<'a> Follower<'a> {
    /// For the page from which these links lead.
    pub(super) fn new(setting: &'a Setting, hrefs: Hrefs<'a>, tables: &'a Tables) -> Self {
        let board = &*setting.board;
        Self { board, tally: setting.tally(), hrefs, tables, scope: scope(board, tables.year) }
    }

    /// Where a figure leads; nowhere where there is nothing behind it.
    pub(super) fn href(&self, trace: &Trace) -> Option<String> {
        let year = self.tables.year;
        match trace {
            Trace::Year => {
                let items = &self.tally.years.get(&year)?.items;
                (!items.is_empty()).then(|| self.hrefs.page(&format!("statistics/{year}/items")))
            }
            Trace::Running => Some(format!("{}#running", self.hrefs.page(&statistics_path(self.board, None)))),
            Trace::Count(dimension, id) => {
                let tallied = self.tally.years.get(&year)?;
                let path = trace_path(tallied, *dimension, tallied.find(*dimension, id)?)?;
                Some(self.hrefs.page(&path))
            }
            Trace::Documents(row, column) => self.document(*row, *column),
            Trace::Items(of) => (!self.scope.items(*of).is_empty()).then(|| format!("#listed-{}", of.names().0)),
            Trace::Periods => grid_years(self.board).contains(&year).then(|| {
                let own = year == self.board.today.year();
                self.hrefs.page(&if own { "periodic".to_owned() } else { format!("periodic/{year}") })
            }),
            Trace::Feedback => {
                let told = has_feedback(self.board) && Feedback::of(self.board).years.contains_key(&year);
                told.then(|| format!("{}#y{year}", self.hrefs.page("feedback")))
            }
            Trace::Paper(paper) => Some(format!("#source-{}", paper.id())),
        }
    }

    fn document(&self, row: usize, column: usize) -> Option<String> {
        let DocumentRow { items, by_hand, .. } = self.tables.documents.get(row)?;
        if *by_hand {
            return self.href(&Trace::Paper(Paper::Documents));
        }
        (!items.get(column)?.is_empty()).then(|| format!("#{}-{}", COLUMNS[column].0, row + 1))
    }

    /// The items behind figures that no other page lists.
    pub(super) fn behind(&self) -> Vec<Group<'a>> {
        let mut groups = Vec::new();
        for (at, document) in self.tables.documents.iter().enumerate() {
            for (items, (id, name)) in document.items.iter().zip(COLUMNS) {
                let title = format!("{}：{name}", document.name);
                groups.extend(self.group(format!("{id}-{}", at + 1), title, items));
            }
        }
        for of in Listed::ALL {
            let (id, name) = of.names();
            groups.extend(self.group(format!("listed-{id}"), name.to_owned(), self.scope.items(of)));
        }
        groups
    }

    fn group(&self, id: String, title: String, items: &[ItemId]) -> Option<Group<'a>> {
        let shown = items.iter().copied().take(TRACED_LENGTH);
        (!items.is_empty()).then(|| Group {
            id: id.into(),
            title: title.into(),
            count: items.len(),
            note: None,
            more: None,
            lines: lines(self.board, self.hrefs, shown),
        })
    }

    /// What the office wrote down itself, each with the file it stands in and the pages that say more.
    pub(super) fn sources(&self, setting: &'a Setting) -> Vec<ReportSource<'a>> {
        let year = self.tables.year;
        let by_hand = self.tables.documents.iter().any(|row| row.by_hand);
        let before = self.board.annual.before.contains_key(&year);
        let told = Paper::ALL.into_iter().filter(|paper| match paper {
            Paper::Before => before,
            Paper::Documents => by_hand,
            _ => true,
        });
        let source = |paper: Paper| {
            let page = |path: &str, key: &str| Link::to(self.hrefs.page(path), word(setting, key));
            let links = match paper {
                Paper::Before => {
                    let items =
                        self.href(&Trace::Year).map(|href| Link::to(href, word(setting, "report_source_items")));
                    items.into_iter().collect()
                }
                Paper::Requests => vec![page("on-request", "foot_on-request")],
                Paper::Decisions => self.registers(&[Register::Power, Register::Responsibility]),
                Paper::Fees => self.registers(&[Register::Fee]),
                Paper::Counters => vec![page(&statistics_path(self.board, Some(year)), "nav_statistics")],
                Paper::Appeals | Paper::Documents => Vec::new(),
            };
            let file = if paper == Paper::Before { "before".to_owned() } else { year.to_string() };
            ReportSource { id: paper.id(), file: format!("annual/{file}.yaml").into(), links }
        };
        told.map(source).collect()
    }

    /// The lists of the office on which decisions and fees rest.
    fn registers(&self, wanted: &[Register]) -> Vec<Link<'a>> {
        let all = registers(self.board).into_iter().filter(|count| wanted.contains(&count.register));
        let tables = all.flat_map(|count| count.tables);
        let links = tables.filter_map(|(id, table)| {
            let href = self.hrefs.of(id)?;
            Some(Link::to(format!("{href}#table-{}", table + 1), self.board.item(id).title()))
        });
        links.collect()
    }
}
