use super::memo::{Counts, Memo};
use super::mishap::about;
use crate::annual::Annual;
use crate::board::{Board, Edition, Ingredients, ItemId, Reach, assemble, named_files};
use crate::calendar::{Date, Workdays};
use crate::check;
use crate::config::{self, BaseUrl};
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::gate::{Rules, look_at_opinions};
use crate::ledger::Ledger;
use crate::page::{Page, Plan, plan};
use crate::parallel;
use crate::source::Sources;
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
    let Some(mut config) = config::settings(sources.paper("board.yaml"), &mut report) else {
        report.sort();
        return Compiled { board: None, pages: Vec::new(), report, counts };
    };
    if let Some(base_url) = &options.base_url {
        config.base_url = base_url.clone();
    }
    let config = Arc::new(config);
    let duties = Arc::new(config::duties(sources.paper("duties.yaml"), &config, &mut report));
    let annual = Arc::new(Annual::read(sources, &mut report));
    let workdays = workdays(sources, &mut report);
    let drafts = memo.drafts(&sources.items, &mut counts);
    for draft in &drafts {
        report.extend(draft.report.findings().iter().cloned());
    }
    let named = named_files(&drafts, &sources.stored, options.edition);
    let ledger = Arc::new(Ledger::read(sources.paper("ledger.jsonl")));
    let rules = Rules::of(&config, options.today);
    let (readings, mut looked) = memo.looks.look(sources, &drafts, &named, &rules, &mut counts.read);
    if let Some(register) = sources.paper("feedback.yaml") {
        looked.opinions = look_at_opinions(&annual.opinions, &register.text, &rules);
    }
    let (readings, looked) = (Arc::new(readings), Arc::new(looked));
    let versions = match options.edition.reach {
        Reach::Internal => memo.versions(sources),
        Reach::Public => Arc::default(),
    };
    let ingredients = |faulty| Ingredients {
        config: Arc::clone(&config),
        duties: Arc::clone(&duties),
        annual: Arc::clone(&annual),
        drafts: &drafts,
        stored: &sources.stored,
        readings: Arc::clone(&readings),
        history: Arc::clone(&sources.history),
        versions: Arc::clone(&versions),
        ledger: Arc::clone(&ledger),
        looked: Arc::clone(&looked),
        workdays: workdays.clone(),
        today: options.today,
        edition: options.edition,
        faulty,
    };
    let unreadable = faulty(&report);
    let mut board = assemble(ingredients(&unreadable));
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
    let mended = options.keep_going && check::stops_build(&report);
    if mended {
        board = assemble(ingredients(&faulty(&report)));
    }
    if options.edition.reach == Reach::Internal {
        // The office's own view speaks of what everybody sees.
        let public = Options { edition: Edition::default(), ..options.clone() };
        let seen = compile(sources, &public, memo);
        board.public = seen.board.map(|mut board| {
            board.findings = seen.report.located(&|path| sources.text(path).map(str::to_owned));
            Arc::new(board)
        });
    }
    if mended {
        pages = plan(&board).pages;
    }
    Compiled { board: Some(board), pages, report, counts }
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
