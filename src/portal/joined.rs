use super::board_list::BoardList;
use super::published::{Entry, Published};
use super::standing::{Standing, day};
use crate::calendar::Date;

/// Many boards, read as one.
#[derive(Clone, Debug)]
pub struct Portal {
    /// What it is called.
    pub title: String,
    /// The day as of which boards are judged.
    pub today: Date,
    /// The boards, the best first.
    pub boards: Vec<Standing>,
    /// The items of all boards, the newest first.
    pub items: Vec<JoinedItem>,
}

/// An item and the board that it comes from.
#[derive(Clone, Debug)]
pub struct JoinedItem {
    /// The name of the board in the list.
    pub board: String,
    /// The item. Its addresses are whole where the board's own is known, and left out where not.
    pub entry: Entry,
}

impl Portal {
    /// Puts boards side by side: each as listed, with what it publishes where that could be read.
    pub fn of(list: &BoardList, published: Vec<Option<Published>>, today: Date) -> Self {
        let mut boards = Vec::new();
        let mut items = Vec::new();
        for (listed, published) in list.boards.iter().zip(published) {
            let standing = Standing::of(listed, published.as_ref(), today);
            for mut entry in published.map(|published| published.items).unwrap_or_default() {
                let whole = |address: String| standing.address.as_ref().map(|board| board.join(&address));
                entry.address = entry.address.take().and_then(whole);
                entry.attachments = std::mem::take(&mut entry.attachments)
                    .into_iter()
                    .filter_map(|mut file| {
                        file.address = whole(file.address)?;
                        Some(file)
                    })
                    .collect();
                items.push(JoinedItem { board: listed.name.clone(), entry });
            }
            boards.push(standing);
        }
        boards.sort_by(Standing::rank);
        items.sort_by(|a, b| b.entry.published.cmp(&a.entry.published));
        Self { title: list.title.clone(), today, boards, items }
    }

    /// The items that were published last, up to today.
    pub fn newest(&self, most: usize) -> impl Iterator<Item = &JoinedItem> {
        let out = |item: &&JoinedItem| {
            item.entry.published.as_deref().and_then(day).is_some_and(|published| published <= self.today)
        };
        self.items.iter().filter(out).take(most)
    }

    /// 覆盖率 of all boards together, in per cent.
    pub fn coverage(&self) -> Option<f64> {
        let told = || self.boards.iter().filter_map(|board| board.duties);
        let owed: usize = told().map(|duties| duties.owed).sum();
        let covered: usize = told().map(|duties| duties.covered.min(duties.owed)).sum();
        (owed > 0).then(|| covered as f64 * 100.0 / owed as f64)
    }
}
