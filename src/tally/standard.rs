use crate::board::{Board, Coverage, Item, Share};
use crate::config::Duty;
use crate::term::{Audience, Cadence, Level, Method, Term};

/// A row of the standard catalogue (基层政务公开标准目录, 国办发〔2019〕54号), in the words of its official columns.
#[derive(Clone, Debug)]
pub struct StandardLine<'b> {
    /// The duty.
    pub duty: &'b Duty,
    /// How far it is fulfilled.
    pub coverage: Coverage,
    /// 试点领域, or the category at the top of the tree.
    pub area: String,
    /// 序号.
    pub serial: usize,
    /// 一级事项.
    pub first: String,
    /// 公开内容（要素）.
    pub content: String,
    /// 公开依据.
    pub basis: String,
    /// 公开时限.
    pub limit: String,
    /// 公开主体.
    pub body: String,
    /// Whether it is for everybody.
    pub public: bool,
    /// 特定群体, where it is for some only.
    pub groups: String,
    /// 公开方式.
    pub method: Method,
    /// 公开层级: a board of a village says village where the row says nothing, any other township.
    pub levels: Vec<Level>,
}

/// The standard catalogue, by area in the order in which areas first appear.
pub fn standard_lines(board: &Board) -> Vec<StandardLine<'_>> {
    let mut areas: Vec<String> = Vec::new();
    let mut lines: Vec<StandardLine<'_>> = Vec::new();
    for coverage in &board.coverage {
        let line = line(board, *coverage);
        if !areas.contains(&line.area) {
            areas.push(line.area.clone());
        }
        lines.push(line);
    }
    lines.sort_by_key(|line| areas.iter().position(|area| *area == line.area));
    for (at, line) in lines.iter_mut().enumerate() {
        line.serial = at + 1;
    }
    lines
}

fn line(board: &Board, coverage: Coverage) -> StandardLine<'_> {
    let duty = board.duty(coverage.duty);
    let categories = &board.config.categories;
    let category = duty.category.as_ref().and_then(|path| categories.find(path));
    let branch = category.map_or_else(Vec::new, |id| categories.line(id));
    let name = |at: Option<&crate::config::CategoryId>| at.map(|&id| categories.get(id).name.clone());
    let top = name(branch.first());
    let audience = duty.audience.clone().unwrap_or_default();
    let village = board.config.kind == crate::config::Kind::Village;
    let own = if village { Level::Village } else { Level::Township };
    let unit = duty.unit.as_ref().and_then(|unit| board.config.find_unit(unit));
    StandardLine {
        area: duty.area.clone().or_else(|| top.clone()).unwrap_or_else(|| "其他".to_owned()),
        serial: 0,
        first: duty.group.clone().or_else(|| name(branch.get(1))).or(top).unwrap_or_default(),
        content: if duty.elements.is_empty() { duty.name.clone() } else { duty.elements.join("、") },
        basis: duty.basis.join("；"),
        limit: limit(board, duty),
        body: unit.map_or_else(|| board.config.office.name.clone(), |unit| board.config.unit(unit).name.clone()),
        public: audience == Audience::Public,
        groups: if audience == Audience::Public { String::new() } else { audience.chinese() },
        method: duty.method.unwrap_or(Method::Proactive),
        levels: if duty.levels.is_empty() { vec![own] } else { duty.levels.clone() },
        duty,
        coverage,
    }
}

/// 公开时限: the words of the catalogue, else those that cadence and length make.
fn limit(board: &Board, duty: &Duty) -> String {
    if let Some(limit) = &duty.limit {
        return limit.clone();
    }
    let due = duty.due.as_ref().map_or(board.config.policies.publish_within, |due| due.value).chinese();
    match duty.cadence.as_ref().map(|cadence| cadence.value) {
        Some(cadence @ (Cadence::Monthly | Cadence::Quarterly | Cadence::HalfYearly | Cadence::Yearly)) => {
            let after = duty.due.as_ref().map_or_else(String::new, |_| format!("，期满后{due}内"));
            format!("{}{after}", cadence.chinese())
        }
        Some(Cadence::Permanent) => format!("信息形成或者变更之日起{due}内公开，保持长期公开"),
        Some(Cadence::Staged) => format!("按进展情况及时公开，{due}内"),
        Some(Cadence::Timely) | None => format!("信息形成或者变更之日起{due}内"),
    }
}

/// 覆盖率 of the duties of each name, most rows first: by area, or by unit.
pub fn covered_by<'l, 'b: 'l>(
    board: &'b Board,
    lines: &'l [StandardLine<'b>],
    name: impl Fn(&StandardLine<'b>) -> String,
) -> Vec<(String, Share)> {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let name = name(line);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let share = |wanted: String| {
        let own: Vec<&str> =
            lines.iter().filter(|line| name(line) == wanted).map(|line| line.duty.id.as_str()).collect();
        let share = board.share(|duty| own.contains(&duty.id.as_str()));
        (wanted, share)
    };
    names.into_iter().map(share).collect()
}

/// When what fulfils a row was published.
pub fn fulfilled_on(item: &Item) -> Option<String> {
    item.published().map(|published| published.date().to_string())
}
