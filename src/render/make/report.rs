//! The annual report: its tables in the official form, its words, and the items behind its figures.

use super::item::column_tags;
use super::line::lines;
use super::trail::{trail, word};
use crate::board::{Board, Reach};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    Group, Link, ReportCell, ReportChapter, ReportParagraph, ReportPiece, ReportTable, ReportView,
};
use crate::report::{
    APPEAL_COLUMNS, AnnualReport, DocumentRow, Paragraph, Piece, Progress, REQUEST_COLUMNS, Tables, is_report_on,
    lines as request_lines,
};
use crate::tally::Tally;
use crate::theme::Theme;

/// Where the three figures of a document row lead.
const BEHIND: [&str; 3] = ["made", "repealed", "valid"];

/// The page of a year's report.
pub(super) fn page(setting: &Setting, page: &Page, year: i16) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let report = AnnualReport::of(board, setting.tally(), year);
    let internal = board.edition.reach == Reach::Internal;
    let published = board.listed.iter().copied().find(|&id| is_report_on(board.item(id), year, board));
    let title = report.title.clone();
    let mut view = annual(&report, internal);
    view.published = published.and_then(|id| hrefs.of(id)).map(Into::into);
    view.statistics = setting
        .tally()
        .years
        .contains_key(&year)
        .then(|| hrefs.page(&super::statistics::path(board, Some(year))).into());
    view.behind = behind(board, hrefs, &report.tables);
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
    let mut page = annual(&report, true);
    // On paper a figure leads nowhere.
    let tables = page.chapters.iter_mut().flat_map(|chapter| &mut chapter.tables);
    for cell in tables.flat_map(|table| &mut table.rows).flatten() {
        cell.href = None;
    }
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
        paragraphs: paragraphs.iter().map(|one| paragraph(one, true)).collect(),
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
fn annual(report: &AnnualReport, gaps: bool) -> ReportView<'static> {
    let chapters = report.chapters.iter().enumerate().map(|(at, chapter)| ReportChapter {
        id: format!("part-{}", at + 1).into(),
        title: chapter.title.into(),
        paragraphs: chapter
            .paragraphs
            .iter()
            .map(|one| paragraph(one, gaps))
            .filter(|paragraph| !paragraph.pieces.is_empty())
            .collect(),
        tables: match at {
            1 => documents(&report.tables),
            2 => vec![requests(&report.tables)],
            3 => vec![appeals(&report.tables)],
            _ => Vec::new(),
        },
    });
    ReportView {
        title: report.title.clone().into(),
        preface: Some(paragraph(&report.preface, gaps)),
        chapters: chapters.collect(),
        ..ReportView::default()
    }
}

fn paragraph(paragraph: &Paragraph, gaps: bool) -> ReportParagraph<'static> {
    let pieces = paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(ReportPiece { text: words.clone().into(), fill: false }),
        Piece::Fill(what) => gaps.then(|| ReportPiece { text: what.clone().into(), fill: true }),
    });
    ReportParagraph { lead: paragraph.lead, pieces: pieces.collect() }
}

fn documents(tables: &Tables) -> Vec<ReportTable<'static>> {
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
    let one = |name, count: u64| row(name, vec![ReportCell::figure(count)]);
    vec![
        block(
            "第二十条第（一）项",
            &["本年制发件数", "本年废止件数", "现行有效件数"],
            tables
                .documents
                .iter()
                .enumerate()
                .map(|(at, document)| row(document.name, document_cells(at, document)))
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
            vec![row("行政事业性收费", vec![ReportCell::figure(tables.fees)])],
        ),
    ]
}

fn document_cells(at: usize, document: &DocumentRow) -> Vec<ReportCell<'static>> {
    let cells = document.cells().into_iter().enumerate().map(|(column, count)| ReportCell {
        href: (!document.items[column].is_empty()).then(|| format!("#{}-{}", BEHIND[column], at + 1).into()),
        ..ReportCell::figure(count)
    });
    cells.collect()
}

fn requests(tables: &Tables) -> ReportTable<'static> {
    let [person, companies @ .., total] = REQUEST_COLUMNS;
    let rows = request_lines().iter().zip(&tables.requests.rows).map(|(line, counts)| {
        let labels = line.labels.iter().map(|&(text, rows, columns)| ReportCell::row(text, rows, columns));
        labels.chain(counts.iter().map(ReportCell::figure)).collect()
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

fn appeals(tables: &Tables) -> ReportTable<'static> {
    let names = || APPEAL_COLUMNS.into_iter();
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
        rows: vec![tables.appeals.cells().map(ReportCell::figure).collect()],
    }
}

/// The items behind the figures of table two.
fn behind<'a>(board: &'a Board, hrefs: Hrefs<'_>, tables: &Tables) -> Vec<Group<'a>> {
    const WORDS: [&str; 3] = ["本年制发", "本年废止", "现行有效"];
    let mut groups = Vec::new();
    for (at, document) in tables.documents.iter().enumerate() {
        for (column, items) in document.items.iter().enumerate().filter(|(_, items)| !items.is_empty()) {
            groups.push(Group {
                id: format!("{}-{}", BEHIND[column], at + 1).into(),
                title: format!("{}：{}", document.name, WORDS[column]).into(),
                count: items.len(),
                note: None,
                more: None,
                lines: lines(board, hrefs, items.iter().copied()),
            });
        }
    }
    groups
}
