use super::fault::Fault;
use crate::say;
use std::collections::BTreeSet;

/// Ends a chain of sectors; everything from here on is no sector.
const LAST_SECTOR: u32 = 0xFFFF_FFF8;
const NO_ENTRY: u32 = 0xFFFF_FFFF;
const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// A compound file: the small file system in which Word and Excel kept their streams until 2003, and in which newer
/// ones put what they encrypt.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    mini_sector: usize,
    mini_cutoff: u64,
    chain: Vec<u32>,
    mini_chain: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: u64,
}

/// Whether the bytes are a compound file.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let shift = |at| short(bytes, at).filter(|shift| (6..=12).contains(shift)).map(|shift| 1usize << shift);
        let (true, Some(sector), Some(mini_sector)) = (is_compound(bytes), shift(30), shift(32)) else {
            return Err(damaged());
        };
        let mut file = Self {
            bytes,
            sector,
            mini_sector,
            mini_cutoff: u64::from(long(bytes, 56).ok_or_else(damaged)?),
            chain: Vec::new(),
            mini_chain: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        file.read_chain();
        let directory = file.sectors(long(bytes, 48).unwrap_or(LAST_SECTOR), u64::MAX);
        file.entries = directory.chunks_exact(128).map(Entry::read).collect();
        let mini_chain = file.sectors(long(bytes, 60).unwrap_or(LAST_SECTOR), u64::MAX);
        file.mini_chain = longs(&mini_chain);
        if let Some(root) = file.entries.first() {
            file.mini_stream = file.sectors(root.start, root.size);
        }
        Ok(file)
    }

    /// Reads which sector follows which. The list of the sectors that hold this list starts in the header and goes
    /// on in a chain of its own; a chain longer than the file is a loop.
    fn read_chain(&mut self) {
        let most = self.bytes.len() / self.sector + 1;
        let mut lists: Vec<u32> = longs(self.bytes.get(76..512).unwrap_or(&[]));
        let mut next = long(self.bytes, 68).unwrap_or(LAST_SECTOR);
        let mut steps = 0;
        while next < LAST_SECTOR && steps < most {
            let mut more = longs(self.sector_at(next));
            next = more.pop().unwrap_or(LAST_SECTOR);
            lists.extend(more);
            steps += 1;
        }
        for list in lists.into_iter().filter(|&list| list < LAST_SECTOR).take(most) {
            let more = longs(self.sector_at(list));
            self.chain.extend(more);
        }
    }

    fn sector_at(&self, number: u32) -> &'a [u8] {
        let start = (number as usize).saturating_add(1).saturating_mul(self.sector);
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes.get(start..end).unwrap_or(&[])
    }

    /// The bytes of a chain of sectors, no more than `size`. Loops end with the size of the file.
    fn sectors(&self, start: u32, size: u64) -> Vec<u8> {
        let limit = size.min(self.bytes.len() as u64) as usize;
        let mut found = Vec::new();
        let mut next = start;
        while next < LAST_SECTOR && found.len() < limit {
            let sector = self.sector_at(next);
            if sector.is_empty() {
                break;
            }
            found.extend_from_slice(sector);
            next = self.chain.get(next as usize).copied().unwrap_or(LAST_SECTOR);
        }
        found.truncate(limit);
        found
    }

    fn content(&self, entry: &Entry) -> Vec<u8> {
        if entry.size >= self.mini_cutoff {
            return self.sectors(entry.start, entry.size);
        }
        let mut found = Vec::new();
        let mut next = entry.start;
        while next < LAST_SECTOR && (found.len() as u64) < entry.size {
            let start = next as usize * self.mini_sector;
            let end = (start + self.mini_sector).min(self.mini_stream.len());
            let Some(sector) = self.mini_stream.get(start..end).filter(|sector| !sector.is_empty()) else { break };
            found.extend_from_slice(sector);
            next = self.mini_chain.get(next as usize).copied().unwrap_or(LAST_SECTOR);
        }
        found.truncate(entry.size as usize);
        found
    }

    /// The entries of the root folder, or of a folder in it.
    fn folder(&self, start: u32) -> Vec<&Entry> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![start];
        while let Some(at) = waiting.pop() {
            if at == NO_ENTRY || !seen.insert(at) {
                continue;
            }
            if let Some(entry) = self.entries.get(at as usize) {
                waiting.extend([entry.left, entry.right]);
                found.push(entry);
            }
        }
        found
    }

    fn root(&self) -> Vec<&Entry> {
        self.entries.first().map(|root| self.folder(root.child)).unwrap_or_default()
    }

    /// A stream of the root folder.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.root().into_iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        Some(self.content(entry))
    }

    /// Whether the root folder has a stream or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.root().iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The streams of a folder in the root folder.
    pub(super) fn streams_in(&self, name: &str) -> Vec<Vec<u8>> {
        let root = self.root();
        let folder = root.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
        folder
            .map(|folder| self.folder(folder.child).into_iter().map(|entry| self.content(entry)).collect())
            .unwrap_or_default()
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Self {
        let length = usize::from(short(bytes, 64).unwrap_or(0)).clamp(2, 64) - 2;
        let letters: Vec<u16> =
            bytes[..length].chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        let at = |at| long(bytes, at).unwrap_or(NO_ENTRY);
        Self {
            name: String::from_utf16_lossy(&letters),
            left: at(68),
            right: at(72),
            child: at(76),
            start: at(116),
            // The upper half is garbage in files of the older version.
            size: u64::from(long(bytes, 120).unwrap_or(0)),
        }
    }
}

/// Two bytes, little-endian.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

/// Four bytes, little-endian.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

/// The fault of a compound file that does not hold together.
pub(super) fn damaged() -> Fault {
    Fault::Broken(say!("文件不完整或已损坏", "the file is cut off or damaged"))
}
