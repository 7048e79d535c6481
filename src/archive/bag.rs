use super::manifest::{ALGORITHM, written};
use crate::output::Artifact;
use crate::text::sha512;
use std::collections::BTreeMap;

/// What a bag is for, as `bag-info.txt` says it: names of the standard and their values.
pub type Purpose = Vec<(&'static str, String)>;

/// A bag on its way: it keeps the digests of what went into it, and at the end makes the files that vouch for it.
#[derive(Debug, Default)]
pub struct Bag {
    payload: BTreeMap<String, String>,
    octets: u64,
}

impl Bag {
    /// Takes a file of the payload: where it must be written, below the bag's folder.
    pub fn take(&mut self, path: &str, bytes: Vec<u8>) -> Artifact {
        let path = format!("data/{path}");
        self.octets += bytes.len() as u64;
        self.payload.insert(path.clone(), sha512(&bytes));
        Artifact { path, bytes }
    }

    /// Whether the payload holds a file already.
    pub fn holds(&self, path: &str) -> bool {
        self.payload.contains_key(&format!("data/{path}"))
    }

    /// The files that make a folder a bag: declaration, description, manifests.
    pub fn finish(self, purpose: Purpose) -> Vec<Artifact> {
        let mut info: Vec<(&str, String)> = purpose;
        info.push(("Bag-Size", size(self.octets)));
        info.push(("Payload-Oxum", format!("{}.{}", self.octets, self.payload.len())));
        let info = info.iter().filter(|(_, value)| !value.trim().is_empty());
        let info: String = info.fold(String::new(), |text, (name, value)| {
            text + name + ": " + &value.split_whitespace().collect::<Vec<_>>().join(" ") + "\n"
        });
        let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned();
        let mut tags = vec![
            ("bag-info.txt".to_owned(), info),
            ("bagit.txt".to_owned(), declaration),
            (format!("manifest-{ALGORITHM}.txt"), written(&self.payload)),
        ];
        let digests = tags.iter().map(|(name, text)| (name.clone(), sha512(text.as_bytes()))).collect();
        tags.push((format!("tagmanifest-{ALGORITHM}.txt"), written(&digests)));
        tags.into_iter().map(|(path, text)| Artifact { path, bytes: text.into_bytes() }).collect()
    }
}

/// A size for people.
fn size(octets: u64) -> String {
    if octets < 1 << 20 {
        format!("{} KB", octets.div_ceil(1 << 10))
    } else {
        format!("{:.1} MB", octets as f64 / f64::from(1 << 20))
    }
}
