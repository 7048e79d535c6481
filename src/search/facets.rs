use super::digits;
use super::file::File;
use serde_json::json;

/// Entries in one file of facets.
pub(super) const FACETS: usize = 2048;

/// One entry in numbers: what filters and ranking need of every entry that is found, shown or not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facet {
    /// The place where its text begins.
    pub(super) base: u32,
    /// The places of the title.
    pub(super) title: u32,
    /// The places of title and numbers.
    pub(super) head: u32,
    /// 发布日期, see `reading::day`.
    pub(super) date: u32,
    /// 公开专区.
    pub(super) section: u32,
    /// 公开类别.
    pub(super) category: u32,
    /// 责任单位.
    pub(super) unit: u32,
    /// Whether it holds.
    pub(super) state: u32,
}

/// The entries in numbers, in columns of a file each 2,048.
#[derive(Debug, Default)]
pub(super) struct Facets {
    rows: Vec<Facet>,
    first_places: Vec<u32>,
}

impl Facets {
    /// Adds an entry.
    pub(super) fn add(&mut self, facet: Facet, sink: &mut dyn FnMut(File)) {
        if self.rows.is_empty() {
            self.first_places.push(facet.base);
        }
        self.rows.push(facet);
        if self.rows.len() == FACETS {
            self.next(sink);
        }
    }

    /// Writes the last file and gives back the first place of each.
    pub(super) fn finish(mut self, sink: &mut dyn FnMut(File)) -> Vec<u32> {
        if !self.rows.is_empty() {
            self.next(sink);
        }
        self.first_places
    }

    fn next(&mut self, sink: &mut dyn FnMut(File)) {
        let rows = std::mem::take(&mut self.rows);
        let (mut base, mut date) = (0, 0);
        let mut columns: [Vec<u32>; 8] = Default::default();
        for row in rows {
            // Places grow, and entries of one time lie together: the distance is shorter than the number.
            let distance = row.date.abs_diff(date) * 2;
            let zigzag = if row.date < date { distance - 1 } else { distance };
            let values = [
                row.base - base,
                row.title,
                row.head - row.title,
                zigzag,
                row.section,
                row.category,
                row.unit,
                row.state,
            ];
            (base, date) = (row.base, row.date);
            columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
        }
        let columns = columns.map(|column| {
            let mut text = String::new();
            digits::push_column(&mut text, &column);
            text
        });
        sink(File::new(&format!("facets/{}", self.first_places.len() - 1), &json!(columns)));
    }
}
