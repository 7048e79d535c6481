/// What a block of camera metadata tells of persons and places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    /// Whether it holds a latitude or longitude other than nought.
    pub(super) position: bool,
    pub(super) artist: Option<String>,
}

/// Reads a TIFF block, the form in which Exif keeps its fields. Only two directories are visited, so loops in the
/// chain of directories cost nothing.
pub(super) fn read(bytes: &[u8]) -> Metadata {
    let block = match bytes.get(..4) {
        Some(b"II*\0") => Block { bytes, little: true },
        Some(b"MM\0*") => Block { bytes, little: false },
        _ => return Metadata::default(),
    };
    let Some(first) = block.long(4) else { return Metadata::default() };
    let artist = block.field(first, 0x013B).and_then(|field| block.words(field));
    let place = block.field(first, 0x8825).and_then(|field| block.long(field + 8));
    let position = place.is_some_and(|directory| {
        [2, 4].iter().any(|&tag| block.field(directory, tag).is_some_and(|field| block.is_fixed(field)))
    });
    Metadata { position, artist }
}

struct Block<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Block<'_> {
    fn short(&self, at: usize) -> Option<usize> {
        let two: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(usize::from(if self.little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) }))
    }

    fn long(&self, at: usize) -> Option<usize> {
        let four: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some((if self.little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }) as usize)
    }

    /// Where the field with this tag stands in a directory.
    fn field(&self, directory: usize, tag: usize) -> Option<usize> {
        let count = self.short(directory)?;
        (0..count).map(|at| directory + 2 + at * 12).find(|&at| self.short(at) == Some(tag))
    }

    /// Whether a field of three fractions is anything but nought.
    fn is_fixed(&self, field: usize) -> bool {
        let Some(start) = self.long(field + 8) else { return false };
        (0..3).any(|at| {
            let numerator = self.long(start.saturating_add(at * 8)).unwrap_or(0);
            let denominator = self.long(start.saturating_add(at * 8 + 4)).unwrap_or(0);
            numerator > 0 && denominator > 0
        })
    }

    fn words(&self, field: usize) -> Option<String> {
        let length = self.long(field + 4)?.min(1024);
        let start = if length <= 4 { field + 8 } else { self.long(field + 8)? };
        let raw = self.bytes.get(start..start.checked_add(length)?)?;
        let words = String::from_utf8_lossy(raw).trim_matches(['\0', ' ']).to_owned();
        (!words.is_empty()).then_some(words)
    }
}
