use std::fmt;
use std::sync::Arc;

/// Where a page or file stands below the board: `finance/2026-q3/` for a page, `assets/board.css` for a file; empty for
/// the home page. Never starts with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// A page's folder, from its parts.
    pub fn page(path: &str) -> Self {
        let path = path.trim_matches('/');
        if path.is_empty() { Self::default() } else { Self(Arc::from(format!("{path}/"))) }
    }

    /// A file.
    pub fn file(path: &str) -> Self {
        Self(Arc::from(path.trim_start_matches('/')))
    }

    /// A file or page inside this page's folder.
    pub fn join(&self, name: &str) -> Self {
        Self(Arc::from(format!("{}{name}", self.0)))
    }

    /// The address as text, as in sitemap and data.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that holds it: `finance/2026-q3/index.html`.
    pub fn file_path(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.to_string() }
    }

    /// How many folders deep it lies.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// The way back to the board's root from here: `../../`, or empty at the root.
    pub fn to_root(&self) -> String {
        "../".repeat(self.depth())
    }

    /// The relative link from this page to another, naming the file, so that it works from a folder as well.
    pub fn link_to(&self, target: &Address) -> String {
        let own = &self.0[..self.0.rfind('/').map_or(0, |at| at + 1)];
        let shared = own.bytes().zip(target.0.bytes()).take_while(|(a, b)| a == b).count();
        let common = own.as_bytes()[..shared].iter().rposition(|&byte| byte == b'/').map_or(0, |at| at + 1);
        let mut link = "../".repeat(own[common..].matches('/').count());
        link.push_str(&target.0[common..]);
        if target.0.is_empty() || target.0.ends_with('/') {
            link.push_str("index.html");
        }
        encode(link)
    }

    /// The address with what may not stand in an address escaped, for public addresses.
    pub fn encoded(&self) -> String {
        encode(self.0.to_string())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Escapes what would end or change a path. Chinese characters stay as they are: they are readable, and valid in HTML.
fn encode(path: String) -> String {
    let is_special = |byte: u8| byte < b' ' || b" %?#\"<>\\^`{|}[]".contains(&byte);
    if !path.bytes().any(is_special) {
        return path;
    }
    let mut encoded = String::with_capacity(path.len() + 8);
    for character in path.chars() {
        match u8::try_from(character) {
            Ok(byte) if is_special(byte) => encoded.push_str(&format!("%{byte:02X}")),
            _ => encoded.push(character),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_their_file() {
        let home = Address::default();
        let item = Address::page("finance/2026-q3");
        let near = Address::page("finance/2026-q2");
        assert_eq!(home.link_to(&item), "finance/2026-q3/index.html");
        assert_eq!(item.link_to(&home), "../../index.html");
        assert_eq!(item.link_to(&near), "../2026-q2/index.html");
        assert_eq!(item.link_to(&item), "index.html");
        assert_eq!(item.link_to(&item.join("附件 1.pdf")), "附件%201.pdf");
        assert_eq!(Address::file("404.html").link_to(&Address::file("assets/a.css")), "assets/a.css");
        assert_eq!(item.to_root(), "../../");
    }
}
