use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use crate::sheet;
use crate::tally::{StandardLine, standard_lines};
use crate::term::{Channel, Level, Method, Term};

/// The official columns of the standard catalogue (国办发〔2019〕54号).
const COLUMNS: [&str; 15] = [
    "序号",
    "一级事项",
    "二级事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道和载体",
    "全社会",
    "特定群体",
    "主动",
    "依申请",
    "县级",
    "乡级",
    "村级",
];

/// The standard catalogue in its official columns; a board that owes nothing has none.
pub(super) struct StandardCsv;

impl Export for StandardCsv {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        if board.duties.is_empty() {
            return Vec::new();
        }
        let header: Vec<String> = COLUMNS.iter().map(|&name| name.to_owned()).collect();
        let rows: Vec<Vec<String>> = standard_lines(board).iter().map(row).collect();
        vec![Artifact { path: "standard.csv".to_owned(), bytes: sheet::csv(&header, &rows) }]
    }
}

fn row(line: &StandardLine<'_>) -> Vec<String> {
    let tick = |on: bool| if on { "√" } else { "" }.to_owned();
    let channels: Vec<String> = Channel::ALL
        .iter()
        .map(|channel| {
            let mark = if line.duty.channels.contains(channel) { '■' } else { '□' };
            format!("{mark}{}", channel.chinese())
        })
        .collect();
    let groups = if line.public { String::new() } else { line.groups.clone() };
    vec![
        line.serial.to_string(),
        line.first.clone(),
        line.duty.name.clone(),
        line.content.clone(),
        line.basis.clone(),
        line.limit.clone(),
        line.body.clone(),
        channels.join(" "),
        tick(line.public),
        groups,
        tick(line.method == Method::Proactive),
        tick(line.method == Method::OnRequest),
        tick(line.levels.contains(&Level::County)),
        tick(line.levels.contains(&Level::Township)),
        tick(line.levels.contains(&Level::Village)),
    ]
}
