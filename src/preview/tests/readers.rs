use super::super::answer::{Answer, Pages};
use super::super::finding::Finding;
use super::super::findings::Findings;
use super::super::shown::Outcome;
use super::harness::{Preview, Reply};
use crate::diag::{Diagnostic, Severity};
use crate::say;
use crate::text::Language;
use std::net::Ipv4Addr;
use std::sync::Arc;

const PDF: &str = "/%E8%B4%A2%E6%94%BF/%E9%99%84%E4%BB%B6.pdf";

#[test]
fn foreign_hosts_and_origins_are_refused() {
    let preview = Preview::start();
    let port = preview.address.port();
    let ask =
        |fields: &str| preview.raw(format!("GET / HTTP/1.1\r\n{fields}Connection: close\r\n\r\n").as_bytes()).status;
    assert_eq!(ask(&format!("Host: localhost:{port}\r\n")), 200);
    assert_eq!(ask(&format!("Host: [::1]:{port}\r\n")), 200);
    assert_eq!(ask(""), 421);
    assert_eq!(ask("Host: example.com\r\n"), 421);
    assert_eq!(ask(&format!("Host: example.com:{port}\r\n")), 421);
    assert_eq!(ask(&format!("Host: localhost:{port}\r\nOrigin: http://example.com\r\n")), 403);
    assert_eq!(ask(&format!("Host: localhost:{port}\r\nSec-Fetch-Site: cross-site\r\n")), 403);
    assert_eq!(ask(&format!("Host: localhost:{port}\r\nHost: example.com\r\n")), 400);
    assert_eq!(preview.raw(b"GET / HTTP/1.0\r\n\r\n").status, 421);
    let own = preview.raw(b"GET /_gongkai/findings HTTP/1.1\r\nHost: example.com\r\n\r\n\r\n");
    assert_eq!(own.status, 421);
}

#[test]
fn other_methods_and_bodies_are_refused() {
    let preview = Preview::start();
    let host = preview.address;
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND"] {
        let reply = preview.raw(format!("{method} / HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes());
        assert_eq!((reply.status, reply.field("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    assert_eq!(preview.ask("/", "Transfer-Encoding: chunked\r\n").status, 400);
    assert_eq!(preview.ask("/", "Content-Length: 999999999999999\r\n").status, 413);
    assert_eq!(preview.raw(b"\x16\x03\x01\x02\x00\x01\x00").status, 400);
    // What hides behind a body is never taken for a request.
    let hidden = format!(
        "GET / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: xchunked\r\n\r\nGET /board.css HTTP/1.1\r\nHost: {host}\r\n\r\n"
    );
    assert!(!preview.raw(hidden.as_bytes()).text().contains("color"));
}

#[test]
fn heads_beyond_the_limits_are_refused() {
    let preview = Preview::start();
    let host = preview.address;
    assert_eq!(preview.get(&format!("/{}", "a".repeat(5000))).status, 414);
    assert_eq!(preview.get(&format!("/{}", "a".repeat(5_000_000))).status, 414);
    assert_eq!(preview.ask("/", &format!("X: {}\r\n", "a".repeat(20_000))).status, 431);
    assert_eq!(preview.ask("/", &format!("X: {}\r\n", "a".repeat(5_000_000))).status, 431);
    assert_eq!(preview.ask("/", &"X: y\r\n".repeat(200)).status, 431);
    assert_eq!(
        preview.raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\nX: {}", "a".repeat(1_000_000)).as_bytes()).status,
        431
    );
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn requests_sent_in_a_row_are_answered_in_order() {
    let preview = Preview::start();
    let host = preview.address;
    let one = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let mut all = (0..50).map(|turn| one(if turn % 2 == 0 { "/board.css" } else { "/none" })).collect::<String>();
    all.push_str(&format!("HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    let Reply { head, body, .. } = preview.raw(all.as_bytes());
    let text = format!("{head}\r\n\r\n{}", String::from_utf8_lossy(&body));
    let statuses: Vec<&str> = text.split("HTTP/1.1 ").skip(1).map(|reply| &reply[..3]).collect();
    assert_eq!(statuses.len(), 51);
    assert!(statuses.chunks(2).take(25).all(|pair| pair == ["200", "404"]), "{statuses:?}");
    assert!(text.ends_with("Connection: close\r\n\r\n"));
}

#[test]
fn a_part_of_an_attachment_can_be_asked_for() {
    let preview = Preview::start();
    let whole = preview.get(PDF);
    assert_eq!((whole.status, whole.body.len(), whole.field("Content-Type")), (200, 100_000, Some("application/pdf")));
    let tag = whole.field("ETag").unwrap();
    let part = preview.ask(PDF, "Range: bytes=10-19\r\n");
    assert_eq!((part.status, part.field("Content-Range")), (206, Some("bytes 10-19/100000")));
    assert_eq!(part.body, &whole.body[10..20]);
    assert_eq!(preview.ask(PDF, "Range: bytes=-5\r\n").body, &whole.body[99_995..]);
    assert_eq!(preview.ask(PDF, &format!("Range: bytes=0-1\r\nIf-Range: {tag}\r\n")).status, 206);
    assert_eq!(preview.ask(PDF, "Range: bytes=0-1\r\nIf-Range: \"old\"\r\n").status, 200);
    let outside = preview.ask(PDF, "Range: bytes=100000-\r\n");
    assert_eq!((outside.status, outside.field("Content-Range")), (416, Some("bytes */100000")));
    let known = preview.ask(PDF, &format!("If-None-Match: W/\"x\", {tag}\r\n"));
    assert_eq!((known.status, known.body.len()), (304, 0));
    assert_eq!(preview.ask("/", "Range: bytes=0-1\r\n").status, 200);
}

#[test]
fn a_shared_preview_lets_in_whoever_holds_the_token() {
    let preview = Preview::on(Ipv4Addr::UNSPECIFIED);
    preview.show("首页", Findings::default());
    assert!(preview.server.is_shared());
    let address = preview.server.address();
    let token = address.split("token=").nth(1).unwrap();
    for target in ["/", "/board.css", "/_gongkai/events", "/_gongkai/findings", "/?token=0"] {
        assert_eq!(preview.get(target).status, 401, "{target}");
    }
    let welcome = preview.get(&format!("/board.css?token={token}"));
    assert_eq!((welcome.status, welcome.field("Location")), (302, Some("/board.css")));
    let cookie = welcome.field("Set-Cookie").unwrap().split(';').next().unwrap();
    assert_eq!(preview.ask("/", &format!("Cookie: {cookie}\r\n")).status, 200);
    let findings = preview.ask("/_gongkai/findings", &format!("Cookie: {cookie}\r\n")).text();
    assert!(!findings.contains("/home/"), "readers elsewhere need not know our folders");
}

#[test]
fn the_last_good_page_stays_when_a_build_fails() {
    let preview = Preview::on(Ipv4Addr::LOCALHOST);
    let waiting = preview.get("/");
    assert!(waiting.status == 503 && waiting.text().contains("reload.js"));
    preview.show("第一版", Findings::default());
    let error = Diagnostic::new("bad-front-matter", Severity::Error, None, say!("读不懂<b>", "unreadable"));
    let note = Diagnostic::new("missing-summary", Severity::Note, None, say!("没有概述", "no summary"));
    let findings = Findings::of(&[note, error], |_| None, Language::Chinese);
    preview.server.show(Outcome { site: None, anew: true, findings });
    assert!(preview.get("/").text().contains("第一版"));
    let told = preview.get("/_gongkai/findings");
    assert_eq!(told.field("Content-Type"), Some("application/json; charset=utf-8"));
    let told: serde_json::Value = serde_json::from_slice(&told.body).unwrap();
    assert_eq!((&told["errors"], &told["findings"][0]["message"]), (&1.into(), &"读不懂<b>".into()));
    assert_eq!(told["words"]["summary"], "1处错误，1处提示");
}

#[test]
fn a_page_that_panics_spoils_only_itself() {
    let preview = Preview::start();
    assert_eq!(preview.get("/panic/").status, 500);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn what_is_wrong_with_one_page_is_told_to_that_page() {
    struct Broken;
    impl Pages for Broken {
        fn answer(&self, path: &str) -> Option<Answer> {
            let error = Diagnostic::new("bad-template", Severity::Error, None, say!("模板有误", "template"));
            (path == "甲/index.html").then(|| Answer::broken(vec![Finding::of(&error, None, Language::Chinese)]))
        }
    }
    let preview = Preview::on(Ipv4Addr::LOCALHOST);
    preview.server.show(Outcome { site: Some(Arc::new(Broken)), anew: true, findings: Findings::default() });
    let page = preview.get("/%E7%94%B2/");
    assert_eq!(page.status, 500);
    assert!(page.text().contains(" data-page=\"%E7%94%B2/index.html\""), "{}", page.text());
    assert!(preview.get("/_gongkai/findings?page=%E7%94%B2/index.html").text().contains("模板有误"));
    assert!(!preview.get("/_gongkai/findings").text().contains("模板有误"));
}
