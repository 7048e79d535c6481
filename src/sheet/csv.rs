//! The only door to the CSV writer.

/// Writes a table as CSV: byte-order mark first, so that Excel reads it as UTF-8; lines end as Windows ends them. A
/// cell that Excel would run as a formula is made a text by an apostrophe.
pub fn csv(header: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = vec![0xEF, 0xBB, 0xBF];
    let mut writer =
        ::csv::WriterBuilder::new().flexible(true).terminator(::csv::Terminator::CRLF).from_writer(&mut bytes);
    for row in std::iter::once(header).filter(|header| !header.is_empty()).chain(rows.iter().map(Vec::as_slice)) {
        let written = writer.write_record(row.iter().map(|cell| harmless(cell)));
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
    drop(writer);
    bytes
}

/// Prefixes what starts like a formula. `-` starts one only where no number follows.
fn harmless(cell: &str) -> String {
    let start = cell.trim_start();
    let runs = start.starts_with(['=', '+', '@', '＝', '＋', '＠'])
        || (start.starts_with(['-', '－']) && !is_number(start))
        || cell.starts_with(['\t', '\r']);
    if runs { format!("'{cell}") } else { cell.to_owned() }
}

fn is_number(text: &str) -> bool {
    let plain = text.trim_end().trim_end_matches('%').replace(',', "");
    plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.')) && plain.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        let bytes = csv(&[], &[cells.iter().map(|&cell| cell.to_owned()).collect()]);
        String::from_utf8(bytes).unwrap().trim_start_matches('\u{FEFF}').trim_end().to_owned()
    }

    #[test]
    fn the_first_bytes_are_the_byte_order_mark() {
        assert_eq!(csv(&["姓名".to_owned()], &[]), [b"\xEF\xBB\xBF", "姓名\r\n".as_bytes()].concat());
    }

    #[test]
    fn no_cell_runs_as_a_formula() {
        assert_eq!(line(&["=1+1", "+86", "@a", "-cmd", " =1"]), "'=1+1,'+86,'@a,'-cmd,' =1");
        assert_eq!(line(&["-3", "-1,234.5", "-5%", "甲=乙", "138****0001"]), "-3,\"-1,234.5\",-5%,甲=乙,138****0001");
        assert_eq!(line(&["-inf", "-"]), "'-inf,'-");
    }
}
