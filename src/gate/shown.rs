use crate::attachment::{Extract, FaultKind, Table, TableFault, TableSpec, table};
use crate::parse::TableField;
use crate::say;
use crate::scan::{MaskKind, mask};
use crate::text::{Placed, Text};

/// One of an item's tables as it is published: columns masked and left out, names hidden where the board hides them.
/// Page, downloads and the gate all have it from here, so that what is judged is what is published.
///
/// # Errors
/// What is wrong with it; nothing of the table is shown then.
pub fn shown_table(
    field: &TableField,
    title: &str,
    extract: &Extract,
    mask_names: bool,
) -> Result<Table, Vec<TableFault>> {
    unknown_masks(field)?;
    let masked = |kind: &str, text: &str| {
        MaskKind::named(kind).map_or_else(|| "*".repeat(text.chars().count()), |kind| mask(kind, text))
    };
    let mut table = table(&spec(field), extract, &masked)?;
    if mask_names {
        hide_names(&mut table);
    }
    if table.caption.trim().is_empty() {
        title.clone_into(&mut table.caption);
    }
    Ok(table)
}

fn spec(field: &TableField) -> TableSpec {
    let words = |words: &[Placed<String>]| words.iter().map(|word| word.trim().to_owned()).collect();
    TableSpec {
        sheet: field.sheet.as_ref().map(|sheet| sheet.trim().to_owned()),
        caption: field.caption.as_ref().map(|caption| caption.trim().to_owned()),
        mask: field.mask.iter().map(|(column, kind)| (column.trim().to_owned(), kind.trim().to_owned())).collect(),
        drop: words(&field.drop),
        total: words(&field.total),
    }
}

/// A misspelt kind of mask must not let a column through.
fn unknown_masks(field: &TableField) -> Result<(), Vec<TableFault>> {
    let unknown = field.mask.iter().filter(|(_, kind)| MaskKind::named(kind.trim()).is_none());
    let faults: Vec<TableFault> = unknown
        .map(|(_, kind)| {
            let named = kind.as_str();
            TableFault {
                kind: FaultKind::Mask,
                named: named.to_owned(),
                message: say!("没有“{named}”这种脱敏方式", "there is no mask “{named}”"),
                remedy: Some(say!(
                    "可以写：{all}",
                    "write one of {all}";
                    all: Text::list(MaskKind::NAMES.map(|(_, id, word)| format!("{id}（{word}）"))),
                )),
            }
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Masks the columns of persons' names (`policies: {name_mask: on}`); the words 合计 and 其中 are no names.
fn hide_names(table: &mut Table) {
    let named = |header: &String| ["姓名", "户主"].iter().any(|word| header.contains(word));
    let columns: Vec<usize> = (0..table.header.len()).filter(|&column| named(&table.header[column])).collect();
    for column in columns {
        if !table.masked.contains(&table.header[column]) {
            table.masked.push(table.header[column].clone());
        }
        for (at, row) in table.rows.iter_mut().enumerate() {
            if !table.total_rows.contains(&at) && !table.detail_rows.contains(&at) {
                row[column] = mask(MaskKind::Name, &row[column]);
            }
        }
    }
}
