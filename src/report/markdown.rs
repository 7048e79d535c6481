//! Both reports as items that the office edits and keeps: drafts, so that nothing is published before it is signed.

use super::annual_report::AnnualReport;
use super::appeals::APPEAL_COLUMNS;
use super::paragraph::{Paragraph, Piece};
use super::progress::Progress;
use super::requests::{REQUEST_COLUMNS, lines};
use super::tables::Tables;
use crate::calendar::Date;
use std::fmt::Write as _;

/// The annual report as an item.
pub fn annual_markdown(report: &AnnualReport, today: Date) -> String {
    let mut text = front(&report.title, &summary(&report.tables), report.tables.year, today);
    paragraph(&mut text, &report.preface);
    for (at, chapter) in report.chapters.iter().enumerate() {
        let _ = write!(text, "## {}\n\n", chapter.title);
        for one in &chapter.paragraphs {
            paragraph(&mut text, one);
        }
        match at {
            1 => documents(&mut text, &report.tables),
            2 => requests(&mut text, &report.tables),
            3 => appeals(&mut text, &report.tables),
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The progress report as an item.
pub fn progress_markdown(progress: &Progress, today: Date) -> String {
    let mut text = front(&progress.title, &progress.summary, progress.year, today);
    for (title, paragraphs) in &progress.chapters {
        let _ = write!(text, "## {title}\n\n");
        for one in paragraphs {
            paragraph(&mut text, one);
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn summary(tables: &Tables) -> String {
    format!(
        "{}年主动公开政府信息{}条，收到政府信息公开申请{}件，以及办理、复议诉讼、问题和改进情况。",
        tables.year,
        tables.total.all,
        tables.requests.received()
    )
}

fn front(title: &str, summary: &str, year: i16, today: Date) -> String {
    let quoted = |words: &str| words.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "---\ntitle: \"{}\"\nsummary: \"{}\"\nperiod: {year}\nformed: {today}\npublished: {today}\ndraft: true\n---\n\n",
        quoted(title),
        quoted(summary)
    )
}

/// What belongs into a place to fill stands between 【 and 】.
fn paragraph(text: &mut String, paragraph: &Paragraph) {
    if !paragraph.lead.is_empty() {
        let _ = write!(text, "**{}**", paragraph.lead);
    }
    for piece in &paragraph.pieces {
        match piece {
            Piece::Words(words) | Piece::Figure(words, _) => text.push_str(words),
            Piece::Fill(what) => {
                let _ = write!(text, "【请填写：{what}】");
            }
        }
    }
    text.push_str("\n\n");
}

fn row(text: &mut String, cells: impl IntoIterator<Item = String>) {
    text.push('|');
    for cell in cells {
        let _ = write!(text, " {cell} |");
    }
    text.push('\n');
}

fn head(text: &mut String, labels: &[&str], columns: &[&str]) {
    row(text, labels.iter().chain(columns).map(|&name| name.to_owned()));
    row(text, labels.iter().map(|_| "---".to_owned()).chain(columns.iter().map(|_| "---:".to_owned())));
}

fn documents(text: &mut String, tables: &Tables) {
    head(text, &["信息内容（第二十条第（一）项）"], &["本年制发件数", "本年废止件数", "现行有效件数"]);
    for one in &tables.documents {
        row(text, std::iter::once(one.name.to_owned()).chain(one.cells().map(|count| count.to_string())));
    }
    let [permits, penalties, compulsion] = tables.decisions;
    for (title, rows) in [
        ("信息内容（第二十条第（五）项）", &[("行政许可", permits)][..]),
        ("信息内容（第二十条第（六）项）", &[("行政处罚", penalties), ("行政强制", compulsion)]),
    ] {
        text.push('\n');
        head(text, &[title], &["本年处理决定数量"]);
        for (name, count) in rows {
            row(text, [(*name).to_owned(), count.to_string()]);
        }
    }
    text.push('\n');
    head(text, &["信息内容（第二十条第（八）项）"], &["本年收费金额（单位：万元）"]);
    row(text, ["行政事业性收费".to_owned(), tables.fees.to_string()]);
    text.push('\n');
}

fn requests(text: &mut String, tables: &Tables) {
    text.push_str("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n\n");
    head(text, &["申请办理情况"], &REQUEST_COLUMNS);
    for (line, counts) in lines().iter().zip(&tables.requests.rows) {
        row(text, std::iter::once(line.name.to_owned()).chain(counts.iter().map(u64::to_string)));
    }
    text.push('\n');
}

fn appeals(text: &mut String, tables: &Tables) {
    let appeals = &tables.appeals;
    let lawsuits = [("未经复议直接起诉", appeals.direct), ("复议后起诉", appeals.after_review)];
    for (title, rows) in [("行政复议", &[("行政复议", appeals.reviews)][..]), ("行政诉讼", &lawsuits)] {
        head(text, &[title], &APPEAL_COLUMNS);
        for (name, counts) in rows {
            row(text, std::iter::once((*name).to_owned()).chain(counts.iter().map(u64::to_string)));
        }
        text.push('\n');
    }
}
