//! Lists in front matter: of texts, and of maps.

use super::put::{Pen, Splice, empties, is_short};
use super::step::Step;
use super::written::{Filled, Fresh, like};
use crate::source::{Node, Value};

impl Pen<'_> {
    /// Puts a value into a row of a list of maps. One row may stand without a list.
    pub(super) fn in_rows(
        &self,
        node: &Node<'_>,
        path: &[Step],
        filled: Option<&Filled>,
        chinese: bool,
    ) -> Option<Splice> {
        let (Step::Row { at, short }, rest) = path.split_first()? else { return None };
        match &node.value {
            Value::List(list) => match list.get(*at) {
                None => match filled {
                    None => Some(Splice::default()),
                    Some(filled) => self.append(node, list, &Fresh::at(rest, filled, chinese)),
                },
                Some(row) if filled.is_none() && (empties(row, rest) || goes(row, path)) => {
                    self.remove_row(node, list, *at)
                }
                Some(row) => self.in_row(row, &path[..1], rest, filled, chinese),
            },
            _ if *at == 0 => self.in_row(node, &path[..1], rest, filled, chinese),
            Value::Map(_) | Value::Text(_) => {
                let Some(filled) = filled else { return Some(Splice::default()) };
                let (start, end) = (node.span.start as usize, node.span.end as usize);
                let words = node.span.of(self.text);
                let fresh = Fresh::at(rest, filled, chinese);
                if self.is_flow(node)
                    || short.is_some() && !words.contains('\n') && matches!(node.value, Value::Text(_))
                {
                    return Some(Splice::new(start, end, format!("[{words}, {}]", fresh.flow(self.quotes))));
                }
                // The one row becomes the first of a list: a hyphen before it, and all of it further in.
                let indent = self.before(start);
                let words = words.trim_end_matches('\n').replace('\n', "\n  ");
                let words = format!("- {words}\n{indent}- {}", fresh.flow(self.quotes));
                let broken = self.text[..end].ends_with('\n');
                indent.trim().is_empty().then(|| {
                    Splice::new(
                        start,
                        end,
                        self.with_breaks(&(words.replace("\r\n", "\n") + if broken { "\n" } else { "" })),
                    )
                })
            }
            Value::Empty => None,
        }
    }

    /// Puts a value into one row; `own` is the step to it.
    fn in_row(
        &self,
        row: &Node<'_>,
        own: &[Step],
        rest: &[Step],
        filled: Option<&Filled>,
        chinese: bool,
    ) -> Option<Splice> {
        let (Some(Step::Row { short, .. }), [Step::Key(name), ..]) = (own.first(), rest) else { return None };
        match &row.value {
            Value::Map(_) => self.in_map(row, rest, filled, chinese),
            Value::Text(text) => {
                let short = short.as_ref()?;
                let (start, end) = (row.span.start as usize, row.span.end as usize);
                match filled {
                    None => Some(Splice::default()),
                    Some(Filled::Text(wanted)) if is_short(Some(short), rest) => {
                        Some(Splice::new(start, end, like(row.span.of(self.text), wanted, true, self.quotes)))
                    }
                    Some(filled) => {
                        let fresh = Fresh::Map(vec![
                            (short.word(chinese).to_owned(), Fresh::Text(text.clone().into_owned())),
                            (name.word(chinese).to_owned(), Fresh::at(&rest[1..], filled, chinese)),
                        ]);
                        Some(Splice::new(start, end, fresh.flow(self.quotes)))
                    }
                }
            }
            Value::List(_) | Value::Empty => None,
        }
    }

    /// Adds an element behind the last one.
    fn append(&self, node: &Node<'_>, list: &[Node<'_>], fresh: &Fresh) -> Option<Splice> {
        let words = fresh.flow(self.quotes);
        if self.is_flow(node) {
            return Some(self.behind_last(node, list.last().map(|last| last.span.end as usize), &words));
        }
        let lowest = list.last()?;
        let hyphen = self.hyphen(lowest)?;
        let at = self.row_end(lowest);
        Some(Splice::new(at, at, self.with_breaks(&format!("{hyphen}{words}\n"))))
    }

    fn remove_row(&self, node: &Node<'_>, list: &[Node<'_>], at: usize) -> Option<Splice> {
        let row = list.get(at)?;
        let (start, end) = (row.span.start as usize, row.span.end as usize);
        if self.is_flow(node) {
            let next = list.get(at + 1).map(|next| next.span.start as usize);
            let before = at.checked_sub(1).and_then(|before| list.get(before)).map(|before| before.span.end as usize);
            return Some(match (next, before) {
                (Some(next), _) => Splice::new(start, next, ""),
                (None, Some(before)) => Splice::new(before, end, ""),
                (None, None) => Splice::new(start, end, ""),
            });
        }
        self.hyphen(row)?;
        Some(Splice::new(self.line_start(start), self.row_end(row), ""))
    }

    /// Puts other texts into a list; those at its beginning and end that stay are not touched. None where the list is
    /// written so that it has to be written anew.
    pub(super) fn in_list(&self, node: &Node<'_>, list: &[Node<'_>], texts: &[String]) -> Option<Splice> {
        let same = |node: &Node<'_>, text: &String| matches!(&node.value, Value::Text(own) if **own == **text);
        let head = list.iter().zip(texts).take_while(|(node, text)| same(node, text)).count();
        let (old, new) = (list.get(head..)?, texts.get(head..)?);
        let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(node, text)| same(node, text)).count();
        let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
        if self.is_flow(node) {
            let kept = |node: &Node<'_>| node.span.of(self.text).to_owned();
            let fresh = |text: &String| Fresh::Text(text.clone()).flow(self.quotes);
            let parts = list[..head].iter().map(kept).chain(new.iter().map(fresh));
            let parts: Vec<String> = parts.chain(list[list.len() - tail..].iter().map(kept)).collect();
            let (start, end) = (node.span.start as usize, node.span.end as usize);
            let whole = node.span.of(self.text);
            return (!whole.contains('\n')).then(|| Splice::new(start, end, format!("[{}]", parts.join(", "))));
        }
        let hyphen = self.hyphen(list.first()?)?;
        let line = |text: &String| Fresh::List(vec![Fresh::Text(text.clone())]).flow(self.quotes);
        // An element of a list with a line for each needs fewer quotes than one between brackets; quotes do no harm.
        let lines: String = new
            .iter()
            .enumerate()
            .map(|(at, text)| {
                let words = line(text);
                let words = &words[1..words.len() - 1];
                match old.get(at).filter(|one| !one.span.of(self.text).contains('\n')) {
                    // The comment behind the element stays.
                    Some(one) => {
                        let rest = &self.text[one.span.end as usize..self.line_end(one.span.end as usize)];
                        let own = like(one.span.of(self.text), text, true, self.quotes);
                        format!(
                            "{}{own}{}\n",
                            self.before(one.span.start as usize),
                            rest.trim_end_matches(['\r', '\n'])
                        )
                    }
                    None => format!("{hyphen}{words}\n"),
                }
            })
            .collect();
        let (start, end) = match (old.first(), old.last()) {
            (Some(top), Some(bottom)) => (self.line_start(top.span.start as usize), self.row_end(bottom)),
            _ => {
                let at = match head.checked_sub(1).and_then(|before| list.get(before)) {
                    Some(before) => self.row_end(before),
                    None => self.line_start(list.first()?.span.start as usize),
                };
                (at, at)
            }
        };
        Some(Splice::new(start, end, self.with_breaks(&lines)))
    }

    /// The hyphen before an element, with its spaces; none where something else stands on its line.
    fn hyphen(&self, row: &Node<'_>) -> Option<&str> {
        let before = self.before(row.span.start as usize);
        (before.trim() == "-").then_some(before)
    }

    fn row_end(&self, row: &Node<'_>) -> usize {
        let end = row.span.end as usize;
        if self.text[..end].ends_with('\n') { end } else { self.line_end(end) }
    }
}

/// Whether a row that is one text goes with the key that it stands for.
fn goes(row: &Node<'_>, path: &[Step]) -> bool {
    match (path.first(), &row.value) {
        (Some(Step::Row { short, .. }), Value::Text(_)) => is_short(short.as_ref(), &path[1..]),
        _ => false,
    }
}
