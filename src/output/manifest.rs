use crate::text::Digest;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The list of what a build wrote, with digests: for the next build, and for hosts that copy only what changed.
pub const MANIFEST: &str = "build.json";

/// Files and their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, (Digest, u64)>,
}

/// The one line of a manifest that says who wrote it.
#[derive(Deserialize)]
struct Signed {
    generator: Option<Value>,
}

impl Manifest {
    /// The manifest of a site, and whether it can be believed: one that is damaged is as good as none, and everything is
    /// written anew. Where there is none, nothing there is ours.
    pub(super) fn of(out: &Path) -> (Self, bool) {
        match fs::read_to_string(out.join(MANIFEST)) {
            Ok(text) => Self::parse(&text).map_or_else(|| (Self::default(), false), |manifest| (manifest, true)),
            Err(error) => (Self::default(), error.kind() == io::ErrorKind::NotFound),
        }
    }

    /// Reads a manifest.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let Value::Object(mut object) = serde_json::from_str(text).ok()? else { return None };
        let Some(Value::Object(files)) = object.remove("files") else { return None };
        let read =
            |value: &Value| Some((Digest::from_hex(value.get("sha256")?.as_str()?)?, value.get("size")?.as_u64()?));
        Some(Self { files: files.iter().filter_map(|(path, value)| Some((path.clone(), read(value)?))).collect() })
    }

    /// Whether a folder has a manifest that no other program wrote. A damaged one is taken for ours.
    pub(super) fn is_ours(out: &Path) -> bool {
        let Ok(bytes) = fs::read(out.join(MANIFEST)) else { return false };
        serde_json::from_slice::<Signed>(&bytes)
            .map_or(true, |signed| signed.generator.is_some_and(|by| by == "gongkai"))
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
