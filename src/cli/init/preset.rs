//! The boards that ship with the program. Their files may hold places to fill, `{name}`, also in their names; a name
//! that begins with `dot-` is written with a dot. What stands in `every/` belongs to all of them.

use crate::calendar::{Date, Period, PeriodKind};
use include_dir::{Dir, DirEntry, include_dir};

static PRESETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/presets");

/// One kind of office.
pub(super) struct Preset {
    /// As typed.
    pub(super) id: &'static str,
    /// As shown.
    pub(super) kind: &'static str,
    /// An office of this kind, until the clerk says which.
    pub(super) office: &'static str,
    /// What such a board is called behind the place's name.
    pub(super) board: &'static str,
    /// Words at the end of an office's name that its board does not bear.
    pub(super) endings: &'static [&'static str],
}

/// All kinds, in the order in which they are offered.
pub(super) const ALL: [Preset; 5] = [
    Preset {
        id: "township", kind: "乡镇", office: "青山镇人民政府", board: "政务公开栏", endings: &["人民政府"]
    },
    Preset {
        id: "subdistrict", kind: "街道", office: "青山街道办事处", board: "政务公开栏", endings: &["办事处"]
    },
    Preset {
        id: "village", kind: "村", office: "青山村村民委员会", board: "村务公开栏", endings: &["村民委员会"]
    },
    Preset {
        id: "community",
        kind: "社区",
        office: "青山社区居民委员会",
        board: "居务公开栏",
        endings: &["居民委员会"],
    },
    Preset {
        id: "department", kind: "县级部门", office: "青山县民政局", board: "政务公开栏", endings: &[]
    },
];

impl Preset {
    /// The kind with this id; the first where there is none.
    pub(super) fn named(id: &str) -> &'static Self {
        ALL.iter().find(|preset| preset.id == id).unwrap_or(&ALL[0])
    }

    /// What the board of an office is called: 青石镇人民政府 has the 青石镇政务公开栏.
    pub(super) fn title(&self, office: &str) -> String {
        let place = self.endings.iter().find_map(|ending| office.strip_suffix(ending)).unwrap_or(office);
        format!("{place}{}", self.board)
    }
}

/// What a clerk says about a new board.
#[derive(Debug)]
pub(super) struct Answers {
    /// The kind of office, by its id.
    pub(super) preset: &'static str,
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
    /// Where the office is.
    pub(super) address: String,
    /// The office's telephone.
    pub(super) phone: String,
    /// The telephone of those who supervise.
    pub(super) hotline: String,
    /// Units beside those of the preset.
    pub(super) units: Vec<String>,
    /// The date on which the board begins.
    pub(super) today: Date,
}

/// The files of a board with their places filled: path and content.
pub(super) fn files(answers: &Answers) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for part in ["every", answers.preset] {
        let Some(dir) = PRESETS.get_dir(part) else { continue };
        collect(dir, &mut |path, text| {
            let path = path.strip_prefix(&format!("{part}/")).unwrap_or(path);
            let path = match path.strip_prefix("dot-") {
                Some(hidden) => format!(".{hidden}"),
                None => fill(path, answers),
            };
            // Recipes of other programs have braces of their own.
            let text = if part == "every" { text.to_owned() } else { fill(text, answers) };
            files.push((path, text));
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
        ("{units}\n", units(&answers.units)),
        ("{name}", answers.name.clone()),
        ("{title}", answers.title.clone()),
        ("{id}", answers.id.clone()),
        ("{code}", answers.code.clone()),
        ("{base_url}", answers.base_url.clone()),
        ("{address}", answers.address.clone()),
        ("{phone}", answers.phone.clone()),
        ("{hotline}", answers.hotline.clone()),
        ("{today}", answers.today.to_string()),
        ("{year}", answers.today.year().to_string()),
        ("{last_year}", (answers.today.year() - 1).to_string()),
        ("{last_quarter}", quarter.to_string()),
        ("{last_quarter_name}", quarter.chinese()),
        ("{last_month}", month.to_string()),
        ("{last_month_name}", month.chinese()),
    ];
    values.iter().fold(kept, |text, (place, value)| text.replace(place, value)).replace('\u{1}', pattern)
}

/// Lines of `board.yaml`, one a unit.
fn units(names: &[String]) -> String {
    let line = |(at, name): (usize, &String)| format!("  - {{id: unit-{}, name: {name}, kind: station}}\n", at + 1);
    names.iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_is_called_after_the_place() {
        let title = |preset: &str, office: &str| Preset::named(preset).title(office);
        assert_eq!(title("township", "青石镇人民政府"), "青石镇政务公开栏");
        assert_eq!(title("subdistrict", "东湖街道办事处"), "东湖街道政务公开栏");
        assert_eq!(title("village", "南山村村民委员会"), "南山村村务公开栏");
        assert_eq!(title("village", "南山村"), "南山村村务公开栏");
        assert_eq!(title("department", "云岭县民政局"), "云岭县民政局政务公开栏");
    }
}
