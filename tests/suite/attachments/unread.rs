//! Files of which a part could not be read: that part is told, and the file is not published unless somebody answers
//! for it.

use super::{bytes, package};
use crate::support::Site;
use gongkai::attachment::{HiddenKind, Readable, read};

const NUMBER: &str = "110105194912310021";

#[test]
fn what_lies_in_a_zip_archive_is_read_as_if_it_lay_beside_it() {
    let list = format!("姓名,证件\n张三,{NUMBER}\n");
    let archive = package(&[("a/名单.csv", list.as_bytes()), ("b.docx", &bytes("tracked.docx"))]);
    let found = read("材料.zip", &archive);
    assert_eq!((&found.readable, found.unread.len()), (&Readable::Yes, 0));
    assert!(found.text().contains(NUMBER));
    assert!(found.hidden.iter().any(|hidden| hidden.what == HiddenKind::TrackedChange));
}

#[test]
fn the_words_of_a_layout_in_xml_are_read() {
    let page = format!(
        "<ofd:Page xmlns:ofd=\"o\"><ofd:TextObject><ofd:TextCode X=\"1\">{NUMBER}</ofd:TextCode></ofd:TextObject></ofd:Page>"
    );
    let found = read("公文.ofd", &package(&[("Doc_0/Pages/Page_0/Content.xml", page.as_bytes())]));
    assert!(found.passages().any(|passage| passage.text == NUMBER), "{}", found.text());
}

#[test]
fn a_part_with_a_password_or_of_an_unknown_kind_or_too_deep_is_told() {
    let locked = bytes("encrypted.xlsx");
    for archive in [
        package(&[("名单.xlsx", &locked)]),
        package(&[("名单.rar", b"Rar!\x1a\x07")]),
        package(&[("word/document.xml", b"<document/>"), ("word/embeddings/a.xlsx", &locked)]),
        package(&[("a.zip", &package(&[("b.zip", &package(&[("c.txt", b"c")]))]))]),
    ] {
        let found = read("a.zip", &archive);
        assert_eq!((found.readable, found.unread.len()), (Readable::Yes, 1));
    }
}

#[test]
fn a_text_that_calls_itself_a_document_is_read_as_text() {
    for name in ["a.pdf", "a.xlsx", "a.docx", "a.zip", "a.doc"] {
        let found = read(name, format!("%PDF-1.4 {NUMBER}").as_bytes());
        assert!(found.is_plain() && found.text().contains(NUMBER), "{name}: {found:?}");
    }
}

#[test]
fn a_pdf_page_whose_program_cannot_be_unpacked_is_told() {
    let file = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj \
                 3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R>> endobj 4 0 obj <</Filter/Unheard/Length 2>> stream\nab\nendstream endobj \
                 trailer <</Root 1 0 R>>";
    let found = read("a.pdf", file);
    assert_eq!(found.unread.len(), 1, "{found:?}");
}

#[test]
fn an_empty_file_is_said_to_be_empty_whatever_it_calls_itself() {
    for name in ["a.xlsx", "a.docx", "a.pdf", "a.csv", "a.png", "a.zip", "a.doc"] {
        let found = read(name, b"");
        assert!(matches!(&found.readable, Readable::Broken(why) if why.zh == "文件是空的"), "{name}: {found:?}");
        assert!(!found.is_plain(), "{name}");
    }
}

#[test]
fn a_file_that_cannot_be_looked_into_is_an_error_until_a_person_answers_for_it() {
    let mut site = Site::from(
        "-- content/notices/a.md --\n---\ntitle: 甲\npublished: 2026-11-19\nattachments: [{file: 名单.xlsx, title: 名单}]\n---\n正文。\n",
    );
    site.write("content/notices/名单.xlsx", bytes("encrypted.xlsx"));
    let outcome = site.build();
    outcome.errs(&["content/notices/名单.xlsx:1:1 unreadable-attachment"]);
    assert!(outcome.written.is_none());
    let exception = "exceptions: [{check: unreadable-attachment, reason: 只给评审专家, by: 镇长, until: 2026-12-01}]";
    site.edit("content/notices/a.md", "title: 甲", &format!("title: 甲\n{exception}"));
    site.build().errs(&[]);
    assert!(site.root().join("public/notices/a/名单.xlsx").is_file());
    site.today("2026-12-02").check().errs(&["content/notices/名单.xlsx:1:1 unreadable-attachment"]);
}

#[test]
fn a_file_that_nobody_can_take_into_memory_is_not_published_whatever_a_person_answers_for() {
    let mut site = Site::from(
        "-- content/notices/a.md --\n---\ntitle: 甲\npublished: 2026-11-19\nattachments: [{file: 录像.mp4, title: 录像}]\n\
         exceptions: [{check: unreadable-attachment, reason: 看过, by: 镇长, until: 2026-12-01}]\n---\n正文。\n",
    );
    site.write("content/notices/录像.mp4", "");
    let film = std::fs::File::options().write(true).open(site.root().join("content/notices/录像.mp4")).unwrap();
    film.set_len(gongkai::attachment::LARGEST_FILE + 1).unwrap();
    let outcome = site.build();
    outcome.errs(&["content/notices/a.md:4:22 wrong-value"]);
    assert!(outcome.written.is_none());
    let said = outcome.report().findings().iter().find(|finding| finding.check == "wrong-value").unwrap();
    assert!(said.message.zh.contains("超过 256 MB"), "{}", said.message.zh);
}
