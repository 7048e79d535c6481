//! Raw HTML from content, cleaned to what a page may hold. Dear, so only bodies that have raw HTML come here.

use super::address::is_safe;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Keeps text, tables with spans, lists, and links of the safe kinds; drops everything else.
pub(super) fn clean(html: &str) -> String {
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(cleaner);
    CLEANER.clean(html).to_string()
}

fn cleaner() -> ammonia::Builder<'static> {
    let tags = "a abbr b blockquote br caption code col colgroup dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 \
                hr i img ins kbd li mark ol p pre q rp rt ruby s section small span strong sub sup table tbody td tfoot \
                th thead tr u ul wbr";
    let headings = ["h2", "h3", "h4", "h5", "h6"];
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", HashSet::from(["href", "title", "id", "rel"])),
        ("img", HashSet::from(["src", "alt", "width", "height", "loading"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
        ("ol", HashSet::from(["start"])),
        ("section", HashSet::from(["tabindex", "aria-label"])),
        ("div", HashSet::from(["id"])),
    ]);
    attributes.extend(headings.map(|heading| (heading, HashSet::from(["id"]))));
    let classes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("table", HashSet::from(["data-table"])),
        ("section", HashSet::from(["table-frame"])),
        ("th", HashSet::from(["number", "centre"])),
        ("td", HashSet::from(["number", "centre"])),
        ("sup", HashSet::from(["footnote"])),
        ("div", HashSet::from(["footnote"])),
    ]);
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(tags.split_whitespace().collect())
        .clean_content_tags(HashSet::from([
            "script", "style", "iframe", "object", "template", "noscript", "svg", "math",
        ]))
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "dir"]))
        .allowed_classes(classes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("a", "href") => is_safe(value).then_some(Cow::Borrowed(value)),
            // Pictures of other hosts would tell them who reads the page.
            ("img", "src") => (is_safe(value) && !value.contains(':')).then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        });
    builder
}
