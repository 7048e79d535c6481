/// A new text for one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// Which sheet, by its place among those of the [`crate::attachment::Extract`].
    pub sheet: usize,
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What the cell says.
    pub from: String,
    /// What it is to say.
    pub to: String,
}
