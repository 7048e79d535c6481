use super::{extract, hidden, package, spot_of};
use gongkai::attachment::{Extract, HiddenKind, Kind, Readable, read};
use gongkai::diag::Severity::{Error, Note, Warning};
use gongkai::diag::Spot;

fn passages(extract: &Extract) -> Vec<String> {
    extract.passages().map(|passage| passage.text.into_owned()).collect()
}

/// A document of these paragraphs in XML.
fn document(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", format!("<document><body>{body}</body></document>").as_bytes())])
}

#[test]
fn a_document_is_read_with_all_that_stands_in_it() {
    let extract = extract("tracked.docx");
    assert_eq!((extract.kind, &extract.readable), (Kind::Docx, &Readable::Yes));
    let all = passages(&extract);
    for words in [
        "关于临时救助的公示",
        "现将名单公示如下，联系电话0566-0000000。",
        "救助金额为新数九百元。",
        "旧数一千元",
        "可见文字",
        "隐藏账号6222000000000000041",
        "此人电话13900000010",
        "甲某",
        "南山村",
        "表中之表",
        "删去的行",
        "文本框中的字",
        "页眉：青石镇人民政府",
        "页脚：第一页",
        "脚注里的字",
    ] {
        assert_eq!(all.iter().filter(|text| *text == words).count(), 1, "{words} once in {all:#?}");
    }
    let tables: Vec<Vec<&str>> =
        extract.tables.iter().map(|t| t.rows[0].cells.iter().map(String::as_str).collect()).collect();
    assert_eq!(tables, [vec!["表中之表"], vec!["姓名", "村组"]]);
    assert_eq!(extract.tables[1].rows[1].cells, ["甲某", "南山村"]);
    assert_eq!(spot_of(&extract, "联系电话"), Spot::Paragraph(2));
    assert_eq!(spot_of(&extract, "旧数"), Spot::Paragraph(3));
}

#[test]
fn everything_that_a_document_hides_is_found() {
    let found = extract("tracked.docx");
    let expected = [
        (HiddenKind::Comment, Error),
        (HiddenKind::TrackedChange, Error),
        (HiddenKind::Text, Error),
        (HiddenKind::Position, Error),
        (HiddenKind::Author, Note),
    ];
    assert_eq!(hidden(&found), expected);
    let said: Vec<&str> = found.hidden.iter().map(|hidden| hidden.message.zh.as_str()).collect();
    assert!(said.contains(&"文档属性中有单位“青石镇人民政府”"), "{said:#?}");
    assert!(said.contains(&"留有修订痕迹：插入 1 处，删除 3 处"), "{said:#?}");
}

#[test]
fn a_plain_document_hides_nothing() {
    for name in ["plain.docx", "libreoffice-writer.docx"] {
        let found = extract(name);
        assert_eq!(hidden(&found), [], "{name}");
        assert_eq!(spot_of(&found, "一、办理条件：具有本镇户籍。"), Spot::Paragraph(2), "{name}");
    }
}

#[test]
fn a_hidden_paragraph_mark_or_page_number_is_no_hidden_text() {
    let body = "<p><pPr><rPr><vanish/></rPr></pPr><r><t>甲</t></r></p><p><r><rPr><vanish val=\"0\"/></rPr><t>乙</t></r></p>\
                <p><r><rPr><webHidden/></rPr><t>3</t></r></p>";
    let found = read("a.docx", &document(body));
    assert_eq!((hidden(&found), passages(&found).len()), (vec![], 3));
}

#[test]
fn a_style_can_hide_text_and_so_can_one_that_is_based_on_it() {
    let styles = r#"<styles><style styleId="A"><rPr><vanish/></rPr></style><style styleId="B"><basedOn val="A"/></style>
        <style styleId="C"><basedOn val="D"/></style><style styleId="D"><basedOn val="C"/></style></styles>"#;
    let body = r#"<document><p><pPr><pStyle val="B"/></pPr><r><t>甲</t></r></p><p><r><rPr><rStyle val="A"/></rPr><t>乙</t></r></p></document>"#;
    let file = package(&[("word/document.xml", body.as_bytes()), ("word/styles.xml", styles.as_bytes())]);
    let found = read("a.docx", &file);
    assert_eq!(found.hidden[0].message.zh, "2 处文字设为隐藏");
}

#[test]
fn tables_three_hundred_levels_deep_are_read() {
    let body = format!("{}<p><r><t>最深处</t></r></p>{}", "<tbl><tr><tc>".repeat(300), "</tc></tr></tbl>".repeat(300));
    let found = read("a.docx", &document(&body));
    assert_eq!((found.readable.clone(), passages(&found)), (Readable::Yes, vec!["最深处".to_owned()]));
}

#[test]
fn slides_notes_and_hidden_slides_are_read() {
    let found = extract("slides.pptx");
    assert_eq!((found.kind, found.pages), (Kind::Pptx, Some(2)));
    let expected = [(HiddenKind::Slide, Error), (HiddenKind::SpeakerNotes, Warning), (HiddenKind::Author, Note)];
    assert_eq!(hidden(&found), expected);
    assert_eq!(spot_of(&found, "公开第一张"), Spot::Page(1));
    assert_eq!(spot_of(&found, "表内文字"), Spot::Page(1));
    assert_eq!(spot_of(&found, "13900000011"), Spot::Page(1));
    assert_eq!(spot_of(&found, "隐藏第二张"), Spot::Page(2));
}

#[test]
fn a_workbook_inside_a_document_is_read_too() {
    let body = "<document><p><r><t>见图</t></r></p></document>";
    let file = package(&[
        ("word/document.xml", body.as_bytes()),
        ("word/embeddings/oleObject.xlsx", &super::bytes("plain.xlsx")),
    ]);
    let found = read("a.docx", &file);
    assert_eq!(hidden(&found), [(HiddenKind::EmbeddedFile, Error)]);
    assert_eq!(spot_of(&found, "110105194912310021"), Spot::File);
}

#[test]
fn packages_in_packages_end_at_a_depth() {
    let mut file = super::bytes("plain.xlsx");
    for _ in 0..5 {
        file = package(&[("word/document.xml", b"<document/>"), ("word/embeddings/a.docx", &file)]);
    }
    let found = read("a.docx", &file);
    assert_eq!(found.readable, Readable::Yes);
    assert!(!found.text().contains("110105194912310021"));
    assert_eq!(found.unread.len(), 1, "what lies too deep is told");
}
