use super::judge::Value;
use super::seen::Part;
use crate::parse::{
    Consultation, Correction, Document, FrontMatter, Guide, Publicity, Reply, Stage, Withdrawn, Withheld,
};
use crate::scan::{Kind, OfficeWords, Setting};
use crate::text::Placed;

/// Gathers the texts of front matter that reach a page.
struct Gathered<'a> {
    office: &'a OfficeWords,
    values: Vec<Value<'a>>,
}

impl<'a> Gathered<'a> {
    fn add(&mut self, part: Part, kind: Kind, text: Option<&'a Placed<String>>) {
        let setting = Setting::new(kind, self.office);
        self.values.extend(text.map(|text| Value { text: text.trim(), span: text.span, part, setting }));
    }

    fn text(&mut self, text: Option<&'a Placed<String>>) {
        self.add(Part::Content, Kind::Prose, text);
    }

    fn texts(&mut self, texts: &'a [Placed<String>]) {
        for text in texts {
            self.text(Some(text));
        }
    }

    fn title(&mut self, text: Option<&'a Placed<String>>) {
        self.add(Part::Content, Kind::Title, text);
    }
}

/// The values of front matter that reach a page, each with the part of the item that it belongs to. Every field is
/// named here, so that a new one cannot be forgotten.
pub(super) fn values<'a>(front: &'a FrontMatter, office: &'a OfficeWords) -> Vec<Value<'a>> {
    let FrontMatter {
        title,
        summary,
        topics: _,
        keywords,
        source,
        basis,
        contact,
        attachments,
        tables,
        document,
        guide,
        publicity,
        consultation,
        reply,
        stage,
        approvals,
        corrections,
        withdrawn,
        withheld,
        redirects,
        // Names of things that the board knows, dates, fixed words, and references; or never published.
        category: _,
        cadence: _,
        period: _,
        duty: _,
        unit: _,
        index: _,
        formed: _,
        published: _,
        updated: _,
        verified: _,
        expires: _,
        method: _,
        audience: _,
        channels: _,
        keep: _,
        interprets: _,
        exceptions: _,
        draft: _,
    } = front;
    let mut all = Gathered { office, values: Vec::new() };
    all.add(Part::Title, Kind::Title, title.as_ref());
    all.add(Part::Field, Kind::Prose, summary.as_ref());
    all.texts(keywords);
    all.text(source.as_ref());
    all.texts(basis);
    all.text(contact.as_ref());
    for attachment in attachments {
        all.add(Part::Content, Kind::FileName, Some(&attachment.file));
        all.title(attachment.title.as_ref());
    }
    for table in tables {
        all.add(Part::Content, Kind::FileName, Some(&table.file));
        all.title(table.caption.as_ref());
    }
    for approval in approvals {
        all.text(approval.by.as_ref());
        all.text(approval.opinion.as_ref());
    }
    // An old address is published as a page that leads to the new one.
    for redirect in redirects {
        all.add(Part::Title, Kind::FileName, Some(redirect));
    }
    for Correction { on: _, note } in corrections {
        all.add(Part::Title, Kind::Prose, note.as_ref());
    }
    if let Some(document) = document {
        self::document(&mut all, document);
    }
    if let Some(guide) = guide {
        self::guide(&mut all, guide);
    }
    if let Some(Publicity { span: _, from: _, to: _, phone, address, outcome }) = publicity.as_deref() {
        for text in [phone, address, outcome] {
            all.text(text.as_ref());
        }
    }
    if let Some(Consultation { span: _, from: _, to: _, how, outcome }) = consultation.as_deref() {
        for text in [how, outcome] {
            all.text(text.as_ref());
        }
    }
    if let Some(Reply { span: _, asked: _, answered: _, via }) = reply.as_deref() {
        all.text(via.as_ref());
    }
    if let Some(Stage { span: _, matter, phase: _, name }) = stage.as_deref() {
        all.title(Some(matter));
        all.title(name.as_ref());
    }
    if let Some(Withdrawn { on: _, reason }) = withdrawn.as_deref() {
        all.add(Part::Withdrawn, Kind::Prose, reason.as_ref());
    }
    if let Some(Withheld { span: _, ground, review_by: _, public_title }) = withheld.as_deref() {
        all.add(Part::Withheld, Kind::Prose, ground.as_ref());
        all.add(Part::Withheld, Kind::Title, public_title.as_ref());
    }
    all.values
}

fn document<'a>(all: &mut Gathered<'a>, document: &'a Document) {
    let Document { number: _, issuer, written: _, effective: _, validity: _, repealed: _, replaces: _, subject, genre } =
        document;
    all.title(issuer.as_ref());
    all.title(subject.as_ref());
    all.title(genre.as_ref());
}

fn guide<'a>(all: &mut Gathered<'a>, guide: &'a Guide) {
    let Guide {
        span: _,
        basis,
        conditions,
        materials,
        steps,
        time_limit,
        fee,
        place,
        hours,
        phone,
        obligations,
        rights,
    } = guide;
    for texts in [basis, conditions, materials, steps, obligations, rights] {
        all.texts(texts);
    }
    for text in [time_limit, fee, place, hours, phone] {
        all.text(text.as_ref());
    }
}
