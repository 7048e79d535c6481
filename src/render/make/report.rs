//! The annual report: its tables in the official form, its words, and the items behind its figures.

use super::item::column_tags;
use super::report_trace::Follower;
use super::trail::{trail, word};
use crate::board::{Board, Reach};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Link, ReportCell, ReportChapter, ReportParagraph, ReportPiece, ReportTable, ReportView};
use crate::report::{
    APPEAL_COLUMNS, AnnualReport, DocumentRow, Paper, Paragraph, Piece, Progress, REQUEST_COLUMNS, Tables, Trace,
    is_report_on, lines as request_lines,
};
use crate::tally::Tally;
use crate::theme::Theme;

/// Says where a figure leads.
type Follow<'f> = &'f dyn Fn(&Trace) -> Option<String>;

/// The page of a year's report.
pub(super) fn page(setting: &Setting, page: &Page, year: i16) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let report = AnnualReport::of(board, setting.tally(), year);
    let internal = board.edition.reach == Reach::Internal;
    let published = board.listed.iter().copied().find(|&id| is_report_on(board.item(id), year, board));
    let title = report.title.clone();
    let follower = Follower::new(setting, hrefs, &report.tables);
    let mut view = annual(&report, internal, &|trace| follower.href(trace));
    view.published = published.and_then(|id| hrefs.of(id)).map(Into::into);
    view.statistics = setting
        .tally()
        .years
        .contains_key(&year)
        .then(|| hrefs.page(&super::statistics::path(board, Some(year))).into());
    view.behind = follower.behind();
    view.sources = follower.sources(setting);
    let head = column_tags(setting.head(page, title.clone()), word(setting, "foot_reports"), "");
    let between = vec![Link::to(hrefs.page("reports"), word(setting, "foot_reports"))];
    let crumbs = trail(setting, hrefs, between, title);
    setting.finish(page, "report.html", Made { head, crumbs, view })
}

/// The annual report as a paper of its own, to be looked at, printed and edited.
///
/// # Errors
/// The mistake in the theme.
pub fn annual_paper(board: &Board, theme: &Theme, year: i16) -> Result<String, Box<Diagnostic>> {
    let report = AnnualReport::of(board, &Tally::of(board), year);
    // On paper a figure leads nowhere.
    let page = annual(&report, true, &|_| None);
    theme.render("report-alone.html", &Alone { page })
}

/// The progress report as a paper of its own.
///
/// # Errors
/// The mistake in the theme.
pub fn progress_paper(theme: &Theme, progress: &Progress) -> Result<String, Box<Diagnostic>> {
    let chapters = progress.chapters.iter().enumerate().map(|(at, (title, paragraphs))| ReportChapter {
        id: format!("part-{}", at + 1).into(),
        title: (*title).into(),
        paragraphs: paragraphs.iter().map(|one| paragraph(one, true, &|_| None)).collect(),
        tables: Vec::new(),
    });
    let page =
        ReportView { title: progress.title.clone().into(), chapters: chapters.collect(), ..ReportView::default() };
    theme.render("report-alone.html", &Alone { page })
}

#[derive(serde::Serialize)]
struct Alone<'a> {
    page: ReportView<'a>,
}

/// The report; places to fill stand in it only where the office itself looks at it.
fn annual(report: &AnnualReport, gaps: bool, follow: Follow<'_>) -> ReportView<'static> {
    let chapters = report.chapters.iter().enumerate().map(|(at, chapter)| ReportChapter {
        id: format!("part-{}", at + 1).into(),
        title: chapter.title.into(),
        paragraphs: chapter
            .paragraphs
            .iter()
            .map(|one| paragraph(one, gaps, follow))
            .filter(|paragraph| !paragraph.pieces.is_empty())
            .collect(),
        tables: match at {
            1 => documents(&report.tables, follow),
            2 => vec![requests(&report.tables, follow)],
            3 => vec![appeals(&report.tables, follow)],
            _ => Vec::new(),
        },
    });
    ReportView {
        title: report.title.clone().into(),
        preface: Some(paragraph(&report.preface, gaps, follow)),
        chapters: chapters.collect(),
        ..ReportView::default()
    }
}

fn paragraph(paragraph: &Paragraph, gaps: bool, follow: Follow<'_>) -> ReportParagraph<'static> {
    let pieces = paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(ReportPiece { text: words.clone().into(), ..ReportPiece::default() }),
        Piece::Figure(number, trace) => {
            Some(ReportPiece { text: number.clone().into(), href: follow(trace).map(Into::into), fill: false })
        }
        Piece::Fill(what) => gaps.then(|| ReportPiece { text: what.clone().into(), fill: true, href: None }),
    });
    ReportParagraph { lead: paragraph.lead, pieces: pieces.collect() }
}

/// A figure of a table, and where it leads; a 0 has nothing behind it.
fn figure(number: impl ToString, trace: &Trace, follow: Follow<'_>) -> ReportCell<'static> {
    let cell = ReportCell::figure(number);
    let href = if cell.text == "0" { None } else { follow(trace).map(Into::into) };
    ReportCell { href, ..cell }
}

fn documents(tables: &Tables, follow: Follow<'_>) -> Vec<ReportTable<'static>> {
    let column = |text: &'static str| ReportCell::column(text, 1, 1);
    let block = |caption: &'static str, columns: &[&'static str], rows| ReportTable {
        caption: caption.into(),
        wide: false,
        head: vec![
            vec![ReportCell::column(caption, 1, columns.len() + 1)],
            std::iter::once("信息内容").chain(columns.iter().copied()).map(column).collect(),
        ],
        rows,
    };
    let row = |name: &'static str, figures: Vec<ReportCell<'static>>| {
        std::iter::once(ReportCell::row(name, 1, 1)).chain(figures).collect::<Vec<_>>()
    };
    let [permits, penalties, compulsion] = tables.decisions;
    let decided = Trace::Paper(Paper::Decisions);
    let one = |name, count: u64| row(name, vec![figure(count, &decided, follow)]);
    vec![
        block(
            "第二十条第（一）项",
            &["本年制发件数", "本年废止件数", "现行有效件数"],
            tables
                .documents
                .iter()
                .enumerate()
                .map(|(at, document)| row(document.name, document_cells(at, document, follow)))
                .collect(),
        ),
        block("第二十条第（五）项", &["本年处理决定数量"], vec![one("行政许可", permits)]),
        block(
            "第二十条第（六）项",
            &["本年处理决定数量"],
            vec![one("行政处罚", penalties), one("行政强制", compulsion)],
        ),
        block(
            "第二十条第（八）项",
            &["本年收费金额（单位：万元）"],
            vec![row("行政事业性收费", vec![figure(tables.fees, &Trace::Paper(Paper::Fees), follow)])],
        ),
    ]
}

fn document_cells(at: usize, document: &DocumentRow, follow: Follow<'_>) -> Vec<ReportCell<'static>> {
    let cells = document.cells().into_iter().enumerate();
    cells.map(|(column, count)| figure(count, &Trace::Documents(at, column), follow)).collect()
}

fn requests(tables: &Tables, follow: Follow<'_>) -> ReportTable<'static> {
    let [person, companies @ .., total] = REQUEST_COLUMNS;
    let asked = Trace::Paper(Paper::Requests);
    let rows = request_lines().iter().zip(&tables.requests.rows).map(|(line, counts)| {
        let labels = line.labels.iter().map(|&(text, rows, columns)| ReportCell::row(text, rows, columns));
        labels.chain(counts.iter().map(|count| figure(count, &asked, follow))).collect()
    });
    ReportTable {
        caption: "收到和处理政府信息公开申请情况".into(),
        wide: true,
        head: vec![
            vec![
                ReportCell::column("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
                ReportCell::column("申请人情况", 1, 7),
            ],
            vec![
                ReportCell::column(person, 2, 1),
                ReportCell::column("法人或其他组织", 1, 5),
                ReportCell::column(total, 2, 1),
            ],
            companies.map(|name| ReportCell::column(name, 1, 1)).to_vec(),
        ],
        rows: rows.collect(),
    }
}

fn appeals(tables: &Tables, follow: Follow<'_>) -> ReportTable<'static> {
    let names = || APPEAL_COLUMNS.into_iter();
    let appealed = Trace::Paper(Paper::Appeals);
    let mut second: Vec<_> = names().map(|name| ReportCell::column(name, 2, 1)).collect();
    second.push(ReportCell::column("未经复议直接起诉", 1, 5));
    second.push(ReportCell::column("复议后起诉", 1, 5));
    ReportTable {
        caption: "政府信息公开行政复议、行政诉讼情况".into(),
        wide: true,
        head: vec![
            vec![ReportCell::column("行政复议", 1, 5), ReportCell::column("行政诉讼", 1, 10)],
            second,
            names().chain(names()).map(|name| ReportCell::column(name, 1, 1)).collect(),
        ],
        rows: vec![tables.appeals.cells().map(|count| figure(count, &appealed, follow)).collect()],
    }
}
