use super::files::{Source, Sources, Stored};
use super::history::History;
use super::leavings::is_left_behind;
use crate::diag::{Diagnostic, Place, Severity};
use crate::parallel;
use crate::text::Text;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use walkdir::WalkDir;

/// A text file that is larger is no item and no settings file: a book of ten million letters has less.
const LARGEST_TEXT: u64 = 16 << 20;
/// Files below `content/`. A board of a hundred thousand items has some hundred thousand.
const MOST_FILES: usize = 2_000_000;

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
    read_within(root, MOST_FILES)
}

fn read_within(root: &Path, most: usize) -> Result<Sources, ReadError> {
    let content = root.join("content");
    if !content.is_dir() {
        let message = crate::say!(
            "这里没有 content 文件夹；用 -C 指明公开栏所在的文件夹，或先运行 gongkai init",
            "there is no folder “content” here; name the board's folder with -C, or run gongkai init"
        );
        return Err(ReadError { path: content, message });
    }
    let mut sources = Sources { root: root.to_path_buf(), ..Sources::default() };
    let mut files = Vec::new();
    let walk = WalkDir::new(&content).sort_by_file_name().into_iter().filter_entry(|entry| !passed_over(entry.path()));
    for (at, entry) in walk.enumerate() {
        if at > most {
            let message = crate::say!(
                "文件超过 {most} 个，不像一个公开栏；用 -C 指明公开栏所在的文件夹",
                "more than {most} files: this is no board; name the board's folder with -C"
            );
            return Err(ReadError { path: content, message });
        }
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&content).to_path_buf();
            refused(&path, &std::io::Error::from(error))
        })?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        } else if let Some(finding) = no_file(root, entry.path()) {
            sources.report.push(finding);
        }
    }
    for taken in parallel::map(&files, |path| take(root, path)) {
        sources.add(taken);
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
            if passed_over(path) {
                continue;
            }
            fresh.report.extend(no_file(&sources.root, path));
            if path.is_file() && !is_linked(&sources.root, path) {
                fresh.add(take(&sources.root, path));
            }
        } else if path.starts_with(&content) {
            return read_board(&sources.root);
        }
    }
    fresh.items.sort_by(|a, b| a.path.cmp(&b.path));
    fresh.stored.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(fresh)
}

/// Whether a file of the board is reached over a symbolic link, which may lead anywhere.
fn is_linked(root: &Path, path: &Path) -> bool {
    let content = root.join("content");
    path.ancestors().take_while(|above| *above != content && *above != root).any(Path::is_symlink)
}

impl Sources {
    fn add(&mut self, taken: Taken) {
        match taken {
            Taken::Item(source) => self.items.push(source),
            Taken::Paper(source) => drop(self.papers.insert(Arc::clone(&source.path), source)),
            Taken::Stored(stored) => self.stored.push(stored),
            Taken::Unfit(finding) => self.report.push(finding),
            Taken::Gone => {}
        }
    }

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
    if path.split('/').any(|part| part == "..") || is_linked(root, &file) {
        let message = crate::say!("文件在公开栏文件夹之外", "the file lies outside the board");
        return Err(ReadError { path: file, message });
    }
    fs::read(&file).map_err(|error| refused(&file, &error))
}

/// What one file below `content/` is to the board.
enum Taken {
    Item(Source),
    Paper(Source),
    Stored(Stored),
    /// A text that cannot be read as one.
    Unfit(Diagnostic),
    /// It was there a moment ago.
    Gone,
}

/// What is said of a thing below `content/` that is no file but looks like one: what lies behind a link is no part of
/// the board, and whoever laid it there would wait for it in vain.
fn no_file(root: &Path, path: &Path) -> Option<Diagnostic> {
    let name = relative(root, path);
    let place = Place::file(&name);
    if path.is_symlink() {
        let message = crate::say!(
            "这是符号链接（快捷方式），它指向的内容不读，也不会公开",
            "this is a symbolic link; what it leads to is neither read nor published"
        );
        let remedy = crate::say!("把文件本身放到这里", "lay the file itself here");
        return Some(Diagnostic::new("orphan-attachment", Severity::Warning, place, message).remedy(remedy));
    }
    (is_paper(&name) && path.is_dir()).then(|| {
        let message = crate::say!("这里应当是文件，却是文件夹", "this should be a file and is a folder");
        let remedy = crate::say!("给文件夹改名，把文件放到这里", "rename the folder and lay the file here");
        Diagnostic::new("wrong-value", Severity::Error, place, message).remedy(remedy)
    })
}

/// Takes one file. One that the disk does not give is one fault among others: the rest is still judged.
fn take(root: &Path, path: &Path) -> Taken {
    let name = relative(root, path);
    let not_given = |error: &std::io::Error| {
        if error.kind() == ErrorKind::NotFound {
            return Taken::Gone;
        }
        Taken::Unfit(Diagnostic::new("wrong-value", Severity::Error, Place::file(&name), unreadable(error)))
    };
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => return not_given(&error),
    };
    let is_text = is_paper(&name) || is_item(&name);
    if is_text && metadata.len() > LARGEST_TEXT {
        let limit = LARGEST_TEXT >> 20;
        let message = crate::say!("文件超过 {limit} MB，没有读", "the file is larger than {limit} MB; it was not read");
        let remedy = crate::say!(
            "把数据放进表格或附件，正文里写要点；贴进来的图片另存为文件",
            "put data into a table or an attachment and the gist into the body; save pasted pictures as files"
        );
        let finding = Diagnostic::new("wrong-value", Severity::Error, Place::file(&name), message);
        return Taken::Unfit(finding.remedy(remedy));
    }
    if !is_text {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map_or(0, |since| since.as_millis() as u64);
        return Taken::Stored(Stored { path: name, size: metadata.len(), modified });
    }
    match fs::read(path).map(|bytes| Source::from_bytes(&name, bytes)) {
        Ok(Ok(source)) if is_paper(&name) => Taken::Paper(source),
        Ok(Ok(source)) => Taken::Item(source),
        Ok(Err(finding)) => Taken::Unfit(finding),
        Err(error) => not_given(&error),
    }
}

fn is_item(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(stem, ending)| ending.eq_ignore_ascii_case("md") && !stem.is_empty())
}

fn is_paper(path: &str) -> bool {
    let Some(name) = path.strip_prefix("content/") else { return false };
    let annual = name.strip_prefix("annual/").is_some_and(|name| !name.contains('/') && name.ends_with(".yaml"));
    annual || matches!(name, "board.yaml" | "duties.yaml" | "feedback.yaml" | "workdays.csv" | "ledger.jsonl")
}

fn passed_over(path: &Path) -> bool {
    path.file_name().is_some_and(|name| is_left_behind(&name.to_string_lossy()))
}

fn relative(root: &Path, path: &Path) -> Arc<str> {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    Arc::from(parts.join("/"))
}

pub(super) fn refused(path: &Path, error: &std::io::Error) -> ReadError {
    ReadError { path: path.to_path_buf(), message: unreadable(error) }
}

/// Why the disk does not give a file, in words for a clerk.
pub fn unreadable(error: &std::io::Error) -> Text {
    let why = error.to_string();
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ResourceBusy => crate::say!(
            "没有权限读，或正被别的程序占用；检查文件的权限，关掉打开着它的程序（{why}）",
            "reading is not allowed; look at its permissions, close the program that holds it ({why})"
        ),
        ErrorKind::NotFound => crate::say!("没有这个文件或文件夹（{why}）", "there is no such file or folder ({why})"),
        ErrorKind::IsADirectory => crate::say!("这是文件夹，不是文件（{why}）", "this is a folder and no file ({why})"),
        _ => crate::say!("读不出来（{why}）", "cannot be read ({why})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_a_symbolic_link_leads_to_is_no_part_of_the_board() {
        use std::os::unix::fs::symlink;
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let content = folder.path().join("content");
        fs::create_dir_all(&content).unwrap();
        fs::write(elsewhere.path().join("a.md"), "---\ntitle: 甲\n---\n").unwrap();
        symlink(elsewhere.path(), content.join("linked")).unwrap();
        symlink(elsewhere.path().join("a.md"), content.join("b.md")).unwrap();
        let sources = read_board(folder.path()).unwrap();
        let again = refresh(&sources, &[content.join("linked/a.md"), content.join("b.md")]).unwrap();
        for read in [&sources, &again] {
            assert!(read.items.is_empty() && read.stored.is_empty());
            // Whoever laid it there would wait for it in vain.
            let told: Vec<&str> = read.report.findings().iter().map(|finding| finding.check).collect();
            assert_eq!(told, ["orphan-attachment"; 2]);
        }
        assert!(sources.bytes("content/linked/a.md").is_err() && sources.bytes("content/b.md").is_err());
    }

    #[test]
    fn settings_that_are_a_folder_and_a_file_that_is_gone_stop_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("board.yaml")).unwrap();
        fs::write(content.join("a.md"), "---\ntitle: 甲\n---\n").unwrap();
        let sources = read_board(folder.path()).unwrap();
        assert_eq!(sources.items.len(), 1);
        let finding = sources.report.findings().first().unwrap();
        assert_eq!(
            (finding.check, finding.place.as_ref().map(|place| &*place.path)),
            ("wrong-value", Some("content/board.yaml"))
        );
        assert!(matches!(take(folder.path(), &content.join("gone.md")), Taken::Gone));
    }

    #[test]
    fn a_folder_with_too_many_files_and_a_text_that_is_too_large_are_refused_with_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(&content).unwrap();
        for name in ["a.csv", "b.csv", "c.csv"] {
            fs::write(content.join(name), "a").unwrap();
        }
        assert_eq!(read_within(folder.path(), 3).unwrap().stored.len(), 3);
        assert!(read_within(folder.path(), 2).is_err());
        // A file with a hole takes no room.
        fs::File::create(content.join("large.md")).unwrap().set_len(LARGEST_TEXT + 1).unwrap();
        let sources = read_board(folder.path()).unwrap();
        assert!(sources.items.is_empty() && sources.report.has_errors());
        assert_eq!(sources.stored("content/large.md"), None);
    }
}
