//! The report: what was understood of each file and how surely, what was not taken over.

use super::guess::{Guess, Sure};
use super::plan::Plan;
use crate::board::Board;
use crate::cli::terminal::Terminal;
use crate::say;
use crate::text::Text;

/// Tells of one item. With many, only what should be looked at is told.
pub(super) fn tell(terminal: Terminal, board: &Board, plan: &Plan, path: &str, briefly: bool) {
    let source = &plan.source;
    terminal.say(&say!("{source} → {path}", "{source} → {path}"));
    let category = &board.config.categories.get(plan.category.value).name;
    field(terminal, &say!("标题", "title"), &plan.title.value, &plan.title, briefly);
    field(terminal, &say!("公开类别", "category"), category, &plan.category, briefly);
    field(terminal, &say!("发布日期", "published"), &plan.published.value.to_string(), &plan.published, briefly);
    if let Some(period) = &plan.period {
        field(terminal, &say!("所属期", "period"), &period.value.to_string(), period, briefly);
    }
    if let Some(number) = &plan.number {
        field(terminal, &say!("发文字号", "number"), &number.value, number, briefly);
    }
    if let Some(issuer) = plan.issuer.as_ref().filter(|_| plan.number.is_some()) {
        field(terminal, &say!("发文机关", "issuer"), &issuer.value, issuer, briefly);
    }
    if let Some(written) = &plan.written {
        field(terminal, &say!("成文日期", "written"), &written.value.to_string(), written, briefly);
    }
    if let Some(origin) = &plan.origin {
        field(terminal, &say!("信息来源", "source"), &origin.value, origin, briefly);
    }
    for note in &plan.notes {
        let Text { zh, en } = note;
        terminal.say(&say!("  注意：{zh}", "  note: {en}"));
    }
}

fn field<T>(terminal: Terminal, name: &Text, value: &str, guess: &Guess<T>, briefly: bool) {
    if briefly && guess.sure != Sure::Guessed {
        return;
    }
    let sure = guess.sure.words();
    let (name_zh, name_en, sure_zh, sure_en) = (&name.zh, &name.en, &sure.zh, &sure.en);
    let (why_zh, why_en) = (&guess.why.zh, &guess.why.en);
    terminal.say(&say!("  {name_zh}：{value}（{sure_zh}：{why_zh}）", "  {name_en}: {value} ({sure_en}: {why_en})"));
}
