use super::directory::{tells, title};
use super::selected::Selected;
use crate::board::{Board, Reach};
use crate::config::PublishApprovals;
use crate::output::Artifact;
use crate::sheet::csv;

/// 审核签发记录: who did which step when. The public bag says as much of it as the website does.
pub(super) fn approvals(board: &Board, selected: &[Selected<'_>]) -> Option<Artifact> {
    let policy = board.config.policies.publish_approvals;
    let internal = board.edition.reach == Reach::Internal;
    if policy == PublishApprovals::None && !internal {
        return None;
    }
    let full = internal || policy == PublishApprovals::Full;
    let mut header = vec!["档号", "索引号", "题名", "环节", "人员（职务）", "日期"];
    if full {
        header.push("意见");
    }
    let mut rows = Vec::new();
    for one in selected.iter().filter(|one| tells(board, one.item)) {
        for approval in &one.item.front().approvals {
            let mut row = vec![
                one.filed.number.clone(),
                one.item.index().unwrap_or_default().to_owned(),
                title(board, one.item),
                board.config.step_name(&approval.step).to_owned(),
                approval.by.as_ref().map(|by| by.trim().to_owned()).unwrap_or_default(),
                approval.on.as_ref().map(|on| on.to_string()).unwrap_or_default(),
            ];
            if full {
                row.push(approval.opinion.as_ref().map(|opinion| opinion.trim().to_owned()).unwrap_or_default());
            }
            rows.push(row);
        }
    }
    Some(table("审核签发记录.csv", &header, &rows))
}

/// 公开渠道记录: on which carriers an item was disclosed, and from when.
pub(super) fn channels(board: &Board, selected: &[Selected<'_>]) -> Artifact {
    let header = ["档号", "索引号", "题名", "公开渠道", "发布日期", "网址"];
    let mut rows = Vec::new();
    for one in selected {
        let item = one.item;
        for channel in &item.channels {
            use crate::term::Term;
            let on_site = *channel == crate::term::Channel::Website && item.has_page();
            let url = board.config.base_url.join(&item.address.encoded());
            rows.push(vec![
                one.filed.number.clone(),
                item.index().unwrap_or_default().to_owned(),
                title(board, item),
                channel.chinese().to_owned(),
                item.published().map(|published| published.to_string()).unwrap_or_default(),
                if on_site { url } else { String::new() },
            ]);
        }
    }
    table("公开渠道记录.csv", &header, &rows)
}

fn table(name: &str, header: &[&str], rows: &[Vec<String>]) -> Artifact {
    let header: Vec<String> = header.iter().map(|&column| column.to_owned()).collect();
    Artifact { path: name.to_owned(), bytes: csv(&header, rows) }
}
