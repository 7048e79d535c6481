use super::fault::{
    colliding_punctuation, cut_off_text, fake_list, garbled_text, half_width_punctuation, leftover_placeholder,
    malformed_doc_number, paste_residue, run_together_date, unclosed_pair, unnamed_attachment, wrong_self_name,
};
use super::found::{CellFind, Find};
use super::grid::Grid;
use super::passage::Passage;
use super::privacy::{bank_account, health_detail, home_address, id_number, lasting_list, minor_detail, private_phone};
use super::secrecy::{process_document, secret_marking};
use super::setting::{Kind, OfficeWords, Setting};

/// A function that looks for one kind of fault in a text.
pub type TextDetector = fn(&Passage, &Setting) -> Vec<Find>;

/// The detectors that read text, by the id of their check.
pub const TEXT_DETECTORS: &[(&str, TextDetector)] = &[
    ("bank-account", bank_account::find),
    ("colliding-punctuation", colliding_punctuation::find),
    ("cut-off-text", cut_off_text::find),
    ("fake-list", fake_list::find),
    ("garbled-text", garbled_text::find),
    ("half-width-punctuation", half_width_punctuation::find),
    ("health-detail", health_detail::find),
    ("home-address", home_address::find),
    ("id-number", id_number::find),
    ("leftover-placeholder", leftover_placeholder::find),
    ("malformed-doc-number", malformed_doc_number::find),
    ("minor-detail", minor_detail::find),
    ("paste-residue", paste_residue::find),
    ("private-phone", private_phone::find),
    ("process-document", process_document::find),
    ("run-together-date", run_together_date::find),
    ("secret-marking", secret_marking::find),
    ("unclosed-pair", unclosed_pair::find),
    ("unnamed-attachment", unnamed_attachment::find),
    ("wrong-self-name", wrong_self_name::find),
];

/// The detectors of what must not be published, whoever wrote it: privacy and secrecy.
pub const GUARDS: &[(&str, TextDetector)] = &[
    ("bank-account", bank_account::find),
    ("health-detail", health_detail::find),
    ("home-address", home_address::find),
    ("id-number", id_number::find),
    ("minor-detail", minor_detail::find),
    ("private-phone", private_phone::find),
    ("process-document", process_document::find),
    ("secret-marking", secret_marking::find),
];

/// Runs every detector over a text.
pub fn in_text(passage: &Passage, setting: &Setting) -> Vec<(&'static str, Find)> {
    in_text_by(TEXT_DETECTORS, passage, setting)
}

/// Runs detectors over a text. Finds come with the id of their check, grouped by check.
pub fn in_text_by(
    detectors: &[(&'static str, TextDetector)],
    passage: &Passage,
    setting: &Setting,
) -> Vec<(&'static str, Find)> {
    let run = |(id, detector): &(&'static str, TextDetector)| {
        let id = *id;
        detector(passage, setting).into_iter().map(move |find| (id, find))
    };
    detectors.iter().flat_map(run).collect()
}

/// Runs every detector over a table, as [`in_table_by`].
pub fn in_table(grid: &Grid, office: &OfficeWords) -> Vec<(&'static str, CellFind)> {
    in_table_by(TEXT_DETECTORS, grid, office)
}

/// Runs detectors over a table, and those of privacy that look at tables, cell by cell and as a whole. A table of persons is reported as
/// `lasting-list` whatever becomes of it later: the caller knows whether it expires.
pub fn in_table_by(
    detectors: &[(&'static str, TextDetector)],
    grid: &Grid,
    office: &OfficeWords,
) -> Vec<(&'static str, CellFind)> {
    let mut found = in_cells(grid, office, detectors);
    let mut add = |id, finds: Vec<CellFind>| found.extend(finds.into_iter().map(|find| (id, find)));
    add("health-detail", health_detail::find_in_table(grid));
    add("home-address", home_address::find_in_table(grid));
    add("minor-detail", minor_detail::find_in_table(grid, office));
    add("lasting-list", lasting_list::find_in_table(grid).into_iter().collect());
    found
}

/// The text detectors over each cell, with the header of its column as label.
fn in_cells(
    grid: &Grid,
    office: &OfficeWords,
    detectors: &[(&'static str, TextDetector)],
) -> Vec<(&'static str, CellFind)> {
    let mut found = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let setting = Setting::new(Kind::Listed, office).labelled(grid.label(column));
            let finds = in_text_by(detectors, &Passage::new(cell), &setting)
                .into_iter()
                .filter(|(id, _)| *id != "home-address");
            let place = |(id, find)| (id, CellFind { row: Some(row), column: Some(column), find });
            found.extend(finds.map(place));
        }
    }
    found
}
