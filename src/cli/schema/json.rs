//! JSON Schema out of the shapes that the readers of the files have themselves.

use super::meaning::meaning;
use crate::config::{duty_shape, settings_shape};
use crate::parse::front_matter_shape;
use crate::portal::board_list_shape;
use crate::source::{ANY_KEY, Form, Key, Shape};
use serde_json::{Map, Value, json};

/// Which file is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// `board.yaml`.
    Board,
    /// `duties.yaml`.
    Duties,
    /// The front matter of an item.
    Item,
    /// `boards.yaml`.
    Boards,
}

impl Of {
    /// What stands before the first dot of the paths in `meaning`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Duties => "duty",
            Self::Item => "item",
            Self::Boards => "boards",
        }
    }

    /// The file's keys, as they are read.
    pub(super) fn shape(self) -> Shape {
        match self {
            Self::Board => settings_shape(),
            Self::Duties => duty_shape(),
            Self::Item => front_matter_shape(),
            Self::Boards => board_list_shape(),
        }
    }

    /// The keys without which the file is not read.
    fn required(self) -> &'static [Key] {
        match self {
            Self::Board => &[("title", "标题"), ("base_url", "网址")],
            Self::Duties => &[("id", "标识")],
            Self::Item => &[("title", "标题")],
            Self::Boards => &[("title", "标题"), ("boards", "公开栏")],
        }
    }
}

/// The schema of one kind of file.
pub(super) fn schema(of: Of) -> Value {
    let mut map = map(&of.shape(), of.name());
    let needed = of.required().iter().map(|key| json!({"anyOf": [{"required": [key.0]}, {"required": [key.1]}]}));
    map.insert("allOf".to_owned(), needed.collect());
    let title = match of {
        Of::Board => "公开栏的设置 content/board.yaml",
        Of::Duties => "应公开事项 content/duties.yaml",
        Of::Item => "一条公开信息的文件头",
        Of::Boards => "公开栏名单 boards.yaml",
    };
    let draft = "https://json-schema.org/draft/2020-12/schema";
    match of {
        Of::Duties => json!({"$schema": draft, "title": title, "type": ["array", "null"], "items": map}),
        Of::Board | Of::Item | Of::Boards => {
            let mut whole = Map::new();
            whole.insert("$schema".to_owned(), draft.into());
            whole.insert("title".to_owned(), title.into());
            whole.extend(map);
            whole.into()
        }
    }
}

/// The files that a new board's editor settings point to.
pub(in super::super) fn for_editor() -> Vec<(String, String)> {
    let file = |name: &str, of| (format!(".vscode/{name}.schema.json"), format!("{:#}\n", schema(of)));
    vec![file("board", Of::Board), file("duties", Of::Duties), file("item", Of::Item)]
}

fn map(shape: &Shape, path: &str) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut others = Value::Bool(false);
    for (key, form) in &shape.fields {
        let path = format!("{path}.{}", key.0);
        if *key == ANY_KEY {
            others = value(form, &path, shape);
            continue;
        }
        let mut described = value(form, &path, shape);
        if let (Some(described), Some(meaning)) = (described.as_object_mut(), meaning(&path)) {
            described.insert("description".to_owned(), format!("{}（{}）：{meaning}", key.1, key.0).into());
        }
        properties.insert(key.0.to_owned(), described.clone());
        properties.insert(key.1.to_owned(), described);
    }
    let mut map = Map::new();
    map.insert("type".to_owned(), "object".into());
    map.insert("properties".to_owned(), properties.into());
    map.insert("additionalProperties".to_owned(), others);
    map
}

fn value(form: &Form, path: &str, around: &Shape) -> Value {
    // Unquoted figures and 是 or 否 are read as the words typed; a key without a value counts as not written.
    let text = || json!({"type": ["string", "number", "boolean", "null"]});
    let pattern = |pattern: &str| json!({"type": ["string", "number", "null"], "pattern": pattern});
    let date = r"\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日";
    let many = |one: Value| json!({"anyOf": [{"type": "array", "items": one.clone()}, one, {"type": "null"}]});
    match form {
        Form::Text => text(),
        Form::Texts => many(text()),
        Form::Word(words) => json!({"enum": with_plain_flags(words)}),
        Form::Words(words) => many(json!({"enum": words})),
        Form::Flag => json!({"enum": [true, false, "是", "否", "yes", "no", "true", "false"]}),
        Form::Date => pattern(&format!(r"^\s*({date})\s*$")),
        Form::Stamp => pattern(&format!(r"^\s*({date})([ T]\d{{1,2}}:\d{{2}}(:\d{{2}})?)?\s*$")),
        Form::Period => pattern(r"^\s*\d{4}(-(H[12]|Q[1-4]|\d{2})|年.*)?\s*$"),
        Form::Length => pattern(
            r"^\s*\d+ *((calendar |working )?days?|workdays?|weeks?|months?|(个)?(工作日|自然日)|日|天|周|(个)?星期|个月)\s*$",
        ),
        Form::Number => json!({"type": ["integer", "string", "null"], "minimum": 0, "pattern": r"^\d+$"}),
        Form::Map(inner) => {
            let mut inner = map(inner, path);
            inner.insert("type".to_owned(), json!(["object", "null"]));
            inner.into()
        }
        // A list of maps like the one around it is entered once, or not at all.
        Form::Again => many(like(around)),
        Form::Maps(inner) if inner.fields.is_empty() => many(like(around)),
        Form::Maps(inner) => many(map(inner, path).into()),
        Form::Shorts(inner) => many(json!({"anyOf": [map(inner, path), {"type": ["string", "number"]}]})),
        Form::Any => json!({}),
    }
}

/// A map with the same keys, whatever stands behind them.
fn like(around: &Shape) -> Value {
    let keys = around.fields.iter().flat_map(|(key, _)| [key.0, key.1]);
    let open: Map<String, Value> = keys.map(|key| (key.to_owned(), json!({}))).collect();
    json!({"type": "object", "properties": open, "additionalProperties": false})
}

/// `true` and `false` may stand without quotes, and editors read them as more than words.
fn with_plain_flags(words: &[&'static str]) -> Vec<Value> {
    let mut values: Vec<Value> = words.iter().map(|&word| word.into()).collect();
    if words.contains(&"true") {
        values.extend([true.into(), false.into()]);
    }
    values
}
