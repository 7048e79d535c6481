//! One item as files to paste into another system: clean HTML, plain text, a short text, metadata.

use super::bare::bare;
use super::row::row;
use crate::board::{Address, Board, Goal, Item, ItemId, resolve_path, text_shown, words_shown};
use crate::markdown::{Links, html};
use crate::output::Artifact;
use crate::theme::escape;
use serde_json::json;

/// The most characters of the short text: what one message of an official account may hold.
const SHORT: usize = 300;

/// Says that a text goes on.
const DOTS: &str = "……";

/// The folder's name: the index number, or else the item's address.
pub fn folder_name(item: &Item) -> String {
    let name = item.index().unwrap_or_else(|| item.address.as_str().trim_matches('/'));
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    name.chars().map(plain).collect()
}

/// The files of an item, attachments apart; paths count from the item's folder. Attachments belong in `attachments/`
/// under the names of [`attachment_name`].
pub fn item_folder(board: &Board, id: ItemId) -> Vec<Artifact> {
    let item = board.item(id);
    let file = |path: &str, text: String| Artifact { path: path.to_owned(), bytes: text.into_bytes() };
    let metadata = serde_json::to_string_pretty(&json!({
        "board": board.config.title,
        "url": board.config.base_url.join(&item.address.encoded()),
        "item": row(board, id),
    }));
    vec![
        file("item.html", page(board, item)),
        file("item.txt", plain_text(item)),
        file("wechat.txt", short_text(board, item)),
        file("metadata.json", metadata.unwrap_or_default() + "\n"),
    ]
}

/// The name of an attachment in the folder `attachments/`.
pub fn attachment_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

/// HTML without class, style or script: what the editors of content systems keep as it is.
fn page(board: &Board, item: &Item) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"");
    escape(&board.config.language, &mut out);
    out.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    escape(item.title(), &mut out);
    out.push_str("</title>\n</head>\n<body>\n<h1>");
    escape(item.title(), &mut out);
    out.push_str("</h1>\n");
    out.push_str(&bare(&html(item.draft.body(), item.title(), &FolderLinks { board, item })));
    if let Some(guide) = &item.front().guide {
        let parts = [
            ("办理条件", &guide.conditions),
            ("申请材料", &guide.materials),
            ("办理流程", &guide.steps),
            ("办理依据", &guide.basis),
            ("申请人权利", &guide.rights),
            ("申请人义务", &guide.obligations),
        ];
        for (heading, entries) in parts.into_iter().filter(|(_, entries)| !entries.is_empty()) {
            out.push_str(&format!("<h2>{heading}</h2>\n<ol>\n"));
            for entry in entries {
                out.push_str("<li>");
                escape(entry.trim(), &mut out);
                out.push_str("</li>\n");
            }
            out.push_str("</ol>\n");
        }
        let facts = [
            ("办理时限", &guide.time_limit),
            ("收费", &guide.fee),
            ("办理地点", &guide.place),
            ("办理时间", &guide.hours),
            ("联系电话", &guide.phone),
        ];
        for (name, fact) in facts {
            if let Some(fact) = fact {
                out.push_str(&format!("<p>{name}："));
                escape(fact.trim(), &mut out);
                out.push_str("</p>\n");
            }
        }
    }
    let listed: Vec<_> = item.attached.iter().filter(|file| file.listed && file.offered().is_some()).collect();
    if !listed.is_empty() {
        out.push_str("<h2>附件</h2>\n<ul>\n");
        for file in listed {
            out.push_str("<li><a href=\"attachments/");
            escape(attachment_name(&file.address.encoded()), &mut out);
            out.push_str("\">");
            escape(&file.title, &mut out);
            out.push_str("</a></li>\n");
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// Title, text and date, for systems that take plain text only.
fn plain_text(item: &Item) -> String {
    let date = item.published().map(|published| published.date().chinese()).unwrap_or_default();
    format!("{}\n\n{}\n\n{date}\n", item.title(), words_shown(item))
}

/// At most three hundred characters: title, the gist, and where to read the whole.
fn short_text(board: &Board, item: &Item) -> String {
    let url = board.config.base_url.join(&item.address.encoded());
    let tail = format!("\n\n全文：{url}\n");
    let title: String = item.title().chars().take(SHORT / 3).collect();
    let used = title.chars().count() + tail.chars().count() + 2;
    let body = text_shown(item);
    let summary = item.front().summary.as_ref().map_or("", |summary| summary.trim());
    let words: Vec<&str> = std::iter::once(summary)
        .chain(body.lines().map(str::trim))
        // A row of a table is no sentence: on a phone it would be a heap of figures.
        .filter(|line| !line.is_empty() && *line != item.title() && !line.contains('\t'))
        .collect();
    let words = words.join("\n");
    format!("{title}\n\n{}{tail}", gist(&words, SHORT.saturating_sub(used)))
}

/// As much of a text as fits, up to the end of a sentence where one lies in its second half, or else of a clause.
fn gist(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(DOTS.chars().count())).collect();
    let second_half = |marks: &[char]| cut.rfind(marks).filter(|&at| at > cut.len() / 2);
    if let Some(at) = second_half(&['。', '！', '？']) {
        return cut[..at + '。'.len_utf8()].to_owned();
    }
    let clause = second_half(&['；', '，', '、', '：', '\n']).unwrap_or(cut.len());
    let dots = DOTS.chars().take(most);
    cut[..clause].chars().chain(dots).collect()
}

/// Links of a text that leaves the board: to files in its own folder, to pages at their public addresses.
struct FolderLinks<'a> {
    board: &'a Board,
    item: &'a Item,
}

impl FolderLinks<'_> {
    fn file(&self, target: &str) -> Option<String> {
        let file = target.split(['#', '?']).next().unwrap_or_default();
        let path = resolve_path(self.item.folder(), file)?;
        let attached =
            self.item.attached.iter().find(|attached| attached.offered().is_some_and(|own| **own == *path))?;
        Some(format!("attachments/{}", attachment_name(&attached.address.encoded())))
    }
}

impl Links for FolderLinks<'_> {
    fn link(&self, target: &str) -> Option<String> {
        let public = |address: &Address| self.board.config.base_url.join(&address.encoded());
        match self.board.follow(self.item, target) {
            Goal::Outside => Some(target.to_owned()),
            Goal::Here(anchor) => Some(format!("#{anchor}")),
            Goal::File => self.file(target),
            Goal::Page(address) => Some(public(&address)),
            Goal::Item(id, _) => {
                Some(self.board.item(id)).filter(|item| item.has_page()).map(|item| public(&item.address))
            }
            Goal::Nowhere => None,
        }
    }

    fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)> {
        self.file(target).map(|path| (path, None))
    }

    fn table_label(&self, number: usize) -> String {
        format!("表{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::gist;

    #[test]
    fn a_gist_ends_with_a_sentence_and_never_grows_too_long() {
        assert_eq!(gist("甲。", 10), "甲。");
        assert_eq!(gist("一二三四五。六七八九十", 8), "一二三四五。");
        assert_eq!(gist("一二三四五六；七八九十", 10), "一二三四五六……");
        assert_eq!(gist("一二三四五六七八九十", 6), "一二三四……");
        assert_eq!(gist("一二三", 0), "");
    }
}
