//! Makes a new item: a draft with the fields that its kind needs, under a clean name.

use super::asked::Answered;
use super::desk::Desk;
use super::fresh::{folder, is_file_name, last_period, stem};
use super::page_index;
use super::posted::Posted;
use super::skeleton::{Wanted, skeleton};
use crate::board::Board;
use crate::calendar::Period;
use crate::output::create_new;
use crate::say;
use crate::text::{Text, percent_encoded};
use std::path::PathBuf;

/// Names that are tried where a file is there already.
const TRIES: usize = 50;

pub(super) fn answer(desk: &Desk, posted: &Posted) -> Answered {
    let judged = match desk.board() {
        Ok(judged) => judged,
        Err(error) => return page_index::unreadable(desk, &error.message),
    };
    let made = match &judged.compiled.board {
        Some(board) => make(desk, board, posted),
        None => Err(say!("board.yaml 读不出来", "board.yaml cannot be read")),
    };
    match made {
        Ok(path) => {
            let name = desk.named(&path);
            // The folder may be new as well.
            desk.hear(&[path.parent().map_or_else(|| path.clone(), PathBuf::from), path]);
            Answered::go(format!("item?path={}&said=made", percent_encoded(&name)))
        }
        Err(refused) => page_index::answer(desk, posted, Some(&refused)),
    }
}

fn make(desk: &Desk, board: &Board, posted: &Posted) -> Result<PathBuf, Text> {
    let title = posted.one("title").unwrap_or_default().replace(['\r', '\n'], " ");
    let title = title.trim();
    if title.is_empty() {
        return Err(say!("没有标题，没有新建", "there is no title; nothing was made"));
    }
    let word = posted.one("category").unwrap_or_default();
    let category = board.config.categories.find(word).ok_or_else(|| say!("请选公开类别", "choose a category"))?;
    let duty = posted.one("duty").and_then(|id| board.duties.iter().find(|duty| duty.id == id));
    let period = posted.one("period").and_then(Period::parse).or_else(|| last_period(board, category, duty));
    let stem = stem(board, title, period);
    if !is_file_name(&stem) {
        return Err(say!("“{stem}”不能用作文件名", "“{stem}” cannot be a file's name"));
    }
    let text = skeleton(board, &Wanted { category, title, duty, period });
    let folder = folder(&desk.root, board, category);
    for number in 1..=TRIES {
        let name = if number == 1 { format!("{stem}.md") } else { format!("{stem}-{number}.md") };
        let path = folder.join(name);
        match create_new(&path, text.as_bytes()) {
            Ok(()) => return Ok(path),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.message()),
        }
    }
    Err(say!("同名的文件太多，请换一个标题", "there are too many files of that name; take another title"))
}
