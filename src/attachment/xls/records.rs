use super::super::ole::short;

pub(super) const FORMULA: u16 = 0x0006;
pub(super) const END: u16 = 0x000A;
pub(super) const HEADER: u16 = 0x0014;
pub(super) const FOOTER: u16 = 0x0015;
pub(super) const NOTE: u16 = 0x001C;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const PASSWORD: u16 = 0x002F;
pub(super) const CONTINUED: u16 = 0x003C;
pub(super) const CACHED_ROW: u16 = 0x005A;
pub(super) const OBJECT: u16 = 0x005D;
pub(super) const COLUMNS: u16 = 0x007D;
pub(super) const SHEET: u16 = 0x0085;
pub(super) const MULTIPLE_NUMBERS: u16 = 0x00BD;
pub(super) const PIVOT_STRING: u16 = 0x00CD;
pub(super) const RICH_LABEL: u16 = 0x00D6;
pub(super) const STYLE: u16 = 0x00E0;
pub(super) const MERGES: u16 = 0x00E5;
pub(super) const SHARED_STRINGS: u16 = 0x00FC;
pub(super) const SHARED_LABEL: u16 = 0x00FD;
pub(super) const OTHER_BOOK: u16 = 0x01AE;
pub(super) const DRAWN_TEXT: u16 = 0x01B6;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOLEAN: u16 = 0x0205;
pub(super) const FORMULA_TEXT: u16 = 0x0207;
pub(super) const ROW: u16 = 0x0208;
pub(super) const SHORT_NUMBER: u16 = 0x027E;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const BEGIN: u16 = 0x0809;

/// One record of a workbook stream.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) bytes: &'a [u8],
}

/// The records of a stream from a place on. A record that the end cuts off is not given.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The pieces in which the record given last goes on.
    pub(super) fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut pieces = Vec::new();
        while short(self.stream, self.at) == Some(CONTINUED) {
            match self.next() {
                Some(record) => pieces.push(record.bytes),
                None => break,
            }
        }
        pieces
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = short(self.stream, self.at)?;
        let length = usize::from(short(self.stream, self.at + 2)?);
        let bytes = self.stream.get(self.at + 4..self.at + 4 + length)?;
        self.at += 4 + length;
        Some(Record { kind, bytes })
    }
}
