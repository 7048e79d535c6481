use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;

/// A format in which the board, or a part of it, is given away.
pub trait Export: Sync {
    /// Makes the files.
    fn export(&self, board: &Board, pages: &[Page]) -> Vec<Artifact>;
}
