use super::person::is_clear_name;

/// A table of text: what a Markdown table, a sheet or a CSV file would show.
#[derive(Clone, Debug, Default)]
pub struct Grid<'a> {
    /// The caption, the title of the item, the name of the sheet: what says whom the table is about.
    pub about: &'a str,
    /// The headers of the columns; empty where the table has none.
    pub header: Vec<String>,
    /// The rows. They may be of different lengths.
    pub rows: Vec<Vec<&'a str>>,
}

/// Headers that name the person a row is about.
const PERSONS: &[&str] = &[
    "姓名",
    "户主",
    "申请人",
    "受益人",
    "领取人",
    "领款人",
    "补贴对象",
    "补助对象",
    "救助对象",
    "保障对象",
    "低保对象",
    "帮扶对象",
    "受助人",
    "持证人",
    "被征收人",
    "承包方代表",
    "学生",
    "儿童",
    "孤儿",
    "老人",
    "残疾人",
    "农户",
    "获奖者",
    "参保人",
];

/// Headers that hold one of those words and name no person.
const NOT_PERSONS: &[&str] = &[
    "人数",
    "户数",
    "数量",
    "人次",
    "占比",
    "比例",
    "类别",
    "类型",
    "金额",
    "标准",
    "证",
    "关系",
    "编号",
    "电话",
    "地址",
    "单位",
    "学校",
    "情况",
    "法定代表",
    "负责人",
    "联系人",
    "经办",
    "网格",
    "干部",
    "领导",
    "医生",
    "教师",
    "监督员",
    "评委",
    "专家",
];

impl<'a> Grid<'a> {
    /// A table whose headers are known.
    pub fn new(about: &'a str, header: &[&str], rows: Vec<Vec<&'a str>>) -> Self {
        Self { about, header: header.iter().map(|name| squeeze(name)).collect(), rows }
    }

    /// A table as a sheet holds it: the header is looked for in the first rows, below a title if there is one, and a
    /// header of two rows becomes one. Returns the table and how many rows stand above its first row of data.
    pub fn of_sheet(about: &'a str, mut rows: Vec<Vec<&'a str>>) -> (Self, usize) {
        let filled = |row: &Vec<&str>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let Some(first) =
            rows.iter().take(6).position(|row| filled(row) >= 2 && !row.iter().any(|cell| is_figure(cell)))
        else {
            return (Self { about, header: Vec::new(), rows }, 0);
        };
        let mut header: Vec<String> = rows[first].iter().map(|name| squeeze(name)).collect();
        let mut last = first;
        let knows = |row: &[String]| row.iter().any(|name| is_person(name));
        if let Some(next) = rows.get(first + 1)
            && !next.iter().any(|cell| is_figure(cell))
            && !knows(&header)
        {
            let second: Vec<String> = next.iter().map(|name| squeeze(name)).collect();
            if knows(&second) {
                header.resize(header.len().max(second.len()), String::new());
                header.iter_mut().zip(second).for_each(|(above, below)| above.push_str(&below));
                last += 1;
            }
        }
        let rows = rows.split_off(last + 1);
        (Self { about, header, rows }, last + 1)
    }

    /// The cells of a column with the number of their row.
    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        self.rows.iter().enumerate().filter_map(move |(row, cells)| cells.get(column).map(|cell| (row, *cell)))
    }

    /// The columns whose header holds one of the words.
    pub(super) fn columns_with(&self, words: &[&str]) -> Vec<usize> {
        let found = self.header.iter().enumerate();
        found.filter(|(_, name)| words.iter().any(|word| name.contains(word))).map(|(column, _)| column).collect()
    }

    /// The header of a column.
    pub(super) fn label(&self, column: usize) -> &str {
        self.header.get(column).map_or("", String::as_str)
    }

    /// The columns that name persons.
    pub(super) fn person_columns(&self) -> Vec<usize> {
        let columns = self.header.iter().enumerate().filter(|(_, name)| is_person(name)).map(|(column, _)| column);
        columns.filter(|&column| self.column(column).any(|(_, cell)| !cell.trim().is_empty())).collect()
    }

    /// Whether a row shows a person's name in clear.
    pub(super) fn names_person(&self, row: usize) -> bool {
        let cells = self.rows.get(row);
        self.person_columns()
            .iter()
            .any(|&column| cells.and_then(|cells| cells.get(column)).is_some_and(|cell| is_clear_name(cell)))
    }
}

fn is_person(header: &str) -> bool {
    PERSONS.iter().any(|word| header.contains(word))
        && !header.ends_with('数')
        && !NOT_PERSONS.iter().any(|word| header.contains(word))
}

/// A header without the spaces that stretch it: 姓 名.
pub(super) fn squeeze(name: &str) -> String {
    name.chars().filter(|character| !character.is_whitespace() && *character != '*').collect()
}

fn is_figure(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.is_empty()
        && cell.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | ',' | '-' | '%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_with_a_title_and_two_header_rows_is_understood() {
        let rows = vec![
            vec!["低保名单", "", ""],
            vec!["序号", "家庭", "金额"],
            vec!["", "户主 姓名", ""],
            vec!["1", "张三", "300"],
        ];
        let (grid, above) = Grid::of_sheet("", rows);
        assert_eq!(grid.header, ["序号", "家庭户主姓名", "金额"]);
        assert_eq!((above, grid.rows.len(), grid.person_columns()), (3, 1, vec![1]));
        assert!(grid.names_person(0));
    }

    #[test]
    fn a_table_of_figures_about_persons_names_none() {
        let grid = Grid::new("", &["残疾人数", "低保对象类别", "学生人次"], vec![vec!["12", "一类", "30"]]);
        assert!(grid.person_columns().is_empty());
    }
}
