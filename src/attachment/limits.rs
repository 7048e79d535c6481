//! How much of a file is read before it is called too big. Offices attach files of up to 20 MB; a hostile file of the
//! same size may unfold to a thousand times as much, and must cost no more than a large honest one.

/// Bytes of a file as it lies on disk.
pub const FILE: u64 = 256 << 20;
/// Entries of a ZIP package; a workbook of 200 sheets has about 500.
pub(super) const ENTRIES: usize = 20_000;
/// Bytes that one part of a package may unfold to.
pub(super) const PART: u64 = 384 << 20;
/// Bytes that all parts of a package that are read may unfold to together.
pub(super) const PACKAGE: u64 = 768 << 20;
/// How many times larger than packed a part may become, once it is beyond [`RATIO_FLOOR`]. Honest worksheets stay
/// under 60; deflate itself ends at 1,032.
pub(super) const RATIO: u64 = 200;
/// Parts that unfold to less than this may have any ratio.
pub(super) const RATIO_FLOOR: u64 = 16 << 20;
/// Elements within elements; Word itself stops far below.
pub(super) const DEPTH: u32 = 2_000;
/// Bytes of text taken from one file.
pub(super) const TEXT: usize = 192 << 20;
/// Cells kept of one file, counting the empty ones left of a filled one; about what a 20 MB workbook holds.
pub(super) const CELLS: usize = 5_000_000;
/// Sheets of a workbook.
pub(super) const SHEETS: usize = 1_000;
/// Parts that could not be read, and are told one by one.
pub(super) const UNREAD: usize = 20;
/// Packages within packages: a workbook inside a document inside a presentation.
pub(super) const NESTING: u32 = 2;
