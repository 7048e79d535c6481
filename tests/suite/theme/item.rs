use super::Sample;
use super::home::window;
use super::site::{code, line, page, states};
use gongkai::render::view::{
    Approval, Ask, Attachment, Consultation, Fact, Guide, HeadRow, HeadValue, HistoryEntry, ItemLine, ItemView, Link,
    MatterPlace, Notice, PhaseState, Publicity, Reply, Series, SeriesPlace, Stage, State, Step, TableView, Version,
    VersionPiece, When,
};
use gongkai::theme::{Html, Theme};

const BODY: &str = include_str!("body.html");

fn piece(key: &'static str, text: &str) -> VersionPiece {
    VersionPiece { key, text: text.to_owned() }
}

pub(super) fn rows() -> Vec<HeadRow<'static>> {
    let date = |date: &'static str| HeadValue::Date { date: date.into() };
    vec![
        HeadRow::new(
            "index",
            HeadValue::Index { code: "11341702000000000A".into(), serial: Some("2026-00318".into()) },
        ),
        HeadRow::new(
            "category",
            HeadValue::Links {
                links: vec![Link::to("../index.html", "财政信息"), Link::words("财政收支情况")],
                between: " / ",
            },
        ),
        HeadRow::text("publisher", "青石镇人民政府（财政所）"),
        HeadRow::text("number", "青政公告〔2026〕7号"),
        HeadRow::new("written", date("2026-10-08")),
        HeadRow::new("published", HeadValue::Moment { date: "2026-10-09 09:10".into() }),
        HeadRow::new("validity", HeadValue::Validity { validity: "valid" }),
        HeadRow::new("method", HeadValue::Word { word: "method_proactive".into() }),
        HeadRow::new("cadence", HeadValue::Cadence { section: "periodic", cadence: Some("quarterly") }),
        HeadRow::new("period", HeadValue::Period { period: "2026-Q3".into() }),
        HeadRow::text("subject", "财政、金融、审计\\财政"),
        HeadRow::text("genre", "公告"),
        HeadRow::text("summary", "公布第三季度镇级财政收入、支出、结余及“三公”经费，附逐笔支出明细。").wide(),
    ]
}

fn file(kind: &'static str, title: &'static str, bytes: u64) -> Attachment<'static> {
    Attachment { href: "detail.xlsx".into(), title: title.into(), kind: kind.into(), bytes, rows: None, pages: None }
}

/// A line with nothing but a title and a date.
pub(super) fn file_line() -> ItemLine<'static> {
    line("2024年青石镇政府信息公开工作年度报告", "2025-01-21")
}

pub(super) fn document() -> ItemView<'static> {
    let step = |name: &'static str, by: &'static str, opinion: &'static str| Approval {
        name: name.into(),
        by: Some(by.into()),
        on: Some("2026-10-08".into()),
        opinion: Some(opinion.into()),
    };
    ItemView {
        title: "青石镇2026年第三季度财政收支情况公告".into(),
        published: "2026-10-09 09:10".into(),
        source: Some("青石镇财政所".into()),
        corrected: Some("2026-10-10".into()),
        number: Some("青政公告〔2026〕7号".into()),
        rows: rows(),
        body: Html::vouched(BODY),
        attachments: vec![
            Attachment { rows: Some(312), ..file("XLSX", "2026年第三季度财政支出逐笔明细", 46_000) },
            Attachment { pages: Some(2), ..file("PDF", "“三公”经费与会议费支出对比表", 188_000) },
        ],
        interpretations: vec![ItemLine {
            note: Some("财政所解读，与本公告同日发布".into()),
            ..line("图解：第三季度财政收支五问五答", "2026-10-09")
        }],
        series: Some(Series {
            previous: Some(SeriesPlace {
                href: Some("../q2/index.html".into()),
                period: "2026-Q2".into(),
                published: Some("2026-07-09".into()),
                ..SeriesPlace::default()
            }),
            all: Some(SeriesPlace {
                href: Some("../index.html".into()),
                title: "财政收支情况".into(),
                period: "2024-Q1".into(),
                count: 11,
                ..SeriesPlace::default()
            }),
            next: Some(SeriesPlace {
                period: "2026-Q4".into(),
                due: Some("2027-01-15".into()),
                ..SeriesPlace::default()
            }),
        }),
        approvals: vec![
            step("站所提供", "财政所负责人", "数据与账册核对一致"),
            step("分管领导审核", "分管财政副镇长", "内容全面、真实"),
            step("保密审查", "党政办公室", "不涉密，不含个人隐私"),
            step("组长签发", "镇政务公开领导小组组长", "同意公开"),
        ],
        history: vec![
            HistoryEntry {
                on: "2026-10-10".into(),
                key: "corrected",
                note: Some("明细表“会议费”累计数由3.51万元更正为3.15万元。".into()),
            },
            HistoryEntry { on: "2026-10-09".into(), key: "published", note: None },
        ],
        versions: vec![Version {
            on: Some("2026-10-10".into()),
            note: "更正会议费累计数".into(),
            lines: vec![
                vec![piece("kept", "会议费累计"), piece("removed", "3.51"), piece("added", "3.15")],
                vec![piece("added", "corrections: 更正一处")],
            ],
            more: 3,
        }],
        shallow: true,
        print: Some("../../print/x/index.html".into()),
        qr: Some(code()),
        near: vec![line("“三公”经费与会议费支出", "2026-10-09"), line("政府采购情况", "2026-10-10")],
        ask: Ask {
            phone: Some("0500-6610023".into()),
            unit: Some("财政所".into()),
            hotline: Some("0500-6610110".into()),
            feedback: Some("https://example.gov.cn/feedback/".into()),
        },
        ..ItemView::default()
    }
}

fn guide() -> ItemView<'static> {
    ItemView {
        title: "最低生活保障申请".into(),
        summary: Some("共同生活的家庭成员人均收入低于当地最低生活保障标准的家庭，可以申请。2026年保障标准：城乡统一，每人每月812元。".into()),
        published: "2026-02-27".into(),
        verified: Some("2026-09-15".into()),
        unit: Some("民政办公室".into()),
        rows: rows(),
        body: Html::default(),
        guide: Some(Guide {
            key_facts: vec![Fact::text("time_limit", "30个工作日"), Fact::text("fee", "不收费")],
            conditions: vec!["户籍在本镇，或持有本镇居住证。".into(), "家庭人均月收入低于812元。".into()],
            materials: vec!["最低生活保障申请书（原件1份）".into(), "户口簿、身份证（查验，不留复印件）".into()],
            steps: ["申请：到便民服务中心民政窗口，当场出具受理单。", "核对与入户调查：自受理之日起15个工作日内入户。", "初审公示：公示7个工作日。", "符合条件的，从确认次月起发放。"].map(Step::read).into(),
            rights: vec!["对不予受理的，有权要求书面说明理由。".into()],
            obligations: vec!["如实填报家庭人口、收入和财产。".into(), "配合入户调查和定期复核。".into()],
            basis: vec!["《社会救助暂行办法》（国务院令第649号）第十一条".into()],
            facts: vec![Fact::text("place", "青石镇便民服务中心一楼3号窗口"), Fact::text("hours", "工作日 8:30—12:00"), Fact::phone("phone", "0500-6610031"), Fact::phone("hotline", "0500-6610110")],
        }),
        attachments: vec![file("DOCX", "最低生活保障申请书（空表与填写样例）", 38_000)],
        short: Some("example.gov.cn/qingshi/i/2026-00041/".into()),
        near: vec![ItemLine { when: Some(When::Words { text: "指南".into() }), ..line("临时救助申请", "2026-02-27") }],
        ..ItemView::default()
    }
}

fn publicity() -> ItemView<'static> {
    ItemView {
        title: "2026年10月最低生活保障初审对象公示".into(),
        published: "2026-10-09 08:40".into(),
        unit: Some("民政办公室".into()),
        source: Some("青石镇民政办公室".into()),
        rows: rows(),
        body: Html::vouched(
            "<p>经个人申请、入户调查和集体评议，下列家庭符合最低生活保障初审条件，现予公示，接受群众监督。</p>",
        ),
        publicity: Some(Publicity {
            window: window(Stage::Open, 6, "working", states(1, 1, 0, 5)),
            objections: vec![Fact::phone("phone", "0500-6610031"), Fact::text("address", "便民服务中心一楼3号窗口")],
            outcome: None,
        }),
        tables: vec![TableView {
            id: "t1".into(),
            caption: "初审拟纳入对象".into(),
            note: Some("6户11人".into()),
            html: Html::vouched(include_str!("table.html")),
            rows: 3,
            cut: None,
            masked: true,
            files: vec![
                Attachment { rows: Some(3), ..file("XLSX", "初审拟纳入对象", 21_000) },
                file("CSV", "初审拟纳入对象", 9_000),
            ],
        }],
        ask: Ask { phone: Some("0500-6610031".into()), unit: Some("民政办公室".into()), ..Ask::default() },
        ..ItemView::default()
    }
}

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    let over = window(Stage::Over, 0, "calendar", Vec::new());
    let consultation = ItemView {
        title: "《青石镇集镇停车管理办法（征求意见稿）》公开征求意见".into(),
        published: "2026-09-18".into(),
        body: Html::vouched("<p>现向社会公开征求意见。</p>"),
        consultation: Some(Consultation {
            window: over,
            how: Some("寄信、发电子邮件或投入意见箱".into()),
            outcome: None,
        }),
        rows: rows(),
        ..ItemView::default()
    };
    let closed = Consultation {
        window: window(Stage::LastDay, 1, "calendar", Vec::new()),
        how: None,
        outcome: Some(Link::to("../outcome/index.html", "征求意见采纳情况说明")),
    };
    let answered = ItemView { consultation: Some(closed), ..consultation.clone() };
    let reply = ItemView {
        title: "关于河东路路灯不亮的答复".into(),
        published: "2026-08-06".into(),
        rows: rows(),
        body: Html::vouched("<p>您反映的问题已于8月6日修复。</p>"),
        reply: Some(Reply {
            asked: Some("2026-08-01".into()),
            answered: Some("2026-08-06".into()),
            days: Some(4),
            via: Some("意见箱".into()),
        }),
        ..ItemView::default()
    };
    let waiting =
        ItemView { reply: Some(Reply { asked: None, answered: None, days: None, via: None }), ..reply.clone() };
    let phase = |id, state, count, current| PhaseState { id, state, count, current };
    let staged = ItemView {
        title: "9月施工进度与资金支付".into(),
        published: "2026-10-08".into(),
        rows: rows(),
        body: Html::vouched("<p>完成74%，累计支付706.16万元。</p>"),
        matter: Some(MatterPlace {
            link: Link::to("../../matters/road/index.html", "青石河南岸片区道路改造工程"),
            phases: vec![
                phase("decision", State::Published, 5, false),
                phase("execution", State::Published, 4, false),
                phase("management", State::Due, 5, true),
                phase("service", State::Due, 2, false),
                phase("result", State::Coming, 0, false),
            ],
            steps: vec![line("8月施工进度与资金支付", "2026-09-08")],
        }),
        interprets: vec![line("施工合同（主要条款）", "2026-05-08")],
        ..ItemView::default()
    };
    let notice = |key, tone| Notice { key, tone, date: None, text: None, link: None };
    let repealed = ItemView {
        title: "青石镇农村垃圾收运管理暂行规定".into(),
        published: "2018-05-08".into(),
        notices: vec![
            Notice { date: Some("2026-09-28".into()), ..notice("repealed", "closed") },
            Notice {
                link: Some(Link::to("../new/index.html", "青石镇农村生活污水治理设施运行管护办法")),
                ..notice("replaced", "closed")
            },
            notice("expired", "warning"),
        ],
        rows: vec![HeadRow::new("validity", HeadValue::Validity { validity: "repealed" })],
        body: Html::vouched(BODY),
        ..ItemView::default()
    };
    let on_request = ItemView {
        title: "2019年征地批准文件".into(),
        published: "2026-03-25".into(),
        notices: vec![Notice {
            link: Some(Link::to("../../on-request/index.html", "怎样申请")),
            ..notice("on-request", "")
        }],
        rows: rows(),
        ..ItemView::default()
    };
    let item = |path, way: &[&'static str], view: &ItemView| page(theme, path, "item.html", "periodic", way, view);
    vec![
        item("item/index.html", &["定期公开", "财政信息", "财政收支情况"], &document()),
        item("guide-item/index.html", &["长期公开", "办事指南", "最低生活保障申请"], &guide()),
        item("publicity/index.html", &["及时公开", "社会救助", "低保初审公示"], &publicity()),
        item("consultation/index.html", &["及时公开", "征求意见", "停车管理办法"], &consultation),
        item("consultation-open/index.html", &["及时公开", "征求意见", "停车管理办法"], &answered),
        item("reply/index.html", &["及时公开", "答复公开", "路灯"], &reply),
        item("reply-waiting/index.html", &["及时公开", "答复公开", "路灯"], &waiting),
        item("staged-item/index.html", &["阶段公开", "重点工程", "9月施工进度"], &staged),
        item("repealed/index.html", &["长期公开", "政策文件", "垃圾收运"], &repealed),
        item("on-request-item/index.html", &["及时公开", "征地", "批准文件"], &on_request),
    ]
}
