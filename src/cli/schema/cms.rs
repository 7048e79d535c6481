//! A configuration for editing in the browser with Sveltia CMS, out of the same shapes as the schemas. It is JSON, which
//! is YAML as well, so it can be kept as `config.yml`.

use super::json::Of;
use super::meaning::meaning;
use crate::config::Config;
use crate::source::{ANY_KEY, Form, Shape};
use serde_json::{Value, json};

/// The whole configuration: a collection a category, with the fields of an item.
pub(super) fn cms(config: &Config) -> Value {
    let mut fields = fields(&Of::Item.shape(), Of::Item.name());
    // A step is a field of its own, so that nobody has to know how it is called.
    if let Some(approvals) = fields.iter_mut().find(|field| field["name"] == "审签") {
        let step = fields_of_step();
        let steps = config.steps_of(None);
        let named = |step_id: &str, label: &str| json!({"name": step_id, "label": label, "widget": "object", "required": false, "collapsed": true, "fields": step});
        approvals["widget"] = json!("object");
        approvals["collapsed"] = json!(true);
        approvals["fields"] = steps.iter().map(|step| named(&step.id, &step.name)).collect();
    }
    fields.push(json!({"name": "body", "label": "正文", "widget": "markdown", "required": false}));
    let categories = config.categories.iter().filter(|(_, category)| category.children.is_empty());
    let collections: Vec<Value> = categories
        .map(|(_, category)| {
            json!({
                "name": category.path.replace('/', "-"),
                "label": category.name,
                "folder": format!("content/{}", category.path),
                "create": true,
                "delete": false,
                "extension": "md",
                "format": "yaml-frontmatter",
                "identifier_field": "标题",
                "slug": "{{year}}-{{month}}-{{day}}-{{标题}}",
                "summary": "{{发布日期}} {{标题}}",
                "media_folder": "",
                "public_folder": "",
                "fields": fields,
            })
        })
        .collect();
    json!({
        "backend": {"name": "gitea", "repo": "单位/仓库", "branch": "main", "base_url": "https://git.example.gov.cn"},
        "site_url": config.base_url.as_str(),
        "media_folder": "content/files",
        "slug": {"encoding": "unicode", "clean_accents": false},
        "collections": collections,
    })
}

/// Who did a step, when, with which opinion.
fn fields_of_step() -> Vec<Value> {
    [("人", "string", "职务"), ("日期", "datetime", "日期"), ("意见", "text", "意见")]
        .map(|(name, widget, label)| {
            let mut field = json!({"name": name, "label": label, "widget": widget, "required": false});
            if widget == "datetime" {
                field["format"] = json!("YYYY-MM-DD");
                field["time_format"] = json!(false);
            }
            field
        })
        .to_vec()
}

fn fields(shape: &Shape, path: &str) -> Vec<Value> {
    let known = shape.fields.iter().filter(|(key, _)| *key != ANY_KEY);
    known
        .map(|(key, form)| {
            let path = format!("{path}.{}", key.0);
            let mut field = widget(form, &path, key.1);
            let needed = path == "item.title" || path == "item.published";
            field["name"] = json!(key.1);
            field["label"] = json!(key.1);
            field["required"] = json!(needed);
            if let Some(meant) = meaning(&path) {
                field["hint"] = json!(meant);
            }
            if path == "item.draft" {
                field["default"] = json!(true);
            }
            field
        })
        .collect()
}

fn widget(form: &Form, path: &str, key: &str) -> Value {
    match form {
        Form::Text | Form::Period | Form::Length | Form::Any if matches!(key, "内容概述" | "理由" | "说明") => {
            json!({"widget": "text"})
        }
        Form::Text if matches!(key, "文件") => json!({"widget": "file"}),
        Form::Text | Form::Any | Form::Length => json!({"widget": "string"}),
        Form::Period => json!({
            "widget": "string",
            "pattern": ["^\\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$", "写成 2026、2026-H1、2026-Q3 或 2026-09"],
        }),
        Form::Texts | Form::Again => json!({"widget": "list"}),
        Form::Word(words) => json!({"widget": "select", "options": chosen(words)}),
        Form::Words(words) => json!({"widget": "select", "multiple": true, "options": chosen(words)}),
        Form::Flag => json!({"widget": "boolean"}),
        Form::Date | Form::Stamp => json!({
            "widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": false,
        }),
        Form::Number => json!({"widget": "number"}),
        Form::Map(inner) if inner.fields.iter().all(|(key, _)| *key == ANY_KEY) => json!({"widget": "keyvalue"}),
        Form::Map(inner) => json!({"widget": "object", "collapsed": true, "fields": fields(inner, path)}),
        Form::Maps(inner) | Form::Shorts(inner) => {
            json!({"widget": "list", "collapsed": true, "fields": fields(inner, path)})
        }
    }
}

/// One word of each meaning: the first Chinese one behind each English one.
fn chosen(words: &[&'static str]) -> Vec<&'static str> {
    let pairs = words.windows(2).filter(|pair| pair[0].is_ascii() && !pair[1].is_ascii());
    let chinese: Vec<&str> = pairs.map(|pair| pair[1]).collect();
    if chinese.is_empty() { words.to_vec() } else { chinese }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_an_item_can_be_filled_in() {
        let fields = fields(&Of::Item.shape(), "item");
        let shape = Of::Item.shape();
        assert_eq!(fields.len(), shape.fields.iter().filter(|(key, _)| *key != ANY_KEY).count());
        let named = |name: &str| fields.iter().find(|field| field["name"] == name).cloned().unwrap_or_default();
        assert_eq!(named("发布日期")["widget"], "datetime");
        assert_eq!(named("公开方式")["options"], json!(["主动公开", "依申请公开", "不予公开"]));
        assert_eq!(named("公文")["fields"][0]["name"], "发文字号");
        assert_eq!(named("标题")["required"], json!(true));
        assert_eq!(named("草稿")["default"], json!(true), "what is new is not published by saving it");
        assert!(fields.iter().all(|field| field["hint"].is_string()));
    }
}
