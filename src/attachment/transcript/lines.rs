//! Plain text, and Word files until 2003, of which only the text is read.

use super::super::extract::{Kind, Readable};
use super::super::fault::Fault;
use super::super::read::read as read_file;
use super::block::{Blocks, Set};
use super::inline::harmless;
use super::written::Transcript;
use crate::say;

/// Reads each line as a paragraph.
pub(super) fn read(name: &str, bytes: &[u8], blocks: &mut Blocks, transcript: &mut Transcript) -> Result<(), Fault> {
    let extract = read_file(name, bytes);
    match extract.readable {
        Readable::Encrypted => return Err(Fault::Encrypted),
        Readable::Broken(why) => return Err(Fault::Broken(why)),
        Readable::TooBig(why) => return Err(Fault::TooBig(why)),
        _ => {}
    }
    for (_, line) in extract.paragraphs() {
        blocks.paragraph(&harmless(line), Set::default());
    }
    transcript.encoding = extract.encoding;
    if extract.kind == Kind::Doc {
        blocks.left_out.push(say!(
            "旧格式的 .doc 只读出文字，表格、图片、编号没有导入；要完整导入，先在 Word 或 WPS 里另存为 .docx",
            "of an old .doc only the words; save it as .docx to bring tables, pictures and numbers"
        ));
    }
    Ok(())
}
