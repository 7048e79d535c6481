use super::contract::Export;
use super::row::rows;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;

/// The columns in their official order.
const COLUMNS: [&str; 20] = [
    "索引号",
    "名称",
    "内容概述",
    "生成日期",
    "公开类别",
    "公开时限",
    "所属期",
    "责任单位",
    "发文字号",
    "成文日期",
    "发布日期",
    "更新日期",
    "有效性",
    "公开方式",
    "公开渠道",
    "网址",
    "附件数",
    "更正",
    "废止日期",
    "替代文件",
];

/// The catalogue as a table that spreadsheet programs open: UTF-8 with a byte-order mark.
pub(super) struct CatalogueCsv;

impl Export for CatalogueCsv {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
        // Writing into memory cannot fail.
        let _ = writer.write_record(COLUMNS);
        for row in rows(board) {
            let categories = row.category_names.join("/");
            let channels = row.channel_names.join("、");
            let address = row.address.map(|address| board.config.base_url.join(&address)).unwrap_or_default();
            let files = row.attachments.len().to_string();
            let told = row.corrections.iter().map(|one| match &one.on {
                Some(on) => format!("{on} {}", one.note),
                None => one.note.to_owned(),
            });
            let corrections: Vec<String> = told.collect();
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let _ = writer.write_record([
                cell(row.index.unwrap_or_default()),
                cell(row.title),
                cell(row.summary.unwrap_or_default()),
                text(&row.formed),
                cell(&categories),
                row.cadence_name.to_owned(),
                text(&row.period),
                cell(row.unit_name),
                cell(row.doc_number.unwrap_or_default()),
                text(&row.written),
                text(&row.published),
                text(&row.updated),
                row.validity_name.to_owned(),
                row.method_name.to_owned(),
                channels,
                address,
                files,
                cell(&corrections.join("；")),
                text(&row.repealed),
                cell(&row.replaced_by.join("、")),
            ]);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        vec![Artifact { path: "catalogue.csv".to_owned(), bytes }]
    }
}

/// A cell that a spreadsheet program would run as a formula is marked as text.
fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '@', '\t', '\r']) || text.starts_with('-') && text.parse::<f64>().is_err();
    if runs { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_runs_in_a_spreadsheet() {
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-1.5"), "-1.5");
        assert_eq!(cell("-x"), "'-x");
        assert_eq!(cell("公告"), "公告");
    }
}
