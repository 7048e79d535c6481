use super::super::fault::Fault;
use super::super::parts::resolve;
use super::super::rewrite::Step;
use super::contents::{Contents, holding};
use super::counter::Counter;

/// Takes out of a workbook what it need not show: the cells stay as they are, links in formulas become their values.
pub(super) fn clean(contents: &mut Contents) -> Result<(), Fault> {
    let had_slicers = !contents.named(|name| name.contains("/slicer") || name.contains("/timeline")).is_empty();
    contents.remove(|name| {
        let Some(name) = name.strip_prefix("xl/") else { return false };
        let folders = [
            "comments",
            "threadedcomments/",
            "persons/",
            "externallinks/",
            "pivotcache/",
            "pivottables/",
            "querytables/",
            "printersettings/",
            "slicer",
            "timeline",
            "vbaproject",
            "vbadata",
        ];
        folders.iter().any(|start| name.starts_with(start)) || matches!(name, "connections.xml" | "calcchain.xml")
    });
    for sheet in contents.named(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml")) {
        sheet_part(contents, &sheet, had_slicers)?;
    }
    for workbook in contents.named(|name| name == "xl/workbook.xml") {
        let elsewhere = holding(contents.part(&workbook), "definedName", points_elsewhere)?;
        let mut names = Counter::default();
        contents.rewrite(&workbook, &mut |element| match element.name() {
            "externalReferences" | "pivotCaches" | "fileSharing" => Step::Drop,
            "extLst" if had_slicers => Step::Drop,
            "definedName" if elsewhere.contains(&names.count()) => Step::Drop,
            _ => Step::Keep,
        })?;
    }
    Ok(())
}

fn sheet_part(contents: &mut Contents, sheet: &str, had_slicers: bool) -> Result<(), Fault> {
    let elsewhere = holding(contents.part(sheet), "f", points_elsewhere)?;
    let mut formulas = Counter::default();
    let mut drawing = None;
    contents.rewrite(sheet, &mut |element| match element.name() {
        // The frames in which comments are shown.
        "legacyDrawing" => {
            drawing = element.attribute("id").map(std::borrow::Cow::into_owned);
            Step::Drop
        }
        "pivotSelection" => Step::Drop,
        "extLst" if had_slicers => Step::Drop,
        "f" if elsewhere.contains(&formulas.count()) => Step::Drop,
        _ => Step::Keep,
    })?;
    let Some(drawing) = drawing else { return Ok(()) };
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let links = format!("{folder}/_rels/{file}.rels");
    let mut frames = None;
    contents.rewrite(&links, &mut |element| {
        let is_it = element.attribute("Id").is_some_and(|id| *id == *drawing);
        if is_it {
            frames = element.attribute("Target").map(|target| resolve(folder, &target).to_lowercase());
        }
        if is_it { Step::Drop } else { Step::Keep }
    })?;
    contents.remove(|name| frames.as_deref() == Some(name));
    Ok(())
}

/// Whether a formula refers to another workbook: `[1]Sheet!A1`.
fn points_elsewhere(formula: &str) -> bool {
    let after = formula.split('[').skip(1);
    after.filter_map(|rest| rest.split_once(']')).any(|(inside, rest)| {
        let is_number = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
        let is_file = inside.to_lowercase().contains(".xls");
        (is_number || is_file) && rest.contains('!')
    })
}

#[cfg(test)]
mod tests {
    use super::points_elsewhere;

    #[test]
    fn a_reference_to_another_workbook_is_told_from_one_to_a_table() {
        for formula in ["[1]底册!A1", "SUM([12]Sheet1!A:A)", "'C:\\[底册.xlsx]Sheet1'!A1"] {
            assert!(points_elsewhere(formula), "{formula}");
        }
        for formula in ["SUM(表1[金额])", "A1+1", "\"[1]\"", "表1[[#Totals],[金额]]"] {
            assert!(!points_elsewhere(formula), "{formula}");
        }
    }
}
