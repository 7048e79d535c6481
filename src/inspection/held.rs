use crate::board::{Board, Hold};
use crate::say;
use crate::text::Text;

/// Why an item is held, in words.
pub fn hold_words(board: &Board, hold: &Hold) -> Text {
    match hold {
        Hold::Draft => say!("草稿", "draft"),
        Hold::Future(Some(date)) => say!("{date} 才发布", "published on {date}"),
        Hold::Future(None) => say!("没有发布日期", "no date of publication"),
        Hold::NotPublic => say!("不对社会公开", "not public"),
        Hold::Faulty => say!("有错误", "errors"),
        Hold::Unsigned(steps) => {
            let names: Vec<&str> = steps.iter().map(|step| board.config.step_name(step)).collect();
            say!("待{names}", "waits for {names}"; names: Text::list(&names))
        }
    }
}
