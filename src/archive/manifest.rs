use std::collections::BTreeMap;

/// The algorithm of our own manifests.
pub(super) const ALGORITHM: &str = "sha512";

/// Paths and digests as a manifest writes them, sorted by path.
pub(super) fn written(files: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    for (path, digest) in files {
        text.push_str(&format!("{digest}  {}\n", encoded(path)));
    }
    text
}

/// Reads a manifest: digest in lower case, path. A line that is none comes back by its number, from 1.
pub(super) fn read(text: &str) -> Result<Vec<(String, String)>, usize> {
    let lines = text.split(['\n', '\r']).enumerate().filter(|(_, line)| !line.is_empty());
    lines
        .map(|(at, line)| {
            let (digest, path) = line.split_once([' ', '\t']).ok_or(at + 1)?;
            // A star marks a file read as bytes, as some tools write it.
            let path = path.trim_start_matches([' ', '\t']);
            let path = path.strip_prefix('*').unwrap_or(path);
            let is_digest = !digest.is_empty() && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            if is_digest && !path.is_empty() { Ok((digest.to_ascii_lowercase(), decoded(path))) } else { Err(at + 1) }
        })
        .collect()
}

/// Only line ends and the percent sign are written otherwise in a path.
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
}

fn decoded(path: &str) -> String {
    path.replace("%0A", "\n").replace("%0a", "\n").replace("%0D", "\r").replace("%0d", "\r").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_what_it_writes() {
        let files: BTreeMap<String, String> = [("data/100%\n甲 乙.md", "0a"), ("data/b", "0b")]
            .map(|(path, digest)| (path.to_owned(), digest.to_owned()))
            .into();
        let text = written(&files);
        assert_eq!(text, "0a  data/100%25%0A甲 乙.md\n0b  data/b\n");
        let read: BTreeMap<String, String> = read(&text).unwrap().into_iter().map(|(a, b)| (b, a)).collect();
        assert_eq!(read, files);
        assert_eq!(super::read("0a  data/a\nnothing\n"), Err(2));
    }
}
