//! Whatever is written into a field, no page carries a script of the content, nor words that a template would obey.

use crate::support::Site;
use serde_json::to_string;
use std::fs;
use std::path::Path;

/// One writing a line, as a JSON string.
const INJECTIONS: &str = include_str!("../cases/injections.jsonl");

/// A file of the board that a browser would run when it is opened by itself.
const DRAWING: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"gkx()\"><script>gkx()</script></svg>";

fn injections() -> Vec<String> {
    INJECTIONS.lines().map(|line| serde_json::from_str(line).expect("a JSON string")).collect()
}

/// A board in which every field that reaches a page holds a writing: each writing in every field of one item, and in turn
/// in the fields of the board.
fn board(injections: &[String], shift: usize) -> Site {
    let word = |at: usize| to_string(&injections[(at + shift) % injections.len()]).expect("a string");
    let mut site = Site::from("-- content/x/readme.txt --\n");
    site.write(
        "content/board.yaml",
        format!(
            "title: {}\nbase_url: https://example.gov.cn/\nchecks: {{broken-link: warning, missing-attachment: warning, hidden-data: warning}}\n\
             office: {{id: hs, name: {}, address: {}, phone: 0500-6620001, hours: {}}}\n\
             units:\n  - {{id: east, name: {}, kind: village}}\n\
             topics:\n  - {{id: water, name: {}}}\n\
             matters:\n  - {{id: road, name: {}}}\n\
             categories:\n  - {{id: x, name: {}, unit: east}}\n",
            word(0),
            word(1),
            word(2),
            word(3),
            word(4),
            word(5),
            word(6),
            word(7)
        ),
    );
    site.write("content/x/drawing.svg", DRAWING);
    site.write("content/x/drawing.md", "---\ntitle: 画\npublished: 2026-11-09\n---\n![画](drawing.svg)\n");
    for (at, body) in injections.iter().enumerate() {
        let word = to_string(body).expect("a string");
        let cell = body.replace('"', "\"\"");
        site.write(&format!("content/x/n{at}.csv"), format!("名称,\"{cell}\"\n\"{cell}\",甲\n\"{cell}\",\"{cell}\"\n"));
        site.write(
            &format!("content/x/n{at}.md"),
            format!(
                "---\ntitle: {word}\nsummary: {word}\npublished: 2026-11-09\nsource: {word}\nkeywords: [{word}]\ncontact: {word}\n\
                 basis: [{word}]\nunit: east\ntopics: [water]\nindex: HS/2026-{at:05}\ntables: [{{file: n{at}.csv, caption: {word}}}]\n\
                 attachments: [{{file: n{at}.csv, title: {word}}}]\n\
                 corrections: [{{on: 2026-11-10, note: {word}}}]\n\
                 ---\n{body}\n\n段中{body}段中\n\n## 标题{body}\n\n- {body}\n\n> {body}\n\n[词]({body})\n\n![图]({body})\n\n\
                 [词](<{body}>)\n\n<p title=\"{body}\">甲</p>\n\n<a href=\"{body}\">甲</a>\n"
            ),
        );
    }
    site
}

#[test]
fn no_page_carries_a_script_of_the_content() {
    let injections = injections();
    assert!(injections.len() >= 100, "{}", injections.len());
    for shift in [0, 90] {
        let mut site = board(&injections, shift).with(|options| options.keep_going = true);
        let built = site.build();
        let shown = fs::read_dir(site.root().join("public/x")).expect("the category has a page").count();
        let mut kinds: Vec<String> =
            built.errors().iter().filter_map(|error| Some(error.rsplit_once(' ')?.1.to_owned())).collect();
        kinds.sort();
        kinds.dedup();
        assert!(shown * 10 >= injections.len() * 8, "{shown} items stand on pages: {kinds:?}");
        let mut pages = 0;
        look(&site.root().join("public"), &mut |path, text| {
            pages += 1;
            let faults = faults(text);
            assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
            assert!(!text.contains(">49gkx") && !text.contains("gkxgkx"), "{}: a template obeyed", path.display());
        });
        assert!(pages > injections.len());
        assert!(!site.root().join("public/x/drawing").exists(), "a drawing with a script is not published");
    }
}

fn look(folder: &Path, see: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            look(&path, see);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            see(&path, &fs::read_to_string(&path).expect("the page is read"));
        }
    }
}

/// What would run, in the tags of a page as a browser takes them apart.
fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(first) = rest.chars().next().filter(char::is_ascii_alphabetic) else { continue };
        let _ = first;
        let (tag, attributes, after) = take_tag(rest);
        let told = format!("<{tag} {attributes:?}>");
        let named = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let forbidden = [
            "iframe",
            "object",
            "embed",
            "frameset",
            "style",
            "base",
            "plaintext",
            "xmp",
            "template",
            "applet",
            "isindex",
        ];
        let is_ours = tag != "script" || named("src").is_some() || named("type") == Some("application/ld+json");
        let runs = attributes.iter().any(|(key, value)| {
            let value: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let value = value.to_ascii_lowercase().replace("&colon;", ":").replace("&#58;", ":");
            let is_address =
                ["href", "src", "action", "formaction", "xlink:href", "data", "background"].contains(&key.as_str());
            let is_bad = ["javascript:", "vbscript:", "data:"].iter().any(|scheme| value.starts_with(scheme));
            key.starts_with("on") || key == "srcdoc" || (is_address && is_bad)
        });
        let away = tag == "script" && named("src").is_some_and(|src| src.contains("//"));
        // A short address leads on to its item by a relative address, nowhere else.
        let refresh = tag == "meta"
            && named("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh"))
            && !named("content").is_some_and(|content| content.starts_with("0; url=../") && !content.contains(':'));
        if forbidden.contains(&&*tag) || !is_ours || runs || away || refresh {
            faults.push(told);
        }
        rest = after;
        if tag == "script" {
            rest = rest.split_once("</script").map_or("", |(_, after)| after);
        }
    }
    faults
}

/// A tag's name, its attributes, and what comes after it.
fn take_tag(text: &str) -> (String, Vec<(String, String)>, &str) {
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(text.len());
    let (tag, mut rest) = (text[..end].to_ascii_lowercase(), &text[end..]);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return (tag, attributes, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, attributes, after);
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || "/>=".contains(c)).unwrap_or(rest.len()).max(1);
        let end = (end..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| *c == '"' || *c == '\'');
            let (taken, next) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => {
                    after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(after.len()))
                }
            };
            value.push_str(taken);
            rest = next;
        }
        attributes.push((name, value));
    }
}

#[test]
fn the_looker_sees_what_runs() {
    for bad in [
        "<p><script>gkx()</script>",
        "<IMG SRC=x OnError=gkx()>",
        "<img src='x' / onerror=gkx()>",
        "<a href=\" java\tscript:gkx()\">",
        "<a title='>' href=javascript:gkx()>",
        "<base href=//x>",
        "<meta http-equiv=Refresh content=0>",
        "<script src=//x></script>",
    ] {
        assert_eq!(faults(bad).len(), 1, "{bad}");
    }
    assert_eq!(
        faults("<p title='<script>'>&lt;script&gt; a < b onclick=x</p><!-- <script> --><script src=\"a.js\"></script>"),
        [""; 0]
    );
}
