use super::{bytes, hidden, package};
use gongkai::attachment::{HiddenKind, Readable, clean, read};
use std::process::Command;

fn cleaned(name: &str) -> Vec<u8> {
    clean(name, &bytes(name)).unwrap_or_else(|why| panic!("{name}: {why}")).bytes
}

/// Opens a file in LibreOffice, where that is to be had, and gives what it shows as text.
fn in_libreoffice(name: &str, bytes: &[u8], form: &str) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).expect("written");
    let home = format!("-env:UserInstallation=file://{}", folder.path().join("home").display());
    let mut command = Command::new("soffice");
    command.args([&home, "--headless", "--convert-to", form, "--outdir"]).arg(folder.path()).arg(&file);
    let done = command.output().ok()?;
    let extension = form.split(':').next().unwrap_or(form);
    let shown = std::fs::read(file.with_extension(extension));
    Some(String::from_utf8_lossy(&shown.unwrap_or_else(|_| panic!("{name} does not open: {done:?}"))).into_owned())
}

#[test]
fn workbooks_lose_what_they_need_not_show() {
    for (name, gone) in [
        ("pivot.xlsx", HiddenKind::PivotCache),
        ("external.xlsx", HiddenKind::ExternalLink),
        ("macro.xlsm", HiddenKind::Macro),
    ] {
        assert!(hidden(&read(name, &bytes(name))).iter().any(|(kind, _)| *kind == gone));
        let result = clean(name, &bytes(name)).unwrap();
        assert!(!result.removed.is_empty());
        let after = read(name, &result.bytes);
        assert_eq!((hidden(&after), &after.readable), (vec![], &Readable::Yes), "{name}");
        assert!(
            !after.text().contains("底册") && !after.text().contains("丁某") && !after.text().contains("13600000006")
        );
        assert!(after.text().contains("110105194912310021"), "cells stay");
    }
}

#[test]
fn comments_go_and_cells_stay() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_author("李文员"));
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "甲某").unwrap();
    sheet.insert_note(0, 0, &rust_xlsxwriter::Note::new("此人电话13900000013")).unwrap();
    let file = book.save_to_buffer().unwrap();
    let result = clean("a.xlsx", &file).unwrap();
    let after = read("a.xlsx", &result.bytes);
    assert_eq!((hidden(&after), after.text().as_str()), (vec![], "甲某\n"));
    let said: Vec<&str> = result.removed.iter().map(|text| text.zh.as_str()).collect();
    assert_eq!(
        said,
        [
            "已去除：工作表“Sheet1”有 1 处批注",
            "已去除：文档属性中有作者“李文员”",
            "已去除：文档属性中有最后修改者“李文员”",
        ]
    );
    let whole = String::from_utf8_lossy(&result.bytes).into_owned();
    assert!(!whole.contains("vmlDrawing") && !whole.contains("comments1"));
}

#[test]
fn what_cannot_be_taken_out_safely_is_refused() {
    let why = clean("hidden.xlsx", &bytes("hidden.xlsx")).unwrap_err().zh;
    for words in ["工作表“底册”被隐藏", "工作表“密表”被深度隐藏", "D 列", "取消隐藏"] {
        assert!(why.contains(words), "{why}");
    }
    assert!(!why.contains("批注"), "comments are no hindrance: {why}");
    assert!(clean("tracked.docx", &bytes("tracked.docx")).unwrap_err().zh.contains("拍摄位置"));
    assert!(clean("a.pdf", &bytes("scan.pdf")).is_err());
    assert!(clean("encrypted.xlsx", &bytes("encrypted.xlsx")).unwrap_err().zh.contains("密码"));
}

/// The document with everything in it but the photo's position.
fn tracked_without_photo() -> Vec<u8> {
    let file = bytes("tracked.docx");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a package");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("its name").into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).expect("its content");
        if name.ends_with(".jpg") {
            content = content.windows(4).position(|w| w == b"Exif").map_or(content.clone(), |at| {
                let mut without = content.clone();
                without[at..at + 4].copy_from_slice(b"none");
                without
            });
        }
        parts.push((name, content));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    package(&parts)
}

#[test]
fn a_document_keeps_its_words_and_loses_its_past() {
    let result = clean("a.docx", &tracked_without_photo()).unwrap_or_else(|why| panic!("{why}"));
    let after = read("a.docx", &result.bytes);
    assert_eq!((hidden(&after), &after.readable), (vec![], &Readable::Yes));
    let text = after.text();
    for words in [
        "救助金额为新数九百元。",
        "可见文字",
        "请核对本段。",
        "南山村",
        "表中之表",
        "文本框中的字",
        "脚注里的字",
        "页眉",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    for words in ["旧数", "隐藏账号", "13900000010", "删去的行", "王审核", "李文员"] {
        assert!(!text.contains(words), "{words} in {text}");
    }
    if let Some(shown) = in_libreoffice("a.docx", &result.bytes, "txt:Text (encoded):UTF8") {
        assert!(shown.contains("救助金额为新数九百元。") && shown.contains("可见文字"), "{shown}");
        assert!(!shown.contains("旧数") && !shown.contains("隐藏账号"), "{shown}");
    }
}

#[test]
fn cleaned_workbooks_open_in_libreoffice() {
    for name in ["pivot.xlsx", "external.xlsx", "macro.xlsm"] {
        if let Some(shown) = in_libreoffice(name, &cleaned(name), "csv:Text - txt - csv (StarCalc):44,34,76") {
            assert!(shown.contains("110105194912310021"), "{name}: {shown}");
        }
    }
}

#[test]
fn the_same_file_is_cleaned_to_the_same_bytes() {
    assert_eq!(cleaned("pivot.xlsx"), cleaned("pivot.xlsx"));
}
