use super::memo::{Counts, Memo};
use super::mishap::about;
use crate::annual::Annual;
use crate::board::{Board, Edition, Ingredients, ItemId, Reach, Readings, assemble, named_files};
use crate::calendar::{Date, Workdays};
use crate::check;
use crate::config::{self, BaseUrl, Config, Duty};
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::gate::{Looked, Rules, look_at_opinions};
use crate::ledger::Ledger;
use crate::page::{Page, Plan, plan};
use crate::parallel;
use crate::parse::Draft;
use crate::source::{History, Sources, Stored, Versions};
use std::collections::HashSet;
use std::sync::Arc;

/// How a board is compiled.
#[derive(Clone, Debug)]
pub struct Options {
    /// The date on which everything is judged.
    pub today: Date,
    /// Whom the result is for.
    pub edition: Edition,
    /// Whether items with errors are left out instead of stopping the build.
    pub keep_going: bool,
    /// A public address instead of the board's own.
    pub base_url: Option<BaseUrl>,
}

/// What a board came to.
#[derive(Debug)]
pub struct Compiled {
    /// The board; none where its settings cannot be read.
    pub board: Option<Board>,
    /// Its pages, sorted by address.
    pub pages: Vec<Page>,
    /// All findings.
    pub report: Report,
    /// How much work it took.
    pub counts: Counts,
}

/// Turns what was read into what can be published. Files beside the items are read through `sources`, and only where
/// the memo does not know them; nothing else is read. Asks no clock, prints nothing.
pub fn compile(sources: &Sources, options: &Options, memo: &mut Memo) -> Compiled {
    let mut report = sources.report.clone();
    let mut counts = Counts::default();
    let Some(made) = Made::of(sources, options, memo, &mut report, &mut counts) else {
        report.sort();
        return Compiled { board: None, pages: Vec::new(), report, counts };
    };
    let inside = options.edition.reach == Reach::Internal;
    let of_all = inside.then(|| report.clone());
    let Judged { mut board, pages, report } = made.judged(options, options.edition, report);
    // The office's own view speaks of what everybody sees.
    if let Some(report) = of_all {
        let Judged { board: mut public, report, .. } = made.judged(options, Edition::default(), report);
        public.findings = report.located(&|path| sources.text(path).map(str::to_owned));
        board.public = Some(Arc::new(public));
    }
    Compiled { board: Some(board), pages, report, counts }
}

/// Everything that a board is made of, for whomever it is: read once.
struct Made<'a> {
    config: Arc<Config>,
    duties: Arc<Vec<Duty>>,
    annual: Arc<Annual>,
    workdays: Workdays,
    drafts: Vec<Arc<Draft>>,
    stored: &'a [Stored],
    readings: Arc<Readings>,
    looked: Arc<Looked>,
    history: Arc<History>,
    versions: Arc<Versions>,
    ledger: Arc<Ledger>,
}

/// A board with its pages and all that is to be said of it.
struct Judged {
    board: Board,
    pages: Vec<Page>,
    report: Report,
}

impl<'a> Made<'a> {
    /// Reads papers, items and the files that they name; none where the settings cannot be read.
    fn of(
        sources: &'a Sources,
        options: &Options,
        memo: &mut Memo,
        report: &mut Report,
        counts: &mut Counts,
    ) -> Option<Self> {
        let mut config = config::settings(sources.paper("board.yaml"), report)?;
        if let Some(base_url) = &options.base_url {
            config.base_url = base_url.clone();
        }
        let config = Arc::new(config);
        let duties = Arc::new(config::duties(sources.paper("duties.yaml"), &config, report));
        let annual = Arc::new(Annual::read(sources, report));
        let workdays = workdays(sources, report);
        let drafts = memo.drafts(&sources.items, counts);
        for draft in &drafts {
            report.extend(draft.report.findings().iter().cloned());
        }
        // What the office itself may see holds all that everybody may.
        let named = named_files(&drafts, &sources.stored, options.edition);
        let rules = Rules::of(&config, options.today);
        let (readings, mut looked) = memo.looks.look(sources, &drafts, &named, &rules, &mut counts.read);
        if let Some(register) = sources.paper("feedback.yaml") {
            looked.opinions = look_at_opinions(&annual.opinions, &register.text, &rules);
        }
        let versions = match options.edition.reach {
            Reach::Internal => memo.versions(sources),
            Reach::Public => Arc::default(),
        };
        Some(Self {
            config,
            duties,
            annual,
            workdays,
            drafts,
            stored: &sources.stored,
            readings: Arc::new(readings),
            looked: Arc::new(looked),
            history: Arc::clone(&sources.history),
            versions,
            ledger: Arc::new(Ledger::read(sources.paper(crate::ledger::PAPER))),
        })
    }

    /// The board of one edition, judged. `report` holds what is wrong with its files.
    fn judged(&self, options: &Options, edition: Edition, mut report: Report) -> Judged {
        let mut board = self.board(options.today, edition, &faulty(&report));
        let ids: Vec<ItemId> = board.iter().map(|(id, _)| id).collect();
        report.extend(
            parallel::map(&ids, |&id| about(&board.item(id).draft.path, || check::check_item(&board, id)))
                .into_iter()
                .flatten(),
        );
        report.extend(check::check_board(&board));
        let Plan { mut pages, conflicts } = plan(&board);
        report.extend(conflicts);
        check::settle(&board, &mut report);
        if options.keep_going && check::stops_build(&report) {
            board = self.board(options.today, edition, &faulty(&report));
            pages = plan(&board).pages;
        }
        Judged { board, pages, report }
    }

    fn board(&self, today: Date, edition: Edition, faulty: &HashSet<Arc<str>>) -> Board {
        let versions = match edition.reach {
            Reach::Internal => Arc::clone(&self.versions),
            Reach::Public => Arc::default(),
        };
        assemble(Ingredients {
            config: Arc::clone(&self.config),
            duties: Arc::clone(&self.duties),
            annual: Arc::clone(&self.annual),
            drafts: &self.drafts,
            stored: self.stored,
            readings: Arc::clone(&self.readings),
            history: Arc::clone(&self.history),
            versions,
            ledger: Arc::clone(&self.ledger),
            looked: Arc::clone(&self.looked),
            workdays: self.workdays.clone(),
            today,
            edition,
            faulty,
        })
    }
}

/// The files in which something is wrong.
fn faulty(report: &Report) -> HashSet<Arc<str>> {
    let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
    let paths = report.findings().iter().filter(is_error).filter_map(|finding| finding.place.as_ref());
    paths.map(|place| Arc::clone(&place.path)).collect()
}

/// The built-in table of days off, with the board's own rows laid over it.
fn workdays(sources: &Sources, report: &mut Report) -> Workdays {
    let Some(source) = sources.paper("workdays.csv") else { return Workdays::built_in() };
    let (workdays, problems) = Workdays::with_board_years(&source.text);
    report.extend(problems.into_iter().map(|problem| {
        let place = Place::text(&source.path, problem.span);
        Diagnostic::new("wrong-value", Severity::Error, place, problem.message)
    }));
    workdays
}
