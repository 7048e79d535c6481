use super::extract::Kind;
use super::ole::Compound;

/// Tells what kind of file it is: by its first bytes, and by its name where they leave a choice.
pub fn kind_of(name: &str, bytes: &[u8]) -> Kind {
    let extension = extension(name);
    let by_name = by_extension(&extension);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return in_package(bytes).unwrap_or(if is_package_name(by_name) { by_name } else { Kind::Archive });
    }
    if let Ok(file) = Compound::open(bytes) {
        return match by_name {
            _ if file.has("Workbook") || file.has("Book") => Kind::Xls,
            _ if file.has("WordDocument") => Kind::Doc,
            known => known,
        };
    }
    if bytes.starts_with(b"{\\rtf") {
        return Kind::Other;
    }
    if bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-")) {
        return Kind::Pdf;
    }
    if is_picture(bytes) {
        return Kind::Image;
    }
    if bytes.starts_with(b"Rar!") || bytes.starts_with(b"7z\xBC\xAF\x27\x1C") || bytes.starts_with(&[0x1F, 0x8B]) {
        return Kind::Archive;
    }
    match by_name {
        // A text without any of the signatures above that calls itself a document is damaged, and its reader says so.
        // A table that an office system wrote as a web page and called a workbook is one.
        Kind::Other | Kind::Xls | Kind::Doc if looks_like_text(bytes) => Kind::Text,
        known => known,
    }
}

/// The part of a name after its last full stop, in lower case.
fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

fn by_extension(extension: &str) -> Kind {
    match extension {
        "csv" | "tsv" => Kind::Csv,
        "xlsx" | "xlsm" | "xltx" | "xltm" => Kind::Xlsx,
        "xls" | "xlt" | "et" | "ett" => Kind::Xls,
        "ods" => Kind::Ods,
        "docx" | "docm" | "dotx" | "dotm" => Kind::Docx,
        "doc" | "dot" | "wps" | "wpt" => Kind::Doc,
        "pptx" | "pptm" | "ppsx" | "potx" => Kind::Pptx,
        "pdf" => Kind::Pdf,
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "bmp" | "tif" | "tiff" | "heic" | "heif" | "avif" => Kind::Image,
        "svg" | "svgz" => Kind::Svg,
        "txt" | "md" | "html" | "htm" | "json" | "xml" | "yaml" | "yml" | "log" | "ics" => Kind::Text,
        "zip" | "rar" | "7z" | "gz" | "tar" => Kind::Archive,
        _ => Kind::Other,
    }
}

fn is_package_name(kind: Kind) -> bool {
    matches!(kind, Kind::Xlsx | Kind::Docx | Kind::Pptx | Kind::Ods)
}

/// Tells Office packages apart by the names of their parts, which stand unpacked in the archive. Its list of
/// contents is at the end, so a truncated file is still recognised by its first entries.
fn in_package(bytes: &[u8]) -> Option<Kind> {
    let tail = &bytes[bytes.len().saturating_sub(256 << 10)..];
    let head = &bytes[..bytes.len().min(64 << 10)];
    let holds = |word: &[u8]| [tail, head].iter().any(|part| part.windows(word.len()).any(|window| window == word));
    let kinds: [(&[u8], Kind); 6] = [
        (b"xl/workbook", Kind::Xlsx),
        (b"word/document", Kind::Docx),
        (b"ppt/presentation", Kind::Pptx),
        (b"application/vnd.oasis.opendocument.spreadsheet", Kind::Ods),
        (b"xl/worksheets/", Kind::Xlsx),
        (b"ppt/slides/", Kind::Pptx),
    ];
    kinds.into_iter().find(|(word, _)| holds(word)).map(|(_, kind)| kind)
}

fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 6] = [&[0xFF, 0xD8, 0xFF], b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*", b"BM"];
    let heif = bytes.get(4..8) == Some(b"ftyp")
        && matches!(bytes.get(8..12), Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"avif" | b"hevc"));
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let bitmap_is_text = bytes.starts_with(b"BM") && looks_like_text(bytes);
    heif || webp || (starts.iter().any(|start| bytes.starts_with(start)) && !bitmap_is_text)
}

/// Whether the head of a file has no byte that only programs write.
pub(super) fn looks_like_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    !head.is_empty() && !head.iter().any(|&byte| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0C))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_more_than_the_name() {
        assert_eq!(kind_of("附件.doc", b"%PDF-1.7"), Kind::Pdf);
        assert_eq!(kind_of("照片.pdf", &[0xFF, 0xD8, 0xFF, 0xE1]), Kind::Image);
        assert_eq!(kind_of("名单.csv", "姓名,电话".as_bytes()), Kind::Csv);
        assert_eq!(kind_of("说明", "请各村".as_bytes()), Kind::Text);
        assert_eq!(kind_of("BMI.txt", b"BMI 22"), Kind::Text);
        assert_eq!(kind_of("包.zip", b"PK\x03\x04aaaa"), Kind::Archive);
        assert_eq!(kind_of("a.bin", &[0, 1, 2]), Kind::Other);
        assert_eq!(kind_of("", b""), Kind::Other);
    }
}
