use super::csv::read as read_csv;
use super::extract::{Extract, Kind, Readable};
use super::fault::Fault;
use super::kind::{kind_of, looks_like_text};
use super::ole::Compound;
use super::package::Package;
use super::{bundle, doc, docx, limits, ods, ole, pdf, picture, pptx, svg, xls, xlsx};
use crate::diag::Spot;
use crate::say;

/// Reads a file that would be published, from its bytes. Never fails: what stops the reading is told by
/// [`Extract::readable`], and what was read before stays.
pub fn read(name: &str, bytes: &[u8]) -> Extract {
    read_nested(name, bytes, 0)
}

/// Reads a file that lies so many files deep in others.
fn read_nested(name: &str, bytes: &[u8], nesting: u32) -> Extract {
    let mut extract = Extract::of(kind_of(name, bytes));
    if bytes.is_empty() && nesting == 0 {
        extract.readable = Readable::Broken(say!("文件是空的", "it is empty"));
        return extract;
    }
    if let Err(fault) = read_into(bytes, &mut extract, nesting) {
        if matches!(fault, Fault::Broken(_)) && looks_like_text(bytes) {
            // No program opens it as what it calls itself; what an editor shows of it is text. Its own reader has said
            // why it is none, so that nothing more is to be said where the text is too long.
            let _ = plain_text(bytes, &mut extract);
        }
        extract.readable = fault.into();
    }
    extract
}

fn read_into(bytes: &[u8], extract: &mut Extract, nesting: u32) -> Result<(), Fault> {
    if bytes.len() as u64 > limits::FILE {
        let limit = limits::FILE >> 20;
        return Err(Fault::TooBig(say!("文件超过 {limit} MB", "the file is larger than {limit} MB")));
    }
    // What newer programs encrypt, they put into the container of the older ones.
    if ole::is_compound(bytes) && !matches!(extract.kind, Kind::Xls | Kind::Doc) {
        let encrypted = Compound::open(bytes)?.has("EncryptedPackage");
        extract.readable = if encrypted { Readable::Encrypted } else { Readable::Unsupported };
        return Ok(());
    }
    let inside = |name: &str, bytes: &[u8]| (nesting < limits::NESTING).then(|| read_nested(name, bytes, nesting + 1));
    match extract.kind {
        Kind::Csv => read_csv(bytes, extract),
        Kind::Xlsx => xlsx::read(&mut Package::open(bytes)?, extract, &inside),
        Kind::Xls => xls::read(bytes, extract),
        Kind::Doc => doc::read(bytes, extract),
        Kind::Ods => ods::read(&mut Package::open(bytes)?, extract, &inside),
        Kind::Docx => docx::read(&mut Package::open(bytes)?, extract, &inside),
        Kind::Pptx => pptx::read(&mut Package::open(bytes)?, extract, &inside),
        Kind::Pdf => pdf::read(bytes, extract, &inside),
        Kind::Image => picture::read(bytes, extract),
        Kind::Svg => svg::read(bytes, extract),
        Kind::Text => plain_text(bytes, extract),
        Kind::Archive => bundle::read(bytes, extract, &inside),
        Kind::Other => {
            extract.readable = Readable::Unsupported;
            Ok(())
        }
    }
}

/// A text file: every line is a paragraph.
fn plain_text(bytes: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    let Some((text, encoding)) = crate::text::decode(bytes) else {
        return Err(Fault::Broken(say!("不是 UTF-8 或 GB18030 编码的文本", "neither UTF-8 nor GB18030 text")));
    };
    extract.encoding = Some(encoding);
    text.lines().enumerate().try_for_each(|(at, line)| extract.paragraph(Spot::Paragraph(at as u32 + 1), line))
}
