/// The words of HTML that this program made, one block a line and cells parted by tabs, as a reader sees them.
pub fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        unescape(&rest[..at], &mut text);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let end = tag_end(rest);
        let tag = rest[1..end].trim_end_matches('>');
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        match name.as_str() {
            "br" | "br/" | "/p" | "/li" | "/tr" | "/h1" | "/h2" | "/h3" | "/h4" | "/h5" | "/h6" | "/caption"
            | "/dt" | "/dd" | "/div" | "/pre" | "/blockquote" | "/table" | "/figcaption" | "hr" => new_line(&mut text),
            "td" | "th" if !text.is_empty() && !text.ends_with(['\n', '\t']) => text.push('\t'),
            _ => {}
        }
        rest = &rest[end..];
    }
    unescape(rest, &mut text);
    text.truncate(text.trim_end().len());
    text
}

/// The byte behind a tag: a `>` inside a quoted value does not end it.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, character) in tag.char_indices() {
        match (quote, character) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// Appends words, with line ends as spaces, none at the head of a line, and the characters that HTML escapes as they are.
fn unescape(words: &str, text: &mut String) {
    const ESCAPES: [(&str, char); 7] =
        [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\''), ("#x27;", '\''), ("nbsp;", ' ')];
    let mut rest = words;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        match character {
            '&' => {
                let escape = ESCAPES.iter().find(|(name, _)| rest.starts_with(name));
                rest = escape.map_or(rest, |(name, _)| &rest[name.len()..]);
                text.push(escape.map_or('&', |(_, meant)| *meant));
            }
            '\n' | '\r' | ' ' if text.is_empty() || text.ends_with(['\n', ' ', '\t']) => {}
            '\n' | '\r' => text.push(' '),
            other => text.push(other),
        }
    }
}

fn new_line(text: &mut String) {
    text.truncate(text.trim_end_matches([' ', '\t']).len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_lines_and_cells_are_parted() {
        let html = "<h2 id=\"a\">一、收入</h2>\n<p>共<b>3</b>万元 &amp; 12元。</p>\n<table><caption>支出</caption><tr><th>项目</th>\
                    <td title=\"a > b\">水费</td></tr></table><ul>\n<li>甲</li>\n<li>乙<br>丙</li>\n</ul>";
        assert_eq!(words(html), "一、收入\n共3万元 & 12元。\n支出\n项目\t水费\n甲\n乙\n丙");
    }

    #[test]
    fn what_is_no_element_stays_and_comments_do_not() {
        assert_eq!(words("1 &lt; 2<!-- 内部 --> &quot;好&quot; &amp;lt; <p"), "1 < 2 \"好\" &lt;");
    }
}
