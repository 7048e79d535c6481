//! The areas of the standard catalogue (试点领域) whose rows ship with the program, in `areas.txt`.

use super::row::Row;

/// One area a paragraph: `# key name` and `= basis`, then a row a line with the columns id, 一级事项, 二级事项,
/// elements, 公开时限, levels, parted by `|`. Among the levels `board` stands for the wall board, beside the website;
/// one column more names the group that a row is for. What the sources do not say stays empty.
const AREAS: &str = include_str!("areas.txt");

/// An area and its rows.
pub(super) struct Area {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) rows: Vec<Row>,
}

/// All areas, in the order of the file.
pub(super) fn areas() -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    let mut basis: Vec<String> = Vec::new();
    for line in AREAS.lines() {
        if let Some((key, name)) = line.strip_prefix("# ").and_then(|line| line.split_once(' ')) {
            areas.push(Area { key, name, rows: Vec::new() });
        } else if let Some(words) = line.strip_prefix("= ") {
            basis = words.split('；').map(str::to_owned).collect();
        } else if let (Some(area), [id, group, name, elements, limit, levels, audience @ ..]) =
            (areas.last_mut(), line.split('|').collect::<Vec<_>>().as_slice())
        {
            let (walls, levels): (Vec<&str>, Vec<&str>) = levels.split_whitespace().partition(|word| *word == "board");
            let channels = ["website"].into_iter().chain(walls);
            area.rows.push(Row {
                id: format!("{}-{id}", area.key),
                area: area.name.to_owned(),
                group: (*group).to_owned(),
                name: (*name).to_owned(),
                elements: elements.split('、').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
                basis: basis.clone(),
                limit: (*limit).to_owned(),
                channels: channels.map(str::to_owned).collect(),
                audience: vec![audience.first().map_or("public", |group| *group).to_owned()],
                method: "proactive".to_owned(),
                levels: levels.into_iter().map(str::to_owned).collect(),
                unit: String::new(),
            });
        }
    }
    areas
}

#[cfg(test)]
mod tests {
    use super::super::limit::limit;
    use super::*;
    use crate::term::{Level, Term};
    use std::collections::HashSet;

    #[test]
    fn every_row_of_every_area_is_whole() {
        let areas = areas();
        assert!(areas.len() >= 16, "{}", areas.len());
        let lines = AREAS.lines().filter(|line| line.contains('|')).count();
        assert_eq!(lines, areas.iter().map(|area| area.rows.len()).sum::<usize>());
        let mut ids = HashSet::new();
        for row in areas.iter().flat_map(|area| &area.rows) {
            assert!(ids.insert(row.id.clone()), "{} stands twice", row.id);
            assert!(!row.name.is_empty() && !row.group.is_empty() && !row.basis.is_empty(), "{}", row.id);
            assert!(limit(&row.limit).is_some(), "{}: {}", row.id, row.limit);
            assert!(row.levels.iter().all(|level| Level::read(level).is_some()), "{}", row.id);
        }
    }
}
