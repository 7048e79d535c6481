//! The pages, grouped by what a clerk does.

/// A page: its name, other words for it, its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Topic {
    pub(super) name: &'static str,
    pub(super) also: &'static [&'static str],
    /// Markdown, as it lies in `docs/handbook/`.
    pub(super) page: &'static str,
}

impl Topic {
    /// What it is for: its first paragraph, without a sentence that leads on to what stands below.
    pub(super) fn about(&self) -> &'static str {
        let mut lines = self.page.lines().filter(|line| !line.starts_with(['#', '!']) && !line.trim().is_empty());
        let line = lines.next().unwrap_or_default();
        let sentences = line.rfind('。').map_or(line, |at| &line[..at + '。'.len_utf8()]);
        sentences.trim_end_matches('：')
    }
}

/// Pages on one kind of work.
#[derive(Debug)]
pub(super) struct Group {
    /// In addresses.
    pub(super) id: &'static str,
    /// As readers see it.
    pub(super) name: &'static str,
    pub(super) topics: &'static [Topic],
}

macro_rules! topics {
    ($($name:literal: $($also:literal),*;)*) => {
        &[$(Topic {
            name: $name,
            also: &[$($also),*],
            page: include_str!(concat!("../../../docs/handbook/", $name, ".md")),
        }),*]
    };
}

/// All pages, in the order in which an office needs them.
pub(super) const GROUPS: [Group; 7] = [
    Group {
        id: "start",
        name: "开始",
        topics: topics! {
            "开栏": "start", "init", "安装";
            "导入": "import", "word", "excel";
            "体检": "doctor", "不好用";
        },
    },
    Group {
        id: "write",
        name: "写",
        topics: topics! {
            "写一条": "new", "新建", "写";
            "季度财务": "财务", "表格", "duties", "期限";
            "脱敏": "mask", "名单", "名单脱敏", "隐私";
            "年报": "report", "年度报告";
            "网页编辑": "cms", "sveltia";
        },
    },
    Group {
        id: "approve",
        name: "检查和签发",
        topics: topics! {
            "检查": "check", "explain", "问题";
            "签发": "sign", "审签", "审批";
        },
    },
    Group {
        id: "publish",
        name: "公布",
        topics: topics! {
            "发布": "publish", "build", "部署", "nginx", "服务器";
            "上墙": "print", "公示栏", "打印";
            "上屏": "screen", "大屏", "大厅";
            "载体": "carriers", "成册", "二维码", "手机";
        },
    },
    Group {
        id: "change",
        name: "公布以后",
        topics: topics! {
            "改一条": "更正", "修改", "改";
            "撤下": "withdraw", "删除", "下架";
        },
    },
    Group {
        id: "keep",
        name: "留存",
        topics: topics! {
            "封存": "seal", "verify", "台账";
            "归档": "archive", "档案";
        },
    },
    Group {
        id: "county",
        name: "县里",
        topics: topics! {
            "汇集": "portal", "县级", "排名";
        },
    },
];

/// All pages.
pub(super) fn topics() -> impl Iterator<Item = &'static Topic> {
    GROUPS.iter().flat_map(|group| group.topics)
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
        let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let pages: BTreeSet<String> = files
            .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
            .filter(|name| name != "README")
            .collect();
        assert_eq!(pages, topics().map(|topic| topic.name.to_owned()).collect::<BTreeSet<_>>());
        for topic in topics() {
            assert!(topic.page.starts_with(&format!("# {}", topic.name)) || topic.name == "载体", "{}", topic.name);
            assert!(!topic.about().is_empty(), "{}", topic.name);
        }
        let contents = fs::read_to_string(folder.join("README.md")).unwrap();
        let mut rest = contents.as_str();
        for topic in topics() {
            let (_, after) = rest.split_once(&format!("]({}.md)", topic.name)).expect(topic.name);
            rest = after;
        }
    }

    #[test]
    fn no_word_leads_to_two_pages() {
        let mut seen = BTreeSet::new();
        for word in topics().flat_map(|topic| std::iter::once(&topic.name).chain(topic.also)) {
            assert!(seen.insert(word), "{word}");
        }
    }
}
