//! The words of the annual report, drafted from figures. What no figure tells is left as a place to fill.

use super::chapter::{Chapter, TITLES};
use super::paragraph::Paragraph;
use super::scope::scope;
use super::tables::Tables;
use super::trace::{Listed, Paper, Trace};
use crate::annual::Tallied;
use crate::board::Board;
use crate::tally::{Dimension, Feedback, Tally, YearTally};
use std::fmt::Write as _;

/// The office's name.
pub(super) fn office(board: &Board) -> &str {
    if board.config.office.name.is_empty() { &board.config.title } else { &board.config.office.name }
}

/// What stands before the first section: on what the report rests, and how to reach the office.
pub(super) fn preface(board: &Board, year: i16) -> Paragraph {
    let office = &board.config.office;
    let mut words = format!(
        "本报告根据《中华人民共和国政府信息公开条例》和国务院办公厅规定的格式编制，数据统计期限为{year}年1月1日至12月31日。电子版可在{}下载",
        board.config.title
    );
    for (label, text) in [("联系地址", &office.address), ("邮编", &office.postcode), ("电话", &office.phone)] {
        if !text.is_empty() {
            let _ = write!(words, "，{label}：{text}");
        }
    }
    let _ = write!(words, "，网址：{}。", board.config.base_url.as_str());
    Paragraph::default().words(words)
}

/// The six sections.
pub(super) fn chapters(board: &Board, tally: &Tally, tables: &Tables) -> Vec<Chapter> {
    let words: [Vec<Paragraph>; 6] = [
        overview(board, tally, tables),
        Vec::new(),
        Vec::new(),
        Vec::new(),
        problems(board, tables.year),
        vec![others(board, tables)],
    ];
    TITLES.into_iter().zip(words).map(|(title, paragraphs)| Chapter { title, paragraphs }).collect()
}

fn overview(board: &Board, tally: &Tally, tables: &Tables) -> Vec<Paragraph> {
    let year = tables.year;
    let count = |of| board.annual.years.get(&year).map_or(0, |figures| figures.count(of));
    let by_hand = || Trace::Paper(Paper::Counters);
    let scope = scope(board, year);
    let listed = |of: Listed| (scope.count(of), Trace::Items(of));
    let asked = count(Tallied::Consultations);
    let consultations = scope.count(Listed::Consultations) as u64 + asked;
    let consulted = if asked > 0 { by_hand() } else { Trace::Items(Listed::Consultations) };
    vec![
        Paragraph::led("（一）主动公开。")
            .then(proactive(board, tally, tables))
            .words("发布政策解读")
            .counted(listed(Listed::Interpretations))
            .words("条，公开征求意见")
            .figure(consultations, consulted)
            .words("次，公示")
            .counted(listed(Listed::Publicities))
            .words("次，公开答复")
            .counted(listed(Listed::Replies))
            .words("件。")
            .fill("教育、医疗、就业、养老、公共资源配置等重点领域公开情况，回应关切情况"),
        Paragraph::led("（二）依申请公开。").then(requests(tables)).fill("平均答复时间，申请集中的领域"),
        Paragraph::led("（三）政府信息管理。")
            .words("全年核对长期公开信息")
            .counted(listed(Listed::Verified))
            .words("条，更正已公开信息")
            .counted(listed(Listed::Corrections))
            .words("条，撤下")
            .counted(listed(Listed::Withdrawn))
            .words("条，标注废止、失效文件")
            .counted(listed(Listed::Closed))
            .words("件。")
            .fill("规范性文件集中公开、公开审查和保密审查等管理情况"),
        Paragraph::led("（四）政府信息公开平台建设。")
            .words("政务新媒体发布信息")
            .figure(count(Tallied::Posts), by_hand())
            .words("条。")
            .fill("公开栏、查阅点、公示栏等平台建设情况"),
        Paragraph::led("（五）监督保障。")
            .words("召开政务公开工作会议")
            .figure(count(Tallied::Meetings), by_hand())
            .words("次，开展培训")
            .figure(count(Tallied::Trainings), by_hand())
            .words("次、社会评议")
            .figure(count(Tallied::Surveys), by_hand())
            .words("次。")
            .then(opinions(board, year))
            .words("。")
            .fill("工作考核、社会评议和责任追究的结果"),
    ]
}

/// 群众意见 in figures, without the full stop.
pub(super) fn opinions(board: &Board, year: i16) -> Paragraph {
    let feedback = Feedback::of(board).years.get(&year).copied().unwrap_or_default();
    Paragraph::default()
        .words("收到群众意见")
        .figure(feedback.received, Trace::Feedback)
        .words("件，答复")
        .figure(feedback.answered, Trace::Feedback)
        .words("件，据此改进工作")
        .figure(feedback.changed, Trace::Feedback)
        .words("项")
}

/// 主动公开 in figures.
pub(super) fn proactive(board: &Board, tally: &Tally, tables: &Tables) -> Paragraph {
    let year = tables.year;
    let running = tally.running_at(year);
    let before = board.annual.before.contains_key(&year);
    let of = |trace| if before { Trace::Paper(Paper::Before) } else { trace };
    let mut said = Paragraph::default()
        .words("全年主动公开政府信息")
        .figure(tables.total.all, of(Trace::Year))
        .words("条，其中通过互联网公开")
        .figure(tables.total.internet, of(Trace::Count(Dimension::Channel, "website".to_owned())))
        .words("条，截至年底历年累计公开")
        .figure(running.all, Trace::Running)
        .words("条。");
    if let Some(year) = tally.years.get(&year) {
        said = said.words(if before { "在本栏公开的信息中，按类别分：" } else { "按类别分：" });
        said = by(said, year, Dimension::Category, true).words("；按渠道分（一条可有多个渠道）：");
        said = by(said, year, Dimension::Channel, false).words("。");
    }
    for (at, row) in tables.documents.iter().enumerate() {
        // An office that makes no 规章 need not say so.
        if at > 0 || row.cells() != [0, 0, 0] {
            said = said
                .words(format!("制发{}", row.name))
                .figure(row.made, Trace::Documents(at, 0))
                .words("件，废止")
                .figure(row.repealed, Trace::Documents(at, 1))
                .words("件，现行有效")
                .figure(row.valid, Trace::Documents(at, 2))
                .words("件。");
        }
    }
    said
}

/// The counts of a dimension that are not 0.
fn by(mut said: Paragraph, year: &YearTally, dimension: Dimension, with_share: bool) -> Paragraph {
    let counts = year.by(dimension).iter().filter(|count| !count.items.is_empty());
    for (at, count) in counts.enumerate() {
        let between = if at == 0 { "" } else { "、" };
        let share = if with_share { format!("（{}%）", count.share) } else { String::new() };
        said = said
            .words(format!("{between}{}", count.name))
            .figure(count.items.len(), Trace::Count(dimension, count.id.clone()))
            .words(format!("条{share}"));
    }
    said
}

/// 依申请公开 in figures.
pub(super) fn requests(tables: &Tables) -> Paragraph {
    let table = &tables.requests;
    let (asked, appealed) = (|| Trace::Paper(Paper::Requests), || Trace::Paper(Paper::Appeals));
    let mut said = Paragraph::default()
        .words("全年新收政府信息公开申请")
        .figure(table.received(), asked())
        .words("件，上年结转")
        .figure(table.carried_over(), asked())
        .words("件；办结")
        .figure(table.total(), asked())
        .words("件");
    let known = [("予以公开", table.granted()), ("部分公开", table.partly())];
    for (at, (name, count)) in known.into_iter().chain(table.others()).filter(|(_, count)| *count > 0).enumerate() {
        let between = if at == 0 { "，其中" } else { "、" };
        said = said.words(format!("{between}{name}")).figure(count, asked()).words("件");
    }
    said.words("；结转下年度继续办理")
        .figure(table.carried_forward(), asked())
        .words("件。因政府信息公开引起的行政复议")
        .figure(tables.appeals.reviews[4], appealed())
        .words("件，行政诉讼")
        .figure(tables.appeals.lawsuits(), appealed())
        .words("件。")
}

fn problems(board: &Board, year: i16) -> Vec<Paragraph> {
    let first = Paragraph::led("（一）存在的主要问题。")
        .then(timeliness(board, year))
        .fill("本年发现的主要问题，上年报告所列问题的整改情况");
    vec![first, Paragraph::led("（二）改进情况。").fill("针对上述问题已采取和将采取的措施")]
}

/// How punctual the periodic disclosures of a year were; empty where none fell due.
pub(super) fn timeliness(board: &Board, year: i16) -> Paragraph {
    let sums = board.timeliness(year, |_| true);
    let Some(share) = sums.percent() else { return Paragraph::default() };
    let figure = |said: Paragraph, number: usize| said.figure(number, Trace::Periods);
    let said = figure(Paragraph::default().words("定期公开事项全年到期"), sums.owed).words("期次，按时公开");
    let said = figure(said, sums.in_time).words("期次，迟公开");
    let said = figure(said, sums.published - sums.in_time).words("期次，逾期未公开");
    figure(said, sums.overdue).words(format!("期次，按时公开率{share:.1}%。"))
}

fn others(board: &Board, tables: &Tables) -> Paragraph {
    let fees = board.annual.years.get(&tables.year).and_then(|figures| figures.handling_fees).unwrap_or(0.0);
    let trace = Trace::Paper(Paper::Fees);
    let said = if fees > 0.0 {
        Paragraph::default()
            .words("依据《政府信息公开信息处理费管理办法》收取信息处理费")
            .figure(fees, trace)
            .words("元。")
    } else {
        Paragraph::default().words("本年度没有收取信息处理费（").figure(0, trace).words("元）。")
    };
    said.fill("其他需要报告的事项；没有的写“无其他需要报告的事项”")
}
