use super::office::plain;
use crate::say;
use crate::source::{Fields, Node, Reader, Value};
use crate::term::{step_id, step_name};
use std::sync::Arc;

/// A step that approval needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id in front matter.
    pub id: String,
    /// Its name as shown.
    pub name: String,
    /// Whether an item may be published without it: the supervision group's look, for example.
    pub optional: bool,
    /// The roles that may do it; anybody's where empty.
    pub roles: Vec<String>,
}

/// The two chains in use, which `approvals` may name instead of a list, each with the optional step of the supervision
/// group (监督小组): id, Chinese name, steps.
const CHAINS: [(&str, &str, [&str; 5]); 2] = [
    ("office-chain", "站所链", ["provided", "reviewed", "deliberated", "supervised", "signed"]),
    ("drafting-chain", "起草链", ["drafted", "secrecy", "reviewed", "supervised", "published"]),
];

/// Steps of approval: ids, maps, or the name of a chain. `above` gives names to steps that have none of their own.
pub(super) fn steps(node: Node<'_>, reader: &Reader, above: &[Step]) -> Arc<[Step]> {
    let nodes = match node.value {
        Value::List(list) => list,
        Value::Empty => Vec::new(),
        _ => vec![node],
    };
    let mut steps: Vec<Step> = Vec::new();
    for node in nodes {
        let span = node.span;
        for step in one(node, reader, above) {
            if steps.iter().any(|known| known.id == step.id) {
                let id = &step.id;
                reader.refuse(
                    "wrong-value",
                    span,
                    say!("审签环节“{id}”写了两次", "the step “{id}” is written twice"),
                    say!("只留一处", "keep one of them"),
                );
                continue;
            }
            steps.push(step);
        }
    }
    Arc::from(steps)
}

/// One entry of the list: a step, or all steps of a chain.
fn one(node: Node<'_>, reader: &Reader, above: &[Step]) -> Vec<Step> {
    let named = |id: &str| {
        let own = above.iter().find(|step| step.id == id).map(|step| step.name.clone());
        own.unwrap_or_else(|| step_name(id).to_owned())
    };
    let plain_step = |id: &str| Step { name: named(id), id: id.to_owned(), optional: false, roles: Vec::new() };
    if let Value::Text(word) = &node.value {
        let word = word.trim();
        let chain = CHAINS.iter().find(|(id, name, _)| word == *id || word == *name);
        return match chain {
            Some((_, _, ids)) => {
                ids.iter().map(|id| Step { optional: *id == "supervised", ..plain_step(id) }).collect()
            }
            None => vec![plain_step(step_id(word))],
        };
    }
    let mut inner = Fields::of(reader, node);
    let id = step_id(plain(&mut inner, ("id", "标识")).trim()).to_owned();
    let step = Step {
        name: inner.text(("name", "名称")).map_or_else(|| named(&id), |name| name.value),
        optional: inner.flag(("optional", "可选")).is_some_and(|optional| optional.value),
        roles: inner.texts(("roles", "职务")).into_iter().map(|role| role.value.trim().to_owned()).collect(),
        id,
    };
    inner.refuse_rest();
    if step.id.is_empty() { Vec::new() } else { vec![step] }
}
