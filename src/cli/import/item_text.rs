//! The text of an item that was imported.

use super::document::quoted;
use super::guess::{Guess, Sure};
use super::plan::Plan;
use crate::board::Board;
use crate::edit::approval_lines;
use crate::term::Cadence;
use std::fmt::Write as _;

/// The whole file. What was guessed is marked, so that a person sees what to look at.
pub(super) fn item_text(board: &Board, plan: &Plan, index: &str) -> String {
    let office = &board.config.office.name;
    let mut text = String::from("---\n");
    line(&mut text, "标题", &quoted(&plan.title.value), &plan.title);
    let _ = writeln!(text, "索引号: {index}");
    let category = board.config.categories.get(plan.category.value);
    if let Some(period) = &plan.period {
        line(&mut text, "所属期", &period.value.to_string(), period);
    } else if category.cadence.and_then(Cadence::period_kind).is_some() {
        text.push_str("# 所属期: 2026-Q3          # 定期公开的必须写\n");
    }
    let formed = plan.written.as_ref().map_or(plan.published.value, |written| written.value);
    let _ = writeln!(text, "生成日期: {formed}");
    line(&mut text, "发布日期", &plan.published.value.to_string(), &plan.published);
    match &plan.origin {
        Some(origin) => line(&mut text, "信息来源", &quoted(&origin.value), origin),
        None => {
            let _ = writeln!(text, "信息来源: {office}");
        }
    }
    document(&mut text, plan);
    for own in &plan.lines {
        text.push_str(own);
        text.push('\n');
    }
    text.push_str(&approval_lines(board, plan.category.value));
    text.push_str("草稿: 是                    # 从旧文件导入；核对后删去这一行\n---\n\n");
    text.push_str(&plan.body);
    text
}

fn document(text: &mut String, plan: &Plan) {
    let Some(number) = &plan.number else { return };
    text.push_str("公文:\n");
    line(text, "  发文字号", &number.value, number);
    if let Some(issuer) = &plan.issuer {
        line(text, "  发文机关", &quoted(&issuer.value), issuer);
    }
    if let Some(written) = &plan.written {
        line(text, "  成文日期", &written.value.to_string(), written);
    }
}

fn line<T>(text: &mut String, key: &str, value: &str, guess: &Guess<T>) {
    let _ = write!(text, "{key}: {value}");
    if guess.sure == Sure::Guessed {
        let why = &guess.why.zh;
        let _ = write!(text, "   # 请核对：{why}");
    }
    text.push('\n');
}
