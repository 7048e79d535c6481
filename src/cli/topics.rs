//! `gongkai help TOPIC`: the pages of the handbook, which lie in the program.

use super::args::words;
use super::reference;
use super::schema;
use super::terminal::Terminal;
use crate::check;
use crate::say;
use crate::text::{Language, nearest};
use clap::{Arg, Command};

/// As typed.
pub(super) const NAME: &str = "help";

/// A page: its name, other words for it, its text.
struct Topic {
    name: &'static str,
    also: &'static [&'static str],
    page: &'static str,
}

macro_rules! topics {
    ($($name:literal: $($also:literal),*;)*) => {
        [$(Topic {
            name: $name,
            also: &[$($also),*],
            page: include_str!(concat!("../../docs/handbook/", $name, ".md")),
        }),*]
    };
}

/// All pages, in the order in which an office needs them.
const TOPICS: [Topic; 18] = topics! {
    "开栏": "start", "init", "安装";
    "写一条": "new", "新建", "写";
    "改一条": "更正", "修改", "改";
    "导入": "import", "word", "excel";
    "检查": "check", "explain", "问题";
    "签发": "sign", "审签", "审批";
    "撤下": "withdraw", "删除", "下架";
    "季度财务": "财务", "表格", "duties", "期限";
    "脱敏": "mask", "名单", "名单脱敏", "隐私";
    "年报": "report", "年度报告";
    "归档": "archive", "档案";
    "封存": "seal", "verify", "台账";
    "上墙": "print", "公示栏", "打印";
    "上屏": "screen", "大屏", "大厅";
    "载体": "carriers", "成册", "二维码", "手机";
    "发布": "publish", "build", "部署", "nginx", "服务器";
    "体检": "doctor", "不好用";
    "网页编辑": "cms", "sveltia";
};

/// How it is typed.
pub(super) fn command(language: Language) -> Command {
    Command::new(NAME)
        .about(words(
            language,
            &say!(
                "手册：gongkai help 写一条；不写主题则列出全部",
                "the handbook, in Chinese: gongkai help TOPIC; all topics where left out"
            ),
        ))
        .arg(Arg::new("topic").value_name("TOPIC").help(words(
            language,
            &say!(
                "主题，如 签发；命令、设置 是全部命令和设置的一览；也可以写命令或检查的名称",
                "a topic; 命令 and 设置 list all commands and settings; names of commands and checks do as well"
            ),
        )))
}

/// Prints a page. Nothing is printed where no page has this name.
pub(super) fn print(whole: &Command, topic: Option<&str>, terminal: Terminal) -> Option<()> {
    let Some(topic) = topic else {
        for topic in &TOPICS {
            let title = topic.page.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty());
            terminal.line(&format!("{}\t{}", topic.name, title.unwrap_or_default()));
        }
        terminal.line("命令\t全部命令和选项");
        terminal.line("设置\t全部设置：条目的文件头、board.yaml、duties.yaml");
        return Some(());
    };
    let wanted = topic.trim().to_lowercase();
    let named = |known: &&Topic| known.name == wanted || known.also.contains(&wanted.as_str());
    let near =
        |known: &&Topic| wanted.chars().count() > 1 && (known.name.contains(&wanted) || wanted.contains(known.name));
    if let Some(topic) = TOPICS.iter().find(named) {
        terminal.text(topic.page);
    } else if wanted == "命令" || wanted == "commands" {
        terminal.text(&reference::commands(whole));
    } else if wanted == "设置" || wanted == "settings" {
        terminal.text(&schema::reference());
    } else if let Some(check) = check::find(&wanted) {
        terminal.text(check.meta().page);
    } else if let Some(verb) = whole.find_subcommand(&wanted) {
        terminal.text(&verb.clone().render_help().to_string());
    } else {
        terminal.text(TOPICS.iter().find(near)?.page);
    }
    Some(())
}

/// What is said where no page has this name.
pub(super) fn unknown(topic: &str, terminal: Terminal) {
    let names = || TOPICS.iter().flat_map(|topic| std::iter::once(&topic.name).chain(topic.also));
    let all = TOPICS.map(|topic| topic.name).join("、");
    terminal.warn(&match nearest(topic, names().copied()) {
        Some(near) => {
            say!("手册里没有“{topic}”，是否要看 {near}？", "no page is called “{topic}”; did you mean {near}?")
        }
        None => say!("手册里没有“{topic}”；有：{all}", "no page is called “{topic}”; there are {all}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_page_of_the_handbook_is_a_topic() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handbook");
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let pages: BTreeSet<String> = files
            .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
            .filter(|name| name != "README")
            .collect();
        assert_eq!(pages, TOPICS.iter().map(|topic| topic.name.to_owned()).collect::<BTreeSet<_>>());
        for topic in &TOPICS {
            assert!(topic.page.starts_with("# "), "{}", topic.name);
        }
    }

    #[test]
    fn no_word_leads_to_two_pages() {
        let mut seen = BTreeSet::new();
        for word in TOPICS.iter().flat_map(|topic| std::iter::once(&topic.name).chain(topic.also)) {
            assert!(seen.insert(word), "{word}");
        }
    }
}
