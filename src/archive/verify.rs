use super::manifest;
use crate::say;
use crate::text::{Text, digest, sha512};
use std::collections::{BTreeMap, BTreeSet};

/// What came of looking at a bag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Files of the payload.
    pub files: usize,
    /// Everything that is wrong; nothing where the bag is valid.
    pub faults: Vec<Text>,
}

/// Looks at a bag (RFC 8493): `files` are all files in its folder, `read` gives one of them. A bag is valid where every
/// file is listed, every listed file is there, and all digests are right.
pub fn verify(files: &[String], mut read: impl FnMut(&str) -> Result<Vec<u8>, Text>) -> Verdict {
    let there: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    let mut look = Look { faults: Vec::new() };
    look.declaration(&mut read);
    let info = read("bag-info.txt").ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let ours = info.lines().any(|line| line.starts_with("Bag-Software-Agent: gongkai "));
    let mut expected: BTreeMap<String, Vec<(Algorithm, String)>> = BTreeMap::new();
    let mut manifests = 0;
    let payload: BTreeSet<&str> = there.iter().copied().filter(|path| path.starts_with("data/")).collect();
    for name in &there {
        let Some((is_tag, algorithm)) = manifest_name(name) else { continue };
        let Some(algorithm) = Algorithm::of(algorithm) else {
            look.fault(say!("{name}：不支持这种摘要算法", "{name}: this kind of digest is not supported"));
            continue;
        };
        manifests += usize::from(!is_tag);
        let listed = look.manifest(name, ours, &mut read);
        if !is_tag {
            for path in payload.iter().filter(|path| !listed.iter().any(|(_, listed)| listed == *path)) {
                look.fault(say!("{path}：没有列在 {name} 里", "{path}: not listed in {name}"));
            }
        }
        for (digest, path) in listed {
            let inside = if is_tag { !path.starts_with("data/") } else { path.starts_with("data/") };
            if !inside || path.starts_with('/') || path.split(['/', '\\']).any(|part| part == "..") {
                look.fault(say!("{name} 列了不该列的 {path}", "{name} lists {path}, which it must not"));
            } else {
                expected.entry(path).or_default().push((algorithm, digest));
            }
        }
    }
    if manifests == 0 {
        look.fault(say!("没有清单 manifest-*.txt", "there is no manifest-*.txt"));
    }
    let mut octets = 0;
    for (path, digests) in &expected {
        if !there.contains(path.as_str()) {
            look.fault(say!("{path}：文件不见了", "{path}: the file is missing"));
            continue;
        }
        match read(path) {
            Err(why) => look.fault(Text { zh: format!("{path}：{}", why.zh), en: format!("{path}: {}", why.en) }),
            Ok(bytes) => {
                octets += if path.starts_with("data/") { bytes.len() as u64 } else { 0 };
                if digests.iter().any(|(algorithm, digest)| algorithm.digest(&bytes) != *digest) {
                    look.fault(say!("{path}：内容被改动过", "{path}: the file was changed"));
                }
            }
        }
    }
    look.oxum(&info, octets, payload.len());
    if ours {
        let known = |path: &&str| expected.contains_key(*path) || path.starts_with("tagmanifest-");
        for path in there.iter().filter(|path| !known(path) && !path.starts_with("data/")) {
            look.fault(say!("{path}：不是这个包里的文件", "{path}: does not belong to this bag"));
        }
    }
    Verdict { files: payload.len(), faults: look.faults }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Sha256,
    Sha512,
}

impl Algorithm {
    fn of(name: &str) -> Option<Self> {
        match name {
            "sha256" => Some(Self::Sha256),
            "sha512" => Some(Self::Sha512),
            _ => None,
        }
    }

    fn digest(self, bytes: &[u8]) -> String {
        match self {
            Self::Sha256 => digest(bytes).to_string(),
            Self::Sha512 => sha512(bytes),
        }
    }
}

/// Whether a name is that of a manifest, of tag files or of the payload, and its algorithm.
fn manifest_name(name: &str) -> Option<(bool, &str)> {
    let stem = name.strip_suffix(".txt")?;
    let tag = stem.strip_prefix("tagmanifest-").map(|algorithm| (true, algorithm));
    tag.or_else(|| stem.strip_prefix("manifest-").map(|algorithm| (false, algorithm)))
}

struct Look {
    faults: Vec<Text>,
}

impl Look {
    fn fault(&mut self, text: Text) {
        self.faults.push(text);
    }

    fn declaration(&mut self, read: &mut impl FnMut(&str) -> Result<Vec<u8>, Text>) {
        let text = read("bagit.txt").ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = text else {
            self.fault(say!("没有 bagit.txt，不是 BagIt 包", "there is no bagit.txt; this is no bag"));
            return;
        };
        let lines: Vec<&str> = text.lines().collect();
        let version = lines.first().and_then(|line| line.strip_prefix("BagIt-Version: "));
        let encoding = lines.get(1).and_then(|line| line.strip_prefix("Tag-File-Character-Encoding: "));
        if lines.len() != 2 || !matches!(version, Some("1.0" | "0.97" | "0.96")) || encoding != Some("UTF-8") {
            self.fault(say!("bagit.txt 的内容不对", "bagit.txt does not say what it must"));
        }
    }

    /// The lines of a manifest. One that we wrote is exactly as we write it: no byte of it is free.
    fn manifest(
        &mut self,
        name: &str,
        ours: bool,
        read: &mut impl FnMut(&str) -> Result<Vec<u8>, Text>,
    ) -> Vec<(String, String)> {
        let text = read(name).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = text else {
            self.fault(say!("{name}：读不出来", "{name}: cannot be read"));
            return Vec::new();
        };
        let listed = match manifest::read(&text) {
            Ok(listed) => listed,
            Err(number) => {
                self.fault(say!("{name} 第 {number} 行不对", "{name}: line {number} is no line of a manifest"));
                return Vec::new();
            }
        };
        let by_path: BTreeMap<String, String> =
            listed.iter().map(|(digest, path)| (path.clone(), digest.clone())).collect();
        if by_path.len() != listed.len() {
            self.fault(say!("{name}：同一个文件列了两次", "{name}: lists a file twice"));
        } else if ours && manifest::written(&by_path) != text {
            self.fault(say!("{name}：被改动过", "{name}: was changed"));
        }
        listed
    }

    fn oxum(&mut self, info: &str, octets: u64, files: usize) {
        let Some(oxum) = info.lines().find_map(|line| line.strip_prefix("Payload-Oxum: ")) else { return };
        let here = format!("{octets}.{files}");
        if oxum.trim() != here {
            self.fault(say!(
                "bag-info.txt 说有 {oxum}（字节.文件数），实际是 {here}",
                "bag-info.txt counts {oxum} (octets.files), here are {here}"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bag::Bag;
    use super::*;

    fn bag() -> BTreeMap<String, Vec<u8>> {
        let mut bag = Bag::default();
        let mut files = vec![bag.take("页面/甲.html", "<p>甲</p>".into()), bag.take("b%.txt", b"b".to_vec())];
        files.extend(bag.finish(vec![("Bag-Software-Agent", "gongkai 0.1.0".to_owned())]));
        files.into_iter().map(|file| (file.path, file.bytes)).collect()
    }

    fn faults(files: &BTreeMap<String, Vec<u8>>) -> Vec<Text> {
        let names: Vec<String> = files.keys().cloned().collect();
        verify(&names, |path| files.get(path).cloned().ok_or_else(|| say!("没有", "none"))).faults
    }

    #[test]
    fn a_bag_as_it_was_made_is_valid() {
        assert_eq!(faults(&bag()), []);
    }

    #[test]
    fn a_changed_byte_anywhere_is_found() {
        let whole = bag();
        for (path, bytes) in &whole {
            for at in 0..bytes.len() {
                for flip in [1, 0x20] {
                    let mut changed = whole.clone();
                    changed.get_mut(path).unwrap()[at] ^= flip;
                    assert!(!faults(&changed).is_empty(), "{path}, byte {at}");
                }
            }
        }
    }

    #[test]
    fn a_file_more_or_less_is_found() {
        let whole = bag();
        for path in whole.keys() {
            let mut less = whole.clone();
            less.remove(path);
            assert!(!faults(&less).is_empty() || path.starts_with("tagmanifest"), "{path}");
        }
        for path in ["data/c.txt", "letter.txt"] {
            let mut more = whole.clone();
            more.insert(path.to_owned(), b"c".to_vec());
            assert!(!faults(&more).is_empty(), "{path}");
        }
    }

    #[test]
    fn a_manifest_never_leads_out_of_the_bag() {
        let mut files = bag();
        files.insert(
            "manifest-sha256.txt".to_owned(),
            format!("{}  data/../../etc/passwd\n", "0".repeat(64)).into_bytes(),
        );
        assert!(faults(&files).iter().any(|fault| fault.en.contains("must not")));
    }
}
