use super::atom::FEED_LENGTH;
use super::contract::Export;
use super::xml::Xml;
use crate::board::{Board, Item, Standing};
use crate::calendar::{Date, Stamp};
use crate::output::Artifact;
use crate::page::Page;

/// What happened to published items since, as Atom (RFC 4287): corrections, updates, repeals, withdrawals. Who follows
/// it sees that nothing is changed in silence.
pub(super) struct Changes;

/// One thing that happened.
struct Change<'a> {
    on: Date,
    kind: Kind,
    item: &'a Item,
    note: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Corrected,
    Updated,
    Repealed,
    Withdrawn,
}

impl Kind {
    fn id(self) -> &'static str {
        match self {
            Self::Corrected => "corrected",
            Self::Updated => "updated",
            Self::Repealed => "repealed",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn word(self, english: bool) -> &'static str {
        match (self, english) {
            (Self::Corrected, false) => "更正",
            (Self::Updated, false) => "更新",
            (Self::Repealed, false) => "废止",
            (Self::Withdrawn, false) => "撤下",
            (Self::Corrected, true) => "Corrected",
            (Self::Updated, true) => "Updated",
            (Self::Repealed, true) => "Repealed",
            (Self::Withdrawn, true) => "Withdrawn",
        }
    }
}

impl Export for Changes {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let config = &board.config;
        let english = config.language.starts_with("en");
        let mut changes: Vec<Change<'_>> = board.items.iter().flat_map(changes).collect();
        changes.retain(|change| change.on <= board.today);
        changes.sort_by(|a, b| {
            b.on.cmp(&a.on).then(a.item.address.cmp(&b.item.address)).then(a.kind.cmp(&b.kind)).then(a.note.cmp(b.note))
        });
        changes.truncate(FEED_LENGTH);
        let updated = Stamp::from(changes.first().map_or(board.today, |change| change.on));
        let mut xml = Xml::new();
        xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &config.language)]);
        xml.leaf("id", &config.base_url.join("changes.xml"));
        xml.leaf("title", &title(&config.title, english));
        xml.leaf("updated", &updated.rfc3339());
        xml.empty("link", &[("href", config.base_url.as_str())]);
        xml.empty("link", &[("rel", "self"), ("href", &config.base_url.join("changes.xml"))]);
        xml.open("author", &[]);
        xml.leaf("name", if config.office.name.is_empty() { &config.title } else { &config.office.name });
        xml.close("author");
        let mut before = (String::new(), 1);
        for change in &changes {
            let url = config.base_url.join(&change.item.address.encoded());
            let id = format!("{url}#{}-{}", change.kind.id(), change.on);
            before = if before.0 == id { (id, before.1 + 1) } else { (id, 1) };
            let on = Stamp::from(change.on).rfc3339();
            let colon = if english { ": " } else { "：" };
            xml.open("entry", &[]);
            // Two corrections of one day are two entries.
            xml.leaf("id", &if before.1 == 1 { before.0.clone() } else { format!("{}-{}", before.0, before.1) });
            xml.leaf("title", &format!("{}{colon}{}", change.kind.word(english), change.item.title()));
            xml.empty("link", &[("href", &url)]);
            xml.leaf("updated", &on);
            if !change.note.is_empty() {
                xml.leaf("summary", change.note);
            }
            xml.empty("category", &[("term", change.kind.id()), ("label", change.kind.word(english))]);
            xml.close("entry");
        }
        xml.close("feed");
        vec![Artifact { path: "changes.xml".to_owned(), bytes: xml.finish() }]
    }
}

fn title(board: &str, english: bool) -> String {
    if english { format!("{board}: corrections and withdrawals") } else { format!("{board}：更正与撤下") }
}

/// What happened to an item after it was published.
fn changes(item: &Item) -> Vec<Change<'_>> {
    let front = item.front();
    let change = |on, kind, note| Change { on, kind, item, note };
    match item.standing {
        Standing::Shown => {
            let corrections = front.corrections.iter().filter_map(|one| Some((one.on.as_ref()?.value, one)));
            let mut all: Vec<Change<'_>> = corrections
                .map(|(on, one)| change(on, Kind::Corrected, one.note.as_ref().map_or("", |note| note.trim())))
                .collect();
            let published = item.published().map(Stamp::date);
            let updated = front.updated.as_ref().map(|updated| updated.date());
            let told = |day: Date| all.iter().any(|one| one.on == day);
            if let Some(day) = updated.filter(|&day| published.is_none_or(|first| first < day) && !told(day)) {
                all.push(change(day, Kind::Updated, ""));
            }
            let repealed = front.document.as_ref().and_then(|document| document.repealed.as_ref());
            all.extend(repealed.map(|on| change(on.value, Kind::Repealed, "")));
            all
        }
        Standing::Withdrawn => {
            let withdrawn = front.withdrawn.as_ref();
            let reason = withdrawn.and_then(|one| one.reason.as_ref()).map_or("", |reason| reason.trim());
            let on = withdrawn.and_then(|one| one.on.as_ref()).map(|on| on.value);
            on.map(|on| change(on, Kind::Withdrawn, reason)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
