use super::extract::{Extract, Readable};
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::properties::is_nobody;
use super::tiff;
use crate::diag::Spot;
use crate::say;

/// How much of a picture inside a package is looked at; cameras write where they stood at the very beginning.
pub(super) const HEAD: u64 = 512 << 10;

/// Reads a picture. It has no text that could be read without eyes.
pub(super) fn read(bytes: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    extract.readable = Readable::NoText;
    let found = metadata(bytes);
    if found.iter().any(|block| block.position) {
        let message = say!("照片带有拍摄位置", "the photo tells where it was taken");
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Position, message));
    }
    for artist in found.into_iter().filter_map(|block| block.artist).filter(|name| !is_nobody(name)) {
        extract.hidden.push(Hidden::name(say!("照片属性中有作者“{artist}”", "the photo names its author: “{artist}”")));
        extract.paragraph(Spot::File, artist)?;
    }
    Ok(())
}

/// Whether a picture tells where it was taken.
pub(super) fn position(bytes: &[u8]) -> bool {
    metadata(bytes).iter().any(|block| block.position)
}

/// Every block of metadata in a JPEG, PNG, WebP, TIFF or HEIF picture.
fn metadata(bytes: &[u8]) -> Vec<tiff::Metadata> {
    if bytes.starts_with(&[0xFF, 0xD8]) {
        jpeg(bytes)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        webp(bytes)
    } else if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        vec![tiff::read(bytes)]
    } else if bytes.get(4..8) == Some(b"ftyp") {
        heif(bytes)
    } else {
        Vec::new()
    }
}

fn jpeg(bytes: &[u8]) -> Vec<tiff::Metadata> {
    let mut found = Vec::new();
    let mut at = 2;
    while let Some(&[0xFF, marker]) = bytes.get(at..at + 2) {
        if marker == 0xFF {
            at += 1;
            continue;
        }
        if matches!(marker, 0xD9 | 0xDA) {
            break;
        }
        if matches!(marker, 0x01 | 0xD0..=0xD8) {
            at += 2;
            continue;
        }
        let Some(&[high, low]) = bytes.get(at + 2..at + 4) else { break };
        let length = usize::from(u16::from_be_bytes([high, low])).max(2);
        let segment = bytes.get(at + 4..(at + 2 + length).min(bytes.len())).unwrap_or(&[]);
        if marker == 0xE1 {
            found.push(segment.strip_prefix(b"Exif\0\0").map_or_else(|| from_xmp(segment), tiff::read));
        }
        at += 2 + length;
    }
    found
}

fn png(bytes: &[u8]) -> Vec<tiff::Metadata> {
    let mut found = Vec::new();
    let mut at = 8;
    while let (Some(length), Some(name)) = (big_endian(bytes, at), bytes.get(at + 4..at + 8)) {
        let end = (at + 8).saturating_add(length).min(bytes.len());
        let content = bytes.get(at + 8..end).unwrap_or(&[]);
        match name {
            b"eXIf" => found.push(tiff::read(content)),
            b"iTXt" | b"tEXt" => found.push(from_xmp(content)),
            _ => {}
        }
        at = end.saturating_add(4);
    }
    found
}

fn webp(bytes: &[u8]) -> Vec<tiff::Metadata> {
    let mut found = Vec::new();
    let mut at = 12;
    while let (Some(name), Some(&[a, b, c, d])) = (bytes.get(at..at + 4), bytes.get(at + 4..at + 8)) {
        let length = u32::from_le_bytes([a, b, c, d]) as usize;
        let end = (at + 8).saturating_add(length).min(bytes.len());
        let content = bytes.get(at + 8..end).unwrap_or(&[]);
        match name {
            b"EXIF" => found.push(tiff::read(content.strip_prefix(b"Exif\0\0").unwrap_or(content))),
            b"XMP " => found.push(from_xmp(content)),
            _ => {}
        }
        at = end.saturating_add(length % 2);
    }
    found
}

/// Telephones' own format keeps its metadata somewhere in the file; it is found by its first words.
fn heif(bytes: &[u8]) -> Vec<tiff::Metadata> {
    let mut found = vec![from_xmp(bytes)];
    for start in [b"Exif\0\0II*\0".as_slice(), b"Exif\0\0MM\0*"] {
        if let Some(at) = bytes.windows(start.len()).position(|window| window == start) {
            found.push(tiff::read(&bytes[at + 6..]));
        }
    }
    found
}

/// What Adobe's XML block tells; its names are unmistakable enough to be looked for as they stand.
fn from_xmp(segment: &[u8]) -> tiff::Metadata {
    let holds = |word: &[u8]| segment.windows(word.len()).any(|window| window == word);
    tiff::Metadata { position: holds(b"GPSLatitude") && holds(b"exif"), artist: None }
}

fn big_endian(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_be_bytes(four) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A little-endian TIFF block with a position of 30°N.
    fn block(latitude: [u32; 2]) -> Vec<u8> {
        let mut bytes = b"II*\0\x08\0\0\0".to_vec();
        bytes.extend([1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend([1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]);
        for number in [latitude[0], latitude[1], 0, 1, 0, 1] {
            bytes.extend(number.to_le_bytes());
        }
        bytes
    }

    fn in_jpeg(block: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xE1];
        bytes.extend(((block.len() + 8) as u16).to_be_bytes());
        bytes.extend(b"Exif\0\0");
        bytes.extend(block);
        bytes.extend([0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn a_position_is_found_in_every_container() {
        let block = block([30, 1]);
        assert!(position(&in_jpeg(&block)));
        assert!(position(&block));
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend((block.len() as u32).to_be_bytes());
        png.extend(b"eXIf");
        png.extend(&block);
        assert!(position(&png));
        let mut webp = b"RIFF\0\0\0\0WEBPEXIF".to_vec();
        webp.extend((block.len() as u32).to_le_bytes());
        webp.extend(&block);
        assert!(position(&webp));
    }

    #[test]
    fn a_camera_without_a_fix_tells_no_position() {
        assert!(!position(&in_jpeg(&block([0, 0]))));
        assert!(!position(&in_jpeg(&block([0, 1]))));
    }

    #[test]
    fn a_picture_cut_anywhere_is_no_trouble() {
        let whole = in_jpeg(&block([30, 1]));
        for end in 0..whole.len() {
            position(&whole[..end]);
        }
    }
}
