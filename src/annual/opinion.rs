use crate::calendar::Date;
use crate::source::{Fields, Reader, Source, Value};
use crate::text::{Placed, Span};

/// An opinion received by box, hotline or meeting. Its text is for the office only and is not even kept here; the other
/// words are published, and the gate looks at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Where it stands in `feedback.yaml`.
    pub span: Span,
    /// When it was received.
    pub date: Date,
    /// On which way it came: 意见箱, 热线.
    pub channel: Placed<String>,
    /// To whom it was passed, as written: an id or a name.
    pub passed_to: Option<Placed<String>>,
    /// When it was answered.
    pub answered: Option<Date>,
    /// What changed because of it.
    pub changed: Option<Placed<String>>,
}

/// Reads `feedback.yaml`, a list of opinions; the newest stands first.
pub(super) fn opinions(source: &Source, reader: &Reader) -> Vec<Opinion> {
    let nodes = match reader.yaml(&source.text, 0, &|_| false).map(|node| node.value) {
        Some(Value::List(list)) => list,
        _ => Vec::new(),
    };
    let mut opinions: Vec<Opinion> = nodes.into_iter().filter_map(|node| opinion(Fields::of(reader, node))).collect();
    opinions.sort_by(|a, b| (b.date, a.span.start).cmp(&(a.date, b.span.start)));
    opinions
}

fn opinion(mut fields: Fields<'_, '_>) -> Option<Opinion> {
    let span = fields.span();
    let date = fields.date(("date", "日期"));
    let channel = fields.text(("channel", "渠道")).map(trimmed);
    let _ = fields.text(("text", "内容"));
    let passed_to = fields.text(("passed_to", "转办"));
    let answered = fields.date(("answered", "答复"));
    let changed = fields.text(("changed", "改进")).map(trimmed);
    let was_written = fields.was_written(("date", "日期"));
    let reader = fields.reader();
    fields.refuse_rest();
    if date.is_none() && !was_written {
        reader.refuse(
            "missing-field",
            span,
            crate::say!("这条意见没有写日期", "this opinion has no date"),
            crate::say!("加上 date: 收到意见的日期", "add date: the day on which it was received"),
        );
    }
    Some(Opinion {
        span,
        date: date?.value,
        channel: channel.unwrap_or_default(),
        passed_to,
        answered: answered.map(|answered| answered.value),
        changed: changed.filter(|changed| !changed.is_empty()),
    })
}

fn trimmed(words: Placed<String>) -> Placed<String> {
    words.map(|words| words.trim().to_owned())
}
