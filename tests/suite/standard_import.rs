//! The standard catalogue comes in as it goes out.

use crate::support::Site;
use gongkai::cli::{Exit, run};
use gongkai::sheet::{Cell, SheetSpec, xlsx};
use gongkai::term::{Cadence, Channel, Level};
use std::ffi::OsString;

fn import(site: &Site, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-10-12", "-C"].map(OsString::from);
    let words = ["duties", "import"].iter().chain(words).map(OsString::from);
    run(start.into_iter().chain([site.root().as_os_str().to_owned()]).chain(words))
}

/// Headings in two rows and merged cells left empty, as a spreadsheet program writes them.
const OFFICIAL: &str = "红石县社会救助领域基层政务公开标准目录,,,,,,,,,,,,,,
序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,,公开层级,,咨询电话
,一级事项,二级事项,,,,,,全社会,特定群体（请写明）,主动,依申请公开,县级,乡级,
1,最低生活保障,审核信息,●初审对象名单（姓名、金额）；●监督电话,《社会救助暂行办法》；国办发〔2019〕54号,制定或获取信息之日起10个工作日内，公示7个工作日,红石镇人民政府,\"■政府网站 □政府公报
■社区/企事业单位/村公示栏（电子屏）\",√,,√,,,√,12345
2,,审批信息,低保对象名单,《社会救助暂行办法》,看情况,民政局,■抖音,,村集体成员,√,√,√,有时,
注：本目录由办公室解释,,,,,,,,,,,,,,
";

#[test]
fn an_official_sheet_is_read_and_what_is_there_stays() {
    let mut site = Site::from("-- content/notices/a.md --\n---\ntitle: 停水\npublished: 2026-10-09\n---\n正文。\n")
        .today("2026-10-12");
    let (bytes, _, _) = encoding_rs::GB18030.encode(OFFICIAL);
    site.write("目录.csv", bytes);
    assert_eq!(import(&site, &["目录.csv"]), Exit::Clean);
    let written = site.read("content/duties.yaml");
    assert_eq!(import(&site, &["目录.csv"]), Exit::Clean);
    assert_eq!(site.read("content/duties.yaml"), written, "a second time adds nothing");
    let outcome = site.check();
    outcome.errs(&[]);
    let [first, second] = outcome.board().duties.as_slice() else { panic!("two rows: {written}") };
    assert_eq!((first.id.as_str(), first.publicity_days), ("social-assistance-dibao-review", Some(7)));
    assert_eq!(first.elements, ["初审对象名单（姓名、金额）", "监督电话"]);
    assert_eq!(first.basis, ["《社会救助暂行办法》", "国办发〔2019〕54号"]);
    assert_eq!(first.channels, [Channel::Website, Channel::Board]);
    assert_eq!(first.levels, [Level::Township]);
    assert_eq!((second.group.as_deref(), second.limit.as_deref()), (Some("最低生活保障"), Some("看情况")));
    assert_eq!(second.cadence.as_ref().map(|cadence| cadence.value), Some(Cadence::Timely));
    assert_eq!(second.audience.as_ref().map(gongkai::term::Audience::chinese).as_deref(), Some("村集体成员"));
    assert_eq!((second.area.as_deref(), second.levels.as_slice()), (Some("社会救助"), [Level::County].as_slice()));
}

const OWED: &str = "
-- content/duties.yaml --
- {id: a, name: 财政收支, group: 财务, category: finance, cadence: quarterly, since: 2026-Q1, due: 15 days, basis: [《村民委员会组织法》, 国办发〔2019〕54号], elements: [收入, 支出], channels: [website, board], level: [township, village]}
- {id: b, name: 临时救助, group: 救助, category: assistance, cadence: timely, due: 5 working days, audience: [低保对象, 特困人员], method: on-request, channels: [push], level: 乡级}
- {id: c, name: 办事指南, group: 服务, category: notices, cadence: permanent, limit: 长期公开, level: 县级、乡级}
-- content/notices/a.md --
---
title: 办事指南
published: 2026-10-09
duty: c
---
正文。
";

/// A catalogue without ids, so that both boards can name theirs differently.
fn catalogue(site: &mut Site) -> String {
    site.build();
    site.read("public/standard.csv")
}

#[test]
fn the_official_columns_come_back_as_they_went_out_in_csv_and_xlsx() {
    let mut first = Site::from(OWED);
    let sent = catalogue(&mut first);
    assert!(sent.contains("■政府网站"), "{sent}");
    for workbook in [false, true] {
        let mut second = Site::from(OWED);
        second.remove("content/duties.yaml").edit("content/notices/a.md", "duty: c\n", "");
        let file = if workbook { "目录.xlsx" } else { "目录.csv" };
        let mut rows = sent.trim_start_matches('\u{FEFF}').lines().map(|line| line.split(','));
        let header = rows.next().into_iter().flatten().map(str::to_owned).collect();
        let rows = rows.map(|row| row.map(Cell::from).collect()).collect();
        let sheet = SheetSpec { name: "目录".to_owned(), header, rows, ..SheetSpec::default() };
        let bytes = if workbook { xlsx(&[sheet]).unwrap() } else { sent.clone().into_bytes() };
        second.write(file, bytes);
        assert_eq!(import(&second, &[file]), Exit::Clean);
        assert_eq!(catalogue(&mut second), sent, "{}", second.read("content/duties.yaml"));
    }
}

#[test]
fn a_sheet_that_is_no_catalogue_is_refused() {
    let mut site = Site::from(OWED);
    let before = site.read("content/duties.yaml");
    site.write("账目.csv", "项目,金额\n办公费,300\n");
    assert_eq!(import(&site, &["账目.csv"]), Exit::CouldNotRun);
    assert_eq!(import(&site, &["没有.csv"]), Exit::CouldNotRun);
    assert_eq!(site.read("content/duties.yaml"), before);
}
