//! The contents, for the templates: they know every page of the handbook, whichever page they show.

use super::topic::GROUPS;

/// Pages that the program makes of itself.
pub(super) struct Lists {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) topics: [&'static str; 2],
    pub(super) abouts: [&'static str; 2],
}

/// The lists of commands and settings.
pub(super) const LISTS: Lists = Lists {
    id: "lists",
    name: "一览",
    topics: ["全部命令", "全部设置"],
    abouts: ["每个命令和选项。", "条目的文件头、board.yaml、duties.yaml。"],
};

/// A template that only sets `groups`: name and pages of each, a page its name, address and what it is for.
pub(super) fn as_template() -> String {
    let page = |group: &str, name: &str, about: &str| {
        format!("{{\"name\": \"{name}\", \"path\": \"{group}/{name}/index.html\", \"about\": \"{}\"}}", plain(about))
    };
    let group = |id: &str, name: &str, pages: Vec<String>| {
        format!("{{\"id\": \"{id}\", \"name\": \"{name}\", \"pages\": [{}]}}", pages.join(", "))
    };
    let mut groups: Vec<String> = GROUPS
        .iter()
        .map(|of| {
            let pages = of.topics.iter().map(|topic| page(of.id, topic.name, topic.about()));
            group(of.id, of.name, pages.collect())
        })
        .collect();
    let lists = LISTS.topics.iter().zip(LISTS.abouts).map(|(name, about)| page(LISTS.id, name, about));
    groups.push(group(LISTS.id, LISTS.name, lists.collect()));
    let version = env!("CARGO_PKG_VERSION");
    format!("{{% set version = \"{version}\" %}}\n{{% set groups = [\n  {}\n] %}}\n", groups.join(",\n  "))
}

/// Words without the marks of Markdown, fit for quotation marks.
fn plain(words: &str) -> String {
    let mut text = String::new();
    let mut rest = words;
    // A link is its words.
    while let Some((before, (inside, after))) =
        rest.split_once('[').and_then(|(before, link)| Some((before, link.split_once("](")?)))
    {
        text.push_str(before);
        text.push_str(inside);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.replace(['`', '"', '\\', '*'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_its_words() {
        assert_eq!(plain("先做[体检](体检.md)，看 `public`。"), "先做体检，看 public。");
    }
}
