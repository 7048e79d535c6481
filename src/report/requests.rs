use crate::annual::{APPLICANTS, REQUEST_ROWS, Requests};

/// The columns of table three: kinds of applicants and 总计.
pub const REQUEST_COLUMNS: [&str; 7] =
    ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

/// Rows of numbers in table three.
const ROWS: usize = 25;
/// Where （七）总计 stands, and 四、结转下年度继续办理 below it.
const TOTAL: usize = 23;
const FORWARD: usize = 24;

/// A line of the table: the labels that open on it, outermost first, each with the rows and columns it spans, and a
/// short name of the line for texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableLine {
    /// Labels that open on this line: words, rows, columns.
    pub labels: &'static [(&'static str, usize, usize)],
    /// The whole name of the line in one cell.
    pub name: &'static str,
}

/// The lines of table three, in the words of the official form.
pub fn lines() -> &'static [TableLine; ROWS] {
    &LINES
}

const fn line(labels: &'static [(&'static str, usize, usize)], name: &'static str) -> TableLine {
    TableLine { labels, name }
}

const LINES: [TableLine; ROWS] = [
    line(&[("一、本年新收政府信息公开申请数量", 1, 3)], "一、本年新收政府信息公开申请数量"),
    line(&[("二、上年结转政府信息公开申请数量", 1, 3)], "二、上年结转政府信息公开申请数量"),
    line(&[("三、本年度办理结果", 22, 1), ("（一）予以公开", 1, 2)], "三、本年度办理结果（一）予以公开"),
    line(
        &[("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 2)],
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    ),
    line(&[("（三）不予公开", 8, 1), ("1.属于国家秘密", 1, 1)], "（三）不予公开 1.属于国家秘密"),
    line(&[("2.其他法律行政法规禁止公开", 1, 1)], "（三）不予公开 2.其他法律行政法规禁止公开"),
    line(&[("3.危及“三安全一稳定”", 1, 1)], "（三）不予公开 3.危及“三安全一稳定”"),
    line(&[("4.保护第三方合法权益", 1, 1)], "（三）不予公开 4.保护第三方合法权益"),
    line(&[("5.属于三类内部事务信息", 1, 1)], "（三）不予公开 5.属于三类内部事务信息"),
    line(&[("6.属于四类过程性信息", 1, 1)], "（三）不予公开 6.属于四类过程性信息"),
    line(&[("7.属于行政执法案卷", 1, 1)], "（三）不予公开 7.属于行政执法案卷"),
    line(&[("8.属于行政查询事项", 1, 1)], "（三）不予公开 8.属于行政查询事项"),
    line(
        &[("（四）无法提供", 3, 1), ("1.本机关不掌握相关政府信息", 1, 1)],
        "（四）无法提供 1.本机关不掌握相关政府信息",
    ),
    line(&[("2.没有现成信息需要另行制作", 1, 1)], "（四）无法提供 2.没有现成信息需要另行制作"),
    line(&[("3.补正后申请内容仍不明确", 1, 1)], "（四）无法提供 3.补正后申请内容仍不明确"),
    line(&[("（五）不予处理", 5, 1), ("1.信访举报投诉类申请", 1, 1)], "（五）不予处理 1.信访举报投诉类申请"),
    line(&[("2.重复申请", 1, 1)], "（五）不予处理 2.重复申请"),
    line(&[("3.要求提供公开出版物", 1, 1)], "（五）不予处理 3.要求提供公开出版物"),
    line(&[("4.无正当理由大量反复申请", 1, 1)], "（五）不予处理 4.无正当理由大量反复申请"),
    line(&[("5.要求行政机关确认或重新出具已获取信息", 1, 1)], "（五）不予处理 5.要求行政机关确认或重新出具已获取信息"),
    line(
        &[("（六）其他处理", 3, 1), ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 1, 1)],
        "（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    line(
        &[("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 1, 1)],
        "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    line(&[("3.其他", 1, 1)], "（六）其他处理 3.其他"),
    line(&[("（七）总计", 1, 2)], "（七）总计"),
    line(&[("四、结转下年度继续办理", 1, 3)], "四、结转下年度继续办理"),
];

/// 收到和处理政府信息公开申请情况: 25 rows of 7 numbers, 175 cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestTable {
    /// By row and column.
    pub rows: [[u64; 7]; ROWS],
}

impl RequestTable {
    /// The table of what an office wrote; both kinds of totals are computed.
    pub fn of(requests: Option<&Requests>) -> Self {
        let mut rows = [[0; 7]; ROWS];
        if let Some(requests) = requests {
            let last = REQUEST_ROWS.len() - 1;
            for (at, counts) in requests.counts.iter().enumerate() {
                let to = if at == last { FORWARD } else { at };
                rows[to][..APPLICANTS].copy_from_slice(counts);
            }
        }
        for column in 0..APPLICANTS {
            rows[TOTAL][column] = rows[2..TOTAL].iter().map(|row| row[column]).sum();
        }
        for row in &mut rows {
            row[APPLICANTS] = row[..APPLICANTS].iter().sum();
        }
        Self { rows }
    }

    /// 一、本年新收.
    pub fn received(&self) -> u64 {
        self.rows[0][APPLICANTS]
    }

    /// 二、上年结转.
    pub fn carried_over(&self) -> u64 {
        self.rows[1][APPLICANTS]
    }

    /// （一）予以公开.
    pub fn granted(&self) -> u64 {
        self.rows[2][APPLICANTS]
    }

    /// （二）部分公开.
    pub fn partly(&self) -> u64 {
        self.rows[3][APPLICANTS]
    }

    /// （三）不予公开 to （六）其他处理, each as one number.
    pub fn others(&self) -> [(&'static str, u64); 4] {
        let sum = |rows: std::ops::Range<usize>| self.rows[rows].iter().map(|row| row[APPLICANTS]).sum();
        [("不予公开", sum(4..12)), ("无法提供", sum(12..15)), ("不予处理", sum(15..20)), ("其他处理", sum(20..23))]
    }

    /// （七）总计.
    pub fn total(&self) -> u64 {
        self.rows[TOTAL][APPLICANTS]
    }

    /// 四、结转下年度继续办理.
    pub fn carried_forward(&self) -> u64 {
        self.rows[FORWARD][APPLICANTS]
    }

    /// The columns of which received and carried over are not total and carried forward (AR-1).
    pub fn unbalanced(&self) -> Vec<usize> {
        (0..=APPLICANTS)
            .filter(|&column| {
                self.rows[0][column] + self.rows[1][column] != self.rows[TOTAL][column] + self.rows[FORWARD][column]
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_of_the_table_leave_no_gap() {
        let mut open = [0usize; 3];
        for line in lines() {
            let mut column = 0;
            for &(_, rows, columns) in line.labels {
                while open[column] > 0 {
                    column += 1;
                }
                for covered in &mut open[column..column + columns] {
                    *covered = rows;
                }
                column += columns;
            }
            assert!(open.iter().all(|&left| left > 0), "{}", line.name);
            for left in &mut open {
                *left -= 1;
            }
        }
        assert_eq!(open, [0, 0, 0]);
    }
}
