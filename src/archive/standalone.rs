use crate::board::Address;
use crate::config::BaseUrl;
use crate::text::percent_decoded;

/// A page that can be opened without its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standalone {
    /// The page.
    pub html: String,
    /// Files that it needs and that are to lie beside it, by their path below the site's root.
    pub files: Vec<String>,
}

/// Makes a page of the site open by itself. Links to what `keeps` names stay as they are; all others lead to the
/// website. Only attributes inside of tags are looked at: text that reads like one stays text.
pub fn stand_alone(html: &str, own: &Address, base_url: &BaseUrl, keeps: impl Fn(&str) -> bool) -> Standalone {
    let mut made = Standalone { html: String::with_capacity(html.len()), files: Vec::new() };
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        made.html.push_str(text);
        let end = tag_end(tag);
        let (tag, after) = tag.split_at(end);
        push_tag(&mut made, tag, own, base_url, &keeps);
        rest = after;
    }
    made.html.push_str(rest);
    made.files.sort();
    made.files.dedup();
    made
}

/// Where a tag ends, its closing bracket counted; a bracket within quotes ends nothing.
fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn push_tag(made: &mut Standalone, tag: &str, own: &Address, base_url: &BaseUrl, keeps: &impl Fn(&str) -> bool) {
    let mut rest = tag;
    loop {
        let found = [" href=\"", " src=\""].iter().filter_map(|name| Some(rest.find(name)? + name.len())).min();
        let Some(start) = found else { break };
        let Some(length) = rest[start..].find('"') else { break };
        let target = &rest[start..start + length];
        made.html.push_str(&rest[..start]);
        match below_root(own, target) {
            None => made.html.push_str(target),
            Some(path) if keeps(&path) => {
                made.html.push_str(target);
                made.files.push(path);
            }
            Some(_) => made.html.push_str(&on_website(own, target, base_url)),
        }
        rest = &rest[start + length..];
    }
    made.html.push_str(rest);
}

/// The path below the site's root to which a relative link leads, its escapes undone; none for what leads elsewhere.
fn below_root(own: &Address, target: &str) -> Option<String> {
    let file = target.split(['#', '?']).next().unwrap_or_default();
    let elsewhere =
        file.is_empty() || file.starts_with('/') || file.split('/').next().is_some_and(|part| part.contains(':'));
    if elsewhere {
        return None;
    }
    let folder = own.file_path();
    let mut parts: Vec<&str> = folder.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(percent_decoded(&parts.join("/").replace("&amp;", "&")).into_owned())
}

/// The same link as an address of the website, which is short where it leads to a folder.
fn on_website(own: &Address, target: &str, base_url: &BaseUrl) -> String {
    let at = target.find(['#', '?']).unwrap_or(target.len());
    let path = below_root(own, &target[..at]).unwrap_or_default();
    let short = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(&path);
    let address = if short.is_empty() || short.ends_with('/') { Address::page(short) } else { Address::file(short) };
    base_url.join(&address.encoded()).replace('&', "&amp;") + &target[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays_and_all_else_leads_to_the_website() {
        let own = Address::page("notices/a");
        let base = BaseUrl::parse("https://example.gov.cn/shili/").unwrap();
        let html = r##"<a href="../../index.html">首页</a><a href="../b/index.html#x">乙</a><img src="图%201.png" alt=" href=&quot;x"><a href="#top">上</a><a href="https://a.cn/">外</a>文 href="../c/index.html" 字"##;
        let made = stand_alone(html, &own, &base, |path| path.starts_with("notices/a/"));
        assert_eq!(made.files, ["notices/a/图 1.png"]);
        assert_eq!(
            made.html,
            r##"<a href="https://example.gov.cn/shili/">首页</a><a href="https://example.gov.cn/shili/notices/b/#x">乙</a><img src="图%201.png" alt=" href=&quot;x"><a href="#top">上</a><a href="https://a.cn/">外</a>文 href="../c/index.html" 字"##
        );
    }
}
