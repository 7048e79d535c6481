use super::before::{Before, before, year_of};
use super::opinion::{Opinion, opinions};
use super::year::{YearFigures, year_figures};
use crate::diag::Report;
use crate::say;
use crate::source::{Reader, Source, Sources};
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All figures that no item carries.
#[derive(Clone, Debug, Default)]
pub struct Annual {
    /// By year.
    pub years: BTreeMap<i16, YearFigures>,
    /// What was disclosed before this tool came into use, by year.
    pub before: BTreeMap<i16, Before>,
    /// Opinions received, the newest first.
    pub opinions: Vec<Opinion>,
    /// Where the opinions are written down that are published one by one; none where the office keeps no register, or
    /// where something in it must not be published.
    pub opinions_path: Option<Arc<str>>,
}

impl Annual {
    /// Reads `annual/*.yaml` and `feedback.yaml`.
    pub fn read(sources: &Sources, report: &mut Report) -> Self {
        let mut annual = Self::default();
        for source in sources.papers.values() {
            let Some(name) = source.path.strip_prefix("content/annual/") else { continue };
            let reader = Reader::new(&source.path);
            annual.paper(name.trim_end_matches(".yaml"), source, &reader);
            report.extend(reader.finish());
        }
        if let Some(source) = sources.paper("feedback.yaml") {
            let reader = Reader::new(&source.path);
            annual.opinions = opinions(source, &reader);
            annual.opinions_path = Some(Arc::clone(&source.path));
            report.extend(reader.finish());
        }
        annual
    }

    fn paper(&mut self, stem: &str, source: &Source, reader: &Reader) {
        if stem == "before" {
            self.before = before(source, reader);
        } else if let Some(year) = year_of(stem) {
            if let Some(figures) = year_figures(year, source, reader) {
                self.years.insert(year, figures);
            }
        } else {
            reader.refuse(
                "wrong-value",
                Span::new(0, 0),
                say!("文件名“{stem}”不是年份", "the file's name “{stem}” is no year"),
                say!("改名为年份，如 annual/2026.yaml", "name it after its year: annual/2026.yaml"),
            );
        }
    }
}
