//! Files made to do harm: each gives an answer, in bounded time and memory, and none a panic.

use super::{bytes, package, workbook};
use gongkai::attachment::{Readable, read, transcribe};
use proptest::prelude::*;

fn too_big(readable: &Readable) -> bool {
    matches!(readable, Readable::TooBig(_))
}

#[test]
fn two_cells_in_opposite_corners_cost_nothing() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>"#;
    let extract = read("a.xlsx", &workbook(sheet));
    assert_eq!(extract.readable, Readable::Yes);
    assert_eq!(extract.sheets[0].rows.len(), 2);
}

#[test]
fn a_row_of_cells_at_the_far_right_repeated_ends_at_the_limit() {
    let row = |at: u32| format!(r#"<row r="{at}"><c r="XFD{at}"><v>1</v></c></row>"#);
    let rows: String = (1..2000).map(row).collect();
    assert!(too_big(&read("a.xlsx", &workbook(&rows)).readable));
}

#[test]
fn a_zip_bomb_is_stopped_while_it_unfolds() {
    let mut sheet = b"<worksheet><sheetData>".to_vec();
    sheet.resize(80 << 20, b' ');
    let links = r#"<Relationships><Relationship Id="r1" Type="t/worksheet" Target="s.xml"/></Relationships>"#;
    let bomb = package(&[
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/s.xml", &sheet),
    ]);
    assert!(bomb.len() < 200_000);
    assert!(too_big(&read("a.xlsx", &bomb).readable));
}

#[test]
fn an_opendocument_sheet_that_repeats_itself_for_ever_is_stopped() {
    let content = r#"<c><table name="t"><table-row number-rows-repeated="1000000"><table-cell number-columns-repeated="16000"><p>满</p></table-cell></table-row></table></c>"#;
    let file = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    assert!(too_big(&read("a.ods", &file).readable));
}

#[test]
fn a_short_text_that_a_million_cells_share_counts_each_time() {
    let text = "长".repeat(100_000);
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(3000);
    let links = r#"<Relationships><Relationship Id="r1" Type="t/worksheet" Target="s.xml"/></Relationships>"#;
    let file = package(&[
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/s.xml", format!("<a>{cells}</a>").as_bytes()),
    ]);
    assert!(too_big(&read("a.xlsx", &file).readable));
}

#[test]
fn billion_laughs_are_refused() {
    let laughs = r#"<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><workbook>&c;</workbook>"#;
    let file = package(&[("xl/workbook.xml", laughs.as_bytes())]);
    assert!(matches!(read("a.xlsx", &file).readable, Readable::Broken(_)));
}

#[test]
fn two_parts_of_one_name_are_refused() {
    let file = package(&[("xl/workbook.xml", b"<a/>"), ("XL/Workbook.xml", b"<b/>")]);
    assert!(matches!(read("a.xlsx", &file).readable, Readable::Broken(_)));
}

#[test]
fn a_document_that_leads_back_to_itself_comes_to_an_end() {
    // A page list that holds itself, a form that draws itself, a length that is its own value.
    let file = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>> endobj\n\
        4 0 obj <</Type/XObject/Subtype/Form/Resources<</XObject<</F 4 0 R>>>>/Length 5>> stream\n/F Do\nendstream endobj\n\
        5 0 obj <</Length 6 0 R>> stream\n/F Do\nendstream endobj\n6 0 obj 6 0 R endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
    let found = read("a.pdf", file.as_bytes());
    assert_eq!((&found.readable, found.pages), (&Readable::NoText, Some(1)));
}

#[test]
fn a_file_cut_anywhere_gives_an_answer() {
    for name in FILES {
        let whole = bytes(name);
        let step = (whole.len() / 60).max(1);
        for end in (0..whole.len()).step_by(step) {
            read(name, &whole[..end]);
            let _ = transcribe(name, &whole[..end]);
        }
    }
}

const FILES: [&str; 15] = [
    "attached.pdf",
    "libreoffice.pdf",
    "libreoffice-writer.pdf",
    "scan.pdf",
    "tracked.docx",
    "slides.pptx",
    "libreoffice-writer.doc",
    "hidden.xlsx",
    "pivot.xlsx",
    "external.xlsx",
    "encrypted.xlsx",
    "gb18030.csv",
    "libreoffice.ods",
    "libreoffice.xls",
    "gps.jpg",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_some_bytes_changed_gives_an_answer(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut content = bytes(FILES[file]);
        for (at, byte) in changes {
            let at = at.index(content.len());
            content[at] = byte;
        }
        read(FILES[file], &content);
        let _ = transcribe(FILES[file], &content);
    }

    #[test]
    fn any_bytes_under_any_name_give_an_answer(
        bytes in prop::collection::vec(any::<u8>(), 0..2000),
        name in "[a-z]{0,3}\\.(csv|xlsx|xls|ods|docx|doc|pptx|pdf|jpg|svg|txt|zip|html)",
    ) {
        read(&name, &bytes);
        let _ = transcribe(&name, &bytes);
    }
}
