use super::mishap::about;
use crate::attachment::{LARGEST_FILE, Reading};
use crate::board::{FileUse, Readings, resolve_path};
use crate::gate::{Looked, Rules, Seen, SeenAt, look_at_draft, look_at_file, look_at_table};
use crate::parallel;
use crate::parse::Draft;
use crate::source::{Sources, Stored};
use crate::text::Digest;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What was seen in items and files, for as long as their bytes and the board's rules stay. Of a file only what was
/// seen is kept, and its cells where it is shown as a table: not its texts, which would fill the memory.
#[derive(Debug, Default)]
pub(super) struct GateMemo {
    rules: Option<Rules>,
    drafts: HashMap<Arc<str>, (Digest, Arc<[Seen]>)>,
    files: HashMap<Stored, FileLook>,
    tables: HashMap<Arc<str>, TableLook>,
}

#[derive(Clone, Debug)]
struct FileLook {
    used: FileUse,
    reading: Arc<Reading>,
    seen: Arc<[Seen]>,
}

#[derive(Clone, Debug)]
struct TableLook {
    draft: Digest,
    files: Vec<Option<Digest>>,
    seen: Arc<[SeenAt]>,
}

impl GateMemo {
    /// Looks at all items and at the files they name; only what is not as it was at the last look is looked at.
    pub(super) fn look(
        &mut self,
        sources: &Sources,
        drafts: &[Arc<Draft>],
        named: &BTreeMap<Arc<str>, FileUse>,
        rules: &Rules,
        read: &mut usize,
    ) -> (Readings, Looked) {
        if self.rules.as_ref() != Some(rules) {
            *self = Self { rules: Some(rules.clone()), ..Self::default() };
        }
        let mut looked = Looked { drafts: self.drafts(drafts, rules), ..Looked::default() };
        let mut readings = Readings::new();
        for (path, look) in self.files(sources, named, rules, read) {
            readings.insert(Arc::clone(&path), look.reading);
            if look.used != FileUse::AsTable {
                looked.files.insert(path, look.seen);
            }
        }
        looked.tables = self.tables(drafts, &readings, rules);
        (readings, looked)
    }

    fn drafts(&mut self, drafts: &[Arc<Draft>], rules: &Rules) -> HashMap<Arc<str>, Arc<[Seen]>> {
        let is_fresh =
            |draft: &&Arc<Draft>| self.drafts.get(&draft.path).is_none_or(|(digest, _)| *digest != draft.digest);
        let fresh: Vec<&Arc<Draft>> = drafts.iter().filter(is_fresh).collect();
        let seen = parallel::map(&fresh, |draft| about(&draft.path, || Arc::from(look_at_draft(draft, rules))));
        let seen = fresh.iter().zip(seen).map(|(draft, seen)| (Arc::clone(&draft.path), (draft.digest, seen)));
        self.drafts.extend(seen);
        // Most items have nothing in them that anybody should look at.
        let known = drafts.iter().filter_map(|draft| Some((&draft.path, &self.drafts.get(&draft.path)?.1)));
        known.filter(|(_, seen)| !seen.is_empty()).map(|(path, seen)| (Arc::clone(path), Arc::clone(seen))).collect()
    }

    fn files(
        &mut self,
        sources: &Sources,
        named: &BTreeMap<Arc<str>, FileUse>,
        rules: &Rules,
        read: &mut usize,
    ) -> Vec<(Arc<str>, FileLook)> {
        let files: Vec<(&Stored, FileUse)> =
            named.iter().filter_map(|(path, used)| Some((sources.stored(path)?, *used))).collect();
        let is_fresh = |(file, used): &(&Stored, FileUse)| self.files.get(*file).is_none_or(|look| look.used != *used);
        let fresh: Vec<(&Stored, FileUse)> = files.iter().copied().filter(is_fresh).collect();
        let looks =
            parallel::map_large(&fresh, |(file, used)| about(&file.path, || look_at(sources, file, *used, rules)));
        *read = looks.len();
        self.files.extend(fresh.iter().map(|(file, _)| (*file).clone()).zip(looks));
        if self.files.len() > files.len() {
            self.files.retain(|file, _| named.contains_key(&file.path) && sources.stored(&file.path) == Some(file));
        }
        let look = |(file, _): (&Stored, FileUse)| Some((Arc::clone(&file.path), self.files.get(file)?.clone()));
        files.into_iter().filter_map(look).collect()
    }

    fn tables(
        &mut self,
        drafts: &[Arc<Draft>],
        readings: &Readings,
        rules: &Rules,
    ) -> HashMap<Arc<str>, Arc<[SeenAt]>> {
        let mut all = HashMap::new();
        for draft in drafts.iter().filter(|draft| !draft.front.tables.is_empty()) {
            let found = readings_of(draft, readings);
            let digests: Vec<Option<Digest>> = found.iter().map(|(.., reading)| reading.digest).collect();
            let known = self.tables.get(&draft.path);
            let known = known.filter(|look| look.draft == draft.digest && look.files == digests);
            let seen = known.map_or_else(
                || {
                    let title = draft.front.title.as_ref().map_or("", |title| title.trim());
                    let at = |(table, path, reading): &(usize, Arc<str>, &Reading)| {
                        let seen = look_at_table(&draft.front.tables[*table], title, &reading.extract, rules);
                        seen.into_iter().map(|seen| (Arc::clone(path), seen)).collect::<Vec<_>>()
                    };
                    found.iter().flat_map(at).collect()
                },
                |look| Arc::clone(&look.seen),
            );
            let look = TableLook { draft: draft.digest, files: digests, seen: Arc::clone(&seen) };
            self.tables.insert(Arc::clone(&draft.path), look);
            all.insert(Arc::clone(&draft.path), seen);
        }
        self.tables.retain(|path, _| all.contains_key(path));
        all
    }
}

/// The tables of an item whose files were read: which table, the file's path, and what was read.
fn readings_of<'a>(draft: &Draft, readings: &'a Readings) -> Vec<(usize, Arc<str>, &'a Reading)> {
    let folder = draft.folder();
    let tables = draft.front.tables.iter().enumerate();
    tables
        .filter_map(|(at, table)| {
            let path = resolve_path(folder, &table.file)?;
            let (path, reading) = readings.get_key_value(path.as_str())?;
            Some((at, Arc::clone(path), &**reading))
        })
        .collect()
}

/// Reads one file and looks at it. One that is too large is not even taken into memory.
fn look_at(sources: &Sources, file: &Stored, used: FileUse, rules: &Rules) -> FileLook {
    let bytes = (file.size <= LARGEST_FILE).then(|| sources.bytes(&file.path));
    let mut reading = match bytes {
        None => Reading::too_big(),
        Some(Ok(bytes)) => Reading::of(&file.path, &bytes),
        Some(Err(error)) => Reading::refused(error.message),
    };
    let seen = if used == FileUse::AsTable { Vec::new() } else { look_at_file(&reading.extract, rules) };
    if used == FileUse::AsItLies {
        reading.extract = reading.extract.without_texts();
    }
    FileLook { used, reading: Arc::new(reading), seen: Arc::from(seen) }
}
