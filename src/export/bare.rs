/// Attributes that mean something to any reader.
const KEPT: [&str; 8] = ["href", "src", "alt", "colspan", "rowspan", "scope", "start", "lang"];

/// Body HTML of ours without wrappers, classes and whatever else only our style sheet knows: what the editors of other
/// systems keep as it is.
pub(super) fn bare(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = tag_end(rest);
        push_tag(&rest[..end], &mut out);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Writes a tag with the attributes that are kept; a wrapper is left out.
fn push_tag(tag: &str, out: &mut String) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let name_end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(name_end);
    if matches!(name.trim_start_matches('/'), "div" | "span" | "section") || name.starts_with('!') {
        return;
    }
    out.push('<');
    out.push_str(name);
    while let Some((attribute, after)) = rest.trim_start().split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        let attribute = attribute.rsplit(char::is_whitespace).next().unwrap_or_default();
        if KEPT.contains(&attribute) {
            out.push_str(&format!(" {attribute}=\"{value}\""));
        }
        rest = after;
    }
    out.push('>');
}

/// The byte behind a tag: a `>` inside a quoted value does not end it.
fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    for (at, character) in tag.char_indices() {
        match character {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn wrappers_and_classes_go_and_what_means_something_stays() {
        let html = "<div class=\"table-frame\" tabindex=\"0\"><table class=\"data-table\"><tr><th scope=\"col\" class=\"n\">甲</th>\
                    <td colspan=\"2\">1 &lt; 2</td></tr></table></div><p id=\"a\">见<a class=\"x\" href=\"b?c=1&amp;d\" title=\"a > b\">乙</a><br /></p>";
        assert_eq!(
            bare(html),
            "<table><tr><th scope=\"col\">甲</th><td colspan=\"2\">1 &lt; 2</td></tr></table><p>见<a href=\"b?c=1&amp;d\">乙</a><br></p>"
        );
    }
}
