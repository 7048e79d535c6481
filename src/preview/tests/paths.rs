use super::super::target::ATTACKS;
use super::harness::{Preview, site};

#[test]
fn no_trick_with_a_path_gets_a_file() {
    let preview = Preview::start();
    for (status, target) in ATTACKS {
        let reply = preview.get(target);
        assert_eq!(reply.status, *status, "{target}");
        assert!(reply.field("Location").is_none(), "{target}");
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn folders_have_an_index_and_are_never_listed() {
    let preview = Preview::start();
    assert!(preview.get("/").text().contains("首页"));
    assert!(preview.get("/%E8%B4%A2%E6%94%BF/?x=1").text().contains("财政收支"));
    let reply = preview.get("/%E8%B4%A2%E6%94%BF?x=1");
    assert_eq!((reply.status, reply.field("Location")), (302, Some("/%E8%B4%A2%E6%94%BF/?x=1")));
    for target in ["/none", "/none/", "/board.css/", "/_gongkai/", "/_gongkai/none", "/index.html/"] {
        assert_eq!(preview.get(target).status, 404, "{target}");
    }
    assert!(preview.get("/none").text().contains("此页不存在"));
    assert_eq!(preview.ask("/财政/", "").status, 200);
}

#[test]
fn only_pages_carry_the_script() {
    let preview = Preview::start();
    let page = preview.get("/").text();
    let script = page.find("<script src=\"/_gongkai/reload.js\" data-version=\"").unwrap();
    assert!(script < page.find("</body>").unwrap() && page.ends_with("</body></html>"));
    assert!(preview.get("/%E8%B4%A2%E6%94%BF/").text().ends_with("defer></script></BODY>"));
    assert_eq!(preview.get("/board.css").text(), "body { color: black }");
    assert_eq!(site("x").0[3].1, b"body { color: black }");
    for own in ["/_gongkai/reload.js", "/_gongkai/overlay.css", "/_gongkai/findings"] {
        let reply = preview.get(own);
        assert_eq!((reply.status, reply.field("Cache-Control")), (200, Some("no-store")), "{own}");
        assert!(reply.body.len() > 100, "{own}");
    }
}

#[test]
fn every_reply_forbids_what_it_need_not_allow() {
    let preview = Preview::start();
    for target in ["/", "/board.css", "/none", "/../", "/%E8%B4%A2%E6%94%BF", "/_gongkai/findings", "/picture.svg"] {
        let reply = preview.get(target);
        let policy = reply.field("Content-Security-Policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{target}: {policy}");
        assert!(!policy.contains("script-src 'unsafe") && !policy.contains('*'), "{target}: {policy}");
        assert_eq!(reply.field("X-Content-Type-Options"), Some("nosniff"), "{target}");
        assert_eq!(reply.field("Cross-Origin-Resource-Policy"), Some("same-origin"), "{target}");
    }
    assert!(preview.get("/picture.svg").field("Content-Security-Policy").unwrap().ends_with("sandbox"));
}
