//! The only door to ZIP: parts of a package, unfolded within limits, and packages written anew.

use super::fault::Fault;
use super::limits;
use crate::say;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Cursor, Read, Write as _};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A ZIP package: docx, xlsx, pptx, ods and their kin.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Lower-case name, as the standard compares them, to the name as written and the place in the archive.
    parts: BTreeMap<String, (String, usize)>,
    left: u64,
    unnamed: bool,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
        if archive.len() > limits::ENTRIES {
            let limit = limits::ENTRIES;
            return Err(Fault::TooBig(say!("压缩包内文件超过 {limit} 个", "more than {limit} entries in the package")));
        }
        if archive.has_duplicate_names() {
            return Err(ambiguous());
        }
        let mut parts = BTreeMap::new();
        let mut unnamed = false;
        for at in 0..archive.len() {
            let Some(Ok(name)) = archive.name_for_index(at) else {
                unnamed = true;
                continue;
            };
            let name = name.trim_start_matches('/').replace('\\', "/");
            if !name.ends_with('/') && parts.insert(name.to_lowercase(), (name, at)).is_some() {
                return Err(ambiguous());
            }
        }
        Ok(Self { archive, parts, left: limits::PACKAGE, unnamed })
    }

    /// The names of all parts, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.values().map(|(name, _)| name.as_str())
    }

    /// Whether it holds files whose names no program would read alike: they are not among its parts.
    pub(super) fn has_unnamed(&self) -> bool {
        self.unnamed
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// A part as a stream; none where the package has no such part.
    pub(super) fn stream(&mut self, name: &str) -> Result<Option<impl BufRead>, Fault> {
        let Some(&(_, at)) = self.parts.get(&key(name)) else { return Ok(None) };
        let file = self.archive.by_index(at).map_err(fault)?;
        let by_ratio = file.compressed_size().saturating_mul(limits::RATIO).max(limits::RATIO_FLOOR);
        let limit = by_ratio.min(limits::PART);
        Ok(Some(BufReader::with_capacity(1 << 16, Limited { file, left: limit, package_left: &mut self.left })))
    }

    /// A part as a whole.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(mut stream) = self.stream(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).map_err(|error| fault(ZipError::Io(error)))?;
        Ok(Some(bytes))
    }

    /// The first bytes of a part, for what is known from its head.
    pub(super) fn head(&mut self, name: &str, length: u64) -> Result<Vec<u8>, Fault> {
        let Some(stream) = self.stream(name)? else { return Ok(Vec::new()) };
        let mut bytes = Vec::new();
        stream.take(length).read_to_end(&mut bytes).map_err(|error| fault(ZipError::Io(error)))?;
        Ok(bytes)
    }
}

/// Writes a package; the same parts give the same bytes.
pub(super) fn write(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Fault> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in parts {
        zip.start_file(name.as_str(), options).map_err(fault)?;
        zip.write_all(content).map_err(|error| stream_fault(&error))?;
    }
    Ok(zip.finish().map_err(fault)?.into_inner())
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').to_lowercase()
}

/// Two entries with one name: programs differ in which of them they show, so neither can be judged.
fn ambiguous() -> Fault {
    Fault::Broken(say!("压缩包内有同名文件", "two entries of the package have the same name"))
}

/// Stops where a part unfolds beyond its limit, whatever size its header declares.
struct Limited<'p, R: Read> {
    file: ZipFile<'p, R>,
    left: u64,
    package_left: &'p mut u64,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        match (self.left.checked_sub(count as u64), self.package_left.checked_sub(count as u64)) {
            (Some(left), Some(package_left)) => {
                self.left = left;
                *self.package_left = package_left;
                Ok(count)
            }
            _ => Err(io::ErrorKind::FileTooLarge.into()),
        }
    }
}

/// Says in our words why a stream broke off.
pub(super) fn stream_fault(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::FileTooLarge {
        return Fault::TooBig(say!("解压后过大（疑似压缩炸弹）", "it unfolds beyond all measure (a ZIP bomb?)"));
    }
    Fault::Broken(say!("文件不完整或已损坏（{error}）", "the file is cut off or damaged ({error})"))
}

fn fault(error: ZipError) -> Fault {
    match error {
        ZipError::Io(error) => stream_fault(&error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Fault::Encrypted,
        other => Fault::Broken(say!("文件不完整或已损坏（{other}）", "the file is cut off or damaged ({other})")),
    }
}
