use super::area::areas;
use super::official::{Official, Read, read};
use super::row::{Row, append};
use crate::attachment::{self, Readable};
use crate::board::Board;
use crate::cli::exit::{Exit, Refusal};
use crate::cli::files;
use crate::cli::terminal::Terminal;
use crate::say;
use crate::source::Sources;
use crate::text::Text;
use std::collections::HashSet;
use std::path::Path;

/// Adds the rows of a standard catalogue that an office has as a workbook or a CSV file, and says of each what was not
/// understood. A matter that is there already stays as it is.
pub(super) fn import(
    file: &Path,
    area: Option<&str>,
    board: &Board,
    sources: &Sources,
    terminal: Terminal,
) -> Result<Exit, Refusal> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let extract = attachment::read(&name, &files::read(file)?);
    if let Some(why) = unreadable(&extract.readable) {
        let Text { zh, en } = why;
        return Err(Refusal(Text { zh: format!("{name}：{zh}"), en: format!("{name}: {en}") }));
    }
    let sheets: Vec<Official> =
        extract.sheets.iter().filter(|sheet| sheet.visible()).filter_map(|sheet| read(sheet, area)).collect();
    if sheets.is_empty() {
        return Err(Refusal(say!(
            "{name}：没有找到标准目录的表头（一级事项、二级事项、公开内容（要素）、公开依据、公开时限……）",
            "{name}: no head of a standard catalogue (一级事项, 二级事项, 公开内容（要素）, 公开依据, 公开时限, …)"
        )));
    }
    let mut unknown: Vec<&str> = Vec::new();
    let mut taken = Taken::of(board);
    let (mut rows, mut kept) = (Vec::new(), 0);
    for sheet in &sheets {
        unknown.extend(sheet.unknown.iter().map(String::as_str));
        for read in &sheet.rows {
            doubts(read, board, terminal);
            if read.row.name.is_empty() {
                continue;
            }
            match taken.admit(&read.row) {
                Some(id) => rows.push(Row { id, ..read.row.clone() }),
                None => kept += 1,
            }
        }
    }
    let added = append(&rows, &format!("导入自 {name}"), board, sources)?;
    if !unknown.is_empty() {
        terminal
            .say(&say!("没有用到的列：{names}", "columns that were not used: {names}"; names: Text::list(&unknown)));
    }
    terminal.say(&say!(
        "{name}：加上 {added} 行，已有 {kept} 行未动。请核对 content/duties.yaml，补上类别",
        "{name}: {added} rows added, {kept} were there. Look through content/duties.yaml and fill in the categories"
    ));
    Ok(Exit::Clean)
}

fn unreadable(readable: &Readable) -> Option<Text> {
    match readable {
        Readable::Yes => None,
        Readable::Encrypted => Some(say!("文件有密码，不能读取", "the file needs a password")),
        Readable::Broken(why) | Readable::TooBig(why) => Some(why.clone()),
        Readable::NoText | Readable::Unsupported => {
            Some(say!("不是 CSV 或 XLSX 表格", "the file is no CSV or XLSX table"))
        }
    }
}

fn doubts(read: &Read, board: &Board, terminal: Terminal) {
    let (number, name, unit) = (read.number, &read.row.name, &read.row.unit);
    let strange = !unit.is_empty() && *unit != board.config.office.name && board.config.find_unit(unit).is_none();
    let unit = strange.then(|| {
        say!(
            "公开主体“{unit}”不在 board.yaml 的 units 里，未写责任单位",
            "“{unit}” is no unit of board.yaml; no unit is written"
        )
    });
    for Text { zh, en } in read.doubts.iter().chain(&unit) {
        terminal
            .say(&Text {
                zh: format!("第 {number} 行“{name}”：{zh}"), en: format!("row {number}, “{name}”: {en}")
            });
    }
}

/// The ids and matters that are there.
struct Taken {
    ids: HashSet<String>,
    /// 领域, 一级事项, 二级事项.
    matters: HashSet<(String, String, String)>,
}

impl Taken {
    fn of(board: &Board) -> Self {
        let matter = |duty: &crate::config::Duty| {
            let words = |words: &Option<String>| words.clone().unwrap_or_default();
            (words(&duty.area), words(&duty.group), duty.name.clone())
        };
        Self {
            ids: board.duties.iter().map(|duty| duty.id.clone()).collect(),
            matters: board.duties.iter().map(matter).collect(),
        }
    }

    /// The id that a row gets; none where its matter is there.
    fn admit(&mut self, row: &Row) -> Option<String> {
        if !self.matters.insert((row.area.clone(), row.group.clone(), row.name.clone())) {
            return None;
        }
        let area = areas().into_iter().find(|area| area.name == row.area || area.key == row.area);
        let known = area.iter().flat_map(|area| &area.rows);
        let same = known.into_iter().find(|own| own.group == row.group && own.name == row.name);
        let stem = area.as_ref().map_or("duty", |area| area.key);
        let numbered = (1..).map(|number| format!("{stem}-{number}"));
        let id = same.map(|own| own.id.clone()).into_iter().chain(numbered).find(|id| !self.ids.contains(id))?;
        self.ids.insert(id.clone());
        Some(id)
    }
}
