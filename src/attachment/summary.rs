use super::extract::Extract;
use super::fault::Fault;
use super::ole::{Compound, long, short};
use super::properties::property;
use crate::text::gb18030;

/// Reads the document properties of Word and Excel files until 2003.
pub(super) fn read(file: &Compound, extract: &mut Extract) -> Result<(), Fault> {
    let fields = [
        (
            "\u{5}SummaryInformation",
            &[(2, "title"), (3, "subject"), (4, "creator"), (5, "keywords"), (8, "lastModifiedBy")][..],
        ),
        ("\u{5}DocumentSummaryInformation", &[(2, "category"), (14, "Manager"), (15, "Company")][..]),
    ];
    for (stream, names) in fields {
        let Some(bytes) = file.stream(stream) else { continue };
        for &(id, name) in names {
            if let Some(value) = text_property(&bytes, id) {
                property(name, value.trim(), "", extract)?;
            }
        }
    }
    Ok(())
}

/// A text among the properties of the first section.
fn text_property(bytes: &[u8], wanted: u32) -> Option<String> {
    let section = long(bytes, 44)? as usize;
    let count = long(bytes, section.checked_add(4)?)?.min(256) as usize;
    let entry = |at: usize| Some((long(bytes, section + 8 + at * 8)?, long(bytes, section + 12 + at * 8)?));
    let (_, offset) = (0..count).filter_map(entry).find(|(id, _)| *id == wanted)?;
    let at = section.checked_add(offset as usize)?;
    let length = long(bytes, at.checked_add(4)?)? as usize;
    let start = at.checked_add(8)?;
    let text = match short(bytes, at)? {
        0x1E => {
            let raw = bytes.get(start..start.checked_add(length)?)?;
            let raw = raw.split(|&byte| byte == 0).next()?;
            match std::str::from_utf8(raw) {
                Ok(text) => text.to_owned(),
                Err(_) => gb18030(raw)?.into_owned(),
            }
        }
        0x1F => {
            let raw = bytes.get(start..start.checked_add(length.checked_mul(2)?)?)?;
            let letters: Vec<u16> = raw.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
            String::from_utf16_lossy(&letters).trim_end_matches('\0').to_owned()
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}
