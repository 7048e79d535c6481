//! The schemas that editors use agree with what is read. Whether files fit them is tried by a validator in
//! `tests/browser/suite/schemas.test.mjs`.

use gongkai::config::{duty_shape, settings_shape};
use gongkai::parse::{TOP_LEVEL, front_matter_shape};
use gongkai::source::ANY_KEY;
use serde_json::Value;
use std::process::Command;

#[test]
fn every_known_key_is_in_its_schema_in_both_spellings() {
    let printed = Command::new(env!("CARGO_BIN_EXE_gongkai")).arg("schema").output().unwrap().stdout;
    let schemas: Value = serde_json::from_slice(&printed).unwrap();
    for (shape, properties) in [
        (settings_shape(), &schemas["board"]["properties"]),
        (duty_shape(), &schemas["duties"]["items"]["properties"]),
        (front_matter_shape(), &schemas["item"]["properties"]),
    ] {
        assert!(shape.fields.len() > 10);
        for (key, _) in shape.fields.iter().filter(|(key, _)| *key != ANY_KEY) {
            assert!(properties.get(key.0).is_some() && properties.get(key.1).is_some(), "{key:?}");
        }
    }
    let read: Vec<_> = front_matter_shape().fields.into_iter().map(|(key, _)| key).collect();
    let unread: Vec<_> = TOP_LEVEL.iter().filter(|key| !read.contains(key)).collect();
    assert!(unread.is_empty(), "{unread:?}");
}

/// What Sveltia CMS says of a field that holds fields, though its widget cannot: they are passed over.
fn fields_that_are_passed_over(field: &Value) -> Vec<String> {
    let own = field["fields"]
        .as_array()
        .is_some_and(|_| !["object", "list"].contains(&field["widget"].as_str().unwrap_or_default()));
    let inner = field["fields"].as_array().into_iter().flatten().flat_map(fields_that_are_passed_over);
    own.then(|| field["name"].to_string()).into_iter().chain(inner).collect()
}

#[test]
fn sveltia_cms_passes_over_nothing_in_its_configuration() {
    let sample = ["-C", env!("CARGO_MANIFEST_DIR"), "schema", "cms"];
    let printed = Command::new(env!("CARGO_BIN_EXE_gongkai")).args(sample).output().unwrap().stdout;
    let config: Value = serde_json::from_slice(&printed).unwrap();
    let top: Vec<&str> = config.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(top, ["backend", "site_url", "media_folder", "slug", "collections"]);
    let collections = config["collections"].as_array().unwrap();
    for field in collections.iter().flat_map(|collection| collection["fields"].as_array().unwrap()) {
        assert_eq!(fields_that_are_passed_over(field), [""; 0]);
    }
    let approvals = collections[0]["fields"].as_array().unwrap().iter().find(|field| field["name"] == "审签").unwrap();
    assert_eq!(approvals["fields"].as_array().unwrap().len(), 4, "a step is a field");
}
