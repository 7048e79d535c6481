/// Counts the elements of one name while a part is rewritten.
#[derive(Default)]
pub(super) struct Counter(usize);

impl Counter {
    /// The place, from 0, of the element that comes now.
    pub(super) fn count(&mut self) -> usize {
        self.0 += 1;
        self.0 - 1
    }
}
