//! 政府信息公开工作年度报告 in its official form (国办公开办函〔2021〕30号): six sections and three tables, filled from the
//! items and from `annual/YYYY.yaml`, with what must balance; and the short progress report of the office. The report is
//! an official Chinese paper, so its words are Chinese whatever language the board speaks.

mod annual_report;
mod appeals;
mod balance;
mod chapter;
mod documents;
mod markdown;
mod paragraph;
mod progress;
mod prose;
mod published;
mod requests;
mod scope;
mod tables;
mod trace;

pub use annual_report::AnnualReport;
pub use appeals::{APPEAL_COLUMNS, AppealTable};
pub use balance::{Imbalance, imbalances};
pub use chapter::{Chapter, TITLES};
pub use documents::{DocumentRow, documents};
pub use markdown::{annual_markdown, progress_markdown};
pub use paragraph::{Paragraph, Piece};
pub use progress::{Progress, progress};
pub use published::{Claim, Discrepancy, discrepancies, is_report_on};
pub use requests::{REQUEST_COLUMNS, RequestTable, TableLine, lines};
pub use scope::{Scope, scope};
pub use tables::Tables;
pub use trace::{Listed, Paper, Trace};
