use super::files::{Source, Sources, Stored};
use super::history::History;
use crate::text::Text;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use walkdir::WalkDir;

/// A text file that is larger is no item and no settings file.
const LARGEST_TEXT: u64 = 16 << 20;

/// Why a board could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The file or folder.
    pub path: PathBuf,
    /// What is the matter.
    pub message: Text,
}

/// Reads the board below `root`: all texts, and the names of all other files.
///
/// # Errors
/// Where there is no `content/` or the system refuses a file.
pub fn read_board(root: &Path) -> Result<Sources, ReadError> {
    let content = root.join("content");
    if !content.is_dir() {
        let message = crate::say!(
            "这里没有 content 文件夹；用 -C 指明公开栏所在的文件夹，或先运行 gongkai init",
            "there is no folder “content” here; name the board's folder with -C, or run gongkai init"
        );
        return Err(ReadError { path: content, message });
    }
    let mut sources = Sources { root: root.to_path_buf(), ..Sources::default() };
    let walk = WalkDir::new(&content).sort_by_file_name().into_iter().filter_entry(|entry| !passed_over(entry.path()));
    for entry in walk {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&content).to_path_buf();
            refused(&path, &std::io::Error::from(error))
        })?;
        if entry.file_type().is_file() {
            take(&mut sources, entry.path())?;
        }
    }
    sources.items.sort_by(|a, b| a.path.cmp(&b.path));
    sources.stored.sort_by(|a, b| a.path.cmp(&b.path));
    sources.history = Arc::new(History::read(root));
    Ok(sources)
}

/// Reads again what changed. Paths that are no files below `content/` any more are forgotten; a folder makes
/// everything be read again.
///
/// # Errors
/// As [`read_board`].
pub fn refresh(sources: &Sources, changed: &[PathBuf]) -> Result<Sources, ReadError> {
    let content = sources.root.join("content");
    let mut fresh = sources.clone();
    for path in changed {
        if path.starts_with(&content) && path.parent().is_some_and(Path::is_dir) && !path.is_dir() {
            let name = relative(&sources.root, path);
            let vanished_folder = format!("{name}/");
            let mut known = sources.items.iter().map(|item| &item.path).chain(sources.papers.keys());
            let mut stored = sources.stored.iter().map(|stored| &stored.path);
            if known.any(|path| path.starts_with(&vanished_folder))
                || stored.any(|path| path.starts_with(&vanished_folder))
            {
                return read_board(&sources.root);
            }
            fresh.items.retain(|item| item.path != name);
            fresh.stored.retain(|stored| stored.path != name);
            fresh.papers.remove(&name);
            fresh.report.retain(|finding| finding.place.as_ref().is_none_or(|place| place.path != name));
            if path.is_file() && !passed_over(path) && !path.is_symlink() {
                take(&mut fresh, path)?;
            }
        } else if path.starts_with(&content) {
            return read_board(&sources.root);
        }
    }
    fresh.items.sort_by(|a, b| a.path.cmp(&b.path));
    fresh.stored.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(fresh)
}

impl Sources {
    /// The bytes of a file as they lie on disk now: the only thing of a board that is not read at once, since most
    /// attachments are as they were.
    ///
    /// # Errors
    /// Where the system refuses it, or the path leads out of the board.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        read_bytes(&self.root, path)
    }
}

/// A file of the board's own theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeSource {
    /// Relative to the theme's folder, with `/` as separator: `templates/item.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads the files of a board's own theme; a board without one has none.
///
/// # Errors
/// Where the system refuses a file.
pub fn read_theme(root: &Path, name: &str) -> Result<Vec<ThemeSource>, ReadError> {
    let folder = root.join("themes").join(name);
    let plain = !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
    if !plain || !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(|entry| !passed_over(entry.path()))
    {
        let entry = entry.map_err(|error| refused(&folder, &std::io::Error::from(error)))?;
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).map_err(|error| refused(entry.path(), &error))?;
            files.push(ThemeSource { path: relative(&folder, entry.path()).to_string(), bytes });
        }
    }
    Ok(files)
}

/// Reads one file of the board as it lies on disk, by its path relative to the root.
///
/// # Errors
/// Where the system refuses it, or the path leads out of the board.
pub fn read_bytes(root: &Path, path: &str) -> Result<Vec<u8>, ReadError> {
    let file = root.join(path);
    if path.split('/').any(|part| part == "..") || file.is_symlink() {
        let message = crate::say!("文件在公开栏文件夹之外", "the file lies outside the board");
        return Err(ReadError { path: file, message });
    }
    fs::read(&file).map_err(|error| refused(&file, &error))
}

fn take(sources: &mut Sources, path: &Path) -> Result<(), ReadError> {
    let name = relative(&sources.root, path);
    let metadata = fs::metadata(path).map_err(|error| refused(path, &error))?;
    if !is_paper(&name) && !is_item(&name) || metadata.len() > LARGEST_TEXT {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map_or(0, |since| since.as_millis() as u64);
        sources.stored.push(Stored { path: name, size: metadata.len(), modified });
        return Ok(());
    }
    let bytes = fs::read(path).map_err(|error| refused(path, &error))?;
    match Source::from_bytes(&name, bytes) {
        Ok(source) if is_paper(&name) => {
            sources.papers.insert(name, source);
        }
        Ok(source) => sources.items.push(source),
        Err(finding) => sources.report.push(finding),
    }
    Ok(())
}

fn is_item(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(stem, ending)| ending.eq_ignore_ascii_case("md") && !stem.is_empty())
}

fn is_paper(path: &str) -> bool {
    let Some(name) = path.strip_prefix("content/") else { return false };
    let annual = name.strip_prefix("annual/").is_some_and(|name| !name.contains('/') && name.ends_with(".yaml"));
    annual || matches!(name, "board.yaml" | "duties.yaml" | "feedback.yaml" | "workdays.csv" | "ledger.jsonl")
}

/// What editors and systems leave behind, and what a dot hides.
fn passed_over(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let ending = |ending: &str| name.to_ascii_lowercase().ends_with(ending);
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || ending(".bak")
        || ending(".tmp")
        || ending(".swp")
        || name == "Thumbs.db"
        || name == "desktop.ini"
}

fn relative(root: &Path, path: &Path) -> Arc<str> {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    Arc::from(parts.join("/"))
}

fn refused(path: &Path, error: &std::io::Error) -> ReadError {
    let why = error.to_string();
    ReadError { path: path.to_path_buf(), message: crate::say!("读不出来：{why}", "cannot be read: {why}") }
}
