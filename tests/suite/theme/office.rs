//! Statistics, search, the hall's screen and sheets of paper.

use super::Sample;
use super::item::{document, rows};
use super::site::{code, line, page, states};
use gongkai::render::view::{
    Approval, Bars, BoardSheet, Columns, CountRow, CounterRow, Fact, Figure, Guide, ItemSheet, Link, MenuLink,
    MonthRow, RegisterRow, RunningRow, ScreenCard, ScreenFigure, ScreenLine, ScreenView, SearchView, ShareRow,
    SheetBlock, SheetCode, StackedBars, StatisticsView, Step, TableView, When, YearRow,
};
use gongkai::theme::{Html, Theme};

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    let search = SearchView {
        total: 3412,
        index: "".into(),
        root: "../".into(),
        ways: vec![Link::to("../catalogue/index.html", "公开目录")],
        on_request: Some("../on-request/index.html".into()),
        phone: Some("0500-6610001".into()),
    };
    vec![
        page(theme, "statistics/index.html", "statistics.html", "statistics", &["公开统计"], statistics()),
        page(
            theme,
            "statistics/all/index.html",
            "statistics.html",
            "statistics",
            &["公开统计", "历年"],
            StatisticsView { date: "2026-10-12".into(), ..StatisticsView::default() },
        ),
        page(theme, "search/index.html", "search.html", "", &["搜索"], &search),
        page(theme, "screen/index.html", "screen.html", "", &["大厅屏幕"], screen()),
        page(
            theme,
            "screen-empty/index.html",
            "screen.html",
            "",
            &["大厅屏幕"],
            ScreenView { date: "2026-10-12".into(), weekday: 1, seconds: 15, ..ScreenView::default() },
        ),
        page(theme, "print/item/index.html", "print-item.html", "", &["打印"], paper()),
        page(theme, "print/guide/index.html", "print-item.html", "", &["打印"], guide_paper()),
        page(theme, "print/board/index.html", "print-board.html", "", &["张贴版"], wall()),
    ]
}

fn statistics() -> StatisticsView<'static> {
    let years = [
        ("2022", [168, 52, 31, 44]),
        ("2023", [196, 58, 36, 49]),
        ("2024", [221, 61, 40, 58]),
        ("2025", [237, 64, 47, 61]),
        ("2026", [143, 72, 38, 43]),
    ];
    let categories = [
        ("财政信息", 61),
        ("社会救助", 54),
        ("工程项目与采购", 43),
        ("涉农补贴", 36),
        ("应急与安全", 31),
        ("政策文件", 27),
        ("其他十一个类别", 44),
    ];
    let months = [(22, 0), (28, 0), (39, 0), (32, 1), (27, 0), (33, 0), (37, 1), (24, 0), (33, 0), (21, 0)];
    StatisticsView {
        year: Some("2026".into()),
        date: "2026-10-12".into(),
        years: vec![
            MenuLink::to("index.html", "2026").current(true),
            MenuLink::to("2025/index.html", "2025"),
            MenuLink::to("all/index.html", "历年累计"),
        ],
        figures: vec![
            Figure::new("this_year", "296", "items"),
            Figure::new("internet", "281", "items"),
            Figure::new("running", "3,412", "items"),
            Figure::new("punctual", "94.6", "percent"),
            Figure::new("coverage", "98.5", "percent"),
        ],
        by_year: StackedBars::new(years.iter().map(|(year, parts)| ((*year).into(), parts.to_vec()))),
        year_rows: years
            .iter()
            .rev()
            .map(|(year, parts)| YearRow {
                year: (*year).into(),
                unfinished: *year == "2026",
                counts: parts.to_vec(),
                total: parts.iter().sum(),
                href: Some("2025/index.html".into()),
                hrefs: vec![None; 4],
                all: None,
            })
            .collect(),
        by_category: Bars::new(categories.iter().map(|(name, count)| ((*name).into(), *count))),
        category_rows: categories
            .iter()
            .map(|(name, count)| ShareRow { name: (*name).into(), count: *count, share: "20.60".into(), href: None })
            .collect(),
        by_month: Columns::new(&months),
        month_rows: months
            .iter()
            .enumerate()
            .map(|(at, &(count, late))| MonthRow { month: at + 1, count, late, href: Some("month/index.html".into()) })
            .collect(),
        unit_rows: vec![ShareRow { name: "财政所".into(), count: 61, share: "20.60".into(), href: None }],
        channel_rows: vec![
            CountRow { id: "website", count: 281, share: "20.60".into(), href: None },
            CountRow { id: "board", count: 187, share: "20.60".into(), href: None },
        ],
        method_rows: vec![
            CountRow { id: "proactive", count: 296, share: "20.60".into(), href: None },
            CountRow { id: "on-request", count: 9, share: "20.60".into(), href: None },
            CountRow { id: "withheld", count: 1, share: "20.60".into(), href: None },
        ],
        cadence_rows: vec![CountRow { id: "quarterly", count: 61, share: "20.60".into(), href: None }],
        genre_rows: vec![ShareRow { name: "通知".into(), count: 5, share: "100.00".into(), href: None }],
        counter_rows: vec![CounterRow { id: "posts", count: 86 }],
        counter_file: Some("annual/2026.yaml".into()),
        feedback: Some("../feedback/index.html".into()),
        running_rows: vec![RunningRow {
            year: "2026".into(),
            own: 296,
            href: Some("2026/items/index.html".into()),
            before: 0,
            all: 3412,
            internet: 2981,
        }],
        register_rows: vec![RegisterRow {
            id: "power",
            count: 30,
            links: vec![Link::to("../item/index.html#table-1", "青石镇权力清单和责任清单（2026年版）")],
        }],
        total: 296,
        reports: vec![line("2025年青石镇政府信息公开工作年度报告", "2026-01-20")],
        files: vec![Link::to("../statistics.json", "JSON")],
    }
}

fn screen() -> ScreenView<'static> {
    let figure = |label: &'static str, value: &'static str, unit: &'static str| ScreenFigure {
        label: label.into(),
        value: value.into(),
        unit: unit.into(),
    };
    let waiting = |text: &'static str, when| ScreenLine { text: text.into(), when: Some(when) };
    ScreenView {
        date: "2026-10-12".into(),
        weekday: 1,
        seconds: 15,
        cards: vec![
            ScreenCard {
                section: Some("periodic"),
                cadence: Some("quarterly"),
                unit: Some("财政所".into()),
                date: Some("2026-10-09".into()),
                title: "2026年第三季度财政收支".into(),
                figures: vec![figure("收入", "1286.40", "万元"), figure("支出", "1203.00", "万元")],
                text: Some(
                    "民生支出530.10万元，占44.1%。公务接待费0.86万元，会议费1.20万元，比上年同期下降11.2%。".into(),
                ),
                qr: Some(code()),
                scan: "full",
                ..ScreenCard::default()
            },
            ScreenCard {
                key: Some("publicity"),
                unit: Some("民政办公室".into()),
                title: "2026年10月最低生活保障初审对象公示".into(),
                pips: states(1, 1, 0, 5),
                text: Some("10月9日至10月19日。".into()),
                qr: Some(code()),
                scan: "list",
                ..ScreenCard::default()
            },
            ScreenCard {
                key: Some("progress"),
                title: "第三季度应公开15项，已公开8项".into(),
                pips: states(8, 7, 0, 0),
                lines: vec![
                    waiting("人居环境整治情况（第二季度）", When::Overdue { days: 89 }),
                    waiting("重点工程项目进展", When::Due { date: "2026-10-15".into() }),
                ],
                scan: "grid",
                ..ScreenCard::default()
            },
            ScreenCard {
                section: Some("staged"),
                phase: Some("management"),
                title: "青石河南岸片区道路改造工程".into(),
                scan: "full",
                ..ScreenCard::default()
            },
            ScreenCard {
                key: Some("consultation"),
                title: "《青石镇集镇停车管理办法（征求意见稿）》".into(),
                qr: Some(code()),
                scan: "opinion",
                ..ScreenCard::default()
            },
        ],
        hotline: Some("0500-6610110".into()),
    }
}

fn paper() -> ItemSheet<'static> {
    let item = document();
    ItemSheet {
        back: "../../item/index.html".into(),
        issuer: Some("青石镇人民政府文件".into()),
        number: item.number,
        title: item.title,
        body: item.body,
        attached: vec!["2026年第三季度财政支出逐笔明细".into(), "“三公”经费与会议费支出对比表".into()],
        signed_by: Some("青石镇人民政府".into()),
        signed_on: Some("2026-10-08".into()),
        printed_by: Some("青石镇党政办公室".into()),
        printed_on: Some("2026-10-09".into()),
        index: Some("11341702000000000A/2026-00318".into()),
        method: "method_proactive".into(),
        published: "2026-10-09".into(),
        address: Some("example.gov.cn/qingshi/i/2026-00318/".into()),
        qr: Some(code()),
        ..ItemSheet::default()
    }
}

fn guide_paper() -> ItemSheet<'static> {
    ItemSheet {
        back: "../../item/index.html".into(),
        title: "最低生活保障申请".into(),
        rows: rows(),
        guide: Some(Guide {
            key_facts: vec![Fact::text("time_limit", "30个工作日")],
            conditions: vec!["家庭人均月收入低于812元。".into()],
            steps: vec![Step::read("申请：到便民服务中心民政窗口。"), Step::read("符合条件的，从确认次月起发放。")],
            facts: vec![
                Fact::text("place", "便民服务中心一楼3号窗口"),
                Fact { label: "代办".into(), ..Fact::text("", "各村便民服务站") },
            ],
            ..Guide::default()
        }),
        tables: vec![TableView {
            id: "t".into(),
            caption: "申请材料".into(),
            note: None,
            html: Html::vouched(include_str!("table.html")),
            rows: 3,
            cut: None,
            masked: false,
            files: vec![],
        }],
        attached: vec!["申请书".into()],
        method: "method_proactive".into(),
        published: "2026-02-27".into(),
        ..ItemSheet::default()
    }
}

fn wall() -> BoardSheet<'static> {
    let done = |text: &'static str| ScreenLine {
        text: text.into(),
        when: Some(When::Published { date: "2026-10-09".into() }),
    };
    let lines = SheetBlock {
        title: "定期公开".into(),
        note: Some("第三季度".into()),
        lines: vec![
            done("财政收支情况"),
            done("“三公”经费与会议费"),
            ScreenLine { text: "人居环境整治（二季度）".into(), when: Some(When::Overdue { days: 89 }) },
        ],
        ..SheetBlock::default()
    };
    let table = SheetBlock {
        title: "低保初审公示".into(),
        table: Html::vouched(include_str!("table.html")),
        ..SheetBlock::default()
    };
    let codes = SheetBlock {
        title: "扫码看全文".into(),
        codes: ["财政收支", "低保公示", "补贴清册", "道路工程"]
            .map(|label| SheetCode { qr: code(), label: label.into() })
            .into(),
        ..SheetBlock::default()
    };
    BoardSheet {
        back: "../../periodic/index.html".into(),
        title: "青石镇政务公开栏".into(),
        period: Some("2026-Q3".into()),
        posted: "2026-10-12".into(),
        until: Some("2027-01-15".into()),
        size: "",
        columns: vec![
            vec![lines.clone(), lines.clone()],
            vec![table.clone()],
            vec![table, lines.clone()],
            vec![lines, codes],
        ],
        approvals: vec![
            Approval { name: "分管领导审核".into(), by: None, on: Some("2026-10-08".into()), opinion: None },
            Approval { name: "组长签发".into(), by: None, on: Some("2026-10-09".into()), opinion: None },
        ],
        hotline: Some("0500-6610110".into()),
        report_box: Some("便民服务中心正门东侧".into()),
        read_at: Some("便民服务中心一楼".into()),
    }
}
