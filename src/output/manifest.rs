use crate::text::Digest;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The list of what a build wrote, with digests: for the next build, and for hosts that copy only what changed.
pub const MANIFEST: &str = "build.json";

/// Where new files lie until all of them are made.
pub(super) const STAGING: &str = ".gongkai-staging";

/// Files and their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, (Digest, u64)>,
}

impl Manifest {
    /// Reads a manifest; one that cannot be read is as good as none, and everything is written anew.
    pub(super) fn parse(text: &str) -> Self {
        let files = serde_json::from_str::<Value>(text).ok().and_then(|value| match value {
            Value::Object(mut object) => object.remove("files"),
            _ => None,
        });
        let Some(Value::Object(files)) = files else { return Self::default() };
        let read =
            |value: &Value| Some((Digest::from_hex(value.get("sha256")?.as_str()?)?, value.get("size")?.as_u64()?));
        Self { files: files.iter().filter_map(|(path, value)| Some((path.clone(), read(value)?))).collect() }
    }

    /// The manifest as it is written, one file a line.
    pub(super) fn to_json(&self) -> String {
        let rows: Vec<String> = self
            .files
            .iter()
            .map(|(path, (digest, size))| {
                let mut row = Map::new();
                row.insert("sha256".into(), digest.to_string().into());
                row.insert("size".into(), (*size).into());
                format!("{}:{}", Value::from(path.as_str()), Value::Object(row))
            })
            .collect();
        format!("{{\"generator\":\"gongkai\",\"files\":{{\n{}\n}}}}\n", rows.join(",\n"))
    }
}
