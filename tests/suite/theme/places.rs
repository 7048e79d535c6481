//! Undertakings, units, and the pages that the law asks for.

use super::Sample;
use super::home::unit;
use super::item::file_line;
use super::lists::{matter, menu, withdrawn_rows};
use super::site::{code, line, page};
use gongkai::render::view::{
    AccessibilityView, Fact, FeedbackRow, FeedbackView, FeedbackWays, FeedbackYear, Figure, FormView, GuideView,
    HeadRow, HeadValue, ItemLine, Link, MatterPart, MatterView, NegativeListView, NegativeRow, NotFoundView,
    OnRequestView, PhaseState, RedirectView, ReportsView, Rule, RulesView, State, UnitGroup, UnitTable, UnitView,
    UnitsView, When, WithdrawnView,
};
use gongkai::theme::{Html, Theme};

fn facts() -> Vec<Fact<'static>> {
    vec![
        Fact::text("office", "青石镇党政办公室"),
        Fact::text("office_address", "云岭县青石镇青石大道1号"),
        Fact::text("office_hours", "工作日 8:30—12:00，14:30—17:30"),
        Fact::phone("office_phone", "0500-6610001"),
        Fact::text("fax", "0500-6610002"),
        Fact::link("email", "mailto:gongkai@qingshi.example.gov.cn", "gongkai@qingshi.example.gov.cn"),
        Fact::text("postcode", "000100"),
    ]
}

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    let phase = |id, state, count, current| PhaseState { id, state, count, current };
    let part = |phase, state, from: Option<&'static str>, to: Option<&'static str>, lines| MatterPart {
        phase,
        state,
        from: from.map(Into::into),
        to: to.map(Into::into),
        lines,
    };
    let road = MatterView {
        title: "青石河南岸片区道路改造工程".into(),
        lead: Some("改造青石大道南段至河湾桥道路2.8公里，配套雨污管网、路灯和人行道。".into()),
        phases: vec![
            phase("decision", State::Published, 5, false),
            phase("execution", State::Published, 4, false),
            phase("management", State::Due, 5, true),
            phase("service", State::Due, 2, false),
            phase("result", State::Coming, 0, false),
        ],
        parts: vec![
            part(
                "decision",
                State::Published,
                Some("2025-11-20"),
                Some("2026-03-12"),
                vec![
                    line("工程方案公开征求意见（30日）", "2025-11-20"),
                    ItemLine {
                        note: Some("采纳11条，未采纳6条并说明理由".into()),
                        ..line("征求意见采纳情况说明", "2025-12-29")
                    },
                ],
            ),
            part("management", State::Due, Some("2026-06-01"), None, vec![line("9月施工进度与资金支付", "2026-10-08")]),
            part("result", State::Coming, None, None, vec![]),
        ],
        facts: vec![
            Fact::text("unit", "规划建设办公室"),
            Fact { label: "中标价".into(), ..Fact::text("", "1086.40万元") },
            Fact::date("updated", "2026-10-08"),
        ],
        qr: Some(gongkai::render::view::Qr { address: None, ..code() }),
        others: vec![matter("镇敬老院消防改造", 4, Some("result")), matter("石桥村便民桥", 5, None)],
    };
    let state = |title, when| ItemLine { when: Some(when), ..line(title, "2026-10-08") };
    let nanshan = UnitView {
        name: "南山村".into(),
        kind: "village",
        figures: vec![
            Figure::new("period_published", "9", "duties").of("9").state(State::Published),
            Figure::new("this_year", "64", "items"),
            Figure::new("opinions", "5", "letters"),
        ],
        period: Some("2026-Q3".into()),
        duties: vec![
            state("村民自治章程与村规民约", When::Verified { date: "2026-09-20".into() }),
            state("会议决定及实施情况", When::Published { date: "2026-10-08".into() }),
            state("财务收支与集体资产", When::Due { date: "2026-10-15".into() }),
            state("土地征收、承包与流转", When::Coming),
            state("公益事业与筹资筹劳", When::None),
        ],
        categories: menu(&["村务公开", "财务公开"]),
        facts: vec![Fact::text("report_box", "村委会大门东侧，每月15日开箱"), Fact::phone("hotline", "0500-6611207")],
        tables: vec![UnitTable {
            id: "money".into(),
            caption: "9月财务收支".into(),
            note: Some("单位：元".into()),
            more: Some("../../item/index.html".into()),
            html: Html::vouched(include_str!("table.html")),
        }],
        newest: vec![
            line("南山村2026年第三季度惠农补贴发放清册", "2026-10-09"),
            line("鱼塘续包合同（主要条款）", "2026-09-22"),
        ],
        count: 64,
        others: menu(&["北坡村", "河湾村", "石桥村"]),
        ..UnitView::default()
    };
    let station = UnitView { name: "财政所".into(), kind: "office", ..UnitView::default() };
    let units = UnitsView {
        villages: true,
        period: Some("2026-Q3".into()),
        groups: vec![
            UnitGroup { kind: "village", units: vec![unit("南山村", 9, 0), unit("梅岭村", 6, 1)] },
            UnitGroup {
                kind: "station",
                units: vec![gongkai::render::view::UnitCard { pips: vec![], ..unit("财政所", 9, 0) }],
            },
        ],
    };
    let guide = GuideView {
        office: "青石镇人民政府".into(),
        updated: Some("2026-03-18".into()),
        body: Html::vouched("<p>为方便公民、法人和其他组织获取政府信息，编制本指南。</p>"),
        categories: menu(&["财政信息", "社会救助", "政策文件"]),
        ways: vec![Link::to("../index.html", "青石镇政务公开栏"), Link::words("镇便民服务中心一楼公开查阅点")],
        body_facts: facts(),
        supervision: vec![Fact::phone("hotline", "0500-6610110")],
        on_request: "../on-request/index.html".into(),
    };
    let on_request = OnRequestView {
        body: Html::default(),
        facts: facts(),
        form: Some("form/index.html".into()),
        forms: vec![Link::to("../item/form.docx", "政府信息公开申请表")],
        items: vec![line("2019年征地批准文件", "2026-03-25")],
    };
    let form = FormView {
        back: "../index.html".into(),
        office: "青石镇人民政府".into(),
        facts: vec![Fact::phone("office_phone", "0500-6610001")],
    };
    let negative = NegativeListView {
        rows: vec![NegativeRow {
            title: "信访人信息登记表".into(),
            ground: "个人隐私（《政府信息公开条例》第十五条）".into(),
            review_by: Some("2027-03-01".into()),
        }],
        on_request: "../on-request/index.html".into(),
        hotline: Some("0500-6610110".into()),
    };
    let feedback = FeedbackView {
        years: vec![FeedbackYear {
            year: "2026".into(),
            received: 12,
            passed: 12,
            answered: 11,
            changed: 10,
            average: Some("3.4".into()),
            longest: Some(8),
        }],
        ways: vec![FeedbackWays { year: "2026".into(), rows: vec![("意见箱".into(), 7), ("热线".into(), 5)] }],
        rows: vec![
            FeedbackRow {
                date: "2026-10-26".into(),
                way: "意见箱".into(),
                passed_to: Some("规划建设办公室".into()),
                answered: Some(5),
                changed: Some("修复并纳入每周巡查".into()),
            },
            FeedbackRow { date: "2026-11-17".into(), way: "网上".into(), ..FeedbackRow::default() },
        ],
        total: 12,
        pager: None,
    };
    let rules = RulesView {
        updated: Some("2026-03-18".into()),
        ended: vec![line("政府信息公开审查办法", "2019-03-25")],
        rules: vec![
            Rule {
                id: "r1".into(),
                title: "政府信息公开审查制度".into(),
                href: "../item/index.html".into(),
                number: Some("青政发〔2023〕9号".into()),
                date: Some("2023-09-11".into()),
                validity: "modified",
                body: Html::vouched(
                    "<p>第一条　为规范公开审查，制定本制度。</p><h3>附则</h3><p>自发布之日起施行。</p>",
                ),
            },
            Rule {
                id: "r2".into(),
                title: "政务公开监督员制度".into(),
                href: "../item/index.html".into(),
                number: None,
                date: None,
                validity: "valid",
                body: Html::vouched("<p>第一条　聘请监督员。</p>"),
            },
        ],
    };
    let reports = ReportsView {
        reports: vec![line("2025年青石镇政府信息公开工作年度报告", "2026-01-20"), file_line()],
        groups: vec![],
        statistics: Some("../statistics/index.html".into()),
    };
    let accessibility =
        AccessibilityView { office: "青石镇人民政府".into(), date: Some("2026-10-12".into()), facts: facts() };
    let lost = NotFoundView {
        search: Some("/qingshi/search/index.html".into()),
        ways: vec![
            Link::to("/qingshi/catalogue/index.html", "公开目录"),
            Link::to("/qingshi/periodic/index.html", "定期公开"),
        ],
        phone: Some("0500-6610001".into()),
    };
    let moved = RedirectView {
        href: "../../item/index.html".into(),
        title: "青石镇2026年第三季度财政收支情况公告".into(),
        index: None,
    };
    let short = RedirectView { index: Some("11341702000000000A/2026-00318".into()), ..moved.clone() };
    let mut gone = withdrawn_rows();
    gone.push(HeadRow::new("withdrawn", HeadValue::Date { date: "2026-08-21".into() }));
    gone.push(HeadRow::text("reason", "名单类信息公开期限届满，为保护个人信息，按规定撤下。").wide());
    let withdrawn = WithdrawnView {
        title: None,
        on: Some("2026-08-21".into()),
        rows: gone,
        near: vec![line("最低生活保障申请办事指南", "2026-02-27")],
        phone: Some("0500-6610001".into()),
    };
    vec![
        page(theme, "matter/index.html", "matter.html", "staged", &["阶段公开", "道路改造"], &road),
        page(theme, "units/nanshan/index.html", "unit.html", "units", &["村务公开", "南山村"], &nanshan),
        page(theme, "units/finance/index.html", "unit.html", "units", &["责任单位", "财政所"], &station),
        page(theme, "units/index.html", "units.html", "units", &["村务公开"], &units),
        page(theme, "guide/index.html", "guide.html", "", &["公开指南"], &guide),
        page(theme, "on-request/index.html", "on-request.html", "", &["依申请公开"], &on_request),
        page(theme, "on-request/form/index.html", "application-form.html", "", &[], &form),
        page(theme, "negative-list/index.html", "negative-list.html", "", &["不予公开事项"], &negative),
        page(
            theme,
            "negative-list-empty/index.html",
            "negative-list.html",
            "",
            &["不予公开事项"],
            NegativeListView::default(),
        ),
        page(theme, "feedback/index.html", "feedback.html", "", &["意见反馈情况"], &feedback),
        page(theme, "rules/index.html", "rules.html", "", &["公开制度"], &rules),
        page(theme, "reports/index.html", "reports.html", "", &["公开年报"], &reports),
        page(theme, "accessibility/index.html", "accessibility.html", "", &["无障碍说明"], &accessibility),
        page(theme, "404.html", "404.html", "", &["找不到页面"], &lost),
        page(theme, "old/address/index.html", "redirect.html", "", &[], &moved),
        page(theme, "i/2026-00318/index.html", "short.html", "", &[], &short),
        page(
            theme,
            "withdrawn/index.html",
            "withdrawn.html",
            "periodic",
            &["定期公开", "社会救助", "已撤下"],
            &withdrawn,
        ),
    ]
}
