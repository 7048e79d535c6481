//! The text of a new item: the fields that its kind needs, each with a word of advice.

use crate::board::{Board, Numbering};
use crate::calendar::Period;
use crate::config::{CategoryId, Duty};
use crate::term::Cadence;
use std::fmt::Write as _;

/// What a new item is to be.
pub struct Wanted<'a> {
    /// Its category.
    pub category: CategoryId,
    /// Its title.
    pub title: &'a str,
    /// The duty that it fulfils.
    pub duty: Option<&'a Duty>,
    /// The period that it is about.
    pub period: Option<Period>,
}

/// Fields that only some kinds of item need, and what tells such a kind: words in its title, or in the id or name of its
/// category.
const FACETS: [(&str, &[&str], &[&str], &str); 5] = [
    (
        "guide",
        &["办事指南"],
        &["guides", "办事指南"],
        "办事指南:                   # 缺一项，检查时会提醒\n  依据: []                  # 法律法规和条款\n  条件: []                  # 一条一个，用逗号分开\n  材料: []\n  流程: []\n  时限:\n  收费: 不收费\n  地点:\n  时间:\n  电话:\n",
    ),
    (
        "publicity",
        &["公示"],
        &[],
        "公示:                       # 起止日都算在内，不少于七个工作日\n  起: {today}\n  止: {today}\n  异议: {电话: , 地址: }   # 群众向谁提出异议\n",
    ),
    (
        "consultation",
        &["征求意见", "征集"],
        &["consultation", "征求意见"],
        "征求意见:                   # 结束后在“结果”里写采纳情况\n  起: {today}\n  止: {today}\n  方式:\n",
    ),
    (
        "document",
        &["办法", "规定", "通知", "意见", "方案"],
        &["policy", "政策文件", "规范性文件", "normative", "documents"],
        "公文:                       # 不是正式公文的，整段删去\n  发文字号:                # 如 青政发〔2026〕8号\n  发文机关: {office}\n  成文日期: {today}\n  有效性: 有效\n",
    ),
    (
        "reply",
        &["答复", "回复"],
        &["replies", "答复公开"],
        "答复:                       # 提出后十五个工作日内答复\n  提出: {today}\n  答复: {today}\n  渠道:\n",
    ),
];

/// The whole text.
pub fn skeleton(board: &Board, wanted: &Wanted<'_>) -> String {
    let today = board.today;
    let index = Numbering::of(board).next(today.year());
    let office = &board.config.office.name;
    let quoted = wanted.title.replace('\\', "\\\\").replace('"', "\\\"");
    let mut text = format!("---\n标题: \"{quoted}\"\n索引号: {index}   # 自动编号，公布后不再改\n");
    if let Some(duty) = wanted.duty {
        let _ = writeln!(text, "公开事项: {}   # {}", duty.id, duty.name);
    }
    if let Some(period) = wanted.period {
        let _ = writeln!(text, "所属期: {period}");
    }
    let _ = write!(
        text,
        "内容概述:                   # 一句话说明内容，120 字以内\n生成日期: {today}   # 信息形成的日期\n发布日期: {today}   # 最迟在形成后 20 个工作日内；写以后的日期，到那天才公开\n\
         信息来源: {office}\n"
    );
    text.push_str(&facets(board, wanted));
    text.push_str(&approval_lines(board, wanted.category));
    text.push_str("草稿: 是                    # 写好后删去这一行\n---\n\n");
    for element in wanted.duty.map_or(&[][..], |duty| &duty.elements) {
        let _ = write!(text, "## {element}\n\n");
    }
    text
}

/// The steps that an item of a category must pass, to be filled in.
pub fn approval_lines(board: &Board, category: CategoryId) -> String {
    let today = board.today;
    let steps = board.config.steps_of(Some(category));
    let mut text = String::new();
    if !steps.is_empty() {
        text.push_str("审签:                       # 每一步写职务和日期，去掉行首的井号；缺一步就不公开\n");
        for step in steps.iter() {
            let _ = writeln!(text, "#  {}: {{人: 职务, 日期: {today}}}   # {}", step.id, step.name);
        }
    }
    text
}

/// The facets that an item of this title in this category should have: their keys.
pub(super) fn facets_of(board: &Board, category: CategoryId, title: &str) -> Vec<&'static str> {
    let line = board.config.categories.line(category);
    let categories: Vec<_> = line.iter().map(|&id| board.config.categories.get(id)).collect();
    let fits = |(_, titles, places, _): &&(&str, &[&str], &[&str], &str)| {
        let by_place = || {
            categories.iter().any(|category| places.iter().any(|&word| category.id == word || category.name == word))
        };
        titles.iter().any(|word| title.contains(word)) || by_place()
    };
    FACETS.iter().filter(fits).map(|(key, ..)| *key).collect()
}

fn facets(board: &Board, wanted: &Wanted<'_>) -> String {
    let keys = facets_of(board, wanted.category, wanted.title);
    let lines = FACETS.iter().filter(|(key, ..)| keys.contains(key)).map(|(.., lines)| *lines);
    let mut text: String = lines.collect();
    let own = wanted.duty.and_then(|duty| duty.cadence.as_ref()).map(|cadence| cadence.value);
    if own.or(board.config.categories.get(wanted.category).cadence) == Some(Cadence::Staged) {
        text.push_str(
            "阶段:                       # 同一件事的各个环节，“事项”写同一个词\n  事项: \n  环节: 决策               # 决策、执行、管理、服务、结果\n  名称: \n",
        );
    }
    text.replace("{today}", &board.today.to_string()).replace("{office}", &board.config.office.name)
}
