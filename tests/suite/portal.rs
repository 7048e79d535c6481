//! Many boards read as one.

use gongkai::cli::{Exit, run};
use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-10-12", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

/// A county with a township and a village, both built by this program.
fn county() -> tempfile::TempDir {
    let county = tempfile::tempdir().expect("the folder is ours");
    for (name, preset) in [("town", "township"), ("village", "village")] {
        let root = county.path().join(name);
        assert_eq!(gongkai(county.path(), &["init", name, "--preset", preset]), Exit::Clean);
        assert_eq!(gongkai(&root, &["build"]), Exit::Clean);
    }
    county
}

fn list(county: &Path, boards: &str) {
    fs::write(county.join("boards.yaml"), format!("title: 云岭县<基层>公开\nboards:\n{boards}"))
        .expect("the folder is ours");
}

fn text(county: &Path, path: &str) -> String {
    fs::read_to_string(county.join("portal").join(path)).expect("the folder is ours")
}

#[test]
fn boards_are_ranked_and_their_items_joined_under_whole_addresses() {
    let county = county();
    let row = "  - {name: 甲镇, catalogue: town/public/catalogue.json}\n  - {名称: 乙村, 目录: village/public/catalogue.json, 网址: https://yi.example.cn/board}\n";
    list(county.path(), row);
    assert_eq!(gongkai(county.path(), &["portal", "boards.yaml"]), Exit::Clean);
    let joined: serde_json::Value = serde_json::from_str(&text(county.path(), "catalogue.json")).unwrap();
    let own = |name: &str| -> serde_json::Value {
        let path = county.path().join(name).join("public/catalogue.json");
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let count = |value: &serde_json::Value| value["items"].as_array().unwrap().len();
    assert!(count(&own("village")) > 3);
    assert_eq!(count(&joined), count(&own("town")) + count(&own("village")), "no item is lost, none comes twice");
    for item in joined["items"].as_array().unwrap().iter().filter(|item| item["board"] == "乙村") {
        assert!(item["address"].as_str().unwrap().starts_with("https://yi.example.cn/board/"), "{item}");
    }
    let page = text(county.path(), "index.html");
    assert!(page.contains("云岭县&lt;基层&gt;公开") && page.contains(r#"<a href="https://yi.example.cn/board/""#));
    assert!(page.contains(r#"<td class="number">1</td>"#) && !page.contains("目录读不到</span>"));
    let ranking = text(county.path(), "ranking.csv");
    assert_eq!(ranking.lines().count(), 3, "{ranking}");
    assert!(ranking.starts_with("\u{FEFF}名次,公开栏,网址,目录可读,覆盖率%"));
}

#[test]
fn coverage_comes_before_what_is_late_and_what_cannot_be_read_stands_last() {
    let county = tempfile::tempdir().unwrap();
    let board = |name: &str, duties: &str, published: &str| {
        let folder = county.path().join(name);
        fs::create_dir(&folder).unwrap();
        let catalogue = format!(
            r#"{{"board": "{name}", "date": "2026-10-12", "items": [{{"title": "甲", "published": "{published}"}}]}}"#
        );
        fs::write(folder.join("catalogue.json"), catalogue).unwrap();
        fs::write(folder.join("statistics.json"), format!(r#"{{"duties": {duties}}}"#)).unwrap();
    };
    board("some", r#"{"owed": 10, "covered": 9, "published_periods": 4, "in_time_periods": 4}"#, "2026-10-11 09:00");
    board("all-late", r#"{"owed": 10, "covered": 10, "overdue_periods": 1}"#, "2026-10-11");
    board("all", r#"{"owed": 10, "covered": 10}"#, "2026-09-01");
    board("silent", "null", "2026-10-12");
    fs::create_dir(county.path().join("broken")).unwrap();
    fs::write(county.path().join("broken/catalogue.json"), "<html>").unwrap();
    let names = ["gone", "broken", "silent", "some", "all-late", "all"];
    let rows: Vec<String> =
        names.iter().map(|name| format!("  - {{name: {name}, catalogue: {name}/catalogue.json}}\n")).collect();
    list(county.path(), &rows.concat());
    assert_eq!(gongkai(county.path(), &["portal", "boards.yaml"]), Exit::Findings, "what cannot be read is an error");
    let ranking = text(county.path(), "ranking.csv");
    let order: Vec<&str> = ranking.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert_eq!(order, ["all", "all-late", "some", "silent", "gone", "broken"]);
    let page = text(county.path(), "index.html");
    assert_eq!(page.matches("目录读不到</span>").count(), 2);
    assert!(page.contains("41天没有更新") && page.matches("没有更新").count() == 1, "{page}");
}

#[test]
fn a_list_with_a_slip_makes_nothing() {
    let county = tempfile::tempdir().unwrap();
    for slip in [
        "  - {name: 甲镇}\n",
        "  - {name: 甲镇, catalog: a.json}\n",
        "  - {name: 甲镇, catalogue: a.json, address: javascript:alert(1)}\n",
    ] {
        list(county.path(), slip);
        assert_eq!(gongkai(county.path(), &["portal", "boards.yaml"]), Exit::Findings, "{slip}");
        assert!(!county.path().join("portal").exists());
    }
    assert_eq!(gongkai(county.path(), &["portal", "none.yaml"]), Exit::CouldNotRun);
}

#[test]
fn a_board_on_the_web_is_fetched_and_its_items_lead_there() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || {
        let mut asked = Vec::new();
        for stream in listener.incoming().take(2) {
            let mut stream = stream.unwrap();
            let mut request = [0; 2048];
            let read = stream.read(&mut request).unwrap();
            let line = String::from_utf8_lossy(&request[..read]).lines().next().unwrap_or_default().to_owned();
            let body = if line.contains("catalogue") {
                r#"{"board": "甲", "date": "2026-10-12", "items": [{"title": "停水", "published": "2026-10-01", "address": "a/b/"}]}"#
            } else {
                r#"{"duties": {"owed": 2, "covered": 1}}"#
            };
            let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
            stream.write_all((head + body).as_bytes()).unwrap();
            asked.push(line);
        }
        asked
    });
    let county = tempfile::tempdir().unwrap();
    list(county.path(), &format!("  - {{name: 甲镇, catalogue: 'http://127.0.0.1:{port}/jia/catalogue.json'}}\n"));
    assert_eq!(gongkai(county.path(), &["portal", "boards.yaml"]), Exit::Clean);
    let asked = server.join().unwrap();
    assert!(asked[0].starts_with("GET /jia/catalogue.json ") && asked[1].starts_with("GET /jia/statistics.json "));
    let page = text(county.path(), "index.html");
    assert!(page.contains(&format!(r#"<a href="http://127.0.0.1:{port}/jia/a/b/""#)) && page.contains("50.0%"));
}
