use super::fields;
use super::judge::{Reading, Value, finds, in_value, seen, sums};
use super::rules::Rules;
use super::seen::{Part, Seen};
use crate::diag::{Place, Spot};
use crate::markdown::{Visible, VisibleTable, visible};
use crate::parse::Draft;
use crate::scan::{CellFind, GUARDS, Grid, Kind, Setting, fault, in_table_by};
use crate::text::Span;

/// Looks at everything of an item's file that may come to be published: front matter, words, lists, tables, links and
/// pictures. Places are those of the file.
pub fn look_at_draft(draft: &Draft, rules: &Rules) -> Vec<Seen> {
    let file = &*draft.text;
    let values = fields::values(&draft.front, &rules.office);
    let mut all: Vec<Seen> = values.iter().flat_map(|value| in_value(value, file)).collect();
    let names = draft.front.attachments.iter().filter_map(|attachment| {
        let words = attachment.title.as_ref().unwrap_or(&attachment.file);
        let find = fault::unnamed_attachment::find_name(words)?;
        Some(seen("unnamed-attachment", find, Spot::Text(words.span), Part::Content))
    });
    all.extend(names);
    all.extend(own_name(draft, rules));
    let words = visible(draft.body());
    in_words(draft, &words, rules, &mut all);
    for table in &words.tables {
        in_body_table(draft, table, rules, &mut all);
    }
    in_links(draft, rules, &mut all);
    if draft.body_start == 0 {
        // What is not parted may be anything: how it is worded is not judged.
        all.retain(|seen| GUARDS.iter().any(|(check, _)| *check == seen.check));
    }
    all
}

/// The file's own name becomes the address of its page.
fn own_name(draft: &Draft, rules: &Rules) -> Vec<Seen> {
    let name = draft.path.strip_prefix("content/").unwrap_or(&draft.path);
    let found = finds(name, &Setting::new(Kind::FileName, &rules.office), Reading::Guarded);
    found.into_iter().map(|(check, find)| seen(check, find, Place::file(&draft.path).spot, Part::Title)).collect()
}

fn in_words(draft: &Draft, words: &Visible, rules: &Rules, all: &mut Vec<Seen>) {
    let place = |span: Span| Spot::Text(draft.in_body(words.place(span)));
    let inside = |ranges: &[std::ops::Range<usize>], span: Span| {
        ranges.iter().any(|range| range.start <= span.start as usize && span.end as usize <= range.end)
    };
    for (check, find) in finds(&words.text, &Setting::new(Kind::Prose, &rules.office), Reading::Whole) {
        // A number in a list weighs more, and is found below; a heading needs no full stop.
        let weighed_below = check == "private-phone" && inside(&words.items, find.span);
        let needs_no_end = check == "cut-off-text" && inside(&words.structure, find.span);
        if !weighed_below && !needs_no_end {
            let spot = place(find.span);
            all.push(seen(check, find, spot, Part::Content));
        }
    }
    for item in &words.items {
        let Some(text) = words.text.get(item.clone()) else { continue };
        let found = finds(text, &Setting::new(Kind::Listed, &rules.office), Reading::Guarded).into_iter();
        for (check, find) in found.filter(|(check, _)| matches!(*check, "private-phone" | "home-address")) {
            let spot = place(find.span.shifted(item.start));
            all.push(seen(check, find, spot, Part::Content));
        }
    }
}

fn in_body_table(draft: &Draft, table: &VisibleTable, rules: &Rules, all: &mut Vec<Seen>) {
    let header: Vec<&str> = table.header.iter().map(|cell| cell.text.as_str()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    let about = draft.front.title.as_ref().map_or("", |title| title.trim());
    let grid = Grid::new(about, &header, rows);
    let mut found = in_table_by(Reading::Whole.detectors(), &grid, &rules.office);
    found.extend(sums(&grid, &[], rules));
    for (check, CellFind { row, column, find }) in found {
        let cells = row.map_or(Some(&table.header), |row| table.rows.get(row));
        let cell = cells.and_then(|cells| cells.get(column.unwrap_or(0)));
        let first = table.header.first().map_or_else(Span::default, |cell| cell.span);
        let span = cell.map_or(first, |cell| if row.is_some() { cell.place(find.span) } else { cell.span });
        all.push(seen(check, find, Spot::Text(draft.in_body(span)), Part::Content));
    }
    in_header(draft, table, rules, all);
}

/// The cells of a head are words like others.
fn in_header(draft: &Draft, table: &VisibleTable, rules: &Rules, all: &mut Vec<Seen>) {
    for cell in &table.header {
        let found = finds(&cell.text, &Setting::new(Kind::Listed, &rules.office), Reading::Whole);
        all.extend(found.into_iter().map(|(check, find)| {
            let spot = Spot::Text(draft.in_body(cell.place(find.span)));
            seen(check, find, spot, Part::Content)
        }));
    }
}

/// Targets of links, the names of files among them, and the texts that stand for pictures.
fn in_links(draft: &Draft, rules: &Rules, all: &mut Vec<Seen>) {
    for link in &draft.outline.links {
        let span = draft.in_body(link.span);
        let outside = link.target.contains(':') || link.target.starts_with('/');
        let kind = if outside { Kind::Link } else { Kind::FileName };
        let value = Value { text: &link.target, span, part: Part::Content, setting: Setting::new(kind, &rules.office) };
        all.extend(in_value(&value, &draft.text));
        if !outside && !link.image && names_file(&link.target) {
            let find = fault::unnamed_attachment::find_name(&link.words);
            all.extend(find.map(|find| seen("unnamed-attachment", find, Spot::Text(span), Part::Content)));
        }
    }
}

/// Whether a link names a file to download rather than a page.
fn names_file(target: &str) -> bool {
    let name = target.split(['#', '?']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    !matches!(ending.as_deref(), None | Some("" | "md" | "html" | "htm"))
}
