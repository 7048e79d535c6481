use crate::diag::{Severity, Spot};
use crate::say;
use crate::text::Text;

/// What sort of thing a file hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenKind {
    /// A hidden or very hidden sheet that holds something.
    Sheet,
    /// Hidden rows that hold something, filtered ones too.
    Rows,
    /// Hidden columns that hold something.
    Columns,
    /// The copy of its source that a pivot table keeps.
    PivotCache,
    /// Comments, notes, and sticky notes of a PDF.
    Comment,
    /// Cached values of, and paths to, other workbooks.
    ExternalLink,
    /// Macros.
    Macro,
    /// Insertions and deletions that are still recorded.
    TrackedChange,
    /// Text formatted as hidden.
    Text,
    /// A hidden slide.
    Slide,
    /// What the speaker wrote below a slide.
    SpeakerNotes,
    /// A file inside the file.
    EmbeddedFile,
    /// Where a picture was taken.
    Position,
    /// A script, or something that acts like one.
    Script,
    /// The name of a person, an office or a computer that wrote the file.
    Author,
}

impl HiddenKind {
    /// What to do about it by hand.
    pub fn remedy(self) -> Text {
        match self {
            Self::Sheet => say!(
                "取消隐藏，核对后删除不公开的工作表",
                "unhide the sheet, look at it, and delete it if it is not public"
            ),
            Self::Rows => {
                say!("取消隐藏或清除筛选，删除不公开的行", "unhide or unfilter the rows and delete what is not public")
            }
            Self::Columns => say!("取消隐藏，删除不公开的列", "unhide the columns and delete what is not public"),
            Self::PivotCache => {
                say!("将透视表复制为数值后删除原表", "paste the pivot table as values and delete the original")
            }
            Self::Comment => say!("删除全部批注", "delete all comments"),
            Self::ExternalLink => say!("在“数据－编辑链接”中断开链接", "break the links under Data, Edit Links"),
            Self::Macro => say!("另存为不含宏的文件", "save as a file without macros"),
            Self::TrackedChange => {
                say!("在“审阅”中接受全部修订并停止修订", "accept all changes under Review and stop tracking")
            }
            Self::Text => say!("显示隐藏文字，删除不公开的内容", "show the hidden text and delete what is not public"),
            Self::Slide => say!("删除隐藏的幻灯片", "delete the hidden slide"),
            Self::SpeakerNotes => say!("删除演讲者备注", "delete the speaker notes"),
            Self::EmbeddedFile => {
                say!("删除嵌入的文件，图表可粘贴为图片", "delete the embedded file; paste charts as pictures")
            }
            Self::Position => say!("删除照片的位置信息后重新上传", "remove the position from the photo"),
            Self::Script => say!("改用不含脚本的文件", "use a file without scripts"),
            Self::Author => say!("用“检查文档”删除作者等信息", "remove author and company with the document inspector"),
        }
    }
}

/// One thing that a person who opens the file does not see at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Where it is.
    pub spot: Spot,
    /// What sort of thing.
    pub what: HiddenKind,
    /// Error where data is hidden, note where it is only a name.
    pub severity: Severity,
    /// What was found, in one clause. It names sheets, columns and counts, never the hidden data.
    pub message: Text,
}

impl Hidden {
    /// Hidden data: an error.
    pub(super) fn data(spot: Spot, what: HiddenKind, message: Text) -> Self {
        Self { spot, what, severity: Severity::Error, message }
    }

    /// Only a name: a note.
    pub(super) fn name(message: Text) -> Self {
        Self { spot: Spot::File, what: HiddenKind::Author, severity: Severity::Note, message }
    }
}
