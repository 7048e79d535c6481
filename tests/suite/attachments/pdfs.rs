use super::{extract, hidden, spot_of};
use gongkai::attachment::{HiddenKind, Kind, Readable, read};
use gongkai::diag::Severity::{Error, Note};
use gongkai::diag::Spot;

/// The lines that stand on the pages.
fn lines(name: &str) -> Vec<String> {
    let found = extract(name);
    found.passages().filter(|passage| passage.spot != Spot::File).map(|passage| passage.text.into_owned()).collect()
}

#[test]
fn what_browsers_and_office_programs_print_is_read() {
    let expected = [
        "青石镇临时救助公示",
        "联系人：甲某，电话13800000001，金额1,200.50元。",
        "姓名 村组",
        "乙某 南山村",
        "第二页：“三公开”要求，㎡、①、〔2026〕3号。",
    ];
    assert_eq!(lines("chromium.pdf"), expected);
    let without_spaces: Vec<String> = lines("libreoffice.pdf").iter().map(|line| line.replace(' ', "")).collect();
    assert_eq!(without_spaces, expected.map(|line| line.replace(' ', "")));
    for name in ["chromium.pdf", "libreoffice.pdf"] {
        let found = extract(name);
        assert_eq!((found.kind, &found.readable, found.pages), (Kind::Pdf, &Readable::Yes, Some(2)));
        assert_eq!(spot_of(&found, "第二页"), Spot::Page(2));
        assert_eq!(hidden(&found), []);
    }
}

#[test]
fn a_scan_has_no_text() {
    let found = extract("scan.pdf");
    assert_eq!((found.readable, found.pages, found.pages_without_text), (Readable::NoText, Some(1), 1));
}

#[test]
fn a_file_with_a_password_is_told_as_such() {
    assert_eq!(extract("encrypted.pdf").readable, Readable::Encrypted);
    assert_eq!(extract("locked.pdf").readable, Readable::Encrypted);
}

#[test]
fn attached_files_notes_and_authors_are_found() {
    let found = extract("attached.pdf");
    let expected = [(HiddenKind::Comment, Error), (HiddenKind::EmbeddedFile, Error), (HiddenKind::Author, Note)];
    assert_eq!(hidden(&found), expected);
    assert_eq!(spot_of(&found, "13900000012"), Spot::Page(1));
    assert!(found.passages().any(|passage| passage.spot == Spot::File && passage.text == "13800000001"));
    let authors = found.hidden.iter().filter(|hidden| hidden.what == HiddenKind::Author).count();
    assert_eq!(authors, 1);
}

#[test]
fn a_broken_table_of_places_does_not_matter() {
    let mut bytes = super::bytes("libreoffice.pdf");
    let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
    bytes.truncate(at);
    let found = read("a.pdf", &bytes);
    assert_eq!(found.readable, Readable::Yes);
    spot_of(&found, "南山村");
}

#[test]
fn pages_and_forms_that_contain_themselves_end() {
    let file = b"%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Kids[2 0 R 3 0 R 3 0 R]/Parent 2 0 R>> endobj
3 0 obj <</Type/Page/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>/Font<</G 6 0 R>>>>>> endobj
4 0 obj <</Length 6 0 R>> stream
/F Do BT /G 9 Tf (end) Tj ET
endstream endobj
5 0 obj <</Subtype/Form/Length 40>> stream
/F Do /F Do /F Do /F Do /F Do /F Do /F Do
endstream endobj
6 0 obj 7 0 R endobj
7 0 obj 6 0 R endobj
trailer <</Root 1 0 R>>";
    let found = read("a.pdf", file);
    assert_eq!((found.pages, &found.readable), (Some(1), &Readable::Yes));
    spot_of(&found, "end");
}

#[test]
fn forms_that_draw_each_other_ten_times_over_are_stopped() {
    let mut file = b"%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Contents 10 0 R/Resources<</XObject<</F 11 0 R>>>>>> endobj
trailer <</Root 1 0 R>>
10 0 obj <</Length 6>> stream\n/F Do \nendstream endobj\n"
        .to_vec();
    for number in 11..24 {
        let next = number + 1;
        let program = "/F Do ".repeat(10);
        let form = format!(
            "{number} 0 obj <</Subtype/Form/Resources<</XObject<</F {next} 0 R>>>>/Length 60>> stream\n{program}\nendstream endobj\n"
        );
        file.extend(form.bytes());
    }
    let found = read("a.pdf", &file);
    assert!(matches!(found.readable, Readable::TooBig(_)), "{:?}", found.readable);
}
