use super::super::extract::Kind;
use super::super::fault::Fault;
use super::super::kind::kind_of;
use super::super::package::Package;
use super::block::Blocks;
use super::written::Transcript;
use super::{document, lines, page};
use crate::say;
use crate::text::Text;

/// Writes down a document or a page.
///
/// # Errors
/// What stops the reading: a kind of file that is none, damage, a password.
pub fn transcribe(name: &str, bytes: &[u8]) -> Result<Transcript, Text> {
    let kind = kind_of(name, bytes);
    let lower = name.to_lowercase();
    let mut transcript = Transcript { kind, ..Transcript::default() };
    let mut blocks = Blocks::default();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    // What office systems call a document or a workbook may be a page inside.
    let is_page = ends(&[".html", ".htm", ".shtml"]) || (!ends(&[".txt"]) && is_written_as_page(bytes));
    let read = match kind {
        Kind::Docx => Package::open(bytes).and_then(|mut package| document::read(&mut package, &mut blocks)),
        Kind::Text | Kind::Other if is_page => page::read(bytes, &mut blocks, &mut transcript),
        // Programs and style sheets of a site are texts as well, and none to be published.
        Kind::Doc => lines::read(name, bytes, &mut blocks, &mut transcript),
        Kind::Text if ends(&[".txt", ".doc", ".wps"]) => lines::read(name, bytes, &mut blocks, &mut transcript),
        _ => return Err(say!("这种文件不能变成条目，可以作为附件", "this kind of file can only be an attachment")),
    };
    read.map_err(|fault| match fault {
        Fault::Broken(why) | Fault::TooBig(why) => why,
        Fault::Encrypted => say!("文件有密码，打不开", "the file needs a password"),
    })?;
    blocks.finish(&mut transcript);
    Ok(transcript)
}

fn is_written_as_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    let begins = head.iter().copied().find(|byte| !byte.is_ascii_whitespace()) == Some(b'<');
    begins && [&b"<html"[..], b"<table"].iter().any(|tag| head.windows(tag.len()).any(|window| window == *tag))
}
