use super::attached::{Attached, attached};
use super::item::ItemId;
use super::model::Board;
use super::standing::Standing;
use crate::gate::Seen;
use crate::parse::Draft;
use std::sync::Arc;

impl Board {
    /// This board with the body of one item written anew, and which item that is. Nothing else is resolved again, since
    /// nothing else can have changed: none where the front matter is not the same to the byte, where the body names
    /// other files than before, or where the item is not shown or its file has a mistake. `seen` is what the gate saw
    /// in the new draft.
    pub fn with_body(&self, draft: Arc<Draft>, seen: Vec<Seen>) -> Option<(Self, ItemId)> {
        let id = self.at_path(&draft.path)?;
        let item = self.item(id);
        let is_same_front = item.draft.text.get(..item.draft.body_start) == draft.text.get(..draft.body_start);
        if !is_same_front || item.standing != Standing::Shown || draft.report.has_errors() || self.public.is_some() {
            return None;
        }
        let attached = attached(&draft, &item.address, &self.stored, &self.readings);
        let files = |attached: &[Attached]| -> Vec<_> {
            attached.iter().map(|file| (file.on_disk.clone(), file.address.clone())).collect()
        };
        if files(&attached) != files(&item.attached) {
            return None;
        }
        let mut looked = (*self.looked).clone();
        looked.drafts.remove(&draft.path);
        if !seen.is_empty() {
            looked.drafts.insert(Arc::clone(&draft.path), Arc::from(seen));
        }
        let mut board = Self { looked: Arc::new(looked), ..self.clone() };
        let item = board.items.get_mut(id.0 as usize)?;
        (item.attached, item.draft) = (attached, draft);
        Some((board, id))
    }
}
