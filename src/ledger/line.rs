use super::entry::Entry;
use crate::calendar::Stamp;
use crate::text::{Digest, Span, digest};
use serde_json::{Map, Value};

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it records.
    pub entry: Entry,
    /// Digest of the line before, without its line end; none in the first line.
    pub before: Option<Digest>,
    /// Digest of this line, without its line end.
    pub own: Digest,
    /// Where it stands.
    pub span: Span,
}

impl Line {
    /// Reads a line; none where it is no line of a ledger.
    pub(super) fn parse(text: &str, span: Span) -> Option<Self> {
        let Value::Object(fields) = serde_json::from_str::<Value>(text).ok()? else { return None };
        let word = |key: &str| fields.get(key).and_then(Value::as_str);
        let index = match fields.get("index")? {
            Value::Null => None,
            Value::String(index) => Some(index.clone()),
            _ => return None,
        };
        let before = match fields.get("before")? {
            Value::Null => None,
            Value::String(before) => Some(Digest::from_hex(before)?),
            _ => return None,
        };
        let entry = Entry {
            index,
            address: word("address")?.to_owned(),
            digest: Digest::from_hex(word("digest")?)?,
            first: Stamp::parse(word("first")?)?,
            last: Stamp::parse(word("last")?)?,
            note: word("note")?.to_owned(),
        };
        Some(Self { entry, before, own: digest(text.as_bytes()), span })
    }
}

/// An entry as the line that follows another one.
pub(super) fn written(entry: &Entry, before: Option<Digest>) -> String {
    let mut fields = Map::new();
    fields.insert("index".into(), entry.index.clone().into());
    fields.insert("address".into(), entry.address.clone().into());
    fields.insert("digest".into(), entry.digest.to_string().into());
    fields.insert("first".into(), entry.first.to_string().into());
    fields.insert("last".into(), entry.last.to_string().into());
    fields.insert("note".into(), entry.note.clone().into());
    fields.insert("before".into(), before.map(|before| before.to_string()).into());
    Value::Object(fields).to_string()
}
