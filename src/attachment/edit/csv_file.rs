use super::super::csv::delimiter;
use super::super::fault::Fault;
use super::cell_edit::CellEdit;
use crate::say;
use crate::text::{decode, encode};
use std::collections::BTreeMap;
use std::ops::Range;

const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// Writes cells of a CSV file anew, in its own encoding and with its own quotes.
pub(super) fn edit(bytes: &[u8], edits: &[CellEdit]) -> Result<Vec<u8>, Fault> {
    let unreadable = || Fault::Broken(say!("不是 UTF-8 或 GB18030 编码的文本", "neither UTF-8 nor GB18030 text"));
    let (text, encoding) = decode(bytes).ok_or_else(unreadable)?;
    if encoding == "UTF-16" {
        return Err(unreadable());
    }
    let wanted: BTreeMap<(u32, u32), &CellEdit> = edits.iter().map(|edit| ((edit.row, edit.column), edit)).collect();
    let mut written = Vec::with_capacity(bytes.len());
    let mut copied = 0;
    // In both encodings no byte of a Chinese character looks like a separator, a quote or a line break.
    each_cell(bytes, delimiter(&text), &mut |place, range| {
        let Some(edit) = wanted.get(&place) else { return };
        let raw = &bytes[range.clone()];
        let quoted = raw.first() == Some(&b'"');
        let to = if quoted { format!("\"{}\"", edit.to.replace('"', "\"\"")) } else { edit.to.clone() };
        if let Some(to) = encode(&to, encoding) {
            written.extend_from_slice(&bytes[copied..range.start]);
            written.extend_from_slice(&to);
            copied = range.end;
        }
    });
    written.extend_from_slice(&bytes[copied..]);
    Ok(written)
}

/// Walks over the cells: row from 1, blank lines counted, column from 0, and the bytes with their quotes.
fn each_cell(bytes: &[u8], separator: u8, visit: &mut dyn FnMut((u32, u32), Range<usize>)) {
    let mut at = if bytes.starts_with(&MARK) { MARK.len() } else { 0 };
    let (mut row, mut column) = (1, 0);
    let (mut start, mut in_quotes) = (at, false);
    while at < bytes.len() {
        let byte = bytes[at];
        if in_quotes {
            match byte {
                b'"' if bytes.get(at + 1) == Some(&b'"') => at += 1,
                b'"' => in_quotes = false,
                _ => {}
            }
        } else if byte == b'"' && at == start {
            in_quotes = true;
        } else if byte == separator || matches!(byte, b'\r' | b'\n') {
            visit((row, column), start..at);
            if byte == separator {
                column += 1;
            } else {
                if byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                    at += 1;
                }
                (row, column) = (row + 1, 0);
            }
            start = at + 1;
        }
        at += 1;
    }
    visit((row, column), start..bytes.len());
}
