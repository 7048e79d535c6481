use super::sample::{pages, theme};
use std::fs;
use std::path::Path;

#[test]
fn every_sample_page_renders() {
    let theme = theme("zh-CN", &[]).unwrap();
    for page in pages(&theme) {
        if let Err(finding) = &page.html {
            panic!("{}: {:?} {}", page.path, finding.place, finding.message.en);
        }
    }
}

#[test]
#[ignore = "writes the sample pages to target/theme-pages, to look at"]
fn write_the_sample_pages() {
    let theme = theme("zh-CN", &[]).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/theme-pages");
    for asset in theme.assets() {
        fs::create_dir_all(folder.join("assets")).unwrap();
        fs::write(folder.join(&asset.path), &asset.bytes).unwrap();
    }
    for page in pages(&theme) {
        let path = folder.join(page.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, page.html.unwrap_or_default()).unwrap();
    }
}
