//! Lays a file beside an item. It is attached once the item names it and is saved.

use super::asked::Answered;
use super::desk::Desk;
use super::fresh::is_file_name;
use super::posted::Posted;
use super::sheet::Sheet;
use crate::output::create_new;
use crate::say;
use crate::text::Text;
use serde_json::json;

/// Bytes of a file that is dropped; portals refuse larger ones.
pub const LARGEST_DROPPED: usize = 32 << 20;
/// Bytes of its name, as far as every system goes.
const LONGEST_NAME: usize = 200;
/// Endings of what runs when it is opened, or is a source of the board itself: they are never attachments.
const REFUSED: [&str; 20] = [
    "md", "yaml", "yml", "jsonl", "html", "htm", "xhtml", "shtml", "svg", "js", "mjs", "php", "exe", "com", "bat",
    "cmd", "msi", "scr", "ps1", "lnk",
];

pub(super) fn answer(desk: &Desk, query: &Posted, bytes: &[u8]) -> Answered {
    let Ok(sheet) = Sheet::open(desk, query.one("path").unwrap_or_default()) else {
        return refused(desk, 404, &say!("没有这一条", "there is no such item"));
    };
    let name = query.one("name").unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(stem, ending)| (stem, ending.to_ascii_lowercase()));
    let sound = is_file_name(name) && name.len() <= LONGEST_NAME && name.trim() == name && !name.ends_with(['.', '~']);
    let Some((_, ending)) = ending.filter(|_| sound) else {
        return refused(
            desk,
            422,
            &say!("“{name}”不能用作文件名，请改名再拖进来", "“{name}” cannot be a file's name; give it another"),
        );
    };
    if REFUSED.contains(&ending.as_str()) || ["bak", "tmp", "swp"].contains(&ending.as_str()) {
        return refused(desk, 422, &say!(".{ending} 文件不能作附件", "a file .{ending} cannot be attached"));
    }
    if bytes.is_empty() {
        return refused(desk, 422, &say!("{name} 是空的", "{name} is empty"));
    }
    let folder = desk.on_disk(&sheet.path);
    let Some(folder) = folder.parent() else { return refused(desk, 404, &Text::default()) };
    let file = folder.join(name);
    match create_new(&file, bytes) {
        Ok(()) => {
            desk.hear(&[file]);
            Answered::data(201, &json!({ "name": name }))
        }
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => refused(
            desk,
            409,
            &say!(
                "已有同名文件 {name}，没有覆盖；请改名再拖进来",
                "there is a file {name} already and it was not replaced; give yours another name"
            ),
        ),
        Err(error) => refused(desk, 500, &error.message()),
    }
}

fn refused(desk: &Desk, status: u16, why: &Text) -> Answered {
    Answered::data(status, &json!({ "refused": why.in_language(desk.language) }))
}
