//! The short progress report of the office (政务公开工作情况): 措施, 成效, 问题, 打算.

use super::paragraph::Paragraph;
use super::prose::{office, opinions, proactive, requests, timeliness};
use super::scope::scope;
use super::tables::Tables;
use super::trace::{Listed, Paper, Trace};
use crate::annual::Tallied;
use crate::board::{Board, CoverageState};
use crate::tally::Tally;

/// The progress report on a year, up to today where the year still runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The year.
    pub year: i16,
    /// 青石镇2026年政务公开工作情况.
    pub title: String,
    /// The same in one sentence.
    pub summary: String,
    /// The four sections: title and words.
    pub chapters: Vec<(&'static str, Vec<Paragraph>)>,
}

/// Drafts the progress report from figures, duties and findings.
pub fn progress(board: &Board, tally: &Tally, year: i16) -> Progress {
    let tables = Tables::of(board, tally, year);
    let scope = scope(board, year);
    let count = |of| board.annual.years.get(&year).map_or(0, |figures| figures.count(of));
    let by_hand = || Trace::Paper(Paper::Counters);
    let measures = vec![
        Paragraph::led("（一）健全机制。")
            .words("召开政务公开工作会议")
            .figure(count(Tallied::Meetings), by_hand())
            .words("次，开展培训")
            .figure(count(Tallied::Trainings), by_hand())
            .words(format!("次。公开事项经{}后发布。", steps(board)))
            .fill("组织领导、制度建设方面的其他做法"),
        Paragraph::led("（二）拓宽渠道。")
            .words("通过本公开栏和政务新媒体、公示栏公开，政务新媒体发布信息")
            .figure(count(Tallied::Posts), by_hand())
            .words("条。")
            .fill("查阅点、公示栏、电子屏等建设情况"),
    ];
    let results = vec![
        Paragraph::led("（一）主动公开。").then(proactive(board, tally, &tables)),
        Paragraph::led("（二）依申请公开。").then(requests(&tables)),
        Paragraph::led("（三）群众参与。")
            .words("公开征求意见")
            .counted((scope.count(Listed::Consultations), Trace::Items(Listed::Consultations)))
            .words("次，公示")
            .counted((scope.count(Listed::Publicities), Trace::Items(Listed::Publicities)))
            .words("次；")
            .then(opinions(board, year))
            .words("。"),
    ];
    let chapters = vec![
        ("一、主要措施", measures),
        ("二、工作成效", results),
        ("三、存在问题", problems(board, year)),
        ("四、下步打算", plans(board)),
    ];
    let short = office(board).trim_end_matches("人民政府");
    Progress {
        year,
        title: format!("{short}{year}年政务公开工作情况"),
        summary: format!("{year}年政务公开工作的措施、成效、问题和打算。"),
        chapters,
    }
}

fn steps(board: &Board) -> String {
    let names: Vec<&str> = board.config.approvals.iter().map(|step| step.name.as_str()).collect();
    if names.is_empty() { "审核".to_owned() } else { names.join("、") }
}

fn problems(board: &Board, year: i16) -> Vec<Paragraph> {
    let late: Vec<String> = board
        .coverage
        .iter()
        .filter(|row| matches!(row.state, CoverageState::Overdue | CoverageState::Uncovered))
        .map(|row| format!("“{}”", board.duty(row.duty).name))
        .collect();
    let mut punctual = Paragraph::led("（一）公开时效。").then(timeliness(board, year));
    if !late.is_empty() {
        punctual = punctual.words(format!("截至{}，{}尚未按期公开。", board.today.chinese(), late.join("、")));
    }
    vec![punctual, Paragraph::led("（二）其他问题。").fill("检查、评议和群众反映的其他问题")]
}

fn plans(board: &Board) -> Vec<Paragraph> {
    let share = board.share(|_| true);
    let words = share.percent().map_or_else(String::new, |percent| {
        format!(
            "标准目录应公开{}项，已公开{}项，覆盖率{percent:.1}%。对未公开和逾期的逐项明确责任单位和完成时限。",
            share.owed, share.covered
        )
    });
    vec![Paragraph::led("（一）补齐短板。").words(words), Paragraph::led("（二）其他安排。").fill("下一步工作安排")]
}
