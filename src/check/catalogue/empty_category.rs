use super::super::contract::{Check, Context, Family, Meta};
use crate::config::CategoryId;
use crate::diag::Severity;
use crate::say;

/// Finds categories in which, those below included, nothing shows.
pub(crate) struct EmptyCategory;

static META: Meta = Meta {
    id: "empty-category",
    family: Family::Catalogue,
    severity: Severity::Warning,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：空白栏目5个及以上"),
    page: include_str!("../../../docs/checks/empty-category.md"),
};

impl Check for EmptyCategory {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn only_reminds(&self) -> bool {
        true
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let tree = &board.config.categories;
        let mut empty: Vec<bool> = board.by_category.iter().map(Vec::is_empty).collect();
        // An item that is held because something in it is wrong has its finding already.
        for category in
            board.items.iter().filter(|item| item.draft.report.has_errors()).filter_map(|item| item.category)
        {
            empty[category.0 as usize] = false;
        }
        // Each category comes before those below it, so backwards every one hands its answer up in time.
        for at in (0..empty.len()).rev() {
            let parent = tree.get(CategoryId(at as u16)).parent;
            if let Some(parent) = parent.filter(|_| !empty[at]) {
                empty[parent.0 as usize] = false;
            }
        }
        let columns = tree.iter().filter(|(id, category)| category.children.is_empty() && empty[id.0 as usize]).count();
        let too_many = columns as u64 >= board.config.policies.empty_columns;
        let severity = if too_many { Severity::Error } else { Severity::Warning };
        for (id, category) in tree.iter().filter(|(id, _)| empty[id.0 as usize]) {
            // Where the category above is empty as well, one finding says it for both.
            if category.parent.is_some_and(|parent| empty[parent.0 as usize]) {
                continue;
            }
            let name = &category.name;
            let path = &tree.get(id).path;
            let message = if too_many {
                say!(
                    "类别“{name}”没有一条公开的事项；空白栏目共 {columns} 个，检查中一票否决",
                    "nothing shows in the category “{path}”; {columns} empty columns fail the inspection"
                )
            } else {
                say!("类别“{name}”没有一条公开的事项", "nothing shows in the category “{path}”")
            };
            let place = cx.in_settings(category.span);
            cx.find_as(severity, place, message).remedy = Some(say!(
                "在文件夹 content/{path} 里公开一条事项，或在 board.yaml 里删去这个类别",
                "publish an item in content/{path}, or delete the category from board.yaml"
            ));
        }
    }
}
