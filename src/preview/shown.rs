use super::answer::Pages;
use super::finding::Finding;
use super::findings::Findings;
use super::token::Token;
use crate::say;
use crate::text::{Language, Text};
use serde_json::json;
use std::mem;
use std::sync::{Arc, PoisonError, RwLock};

/// What a rebuild comes to.
pub struct Outcome {
    /// The new site; none where it could not be built, and then the last good one stays.
    pub site: Option<Arc<dyn Pages>>,
    /// Whether its pages may be others than those that are shown: open pages are loaded again.
    pub anew: bool,
    /// The findings on the board as it is now.
    pub findings: Findings,
}

/// What the preview shows at one instant: the last good site and the newest findings. A value; the next build makes
/// another.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) site: Option<Arc<dyn Pages>>,
    pub(super) findings: Arc<Findings>,
    /// Counts sites; a page of another number is stale.
    site_number: u64,
    /// Counts builds, failed ones too.
    build_number: u64,
}

/// The one place where the preview keeps what it shows. Readers take the whole value and never wait for a build.
pub(super) struct Stage {
    now: RwLock<Arc<Shown>>,
    /// Tells this run of the program from the one before, whose numbers a tab may still hold.
    run: String,
    language: Language,
}

impl Stage {
    pub(super) fn new(language: Language) -> Self {
        let nothing = Shown { site: None, findings: Arc::default(), site_number: 0, build_number: 0 };
        let run = Token::draw().to_string();
        Self { now: RwLock::new(Arc::new(nothing)), run: run[..8].to_owned(), language }
    }

    pub(super) fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows what a build came to; gives that, and what was shown before.
    pub(super) fn show(&self, outcome: Outcome) -> (Arc<Shown>, Arc<Shown>) {
        let last = self.now();
        let build_number = last.build_number + 1;
        let shown = Arc::new(Shown {
            site_number: if outcome.site.is_some() && outcome.anew { build_number } else { last.site_number },
            site: outcome.site.or_else(|| last.site.clone()),
            findings: Arc::new(outcome.findings),
            build_number,
        });
        let before = mem::replace(&mut *self.now.write().unwrap_or_else(PoisonError::into_inner), Arc::clone(&shown));
        (shown, before)
    }

    /// Shows a site before its findings are known; those of the last build stay until then. Gives what [`Self::show`] gives.
    pub(super) fn show_early(&self, site: Arc<dyn Pages>) -> (Arc<Shown>, Arc<Shown>) {
        let findings = Findings::clone(&self.now().findings);
        self.show(Outcome { site: Some(site), anew: true, findings })
    }

    /// The version that pages carry and events tell: `<run>-<site> <run>-<build>`. Where the first word differs the
    /// page is stale, where the second differs only its findings are.
    pub(super) fn version(&self, shown: &Shown) -> String {
        let run = &self.run;
        format!("{run}-{} {run}-{}", shown.site_number, shown.build_number)
    }

    /// The findings, and the words around them, for the script that lays them over the page.
    pub(super) fn findings(&self, shown: &Shown, of_page: &[Finding], root: Option<&str>) -> Vec<u8> {
        let findings: Vec<&Finding> = of_page.iter().chain(shown.findings.shown()).collect();
        let [errors, warnings, notes] = shown.findings.counts();
        let errors = errors + of_page.len();
        let say = |text: Text| text.in_language(self.language).to_owned();
        let words = json!({
            "language": match self.language {
                Language::Chinese => "zh-CN",
                Language::English => "en",
            },
            "summary": say(summary(errors, warnings, notes)),
            "lead": say(if shown.site.is_none() {
                say!("还没有可看的页面。改好保存，本层自动消失。", "There is no page to see yet. Mend and save, and this layer goes away.")
            } else if errors > 0 && shown.site_number == shown.build_number && of_page.is_empty() {
                say!(
                    "有错误的事项暂不显示，其余照常。改好保存，本层自动消失。",
                    "Items with errors are left out. Mend and save, and this layer goes away."
                )
            } else if errors > 0 {
                say!(
                    "页面停留在最后一次成功生成的样子。改好保存，本层自动消失。",
                    "The page is as it was when it last could be built. Mend and save, and this layer goes away."
                )
            } else {
                say!("这些问题不妨碍发布，仍请看一看。", "These do not keep the board from being published; please look at them all the same.")
            }),
            "close": say(say!("收起", "Fold")),
            "open": say(say!("查看", "Look")),
            "remedy": say(say!("做法", "Remedy")),
            "basis": say(say!("依据", "Basis")),
            "rule": say(say!("规则", "Rule")),
            "more": say(say!("其余问题请运行 gongkai check 查看。", "Run gongkai check to see the rest.")),
            "lost": say(say!("预览已停止，改动不再显示。", "The preview has ended; changes no longer show.")),
            "error": say(say!("错误", "error")),
            "warning": say(say!("警告", "warning")),
            "note": say(say!("提示", "note")),
        });
        let all = json!({
            "version": self.version(shown), "root": root, "errors": errors,
            "words": words, "findings": findings,
            "left": shown.findings.left(),
        });
        all.to_string().into_bytes()
    }
}

fn summary(errors: usize, warnings: usize, notes: usize) -> Text {
    let mut parts = Vec::new();
    for (count, zh, one, many) in [
        (errors, "处错误", "error", "errors"),
        (warnings, "处警告", "warning", "warnings"),
        (notes, "处提示", "note", "notes"),
    ] {
        let en = if count == 1 { one } else { many };
        if count > 0 {
            parts.push(say!("{count}{zh}", "{count} {en}"));
        }
    }
    Text {
        zh: parts.iter().map(|part| part.zh.as_str()).collect::<Vec<_>>().join("，"),
        en: parts.iter().map(|part| part.en.as_str()).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::Answer;
    use super::*;

    struct Nothing;

    impl Pages for Nothing {
        fn answer(&self, _: &str) -> Option<Answer> {
            None
        }
    }

    #[test]
    fn pages_that_were_shown_early_are_not_loaded_again_once_the_board_is_judged() {
        let stage = Stage::new(Language::Chinese);
        let site = |anew| Outcome { site: Some(Arc::new(Nothing)), anew, findings: Findings::default() };
        let versions = |shown: &Shown| -> (String, String) {
            let version = stage.version(shown);
            let (site, build) = version.split_once(' ').unwrap();
            (site.to_owned(), build.to_owned())
        };
        let first = versions(&stage.show(site(true)).0);
        let early = versions(&stage.show_early(Arc::new(Nothing)).0);
        let judged = versions(&stage.show(site(false)).0);
        assert_ne!(first.0, early.0);
        assert_eq!(early.0, judged.0);
        assert_ne!(early.1, judged.1);
    }
}
