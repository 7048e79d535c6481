//! The words of the annual report, drafted from figures. What no figure tells is left as a place to fill.

use super::chapter::{Chapter, TITLES};
use super::paragraph::Paragraph;
use super::scope::scope;
use super::tables::Tables;
use crate::annual::Tallied;
use crate::board::Board;
use crate::tally::{Dimension, Feedback, Tally};
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
    let figures = board.annual.years.get(&year);
    let count = |of| figures.map_or(0, |figures| figures.count(of));
    let scope = scope(board, year);
    let feedback = Feedback::of(board).years.get(&year).copied().unwrap_or_default();
    vec![
        Paragraph::led("（一）主动公开。")
            .words(proactive(board, tally, tables))
            .words(format!(
                "发布政策解读{}条，公开征求意见{}次，公示{}次，公开答复{}件。",
                scope.interpretations,
                scope.consultations as u64 + count(Tallied::Consultations),
                scope.publicities,
                scope.replies
            ))
            .fill("教育、医疗、就业、养老、公共资源配置等重点领域公开情况，回应关切情况"),
        Paragraph::led("（二）依申请公开。").words(requests(tables)).fill("平均答复时间，申请集中的领域"),
        Paragraph::led("（三）政府信息管理。")
            .words(format!(
                "全年核对长期公开信息{}条，更正已公开信息{}条，撤下{}条，标注废止、失效文件{}件。",
                scope.verified, scope.corrections, scope.withdrawn, scope.closed
            ))
            .fill("规范性文件集中公开、公开审查和保密审查等管理情况"),
        Paragraph::led("（四）政府信息公开平台建设。")
            .words(format!("政务新媒体发布信息{}条。", count(Tallied::Posts)))
            .fill("公开栏、查阅点、公示栏等平台建设情况"),
        Paragraph::led("（五）监督保障。")
            .words(format!(
                "召开政务公开工作会议{}次，开展培训{}次、社会评议{}次。收到群众意见{}件，答复{}件，据此改进工作{}项。",
                count(Tallied::Meetings),
                count(Tallied::Trainings),
                count(Tallied::Surveys),
                feedback.received,
                feedback.answered,
                feedback.changed
            ))
            .fill("工作考核、社会评议和责任追究的结果"),
    ]
}

/// 主动公开 in figures.
pub(super) fn proactive(board: &Board, tally: &Tally, tables: &Tables) -> String {
    let year = tables.year;
    let running = tally.running_at(year);
    let mut words = format!(
        "全年主动公开政府信息{}条，其中通过互联网公开{}条，截至年底历年累计公开{}条。",
        tables.total.all, tables.total.internet, running.all
    );
    if let Some(year) = tally.years.get(&year) {
        let named = |dimension: Dimension, with_share: bool| {
            let counts = year.by(dimension).iter().filter(|count| !count.items.is_empty());
            let words = counts.map(|count| {
                let share = if with_share { format!("（{}%）", count.share) } else { String::new() };
                format!("{}{}条{share}", count.name, count.items.len())
            });
            words.collect::<Vec<_>>().join("、")
        };
        let before = board.annual.before.contains_key(&year.year);
        let basis = if before { "在本栏公开的信息中，" } else { "" };
        let _ = write!(
            words,
            "{basis}按类别分：{}；按渠道分（一条可有多个渠道）：{}。",
            named(Dimension::Category, true),
            named(Dimension::Channel, false)
        );
    }
    let [rules, normative] = &tables.documents;
    if rules.cells() != [0, 0, 0] {
        let _ = write!(words, "制发规章{}件，废止{}件，现行有效{}件。", rules.made, rules.repealed, rules.valid);
    }
    let _ = write!(
        words,
        "制发行政规范性文件{}件，废止{}件，现行有效{}件。",
        normative.made, normative.repealed, normative.valid
    );
    words
}

/// 依申请公开 in figures.
pub(super) fn requests(tables: &Tables) -> String {
    let table = &tables.requests;
    let mut words = format!(
        "全年新收政府信息公开申请{}件，上年结转{}件；办结{}件",
        table.received(),
        table.carried_over(),
        table.total()
    );
    if table.total() > 0 {
        let known = [("予以公开", table.granted()), ("部分公开", table.partly())];
        let parts: Vec<String> = known
            .into_iter()
            .chain(table.others())
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| format!("{name}{count}件"))
            .collect();
        let _ = write!(words, "，其中{}", parts.join("、"));
    }
    let _ = write!(
        words,
        "；结转下年度继续办理{}件。因政府信息公开引起的行政复议{}件，行政诉讼{}件。",
        table.carried_forward(),
        tables.appeals.reviews[4],
        tables.appeals.lawsuits()
    );
    words
}

fn problems(board: &Board, year: i16) -> Vec<Paragraph> {
    let first = Paragraph::led("（一）存在的主要问题。")
        .words(timeliness(board, year))
        .fill("本年发现的主要问题，上年报告所列问题的整改情况");
    vec![first, Paragraph::led("（二）改进情况。").fill("针对上述问题已采取和将采取的措施")]
}

/// How punctual the periodic disclosures of a year were; empty where none fell due.
pub(super) fn timeliness(board: &Board, year: i16) -> String {
    let sums = board.timeliness(year, |_| true);
    let Some(share) = sums.percent() else { return String::new() };
    format!(
        "定期公开事项全年到期{}期次，按时公开{}期次，迟公开{}期次，逾期未公开{}期次，按时公开率{share:.1}%。",
        sums.owed,
        sums.in_time,
        sums.published - sums.in_time,
        sums.overdue
    )
}

fn others(board: &Board, tables: &Tables) -> Paragraph {
    let fees = board.annual.years.get(&tables.year).and_then(|figures| figures.handling_fees).unwrap_or(0.0);
    let words = if fees > 0.0 {
        format!("依据《政府信息公开信息处理费管理办法》收取信息处理费{fees}元。")
    } else {
        "本年度没有收取信息处理费（0元）。".to_owned()
    };
    Paragraph::default().words(words).fill("其他需要报告的事项；没有的写“无其他需要报告的事项”")
}
