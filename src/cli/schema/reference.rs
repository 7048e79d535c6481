//! The list of all settings as a page, for the handbook.

use super::json::Of;
use super::meaning::meaning;
use crate::source::{ANY_KEY, Form, Shape};
use std::fmt::Write as _;

/// The whole page in Markdown.
pub(in super::super) fn reference() -> String {
    let mut page = String::from(
        "# 全部设置\n\n由程序生成：`gongkai help 设置 > docs/reference/settings.md`。键用中文、英文都可以。\n\n",
    );
    for (of, heading) in [
        (Of::Item, "条目的文件头"),
        (Of::Board, "公开栏的设置 content/board.yaml"),
        (Of::Duties, "应公开事项 content/duties.yaml"),
        (Of::Boards, "汇集的名单 boards.yaml"),
    ] {
        let _ = write!(page, "## {heading}\n\n| 键 | 英文键 | 写什么 | 说明 |\n|---|---|---|---|\n");
        rows(&of.shape(), of.name(), "", &mut page);
        page.push('\n');
    }
    page
}

/// One row a key; a key inside another is shown behind it.
fn rows(shape: &Shape, path: &str, above: &str, page: &mut String) {
    for (key, form) in &shape.fields {
        let path = format!("{path}.{}", key.0);
        let own = if *key == ANY_KEY { "（自定）" } else { key.1 };
        let shown = if above.is_empty() { own.to_owned() } else { format!("{above} ▸ {own}") };
        let meant = meaning(&path).unwrap_or_default();
        let english = if *key == ANY_KEY { String::new() } else { format!("`{}`", key.0) };
        let _ = writeln!(page, "| {shown} | {english} | {} | {meant} |", form_words(form));
        if let Form::Map(inner) | Form::Maps(inner) | Form::Shorts(inner) = form {
            rows(inner, &path, &shown, page);
        }
    }
}

fn form_words(form: &Form) -> String {
    match form {
        Form::Text | Form::Any => "文字".to_owned(),
        Form::Texts => "文字，可以多个".to_owned(),
        Form::Word(words) => chinese(words),
        Form::Words(words) => format!("{}；可以多个", chinese(words)),
        Form::Flag => "是、否".to_owned(),
        Form::Date => "日期".to_owned(),
        Form::Stamp => "日期，可以带时间".to_owned(),
        Form::Period => "所属期".to_owned(),
        Form::Length => "时长".to_owned(),
        Form::Number => "数字".to_owned(),
        Form::Map(_) => "下列各项".to_owned(),
        Form::Maps(_) | Form::Again => "下列各项，可以多组".to_owned(),
        Form::Shorts(_) => "文字或下列各项，可以多组".to_owned(),
    }
}

/// The Chinese words of a closed list.
fn chinese(words: &[&str]) -> String {
    let chinese: Vec<&str> = words.iter().copied().filter(|word| !word.is_ascii()).collect();
    if chinese.is_empty() { words.join("、") } else { chinese.join("、") }
}

#[cfg(test)]
mod tests {
    use super::super::meaning::meanings;
    use super::*;

    fn paths(shape: &Shape, path: &str, found: &mut Vec<String>) {
        for (key, form) in &shape.fields {
            let path = format!("{path}.{}", key.0);
            if let Form::Map(inner) | Form::Maps(inner) | Form::Shorts(inner) = form {
                paths(inner, &path, found);
            }
            found.push(path);
        }
    }

    #[test]
    fn every_key_of_an_item_has_a_meaning_and_no_meaning_lacks_its_key() {
        let mut found = Vec::new();
        for of in [Of::Board, Of::Duties, Of::Item, Of::Boards] {
            paths(&of.shape(), of.name(), &mut found);
        }
        // The values of free keys need no words of their own.
        found.retain(|path| path != "item.tables.mask.*");
        let lacking: Vec<&String> =
            found.iter().filter(|path| path.starts_with("item.") && meaning(path).is_none()).collect();
        assert!(lacking.is_empty(), "add to parse/meaning.rs: {lacking:?}");
        let known = |path: &str| found.iter().any(|found| found == path);
        let gone: Vec<_> = meanings().filter(|(path, _)| !known(path)).collect();
        assert!(gone.is_empty(), "no such key: {gone:?}");
    }
}
