use super::facets::{FACETS, Facet, Facets};
use super::file::File;
use super::keys::Keys;
use super::layout::PIECE;
use super::names::Names;
use super::reading::{Indexing, Reading};
use super::records::{RECORDS, Records};
use super::texts::Texts;
use crate::text::{Digest, digest};
use serde_json::{Value, json};

/// The index as it grows. It holds the places of all pairs, about a third of the size of the texts; files of text and
/// records are handed out as soon as they are full.
#[derive(Debug, Default)]
pub struct Index {
    entries: usize,
    keys: Keys,
    texts: Texts,
    records: Records,
    facets: Facets,
    sections: Names,
    categories: Names,
    units: Names,
    digest: Option<Digest>,
}

impl Index {
    /// Adds an entry. The order of entries decides between results that are otherwise equal; from old to new keeps most
    /// files as they are when an entry comes in.
    pub fn add(&mut self, reading: Reading, mut sink: impl FnMut(File)) {
        let sink = &mut sink;
        let section = reading.section.map_or(0, |name| self.sections.number(&name.id, &name.name, 0));
        let unit = reading.unit.map_or(0, |name| self.units.number(&name.id, &name.name, 0));
        let category =
            reading.categories.iter().fold(0, |parent, name| self.categories.number(&name.id, &name.name, parent));
        let base = self.texts.add(reading.pieces, sink);
        self.keys.add(&reading.occurrences, base);
        self.records.add(&reading.title, &reading.address, &reading.number, &reading.index, sink);
        let facet = Facet {
            base,
            title: reading.title_places,
            head: reading.head_places,
            date: reading.date,
            section,
            category,
            unit,
            state: reading.state,
        };
        self.facets.add(facet, sink);
        let before = self.digest.map(|digest| digest.to_string()).unwrap_or_default();
        self.digest = Some(digest(format!("{before}{}", reading.digest).as_bytes()));
        self.entries += 1;
    }

    /// Writes the rest. `start.js` carries a version that is part of every other request, so that a browser never reads
    /// yesterday's places with today's texts.
    pub fn finish(self, indexing: &Indexing, mut sink: impl FnMut(File)) {
        let sink = &mut sink;
        self.texts.finish(sink);
        self.records.finish(sink);
        let facets = self.facets.finish(sink);
        let keys = self.keys.finish(sink);
        let start = json!({
            "version": self.digest.map(|digest| digest.short(8)).unwrap_or_default(),
            "entries": self.entries,
            "piece": PIECE,
            "records": RECORDS,
            "facets": FACETS,
            "keys": keys,
            "places": facets,
            "sections": self.sections.rows(),
            "categories": self.categories.rows(),
            "units": self.units.rows(),
        });
        sink(File::new("start", &start));
        sink(File::new("folding", &Value::from(indexing.folding.groups())));
    }
}
