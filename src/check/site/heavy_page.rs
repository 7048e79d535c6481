use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Attached, Item};
use crate::diag::Severity;
use crate::markdown::{Links, html};
use crate::say;

/// Finds pages that a telephone in the country waits for: heavy pictures, or a body as long as a book.
pub(crate) struct HeavyPage;

static META: Meta = Meta {
    id: "heavy-page",
    family: Family::Site,
    severity: Severity::Warning,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：页面打开时间不超过3秒"),
    page: include_str!("../../../docs/checks/heavy-page.md"),
};

impl Check for HeavyPage {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.offers_content() {
            pictures(item, cx);
            body(item, cx);
        }
    }
}

/// What the pictures of one page may weigh together, in bytes.
const HEAVIEST_PICTURES: u64 = 1 << 20;
/// How long the HTML of a body may be, in bytes.
const LONGEST_BODY: usize = 300 << 10;

fn pictures(item: &Item, cx: &mut Context<'_>) {
    let pictures: Vec<&Attached> =
        item.attached.iter().filter(|attached| !attached.listed && attached.offered().is_some()).collect();
    let weight: u64 = pictures.iter().map(|picture| picture.size).sum();
    let Some(heaviest) = pictures.iter().max_by_key(|picture| picture.size).filter(|_| weight > HEAVIEST_PICTURES)
    else {
        return;
    };
    let (megabytes, name) = (tenths(weight), &heaviest.written);
    cx.find(
        item.place(heaviest.span),
        say!("页面上的图片共 {megabytes} MB，打开太慢", "the pictures of the page weigh {megabytes} MB"),
    )
    .remedy = Some(say!(
        "缩小图片（宽度1200像素以内，单张200 KB左右），先缩 {name}；原图可作为附件",
        "shrink them to 1200 pixels and about 200 KB each, {name} first; offer the originals as attachments"
    ));
}

fn body(item: &Item, cx: &mut Context<'_>) {
    // Marks make a body longer by a part, never by a multiple: only long ones need to be measured.
    if item.draft.body().len() < LONGEST_BODY / 4 {
        return;
    }
    let length = html(item.draft.body(), item.title(), &NoLinks).len();
    if length > LONGEST_BODY {
        let kilobytes = length >> 10;
        cx.find(
            item.title_place(),
            say!("正文生成的网页有 {kilobytes} KB，打开太慢", "the body's page has {kilobytes} KB"),
        )
        .remedy =
            Some(say!("拆成几条，或把长表格做成附件", "make several items of it, or offer long tables as attachments"));
    }
}

/// Bytes as megabytes with one digit.
fn tenths(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1 << 20);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Measures a body without following its links.
struct NoLinks;

impl Links for NoLinks {
    fn link(&self, target: &str) -> Option<String> {
        Some(target.to_owned())
    }

    fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)> {
        Some((target.to_owned(), None))
    }

    fn table_label(&self, _number: usize) -> String {
        String::new()
    }
}
