use super::extract::{Extract, Kind, Readable};
use super::fault::Fault;
use super::hidden::Hidden;
use super::markup::{Markup, Token};
use super::office::ReadInside;
use super::package::Package;
use crate::diag::Spot;
use crate::say;

/// How archives of other programs start, which nobody here can open: RAR, 7z, gzip.
const OTHERS: [&[u8]; 3] = [b"Rar!", b"7z\xBC\xAF\x27\x1C", &[0x1F, 0x8B]];

/// Reads a ZIP archive that is no office file: what the files in it say counts as said, and what they hide as hidden.
/// Formats of other programs that are kept in such an archive, OFD and ODT among them, are read as the XML that they are.
pub(super) fn read(bytes: &[u8], extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    if OTHERS.iter().any(|start| bytes.starts_with(start)) {
        extract.readable = Readable::Unsupported;
        return Ok(());
    }
    let mut package = Package::open(bytes)?;
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    for name in names {
        let Some(part) = package.part(&name)? else { continue };
        let file = name.rsplit('/').next().unwrap_or(&name);
        extract.paragraph(Spot::File, file)?;
        if file.to_lowercase().ends_with(".xml") {
            words(&part, extract)?;
            continue;
        }
        let inner = inside(file, &part);
        if let Some(inner) = &inner {
            for Hidden { what, severity, message, .. } in &inner.hidden {
                let message = say!("“{file}”：{zh}", "“{file}”: {en}", zh = &message.zh, en = &message.en);
                extract.hidden.push(Hidden { spot: Spot::File, what: *what, severity: *severity, message });
            }
            if inner.readable == Readable::Unsupported && inner.kind == Kind::Archive {
                extract.lacks(Spot::File, say!("里面的“{file}”无法检查", "“{file}” in it cannot be looked into"));
            }
        }
        extract.embed(file, inner)?;
    }
    if package.has_unnamed() {
        extract.lacks(Spot::File, say!("里面有文件名读不出的文件", "it holds files whose names cannot be read"));
    }
    Ok(())
}

/// The words between the marks of an XML part, those of one element together.
fn words(part: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    let mut markup = Markup::new(part);
    let mut text = String::new();
    while let Some(token) = markup.token()? {
        match token {
            Token::Text(piece) => text.push_str(&piece),
            Token::End(_) => extract.paragraph(Spot::File, std::mem::take(&mut text))?,
            _ => {}
        }
    }
    extract.paragraph(Spot::File, text)
}
