use super::office::plain;
use crate::source::{Fields, Node, Reader, Value};
use crate::term::{step_id, step_name};

/// A step that approval needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id in front matter.
    pub id: String,
    /// Its name as shown.
    pub name: String,
}

/// Steps of approval: ids, or maps of id and name.
pub(super) fn steps(node: Node<'_>, reader: &Reader) -> Vec<Step> {
    let nodes = match node.value {
        Value::List(list) => list,
        Value::Empty => Vec::new(),
        _ => vec![node],
    };
    nodes
        .into_iter()
        .filter_map(|node| match node.value {
            Value::Text(id) => {
                let id = step_id(&id).to_owned();
                Some(Step { name: step_name(&id).to_owned(), id })
            }
            _ => {
                let mut inner = Fields::of(reader, node);
                let id = step_id(&plain(&mut inner, ("id", "标识"))).to_owned();
                let name = inner.text(("name", "名称")).map_or_else(|| step_name(&id).to_owned(), |name| name.value);
                inner.refuse_rest();
                (!id.is_empty()).then_some(Step { id, name })
            }
        })
        .collect()
}
