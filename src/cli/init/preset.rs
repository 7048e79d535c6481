//! The boards that ship with the program. Their files may hold places to fill, `{name}`, also in their names.

use crate::calendar::Period;
use crate::calendar::{Date, PeriodKind};
use include_dir::{Dir, DirEntry, include_dir};

static PRESETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/presets");

/// What a clerk says about a new board.
pub(super) struct Answers {
    /// The office's name.
    pub(super) name: String,
    /// The board's title.
    pub(super) title: String,
    /// The office's short id.
    pub(super) id: String,
    /// The code that index numbers begin with.
    pub(super) code: String,
    /// The public address.
    pub(super) base_url: String,
    /// The telephone for citizens.
    pub(super) phone: String,
    /// The date on which the board begins.
    pub(super) today: Date,
}

/// The names of all presets.
pub(super) fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = PRESETS.dirs().filter_map(|dir| dir.path().file_name()?.to_str()).collect();
    names.sort_unstable();
    names
}

/// The files of a preset with their places filled: path and content.
pub(super) fn files(preset: &str, answers: &Answers) -> Vec<(String, String)> {
    let mut files = Vec::new();
    if let Some(dir) = PRESETS.get_dir(preset) {
        collect(dir, &mut |path, text| {
            let path = path.strip_prefix(&format!("{preset}/")).unwrap_or(path);
            let path = match path {
                "gitignore" => ".gitignore".to_owned(),
                "gitattributes" => ".gitattributes".to_owned(),
                path => fill(path, answers),
            };
            files.push((path, fill(text, answers)));
        });
    }
    files.sort();
    files
}

fn collect(dir: &Dir<'_>, take: &mut impl FnMut(&str, &str)) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => collect(dir, take),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                take(&path, file.contents_utf8().unwrap_or_default());
            }
        }
    }
}

fn fill(text: &str, answers: &Answers) -> String {
    let quarter = Period::containing(PeriodKind::Quarter, answers.today).previous();
    let month = Period::containing(PeriodKind::Month, answers.today).previous();
    // The pattern of index numbers is to be written as it stands.
    let pattern = "{code}/{year}-{serial:05}";
    let kept = text.replace(pattern, "\u{1}");
    let values = [
        ("{name}", answers.name.clone()),
        ("{title}", answers.title.clone()),
        ("{id}", answers.id.clone()),
        ("{code}", answers.code.clone()),
        ("{base_url}", answers.base_url.clone()),
        ("{phone}", answers.phone.clone()),
        ("{today}", answers.today.to_string()),
        ("{year}", answers.today.year().to_string()),
        ("{last_quarter}", quarter.to_string()),
        ("{last_quarter_name}", quarter.chinese()),
        ("{last_month}", month.to_string()),
        ("{last_month_name}", month.chinese()),
    ];
    values.iter().fold(kept, |text, (place, value)| text.replace(place, value)).replace('\u{1}', pattern)
}
