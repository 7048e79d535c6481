//! The handbook as a board: a page is an item, a group a category.

use super::contents;
use super::pictures::PICTURES;
use super::topic::{GROUPS, Group};
use crate::calendar::Date;

/// The theme's own files, laid over the default theme. What differs little from the default is made of it, so that it
/// cannot fall behind.
const THEME: [(&str, &str); 7] = [
    ("assets/handbook.css", include_str!("../../../docs/handbook/theme/assets/handbook.css")),
    ("i18n/zh-CN.yaml", include_str!("../../../docs/handbook/theme/i18n/zh-CN.yaml")),
    ("templates/404.html", include_str!("../../../docs/handbook/theme/templates/404.html")),
    ("templates/frame/bottom.html", include_str!("../../../docs/handbook/theme/templates/frame/bottom.html")),
    ("templates/frame/top.html", include_str!("../../../docs/handbook/theme/templates/frame/top.html")),
    ("templates/home.html", include_str!("../../../docs/handbook/theme/templates/home.html")),
    ("templates/item.html", include_str!("../../../docs/handbook/theme/templates/item.html")),
];

/// All files of the board: path and content. `commands` and `settings` are the lists that the program makes.
pub(super) fn files(today: Date, commands: &str, settings: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |path: String, text: &str| files.push((path, text.as_bytes().to_vec()));
    add("content/board.yaml".to_owned(), &settings_of_board());
    for group in &GROUPS {
        for topic in group.topics {
            add(path(group, topic.name), &item(group, topic.name, topic.page, today));
        }
    }
    for (name, page) in [(contents::LISTS.topics[0], commands), (contents::LISTS.topics[1], settings)] {
        add(format!("content/{}/{name}.md", contents::LISTS.id), &item_text(name, list(&without_title(page)), today));
    }
    for (path, text) in THEME {
        add(format!("themes/handbook/{path}"), text);
    }
    for (path, text) in made_of_default() {
        add(format!("themes/handbook/templates/{path}"), &text);
    }
    add("themes/handbook/templates/contents.html".to_owned(), &contents::as_template());
    for (name, bytes) in PICTURES {
        if let Some(group) = GROUPS.iter().find(|group| group.topics.iter().any(|topic| topic.name == *name)) {
            files.push((format!("content/{}/{name}.webp", group.id), bytes.to_vec()));
        }
    }
    files
}

/// A page as it is printed in a terminal: without its picture.
pub(super) fn as_printed(page: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in page.lines().filter(|line| !line.starts_with("![")) {
        if !(line.is_empty() && lines.last().is_some_and(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

fn path(group: &Group, name: &str) -> String {
    format!("content/{}/{name}.md", group.id)
}

fn settings_of_board() -> String {
    let mut text = include_str!("../../../docs/handbook/theme/board.yaml").to_owned();
    text.push_str("categories:\n");
    for group in &GROUPS {
        text.push_str(&format!("  - {{id: {}, name: {}, cadence: permanent}}\n", group.id, group.name));
    }
    text.push_str(&format!("  - {{id: {}, name: {}, cadence: permanent}}\n", contents::LISTS.id, contents::LISTS.name));
    text
}

/// A page with the front matter of an item; its links lead to the other items, its picture lies beside it.
fn item(group: &Group, name: &str, page: &str, today: Date) -> String {
    let mut body = without_title(page);
    for other in &GROUPS {
        for topic in other.topics {
            let to = if other.id == group.id { String::new() } else { format!("../{}/", other.id) };
            body = body.replace(&format!("]({}.md)", topic.name), &format!("]({to}{}.md)", topic.name));
        }
    }
    item_text(name, &body.replace("](images/", "]("), today)
}

fn item_text(name: &str, body: &str, today: Date) -> String {
    format!("---\n标题: {name}\n发布日期: {today}\n---\n{body}")
}

/// A list without the words on how its file is made.
fn list(page: &str) -> &str {
    page.strip_prefix("由程序生成：")
        .and_then(|rest| rest.split_once("`。"))
        .map_or(page, |(_, rest)| rest.trim_start())
}

/// The title stands in the front matter.
fn without_title(page: &str) -> String {
    page.split_once('\n').map_or("", |(_, body)| body).trim_start().to_owned()
}

/// Templates of the default theme with what a handbook has no use for left out.
fn made_of_default() -> [(&'static str, String); 3] {
    let head = include_str!("../../../themes/default/templates/frame/head.html");
    let style = "<link rel=\"stylesheet\" href=\"{{ root }}{{ asset(\"handbook.css\") }}\">\n";
    let meta = include_str!("../../../themes/default/templates/frame/meta.html");
    let search = include_str!("../../../themes/default/templates/search.html");
    [
        ("frame/head.html", format!("{}\n{style}", head.trim_end())),
        // Nobody knows the address at which it will lie.
        ("frame/meta.html", without(&without(meta, "{% if head.canonical %}"), "{% for data in head.data %}")),
        ("search.html", without(&without(search, "{% if page.ways %}"), "{% if page.on_request or page.phone %}")),
    ]
}

/// A template without the part that begins so.
fn without(template: &str, begin: &str) -> String {
    let never = if begin.starts_with("{% for") { "{% for data in [] %}" } else { "{% if false %}" };
    template.replace(begin, never)
}

#[cfg(test)]
mod tests {
    use super::super::topic::Topic;
    use super::*;

    #[test]
    fn what_is_left_out_of_the_default_theme_is_still_there_to_be_left_out() {
        let theme = made_of_default();
        assert!(theme[1].1.contains("{% if false %}") && theme[1].1.contains("{% for data in [] %}"));
        assert_eq!(theme[2].1.matches("{% if false %}").count(), 2);
    }

    #[test]
    fn every_picture_belongs_to_a_page_that_shows_it_and_a_terminal_prints_none() {
        for (name, bytes) in PICTURES {
            let group = GROUPS.iter().find(|group| group.topics.iter().any(|topic| topic.name == *name)).expect(name);
            let shows = |topic: &&Topic| topic.page.contains(&format!("](images/{name}.webp)"));
            let topic = group.topics.iter().find(shows).expect(name);
            assert!(!as_printed(topic.page).contains("images/"), "{name}");
            assert!(bytes.starts_with(b"RIFF") && bytes.len() < 60_000, "{name}: {} bytes", bytes.len());
        }
        assert_eq!(as_printed("# 甲\n\n话。\n\n![图](a.webp)\n\n再说。\n"), "# 甲\n\n话。\n\n再说。\n");
    }
}
