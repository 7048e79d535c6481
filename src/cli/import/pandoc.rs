//! Pandoc, for documents that have no reader here. It is better than none, and worse than the readers that are here: it
//! lets cells that are merged slip, drops tables inside tables and brings hidden words along. So what it made is held
//! against the document, and where it is not whole it is refused.

use crate::attachment::{Foreign, Transcript, foreign, transcribe};
use crate::cli::passing::Passing;
use crate::cli::program;
use crate::say;
use crate::text::Text;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// How long it may take over one document.
const PATIENCE: Duration = Duration::from_secs(60);

/// What it reads for us, by the ending of the name.
const FORMATS: [(&str, &str); 2] = [(".odt", "odt"), (".epub", "epub")];

/// What only an office program reads well.
const OTHERS: [&str; 4] = [".rtf", ".fodt", ".ott", ".uof"];

/// What became of a document by its name.
pub(super) enum Read {
    /// No business of Pandoc's.
    Ours,
    /// Written down.
    Transcript(Box<Transcript>),
    /// Not, and why.
    Refused(Text),
}

/// Reads a document that has no reader here.
pub(super) fn read(name: &str, bytes: &[u8]) -> Read {
    let lower = name.to_lowercase();
    if OTHERS.iter().any(|ending| lower.ends_with(ending)) {
        return Read::Refused(say!(
            "用 WPS、Word 或 LibreOffice 另存为 .docx 再导入",
            "save it as .docx with an office program, then import it"
        ));
    }
    let Some((_, format)) = FORMATS.iter().find(|(ending, _)| lower.ends_with(ending)) else { return Read::Ours };
    match whole(format, bytes) {
        Ok(transcript) => Read::Transcript(Box::new(transcript)),
        Err(why) => Read::Refused(why),
    }
}

fn whole(format: &str, bytes: &[u8]) -> Result<Transcript, Text> {
    let Some(pandoc) = program::find("PANDOC", &["pandoc"]) else {
        return Err(say!(
            "没有 Pandoc：用 WPS、Word 或 LibreOffice 另存为 .docx 再导入；或装上 Pandoc（sudo apt install pandoc，或 pandoc.org）",
            "there is no Pandoc: save the file as .docx with an office program, or install Pandoc (pandoc.org)"
        ));
    };
    let document = foreign(bytes)?;
    if document.hides {
        return Err(refused(&say!("有隐藏的文字，Pandoc 会带出来", "it hides words, which Pandoc would show")));
    }
    let html = converted(&pandoc, format, bytes).ok_or_else(|| {
        refused(&say!("Pandoc 没有读成（须 2.15 以上）", "Pandoc could not read it (2.15 or newer is needed)"))
    })?;
    if document.merges && !html.contains("rowspan=") && !html.contains("colspan=") {
        return Err(refused(&say!("表格有合并的单元格，这一版 Pandoc 会错位", "this Pandoc lets merged cells slip")));
    }
    let transcript = transcript(&html, &document)?;
    match lost(&document.words, &transcript) {
        0 => Ok(transcript),
        lost => Err(refused(&say!("Pandoc 漏了 {lost} 个字", "Pandoc lost {lost} characters"))),
    }
}

fn refused(why: &Text) -> Text {
    let Text { zh, en } = why;
    say!("{zh}；另存为 .docx 再导入", "{en}; save it as .docx and import that")
}

/// The body as HTML. It reads nothing but its own file, asks nothing of any network, and takes half a gigabyte at most.
fn converted(pandoc: &Path, format: &str, bytes: &[u8]) -> Option<String> {
    let folder = Passing::new().ok()?;
    let (document, page) = (folder.path().join("document"), folder.path().join("page.html"));
    fs::write(&document, bytes).ok()?;
    let plain = ["--sandbox", "--wrap=none", "--to=html5", "+RTS", "-M512M", "-RTS"].map(OsString::from);
    let mut arguments = plain.to_vec();
    arguments.extend([format!("--from={format}").into(), "--output".into(), page.clone().into(), document.into()]);
    let made = program::completes(pandoc, &arguments, PATIENCE);
    fs::read_to_string(page).ok().filter(|_| made)
}

/// The page written down as any page is; its pictures get names that may lie beside an item.
fn transcript(html: &str, document: &Foreign) -> Result<Transcript, Text> {
    let mut html = html.to_owned();
    let mut pictures = Vec::new();
    for (path, bytes) in &document.pictures {
        let ending = path.rsplit_once('.').map_or("png", |(_, ending)| ending).to_lowercase();
        let name = format!("图{}.{ending}", pictures.len() + 1);
        // In a book, addresses are counted from the part that names them.
        let file = path.rsplit('/').next().unwrap_or(path);
        let named = html.match_indices("src=\"").find_map(|(at, begin)| {
            let address = html[at + begin.len()..].split('"').next()?;
            (address.rsplit('/').next() == Some(file)).then(|| address.to_owned())
        });
        if let Some(address) = named {
            html = html.replace(&format!("src=\"{address}\""), &format!("src=\"{name}\""));
            pictures.push((name, bytes.clone()));
        }
    }
    let mut transcript = transcribe("page.html", format!("<html><body>{html}</body></html>").as_bytes())?;
    transcript.named.retain(|named| pictures.iter().all(|(name, _)| name != named));
    transcript.pictures.extend(pictures);
    transcript.encoding = None;
    transcript.left_out.push(say!(
        "由 Pandoc 读出：字都在，自动编号可能变成圆点，请对照原文件",
        "read by Pandoc: all words are there; numbers of lists may be lost, compare with the document"
    ));
    Ok(transcript)
}

/// How many characters of the document are not in what was made of it.
fn lost(words: &str, transcript: &Transcript) -> usize {
    let mut wanted: BTreeMap<char, usize> = BTreeMap::new();
    words.chars().filter(|sign| !sign.is_whitespace()).for_each(|sign| *wanted.entry(sign).or_default() += 1);
    for sign in transcript.blocks.iter().flat_map(|block| block.text.chars()) {
        if let Some(left) = wanted.get_mut(&sign) {
            *left = left.saturating_sub(1);
        }
    }
    wanted.values().sum()
}
