//! Saving: the same file with other values, whole or not at all, and only in the place of the file that was opened.

use super::asked::Answered;
use super::change::{Opened, with_whole};
use super::desk::Desk;
use super::page_conflict;
use super::page_item::{Shown, page};
use super::posted::{Posted, uncarried};
use super::sheet::Sheet;
use crate::output::rewrite;
use crate::say;
use crate::text::{Text, percent_encoded};

pub(super) fn answer(desk: &Desk, posted: &Posted) -> Answered {
    let sheet = match Sheet::open(desk, posted.one("path").unwrap_or_default()) {
        Ok(sheet) => sheet,
        Err(answered) => return answered,
    };
    let base = uncarried(posted.one("base").unwrap_or_default());
    let text = match unsaved(desk, &sheet, &base, posted) {
        Ok(text) => text,
        Err(stuck) => {
            let said = say!(
                "没有保存：这些项在文件里的写法特别，表单写不进去：{fields}。请按浏览器的“后退”取回所填的内容，改用“改全文”。",
                "Not saved: the file is written so that the form cannot put these in: {fields}. Go back for what you typed, and change the whole text.";
                fields: Text::list(&stuck),
            );
            let text = sheet.text.clone();
            return page(desk, &sheet, &Shown { text: &text, whole: false, said: Some(("error", said)), status: 422 });
        }
    };
    if posted.one("digest") != Some(sheet.digest.to_string().as_str()) {
        // What was opened is not what lies there now. Where it comes to the same, nothing is lost.
        if text == *sheet.text {
            return Answered::go(format!("item?path={}&said=same", percent_encoded(&sheet.path)));
        }
        return if posted.one("again").is_some() {
            again(desk, &sheet, &base, posted)
        } else {
            page_conflict::answer(desk, &sheet, &text, posted)
        };
    }
    if text == *sheet.text {
        return Answered::go(format!("item?path={}&said=same", percent_encoded(&sheet.path)));
    }
    let mark = if sheet.marked { "\u{FEFF}" } else { "" };
    let file = desk.on_disk(&sheet.path);
    if let Err(error) = rewrite(&file, format!("{mark}{text}").as_bytes()) {
        let said = error.message();
        return page(desk, &sheet, &Shown { text: &text, whole: false, said: Some(("error", said)), status: 500 });
    }
    desk.hear(&[file]);
    Answered::go(format!("item?path={}&said=saved", percent_encoded(&sheet.path)))
}

/// The text as it would be saved.
pub(super) fn unsaved(desk: &Desk, sheet: &Sheet, base: &str, posted: &Posted) -> Result<String, Vec<String>> {
    if let Some(whole) = posted.one("whole") {
        return Ok(with_whole(base, whole));
    }
    let opened = Opened::read(base).ok_or_else(|| vec!["base".to_owned()])?;
    opened.with(&sheet.choices(desk, &opened), posted)
}

/// The form of the newer file, with what was changed in the older one put into it; nothing is saved.
fn again(desk: &Desk, sheet: &Sheet, base: &str, posted: &Posted) -> Answered {
    let merged = Opened::read(base).zip(Opened::read(&sheet.text)).and_then(|(old, new)| {
        let changed = old.changed(&sheet.choices(desk, &old), posted);
        new.with(&sheet.choices(desk, &new), &changed).ok()
    });
    let (text, said) = match &merged {
        Some(merged) => (
            merged.as_str(),
            say!(
                "你的改动已放进新的版本，还没有保存；看过再保存。",
                "Your changes are put into the newer version and not saved yet; look, then save."
            ),
        ),
        None => {
            (&*sheet.text, say!("放不进去；下面是新的版本。", "They could not be put in; this is the newer version."))
        }
    };
    page(desk, sheet, &Shown { text, whole: false, said: Some(("note", said)), status: 200 })
}
