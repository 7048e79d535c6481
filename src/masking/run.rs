use super::masked::Masked;
use super::{markdown, workbook};
use crate::attachment::{Kind, kind_of};
use crate::say;
use crate::scan::OfficeWords;
use crate::text::Text;

/// The checks whose finds a mask can mend.
pub const MASKED_CHECKS: [&str; 4] = ["bank-account", "home-address", "id-number", "private-phone"];

/// Masks a file in the official forms: `35*************123`, `138****1234`. Only what the wanted checks find is
/// touched; masking twice is masking once.
///
/// # Errors
/// A file of another kind, one that cannot be read, and one in which a number would stay.
pub fn mask_file(
    name: &str,
    bytes: &[u8],
    office: &OfficeWords,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Masked, Text> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let wanted = |check: &str| MASKED_CHECKS.contains(&check) && wanted(check);
    if ending.is_some_and(|ending| ending == "md") {
        return markdown::mask(bytes, office, &wanted);
    }
    match kind_of(name, bytes) {
        Kind::Csv | Kind::Xlsx => workbook::mask(name, bytes, office, &wanted),
        Kind::Xls | Kind::Ods => Err(say!("请先另存为 xlsx，再脱敏", "save it as xlsx first, then mask it")),
        _ => Err(say!("只能给 md、csv 和 xlsx 文件脱敏", "only md, csv and xlsx files can be masked")),
    }
}
