//! The plan of the house. To add a room or a package, add a row here and in `docs/`.

/// The rooms, highest first. A room may import from the rows below its own, never from its own row or above.
pub(super) const ROOMS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["preview"],
    &["edit"],
    &["pipeline"],
    &["render", "export", "archive"],
    &["inspection", "portal"],
    &["check", "page"],
    &["report"],
    &["tally"],
    &["board", "masking"],
    &["gate"],
    &["config", "parse", "theme", "attachment", "annual", "ledger"],
    &["source", "output", "markdown", "scan", "search", "sheet"],
    &["diag"],
    &["term"],
    &["calendar"],
    &["text", "parallel"],
];

/// Macros live at the crate's root wherever they are written; this is the room that each belongs to.
pub(super) const MACROS: &[(&str, &str)] = &[("say", "text")];

/// The only files that may name a package, or a part of the standard library that touches the outside world.
/// A path that ends in `/` means all files below it; a `*` stands for any letters but `/`.
pub(super) const DOORS: &[(&str, &[&str])] = &[
    ("ammonia", &["markdown/clean.rs", "attachment/transcript/tags.rs"]),
    ("annotate_snippets", &["diag/show/human.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/completions.rs"]),
    ("clap_mangen", &["cli/man.rs"]),
    ("csv", &["attachment/csv.rs", "sheet/csv.rs"]),
    ("encoding_rs", &["text/encoding.rs"]),
    ("flate2", &["attachment/pdf/filter.rs"]),
    ("include_dir", &["theme/builtin.rs", "cli/init/preset.rs"]),
    ("jieba_rs", &["search/words.rs"]),
    ("jiff", &["calendar/"]),
    ("minijinja", &["theme/engine.rs", "theme/filters.rs"]),
    ("notify", &["preview/watch.rs"]),
    ("pulldown_cmark", &["markdown/"]),
    ("qrcodegen", &["render/code.rs"]),
    ("quick_xml", &["attachment/", "export/xml.rs"]),
    ("rayon", &["parallel/cores.rs"]),
    ("rust_xlsxwriter", &["sheet/xlsx.rs"]),
    ("rustix", &["output/disk.rs"]),
    ("serde_yaml", &["source/yaml.rs"]),
    ("sha2", &["text/digest.rs"]),
    ("similar", &["text/difference.rs"]),
    ("tempfile", &["cli/passing.rs"]),
    ("tiny_http", &["preview/reply.rs"]),
    ("walkdir", &["source/walk.rs"]),
    ("zip", &["attachment/package.rs"]),
    ("std::process::Command", &["source/git.rs", "cli/browser.rs", "cli/program.rs"]),
    ("std::fs", &["source/", "output/", "cli/"]),
    ("std::env", &["source/", "output/", "cli/", "main.rs"]),
    ("std::io::stdin", &["cli/terminal.rs", "main.rs"]),
    ("std::io::stdout", &["cli/terminal.rs", "main.rs"]),
    ("std::io::stderr", &["cli/terminal.rs", "main.rs"]),
    ("print!", &["cli/terminal.rs", "main.rs"]),
    ("println!", &["cli/terminal.rs", "main.rs"]),
    ("eprint!", &["cli/terminal.rs", "main.rs"]),
    ("eprintln!", &["cli/terminal.rs", "main.rs"]),
];

/// Packages that are a language of their own (derives, JSON values, error types) and need no door.
pub(super) const FREE: &[&str] = &["serde", "serde_json"];

/// No file is longer than this many lines.
pub(super) const LONGEST_FILE: usize = 400;

/// Names that say nothing about what is inside.
pub(super) const EMPTY_NAMES: &[&str] = &["util", "utils", "common", "helper", "helpers", "misc", "shared"];

/// The row of a room, counted from the top; nothing for a room that is not in the plan.
pub(super) fn row(room: &str) -> Option<usize> {
    ROOMS.iter().position(|row| row.contains(&room))
}
