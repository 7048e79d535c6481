use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::{Page, PageKind};
use crate::term::Term;

/// One line for a strip of lights (LED滚动屏): what is open, what is new, whom to call. No line end inside, no character
/// that such strips do not know.
pub(super) struct Ticker;

impl Export for Ticker {
    fn export(&self, board: &Board, pages: &[Page]) -> Vec<Artifact> {
        if !pages.iter().any(|page| page.kind == PageKind::Screen) {
            return Vec::new();
        }
        let mut parts = vec![format!("{} {}", board.config.title, board.today.chinese())];
        for open in board.open_windows() {
            let title = board.item(open.item).title();
            let days = board.workdays.between(board.today, open.to).days;
            parts.push(match open.working {
                true => format!("【正在公示】{title}，{}截止，还有{days}个工作日", open.to.chinese()),
                false => format!("【征求意见】{title}，{}截止", open.to.chinese()),
            });
        }
        for item in board.on_screen().into_iter().map(|id| board.item(id)) {
            parts.push(format!("【{}】{}", item.section().chinese(), item.title()));
        }
        if !board.config.supervision.hotline.is_empty() {
            parts.push(format!("监督电话：{}", board.config.supervision.hotline));
        }
        let line: String = parts.join("　").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        vec![Artifact { path: "screen/ticker.txt".to_owned(), bytes: format!("{line}\n").into_bytes() }]
    }
}
