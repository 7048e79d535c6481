//! Real documents, where they lie beside the repository; where they do not, the test says so.

use gongkai::board::Edition;
use gongkai::calendar::Date;
use gongkai::pipeline::{Memo, Options, Site, compile, load_theme};
use gongkai::source::read_board;
use std::path::Path;
use std::sync::Arc;

#[test]
fn a_thousand_real_documents_stand_in_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/laws");
    if !root.join("content").is_dir() {
        println!("the corpus of laws is not here; nothing was tried");
        return;
    }
    let sources = read_board(&root).unwrap();
    let today = Date::parse("2026-11-20").unwrap();
    let options = Options { today, edition: Edition::default(), keep_going: false, base_url: None };
    let compiled = compile(&sources, &options, &mut Memo::default());
    let board = compiled.board.unwrap();
    let theme = Arc::new(load_theme("default", "zh-CN", Vec::new()).unwrap());
    let site = Site::new(root, board, compiled.pages, theme);
    let catalogue = String::from_utf8(site.file("catalogue.json").unwrap().unwrap()).unwrap();
    assert_eq!(catalogue.matches("\"index\":").count(), 1_006);
    let law = site.file("economic/种子法(2021-12-24)/index.html").unwrap().unwrap();
    assert!(String::from_utf8(law).unwrap().contains("品种选育"));
}
