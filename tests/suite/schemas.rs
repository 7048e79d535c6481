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
