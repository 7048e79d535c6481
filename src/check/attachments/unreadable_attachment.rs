use super::super::contract::{Check, Context, Family, Meta};
use crate::attachment::{Extract, Kind, Readable};
use crate::board::{Attached, Item};
use crate::diag::{Place, Severity, Spot};
use crate::say;
use crate::text::Text;

/// Finds files of which nobody can tell what they say. A scan is looked at by people and is a note; what nobody could
/// look into, in whole or in part, is not clearly public: an error, until a person answers for it with an exception. Of
/// a file that could not even be taken into memory `wrong-value` speaks: it is never published.
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
        for path in item.attached.iter().filter_map(Attached::offered) {
            let Some(reading) = board.reading(path) else { continue };
            for (severity, spot, message) in faults(path, &reading.extract) {
                let remedy = if severity == Severity::Error { answered_for() } else { with_text() };
                cx.find_as(severity, Place { path: path.clone(), spot }, message).remedy = Some(remedy);
            }
        }
    }
}

fn with_text() -> Text {
    say!(
        "附上文字版（Word、可搜索的 PDF 或表格），或把要点写进正文",
        "add a version with text, or say what matters in the body"
    )
}

fn answered_for() -> Text {
    say!(
        "换成能检查的文件（去掉密码，重新另存，压缩包拆成单个文件）；确实要这样公开的，由负责人看过内容，在事项里写一条例外，注明理由、批准人和日期",
        "offer a file that can be looked into (without a password, saved anew, unpacked); or let a person look into it and write an \
         exception with reason, role and last day"
    )
}

/// Sounds and films: people listen and look.
const MEDIA: [&str; 10] = ["mp3", "m4a", "wav", "ogg", "mp4", "m4v", "mov", "avi", "webm", "wmv"];

/// Why nobody can tell what a file says, each with its weight. Pictures are looked at by people and have their words
/// beside them.
fn faults(path: &str, extract: &Extract) -> Vec<(Severity, Spot, Text)> {
    if matches!(extract.kind, Kind::Image | Kind::Svg) && extract.readable == Readable::NoText {
        return Vec::new();
    }
    let whole = whole(path, extract).map(|(severity, message)| (severity, Spot::File, message));
    let parts = extract.unread.iter().map(|(spot, why)| {
        let (zh, en) = (&why.zh, &why.en);
        (
            Severity::Error,
            spot.clone(),
            say!("附件有一部分无法检查：{zh}", "a part of the file cannot be looked into: {en}"),
        )
    });
    whole.into_iter().chain(parts).collect()
}

/// What is wrong with the file as a whole.
fn whole(path: &str, extract: &Extract) -> Option<(Severity, Text)> {
    let fault = match &extract.readable {
        Readable::Yes if extract.pages_without_text > 0 => {
            let pages = extract.pages_without_text;
            let message =
                say!("有 {pages} 页是扫描的图片，没有文字", "{pages} pages are scanned pictures without text");
            (Severity::Note, message)
        }
        Readable::Yes => return None,
        Readable::NoText => (Severity::Note, say!("附件没有文字，搜索、朗读和检查都读不出", "the file holds no text")),
        Readable::Encrypted => {
            (Severity::Error, say!("附件有密码，读者打不开，也无法检查", "the file needs a password"))
        }
        Readable::Broken(why) => {
            let (zh, en) = (&why.zh, &why.en);
            // What is plain text under a false name was read as that.
            let severity = if extract.is_plain() { Severity::Note } else { Severity::Error };
            (severity, say!("附件是坏的：{zh}", "the file is damaged: {en}"))
        }
        Readable::TooBig(why) => {
            let (zh, en) = (&why.zh, &why.en);
            (Severity::Error, say!("附件太大，无法检查：{zh}", "the file is too large to be looked at: {en}"))
        }
        Readable::Unsupported if extract.kind == Kind::Svg => return None,
        Readable::Unsupported => {
            let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
            let severity = match extract.kind {
                Kind::Archive => Severity::Error,
                _ if MEDIA.contains(&ending.as_str()) => Severity::Note,
                _ => Severity::Warning,
            };
            let message = say!(
                "这种文件无法检查里面有没有不该公开的内容",
                "nobody can look into a file of this kind for what must not be published"
            );
            (severity, message)
        }
    };
    Some(fault)
}
