/// The public address of the board: scheme, host and a path that ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    host_end: usize,
}

impl BaseUrl {
    /// Reads an `http` or `https` address. A missing `/` at the end is added.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let scheme = text.len() - rest.len();
        let host = rest.split('/').next().unwrap_or_default();
        let plain = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(plain) {
            return None;
        }
        if rest
            .contains(|character: char| character.is_whitespace() || matches!(character, '?' | '#' | '"' | '<' | '>'))
        {
            return None;
        }
        let slash = if text.ends_with('/') { "" } else { "/" };
        Some(Self { text: format!("{text}{slash}"), host_end: scheme + host.len() })
    }

    /// The address of a board that has not said its own.
    pub(super) fn nowhere() -> Self {
        Self { text: "https://example.gov.cn/".to_owned(), host_end: "https://example.gov.cn".len() }
    }

    /// The whole address, with `/` at its end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host without scheme.
    pub fn host(&self) -> &str {
        let start = self.text.find("://").map_or(0, |at| at + 3);
        &self.text[start..self.host_end]
    }

    /// The path, with `/` at both ends.
    pub fn path(&self) -> &str {
        &self.text[self.host_end..]
    }

    /// The public address of a page or file below the board.
    pub fn join(&self, address: &str) -> String {
        format!("{}{address}", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_a_path() {
        let url = BaseUrl::parse("https://example.gov.cn/qingshi").unwrap();
        assert_eq!((url.host(), url.path()), ("example.gov.cn", "/qingshi/"));
        assert_eq!(url.join("i/1/"), "https://example.gov.cn/qingshi/i/1/");
        for wrong in ["example.gov.cn", "ftp://a/", "https://", "https://a b/", "https://a/?q"] {
            assert_eq!(BaseUrl::parse(wrong), None, "{wrong}");
        }
    }
}
