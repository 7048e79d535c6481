use crate::board::{Board, Item};
use crate::config::PublishApprovals;
use crate::source::{Node, Reader, Value};
use crate::text::{Placed, Span};

/// What stands in the place of words that are not for everybody.
const LEFT_OUT: &str = "（略）";

/// The source of a public item as everybody may read it: without comments, without the opinions of those who approved
/// it unless the board publishes them, without the reasons of exceptions. All else stays as it was written.
pub fn public_source(board: &Board, item: &Item) -> String {
    let draft = &item.draft;
    let front = item.front();
    let policy = board.config.policies.publish_approvals;
    let mut cuts: Vec<(Span, &str)> = comments(item);
    let mut hide = |word: Option<&Placed<String>>| cuts.extend(word.map(|word| (word.span, LEFT_OUT)));
    for approval in &front.approvals {
        hide(approval.opinion.as_ref().filter(|_| policy != PublishApprovals::Full));
        hide(approval.by.as_ref().filter(|_| policy == PublishApprovals::None));
    }
    for exception in &front.exceptions {
        hide(exception.reason.as_ref());
        hide(exception.by.as_ref());
    }
    cuts.sort_by_key(|(span, _)| *span);
    let mut made = String::new();
    let mut at = 0;
    for (span, words) in cuts {
        let (start, end) = (span.start as usize, span.end as usize);
        if start >= at && end <= draft.body_start {
            made.push_str(&draft.text[at..start]);
            made.push_str(words);
            at = end;
        }
    }
    made.push_str(&draft.text[at..draft.body_start]);
    made.push_str(&without_comments(draft.body()));
    made
}

/// The comments of the front matter: a `#` at the start of a line or after a space that stands in no value.
fn comments(item: &Item) -> Vec<(Span, &'static str)> {
    let draft = &item.draft;
    let text = draft.front_span.of(&draft.text);
    let offset = draft.front_span.start as usize;
    let reader = Reader::new(&draft.path);
    let mut values = Vec::new();
    if let Some(node) = reader.yaml(text, offset, &|_| false) {
        collect(&node, &mut values);
    }
    let mut found: Vec<(Span, &'static str)> = Vec::new();
    for (at, _) in text.match_indices('#') {
        let opens = text[..at].chars().next_back().is_none_or(char::is_whitespace);
        let place = (offset + at) as u32;
        let in_value = values.iter().any(|span| span.start <= place && place < span.end);
        let in_comment = found.last().is_some_and(|(span, _)| place < span.end);
        if opens && !in_value && !in_comment {
            let end = text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length);
            found.push((Span::new(offset + at, offset + end), ""));
        }
    }
    found
}

fn collect(node: &Node<'_>, values: &mut Vec<Span>) {
    match &node.value {
        Value::Text(_) => values.push(node.span),
        Value::List(nodes) => nodes.iter().for_each(|node| collect(node, values)),
        Value::Map(entries) => {
            for entry in entries {
                values.push(entry.key.span);
                collect(&entry.node, values);
            }
        }
        Value::Empty => {}
    }
}

/// The body without HTML comments. One that is never closed takes the rest with it, for readers do not see that either.
fn without_comments(body: &str) -> String {
    let mut made = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("<!--") {
        made.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, rest)| rest);
    }
    made + rest
}
