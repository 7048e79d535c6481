use super::area::areas;
use super::row::append;
use crate::board::Board;
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::say;
use crate::source::Sources;
use crate::text::nearest;

/// Adds the rows of an area, or lists the areas.
pub(super) fn add(word: Option<&str>, board: &Board, sources: &Sources, terminal: Terminal) -> Result<Exit, Refusal> {
    let areas = areas();
    let Some(word) = word else {
        for area in &areas {
            let (key, name, count) = (area.key, area.name, area.rows.len());
            terminal.say(&say!("{key}  {name}（{count} 行）", "{key}  {name} ({count} rows)"));
        }
        return Ok(Exit::Clean);
    };
    let Some(area) = areas.iter().find(|area| area.key == word || area.name == word) else {
        let near = nearest(word, areas.iter().flat_map(|area| [area.key, area.name]));
        return Err(Refusal(match near {
            Some(near) => {
                say!("没有“{word}”这个领域，是否要用 {near}？", "there is no area “{word}”; did you mean {near}?")
            }
            None => say!(
                "没有“{word}”这个领域；用 gongkai duties add 列出全部",
                "there is no area “{word}”; gongkai duties add lists them"
            ),
        }));
    };
    let (name, all) = (area.name, area.rows.len());
    let added = append(&area.rows, &format!("{name}领域基层政务公开标准目录"), board, sources)?;
    let kept = all - added;
    terminal.say(&say!(
        "{name}：加上 {added} 行，已有 {kept} 行未动。请在 content/duties.yaml 里补上类别和责任单位，删去本单位没有的",
        "{name}: {added} rows added, {kept} were there. Fill in category and unit in content/duties.yaml, delete what is not yours"
    ));
    Ok(Exit::Clean)
}
