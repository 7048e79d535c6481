use super::super::contract::{Check, Context, Family, Meta};
use crate::attachment::{Extract, Kind, Readable};
use crate::board::Item;
use crate::diag::{Place, Severity};
use crate::say;
use crate::text::Text;

/// Finds files of which nobody can tell what they say: scans, files with a password, damaged ones. A file that could
/// not even be read whole is not published.
pub(crate) struct UnreadableAttachment;

static META: Meta = Meta {
    id: "unreadable-attachment",
    family: Family::Attachments,
    severity: Severity::Note,
    basis: Some("《无障碍环境建设法》第三十二条"),
    page: include_str!("../../../docs/checks/unreadable-attachment.md"),
};

impl Check for UnreadableAttachment {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        if !board.will_show(item) {
            return;
        }
        for path in item.attached.iter().filter_map(|file| file.path.as_ref()) {
            let Some(reading) = board.reading(path) else { continue };
            let Some(message) = fault(&reading.extract) else { continue };
            let severity = if reading.digest.is_some() { META.severity } else { Severity::Error };
            cx.find_as(severity, Place::file(path), message).remedy = Some(say!(
                "附上文字版（Word、可搜索的 PDF 或表格），或把要点写进正文",
                "add a version with text, or say what matters in the body"
            ));
        }
    }
}

/// Why nobody can tell what a file says. Pictures are looked at by people and have their words beside them.
fn fault(extract: &Extract) -> Option<Text> {
    if matches!(extract.kind, Kind::Image | Kind::Svg) && extract.readable == Readable::NoText {
        return None;
    }
    match &extract.readable {
        Readable::Yes if extract.pages_without_text > 0 => {
            let pages = extract.pages_without_text;
            Some(say!("有 {pages} 页是扫描的图片，没有文字", "{pages} pages are scanned pictures without text"))
        }
        Readable::Yes => None,
        Readable::NoText => Some(say!("附件没有文字，搜索、朗读和检查都读不出", "the file holds no text")),
        Readable::Encrypted => Some(say!("附件有密码，读者打不开，也无法检查", "the file needs a password")),
        Readable::Broken(why) => {
            let (zh, en) = (&why.zh, &why.en);
            Some(say!("附件是坏的：{zh}", "the file is damaged: {en}"))
        }
        Readable::TooBig(why) => {
            let (zh, en) = (&why.zh, &why.en);
            Some(say!("附件太大，无法检查：{zh}", "the file is too large to be looked at: {en}"))
        }
        Readable::Unsupported if extract.kind == Kind::Svg => None,
        Readable::Unsupported => Some(say!(
            "这种文件无法检查里面有没有不该公开的内容",
            "nobody can look into a file of this kind for what must not be published"
        )),
    }
}
