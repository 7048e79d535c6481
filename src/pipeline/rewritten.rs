use super::site::Site;
use crate::check::{check_item, settle, stops_build};
use crate::gate::{Rules, look_at_draft};
use crate::parse::draft;
use crate::source::{Source, read_bytes};
use std::path::Path;
use std::sync::Arc;

impl Site {
    /// This site with the body of one item as it lies on disk now, so that a saved sentence shows before the whole board
    /// is judged again. Where only the body changed, and nothing that would stop a build is found in it, every page is
    /// what it will be; none otherwise, and then [`super::compile`] has to say what comes of the change.
    pub fn with_body(&self, changed: &Path) -> Option<Self> {
        let board = self.board();
        let inside = changed.strip_prefix(self.root()).ok()?;
        let path = inside.iter().map(|part| part.to_str()).collect::<Option<Vec<_>>>()?.join("/");
        let path = &board.item(board.at_path(&path)?).draft.path;
        let bytes = read_bytes(self.root(), path).ok()?;
        let draft = Arc::new(draft(&Source::from_bytes(path, bytes).ok()?));
        let seen = look_at_draft(&draft, &Rules::of(&board.config, board.today));
        let mut report = draft.report.clone();
        let (board, id) = board.with_body(draft, seen)?;
        report.extend(check_item(&board, id));
        settle(&board, &mut report);
        (!stops_build(&report)).then(|| self.of(board))
    }
}
