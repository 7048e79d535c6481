use super::super::extract::{Extract, Kind, Readable};
use super::super::fault::Fault;
use super::super::kind::kind_of;
use super::super::package::{self, Package};
use super::super::read::read;
use super::contents::Contents;
use super::{document, workbook};
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// A cleaned copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was taken out.
    pub removed: Vec<Text>,
}

/// Makes a cleaned copy of a workbook (xlsx) or a document (docx).
///
/// # Errors
/// What cannot be taken out safely, and what to do about it by hand: hidden sheets, rows and columns that hold
/// something, embedded files, positions in pictures; and files that cannot be read.
pub fn clean(name: &str, bytes: &[u8]) -> Result<Cleaned, Text> {
    let kind = kind_of(name, bytes);
    if !matches!(kind, Kind::Xlsx | Kind::Docx) {
        return Err(say!("只能清理 xlsx 和 docx 文件", "only xlsx and docx files can be cleaned"));
    }
    let before = read(name, bytes);
    readable(&before)?;
    let cleaned = rewritten(kind, bytes).map_err(told)?;
    let after = read(name, &cleaned);
    readable(&after)?;
    left(&after)?;
    let gone = before.hidden.into_iter().filter(|hidden| !after.hidden.contains(hidden)).map(|hidden| Text {
        zh: format!("已去除：{}", hidden.message.zh),
        en: format!("removed: {}", hidden.message.en),
    });
    Ok(Cleaned { removed: gone.collect(), bytes: cleaned })
}

fn rewritten(kind: Kind, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut contents = Contents::open(&mut Package::open(bytes)?)?;
    if kind == Kind::Xlsx {
        workbook::clean(&mut contents)?;
    } else {
        document::clean(&mut contents)?;
    }
    package::write(&contents.finish()?)
}

fn readable(extract: &Extract) -> Result<(), Text> {
    match &extract.readable {
        Readable::Yes => Ok(()),
        Readable::Encrypted => Err(told(Fault::Encrypted)),
        Readable::Broken(why) | Readable::TooBig(why) => Err(why.clone()),
        Readable::NoText | Readable::Unsupported => Err(say!("文件不能读取", "the file cannot be read")),
    }
}

fn told(fault: Fault) -> Text {
    match fault {
        Fault::Encrypted => say!("文件有密码，请先解除", "the file needs a password; remove it first"),
        Fault::Broken(why) | Fault::TooBig(why) => why,
    }
}

/// Refuses a copy that still hides data.
fn left(after: &Extract) -> Result<(), Text> {
    let hides = after.hidden.iter().filter(|hidden| hidden.severity == Severity::Error);
    let mut said = (Vec::new(), Vec::new());
    for hidden in hides {
        let remedy = hidden.what.remedy();
        said.0.push(format!("{}：{}", hidden.message.zh, remedy.zh));
        said.1.push(format!("{}: {}", hidden.message.en, remedy.en));
    }
    if said.0.is_empty() {
        return Ok(());
    }
    Err(Text {
        zh: format!("不能自动去除，请先处理：{}", said.0.join("；")),
        en: format!("cannot be removed safely, deal with it first: {}", said.1.join("; ")),
    })
}
