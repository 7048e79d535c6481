use super::document::Document;
use super::object::Object;
use super::pages::pages;
use std::collections::BTreeMap;

/// More names than this are not looked at.
const NAMES: usize = 100_000;

/// On which page, counted from 1, each place lies that has a name in a PDF file, as the targets of links have in what a
/// browser prints. Empty for what is no PDF.
pub fn named_places(bytes: &[u8]) -> BTreeMap<String, u32> {
    let Ok(document) = Document::open(bytes) else { return BTreeMap::new() };
    let numbers: BTreeMap<u32, u32> =
        pages(&document).iter().zip(1..).filter_map(|(page, at)| Some((page.number?, at))).collect();
    let catalogue = document.dictionary(document.trailer.get("Root"));
    let named = document.dictionary(catalogue.get("Dests"));
    let places = named.0.iter().take(NAMES).filter_map(|(name, place)| {
        let Object::Array(place) = document.resolve(place) else { return None };
        let page = numbers.get(&place.first()?.reference()?)?;
        Some((String::from_utf8(name.clone()).ok()?, *page))
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R /Dests 5 0 R>> endobj\n\
        2 0 obj <</Type /Pages /Count 2 /Kids [4 0 R 3 0 R]>> endobj\n3 0 obj <</Type /Page>> endobj\n\
        4 0 obj <</Type /Page>> endobj\n\
        5 0 obj <</part-1 [4 0 R /XYZ 0 800 0] /part-2 [3 0 R /XYZ 0 800 0] /lost [9 0 R] /odd 7>> endobj\n\
        trailer <</Root 1 0 R>>\n%%EOF\n";

    #[test]
    fn a_named_place_lies_on_the_page_that_its_array_begins_with() {
        let found = named_places(FILE.as_bytes());
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("part-1".to_owned(), 1), ("part-2".to_owned(), 2)]);
        assert!(named_places(b"no such thing").is_empty());
    }
}
