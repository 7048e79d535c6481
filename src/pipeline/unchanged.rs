//! Whether a build would make what stands there already. Nothing is taken on trust: every byte that goes into a site is
//! read and digested; only what stands in the output folder is judged by names, sizes and times.

use crate::attachment::LARGEST_FILE;
use crate::output::OutputFolder;
use crate::parallel;
use crate::source::{FileStamp, ReadError, Sources, Stored, read_board, read_bytes, stamps};
use crate::text::{Digest, digest};
use std::fmt::Write as _;
use std::path::Path;

/// Reads the board and looks into the output folder, both at once: what was read, and [`left_in`].
///
/// # Errors
/// As [`read_board`].
pub fn read_beside(root: &Path, folder: &OutputFolder) -> (Result<Sources, ReadError>, Digest) {
    parallel::both(|| read_board(root), || left_in(folder))
}

/// The digest of everything that a site is made of: texts, files beside them, themes, history, and what was `asked` –
/// the program, its day and its options. None where a file cannot be read.
pub fn made_of(sources: &Sources, asked: &str) -> Option<Digest> {
    let mut list = format!("{asked}\n{:?}\n{:?}\n", sources.history, sources.report);
    for source in sources.items.iter().chain(sources.papers.values()) {
        let _ = writeln!(list, "{} {}", source.path, source.digest);
    }
    // What is too large is never read and never published.
    let (small, large): (Vec<&Stored>, Vec<_>) = sources.stored.iter().partition(|file| file.size <= LARGEST_FILE);
    for Stored { path, size, modified } in large {
        let _ = writeln!(list, "{path} {size} {modified}");
    }
    let themes = stamps(&[sources.root.join("themes")]);
    let mut files: Vec<String> = themes.iter().filter_map(|file| below(&sources.root, file)).collect();
    files.extend(small.into_iter().map(|file| file.path.to_string()));
    files.sort();
    let digests = parallel::map_large(&files, |path| read_bytes(&sources.root, path).map(|bytes| digest(&bytes)));
    for (path, digest) in files.iter().zip(digests) {
        let _ = writeln!(list, "{path} {}", digest.ok()?);
    }
    Some(digest(list.as_bytes()))
}

/// The digest of names, sizes and times of all files in an output folder.
pub fn left_in(folder: &OutputFolder) -> Digest {
    let mut files = stamps(&[folder.path().to_path_buf()]);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut list = String::new();
    for FileStamp { path, modified, size } in files {
        let _ = writeln!(list, "{} {modified} {size}", path.display());
    }
    digest(list.as_bytes())
}

fn below(root: &Path, file: &FileStamp) -> Option<String> {
    let parts = file.path.strip_prefix(root).ok()?.components();
    Some(parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}
