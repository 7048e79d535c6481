use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// HTML that may be printed as it is: a cleaned body, a part rendered before, a drawing of ours. Everything else that a
/// template prints is escaped, and templates have no way to switch that off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html<'a>(Cow<'a, str>);

impl<'a> Html<'a> {
    /// Vouches for HTML: the caller has cleaned or written it.
    pub fn vouched(html: impl Into<Cow<'a, str>>) -> Self {
        Self(html.into())
    }

    /// A JSON document to stand in a `<script type="application/ld+json">`: no `<` that could end the element, and no
    /// line separator that scripts trip over.
    pub fn json(value: &serde_json::Value) -> Self {
        let mut out = String::new();
        for character in value.to_string().chars() {
            match character {
                '<' => out.push_str("\\u003c"),
                '>' => out.push_str("\\u003e"),
                '&' => out.push_str("\\u0026"),
                '\u{2028}' => out.push_str("\\u2028"),
                '\u{2029}' => out.push_str("\\u2029"),
                other => out.push(other),
            }
        }
        Self(out.into())
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl Serialize for Html<'_> {
    /// HTML goes to the engine as bytes: nothing else in a view is bytes, so the printer knows it without a marker.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_bytes())
    }
}

/// Appends text to HTML, with the five signs escaped that mean something there. The slash is left alone: addresses are
/// full of slashes and none does harm.
pub fn escape(text: &str, out: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let name = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(name);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn escaping_leaves_slashes_and_chinese_alone() {
        let mut out = String::new();
        escape("../财政/a.html?x=1&y=\"<'>\"", &mut out);
        assert_eq!(out, "../财政/a.html?x=1&amp;y=&quot;&lt;&#39;&gt;&quot;");
    }

    #[test]
    fn data_cannot_end_its_element() {
        let html = Html::json(&json!({"name": "</script><script>alert(1)</script>"}));
        assert!(!html.as_str().contains('<'));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(html.as_str()).unwrap()["name"],
            "</script><script>alert(1)</script>"
        );
    }
}
