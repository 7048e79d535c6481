use crate::diag::{Diagnostic, Place, Severity};
use crate::say;
use crate::text::{Placed, Span};
use std::sync::Arc;

/// A mistake in a template, without the engine's own types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The template's name, `item.html`, and the range of bytes in it.
    pub(super) template: Placed<String>,
    pub(super) kind: FaultKind,
    /// What the engine says of it, in English.
    pub(super) detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// The template cannot be read.
    Syntax,
    /// A name that the view does not have, or a word that the language does not have.
    Undefined,
    /// A template that another one asks for does not exist.
    NoTemplate,
    /// A filter, function or test that does not exist, or that was called wrongly.
    BadCall,
    /// Something that is no text was to be printed: a list, a part of the view, nothing at all.
    NoText,
    /// A loop or an inclusion without end.
    Endless,
    /// Anything else.
    Other,
}

impl Fault {
    /// The finding: `path` is the template's file as findings name it, `excerpt` the text of the range.
    pub(super) fn finding(&self, path: &str, excerpt: &str) -> Diagnostic {
        let path: Arc<str> = path.into();
        let place = if self.template.span == Span::default() {
            Place::file(&path)
        } else {
            Place::text(&path, self.template.span)
        };
        let name = &self.template.value;
        let detail = &self.detail;
        let what = if excerpt.is_empty() || excerpt.len() > 80 { name } else { excerpt };
        let (message, remedy) = match self.kind {
            FaultKind::Syntax => (
                say!("模板写法有误：{detail}", "the template cannot be read: {detail}"),
                say!(
                    "对照 themes/default 中的同名文件改正",
                    "compare it with the file of the same name in themes/default"
                ),
            ),
            FaultKind::Undefined => (
                say!(
                    "模板用了不存在的名称：{what}（{detail}）",
                    "the template uses an undefined name: {what} ({detail})"
                ),
                say!(
                    "查对 themes/default 中同名模板的用法；界面用语写入 i18n 文件",
                    "look at the template of the same name in themes/default; interface words belong into the i18n files"
                ),
            ),
            FaultKind::NoTemplate => (
                say!("没有这个模板：{detail}", "there is no such template: {detail}"),
                say!("补上文件，或改正文件名", "add the file or correct its name"),
            ),
            FaultKind::BadCall => (
                say!(
                    "过滤器、函数或测试不存在，或用法有误：{detail}",
                    "an unknown or wrongly used filter, function or test: {detail}"
                ),
                say!("对照 themes/default 中的用法改正", "compare it with its use in themes/default"),
            ),
            FaultKind::NoText => (
                say!("此处没有可以输出的文字：{what}（{detail}）", "there is no text to print here: {what} ({detail})"),
                say!(
                    "先用 if 判断是否有内容，再输出其中的一项",
                    "ask with `if` whether it is there, then print one of its parts"
                ),
            ),
            FaultKind::Endless => (
                say!("模板循环或引用没有尽头", "the template loops or includes without end"),
                say!("检查 for 和 include，去掉循环引用", "look at its `for` and `include`, and take the circle out"),
            ),
            FaultKind::Other => (
                say!("模板不能生成页面：{detail}", "the template cannot make the page: {detail}"),
                say!(
                    "对照 themes/default 中的同名文件改正",
                    "compare it with the file of the same name in themes/default"
                ),
            ),
        };
        Diagnostic::new("bad-template", Severity::Error, place, message).remedy(remedy)
    }
}
