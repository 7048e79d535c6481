//! The desk, where items are changed: who may, and what becomes of the files.

use super::super::server::{Server, Settings};
use super::harness::{Preview, Reply};
use crate::board::Edition;
use crate::calendar::Date;
use crate::edit::Desk;
use crate::pipeline::Options;
use crate::text::Language;
use std::fs;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

const BOARD: &str = "\
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {id: hongshi, name: 红石镇人民政府}
categories:
  - {id: rescue, name: 社会救助, cadence: timely}
";
const ITEM: &str = "---\r\n标题: 甲\r\n发布日期: 2026-10-15 # 注\r\n---\r\n\r\n正文。\r\n";
const PATH: &str = "content/rescue/a.md";

/// A preview with a desk, and the board on disk.
struct Office {
    preview: Preview,
    root: PathBuf,
    cookie: String,
    _home: tempfile::TempDir,
}

impl Office {
    fn open() -> Self {
        Self::on(Ipv4Addr::LOCALHOST)
    }

    fn on(host: Ipv4Addr) -> Self {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().canonicalize().unwrap();
        fs::create_dir_all(root.join("content/rescue")).unwrap();
        fs::write(root.join("content/board.yaml"), BOARD).unwrap();
        fs::write(root.join(PATH), ITEM).unwrap();
        let options = Options {
            today: Date::parse("2026-10-20").unwrap(),
            edition: Edition { drafts: true, ..Edition::default() },
            keep_going: false,
            base_url: None,
        };
        let desk = Some(Arc::new(Desk::new(root.clone(), options, Language::Chinese)));
        let settings = Settings { host: host.into(), port: 0, root: None, language: Language::Chinese, desk };
        let preview = Preview::of(Server::start(settings).unwrap());
        let address = preview.server.desk_address().unwrap_or_default();
        let token = address.split_once("token=").map(|(_, token)| token.to_owned()).unwrap_or_default();
        let cookie = format!("Cookie: gongkai-edit-{}={token}\r\n", preview.address.port());
        Self { preview, root, cookie, _home: home }
    }

    fn get(&self, path: &str) -> Reply {
        self.preview.ask(&format!("/_gongkai/edit/{path}"), &self.cookie)
    }

    fn post(&self, path: &str, body: &[u8]) -> Reply {
        let fields = format!("Origin: http://{}\r\n{}", self.preview.address, self.cookie);
        self.post_as(path, &fields, body)
    }

    fn post_as(&self, path: &str, fields: &str, body: &[u8]) -> Reply {
        let (host, length) = (self.preview.address, body.len());
        let head = format!(
            "POST /_gongkai/edit/{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}Content-Length: {length}\r\n\r\n"
        );
        self.preview.raw(&[head.as_bytes(), body].concat())
    }

    /// What a browser would send: the hidden fields of the form as they are, and these.
    fn form(&self, path: &str, changes: &[(&str, &str)]) -> Vec<u8> {
        let page = self.get(&format!("item?path={path}")).text();
        let hidden = |name: &str| {
            let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_default();
            rest.split('"').next().unwrap_or_default().replace("&quot;", "\"").replace("&amp;", "&")
        };
        let hex = |word: &str| word.bytes().fold(String::new(), |hex, byte| hex + &format!("%{byte:02X}"));
        let own = ["path", "digest", "base"].map(|name| (name, hidden(name)));
        let own = own.iter().map(|(name, value)| format!("{name}={}", hex(value)));
        let changes = changes.iter().map(|(name, value)| format!("{name}={}", hex(value)));
        own.chain(changes).collect::<Vec<_>>().join("&").into_bytes()
    }

    fn on_disk(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }
}

#[test]
fn without_a_desk_no_address_of_it_answers() {
    let preview = Preview::start();
    assert_eq!(preview.server.desk_address(), None);
    for path in ["", "item?path=content/a.md", "edit.js"] {
        assert_eq!(preview.get(&format!("/_gongkai/edit/{path}")).status, 404, "{path}");
    }
    let post = format!(
        "POST /_gongkai/edit/save HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        preview.address
    );
    assert_eq!(preview.raw(post.as_bytes()).status, 405);
    // A preview that is shared has none, even where somebody gave it one.
    let shared = Office::on(Ipv4Addr::UNSPECIFIED);
    assert_eq!(shared.preview.server.desk_address(), None);
}

#[test]
fn the_desk_opens_for_its_token_only() {
    let office = Office::open();
    assert_eq!(office.preview.get("/_gongkai/edit/").status, 401);
    assert_eq!(office.preview.get("/_gongkai/edit/?token=0123").status, 401);
    assert_eq!(office.preview.get("/").status, 503, "the preview itself needs none");
    let token = office.preview.server.desk_address().unwrap();
    let welcome =
        office.preview.get(token.split_once("/_gongkai").map(|(_, rest)| format!("/_gongkai{rest}")).unwrap().as_str());
    assert_eq!((welcome.status, welcome.field("Location")), (302, Some("/_gongkai/edit/")));
    let cookie = welcome.field("Set-Cookie").unwrap();
    assert!(cookie.ends_with("Path=/_gongkai/edit/; HttpOnly; SameSite=Strict"), "{cookie}");
    let page = office.get("");
    assert!(
        page.text().contains("甲") && page.field("Content-Security-Policy").unwrap().contains("script-src 'self';")
    );
    assert!(!page.text().contains("<script>") && !page.text().contains(" style="));
}

#[test]
fn only_our_own_pages_may_post() {
    let office = Office::open();
    let body = office.form(PATH, &[("title", "乙")]);
    let own = format!("Origin: http://{}\r\n", office.preview.address);
    for (status, fields) in [
        (403, office.cookie.clone()),
        (403, format!("Origin: http://example.com\r\n{}", office.cookie)),
        (403, format!("Origin: null\r\n{}", office.cookie)),
        (403, format!("Origin: http://localhost:{}\r\n{}", office.preview.address.port(), office.cookie)),
        (401, own.clone()),
        (403, format!("{own}Sec-Fetch-Site: cross-site\r\n{}", office.cookie)),
    ] {
        assert_eq!(office.post_as("save", &fields, &body).status, status, "{fields}");
    }
    let foreign = format!(
        "POST /_gongkai/edit/save HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n{own}{}Content-Length: 0\r\n\r\n",
        office.cookie
    );
    assert_eq!(office.preview.raw(foreign.as_bytes()).status, 421);
    let large = format!(
        "POST /_gongkai/edit/save HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{own}{}Content-Length: 999999999\r\n\r\n",
        office.preview.address, office.cookie
    );
    assert_eq!(office.preview.raw(large.as_bytes()).status, 413);
    assert_eq!(office.post("", b"").status, 404);
    let site = format!(
        "POST / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{own}Content-Length: 0\r\n\r\n",
        office.preview.address
    );
    assert_eq!(office.preview.raw(site.as_bytes()).status, 405, "the site itself takes nothing");
    assert_eq!(office.on_disk(PATH), ITEM);
}

#[test]
fn what_is_saved_is_the_changed_value_and_nothing_else() {
    let office = Office::open();
    let reply = office.post("save", &office.form(PATH, &[("title", "乙: 丙"), ("body", "正文。\r\n\r\n又一段。")]));
    assert_eq!(
        (reply.status, reply.field("Location")),
        (303, Some("/_gongkai/edit/item?path=content/rescue/a.md&said=saved"))
    );
    let saved = "---\r\n标题: \"乙: 丙\"\r\n发布日期: 2026-10-15 # 注\r\n---\r\n\r\n正文。\r\n\r\n又一段。\r\n";
    assert_eq!(office.on_disk(PATH), saved);
    let page = office.get("item?path=content/rescue/a.md").text();
    assert!(page.contains("value=\"乙: 丙\"") && page.contains("这一条已经公开"), "{page}");
    let same = office.post("save", &office.form(PATH, &[("title", "乙: 丙")]));
    assert!(same.field("Location").unwrap().ends_with("said=same"));
    assert_eq!(fs::read_dir(office.root.join("content/rescue")).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let office = Office::open();
    let mine = office.form(PATH, &[("title", "我的")]);
    let theirs = ITEM.replace("正文。", "别人的正文。");
    fs::write(office.root.join(PATH), &theirs).unwrap();
    let refused = office.post("save", &mine);
    let page = refused.text();
    assert_eq!(refused.status, 409);
    assert!(page.contains("我的") && page.contains("别人的正文。"), "{page}");
    assert_eq!(office.on_disk(PATH), theirs);
    let again = office.post("save", &[&mine[..], b"&again=1"].concat()).text();
    assert!(again.contains("value=\"我的\"") && again.contains("别人的正文。"), "{again}");
    assert_eq!(office.on_disk(PATH), theirs, "merging shows and saves nothing");
}

#[test]
fn what_is_found_is_told_before_anything_is_saved() {
    let office = Office::open();
    let look = |changes: &[(&str, &str)]| -> serde_json::Value {
        serde_json::from_slice(&office.post("look", &office.form(PATH, changes)).body).unwrap()
    };
    let told = look(&[("published", "20261015"), ("body", "电话见 13800138000 李四")]);
    let fields: Vec<&str> = told["found"].as_array().unwrap().iter().filter_map(|one| one["field"].as_str()).collect();
    assert!(fields.contains(&"published"), "{told}");
    let told = look(&[("body", "第一段。\n\n身份证 11010519491231002X")]);
    let number = told["found"].as_array().unwrap().iter().find(|one| one["check"] == "id-number").unwrap().clone();
    assert_eq!((&number["field"], &number["line"]), (&"body".into(), &3.into()));
    assert!(!number.to_string().contains("11010519491231002X"), "a number that was found is not shown whole");
    let told = look(&[("title", "新的标题")]);
    let page = told["page"].as_str().unwrap();
    assert!(
        page.contains("新的标题") && page.contains("<base href=\"/rescue/a/\">") && !page.contains("<script"),
        "{page}"
    );
    assert_eq!(office.on_disk(PATH), ITEM);
}

#[test]
fn no_name_leads_out_of_the_items_own_folder_or_over_another_file() {
    let office = Office::open();
    for name in [
        "..%2Fx.pdf",
        "../x.pdf",
        "..%5Cx.pdf",
        "a%2Fb.pdf",
        ".x.pdf",
        "x",
        "x.md",
        "board.yaml",
        "x.html",
        "x.SVG",
        "x.exe",
        "con.pdf",
        "x%00.pdf",
        "",
        "x.pdf.",
        " x.pdf",
        "~$x.pdf",
    ] {
        let reply = office.post(&format!("attach?path={PATH}&name={name}"), b"%PDF-");
        assert!(matches!(reply.status, 400 | 422), "{name}: {}", reply.status);
    }
    for path in
        ["content/board.yaml", "content/../secret.md", "../secret.md", "content/rescue/none.md", "", "%2Fetc%2Fpasswd"]
    {
        assert_eq!(office.post(&format!("attach?path={path}&name=x.pdf"), b"%PDF-").status, 404, "{path}");
        assert_eq!(office.get(&format!("item?path={path}")).status, 404, "{path}");
        assert_eq!(office.post("save", format!("path={path}&whole=x").as_bytes()).status, 404, "{path}");
    }
    let attach = || office.post(&format!("attach?path={PATH}&name=%E8%A1%A8%201.csv"), "甲,乙\n".as_bytes());
    assert_eq!((attach().status, attach().status), (201, 409));
    assert_eq!(office.on_disk("content/rescue/表 1.csv"), "甲,乙\n");
    assert_eq!(fs::read_dir(office.root.join("content/rescue")).unwrap().count(), 2);
    assert_eq!(fs::read_dir(&office.root).unwrap().count(), 1);
}

#[test]
fn a_file_whose_front_matter_cannot_be_read_is_mended_as_a_text() {
    let office = Office::open();
    fs::write(office.root.join(PATH), "---\n标题: [甲\n发布日期: 2026-10-15\n---\n正文。\n").unwrap();
    let page = office.get(&format!("item?path={PATH}")).text();
    assert!(page.contains("name=\"whole\"") && page.contains("文件头读不出来") && page.contains("标题: [甲"), "{page}");
    let mended = "---\r\n标题: 甲\r\n发布日期: 2026-10-15\r\n---\r\n正文。\r\n";
    assert_eq!(office.post("save", &office.form(PATH, &[("whole", mended)])).status, 303);
    assert_eq!(office.on_disk(PATH), mended.replace("\r\n", "\n"), "the file keeps its own line breaks");
    assert!(office.get(&format!("item?path={PATH}")).text().contains("name=\"title\""));
}

#[test]
fn a_new_item_is_a_draft_under_a_clean_name() {
    let office = Office::open();
    let make_one = |title: &str| office.post("new", format!("category=rescue&title={title}").as_bytes());
    let made = make_one("%E4%B8%B4%E6%97%B6%2F%E6%95%91%E5%8A%A9");
    assert_eq!(made.status, 303);
    let text = office.on_disk("content/rescue/2026-10-20-临时救助.md");
    assert!(text.contains("标题: \"临时/救助\"") && text.contains("草稿: 是"), "{text}");
    assert!(office.preview.ask(made.field("Location").unwrap(), &office.cookie).text().contains("已新建草稿"));
    make_one("%E4%B8%B4%E6%97%B6%2F%E6%95%91%E5%8A%A9");
    assert!(office.root.join("content/rescue/2026-10-20-临时救助-2.md").is_file(), "nothing is overwritten");
    assert_eq!((make_one("").status, office.post("new", b"category=none&title=x").status), (422, 422));
}

#[test]
fn the_pictures_of_what_is_not_published_are_shown_beside_the_form_and_no_other_file_is() {
    let office = Office::open();
    fs::write(office.root.join("content/rescue/图.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    fs::write(office.root.join("content/rescue/名单.csv"), "甲\n").unwrap();
    let form = office.form(PATH, &[("draft", "是"), ("body", "![路口](图.png)\n")]);
    let seen = office.post("look", &form).text();
    let at = "../../_gongkai/edit/picture/content/rescue/图.png";
    assert!(seen.contains(at), "{seen}");
    assert_eq!(office.get("picture/content/rescue/%E5%9B%BE.png").text(), "\u{FFFD}PNG\r\n\u{1a}\n");
    for path in ["content/rescue/%E5%90%8D%E5%8D%95.csv", "content/board.yaml", "content/rescue/%E6%B2%A1.png"] {
        assert_eq!(office.get(&format!("picture/{path}")).status, 404, "{path}");
    }
}

#[test]
fn what_holds_for_every_step_of_approval_is_said_once() {
    let office = Office::open();
    fs::write(office.root.join("content/board.yaml"), format!("{BOARD}approvals: [provided, reviewed, signed]\n"))
        .unwrap();
    let page = office.get(&format!("item?path={PATH}")).text();
    assert_eq!(page.matches("data-group=\"approvals.").count(), 3);
    let (_, steps) = page.split_once("data-group=\"approvals\"").unwrap();
    let (steps, _) = steps.split_once("data-field=\"draft\"").unwrap();
    let helps: Vec<&str> = steps.split("<p class=\"help\"").skip(1).filter_map(|help| help.split('>').nth(1)).collect();
    let mut once = helps.clone();
    once.sort_unstable();
    once.dedup();
    assert!(once.len() > 2 && once.len() == helps.len(), "{helps:?}");
}
