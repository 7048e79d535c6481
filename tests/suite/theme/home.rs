use super::Sample;
use super::site::{contact, line, page, states};
use gongkai::render::view::{
    Glance, HomeView, ItemLine, MatterLine, MenuLink, PeriodicCard, Progress, PublicityLine, SectionCard, Stage,
    StagedCard, UnitCard, UnitsCard, When, Window,
};
use gongkai::theme::Theme;

pub(super) fn window(
    stage: Stage,
    left: usize,
    unit: &'static str,
    pips: Vec<gongkai::render::view::State>,
) -> Window<'static> {
    Window {
        from: "2026-10-09".into(),
        to: "2026-10-19".into(),
        stage,
        left,
        total: 7,
        unit,
        pips,
        counted: "2026-10-12".into(),
        differing: String::new(),
        outside: None,
    }
}

fn glance(key: &'static str, number: usize) -> Glance<'static> {
    Glance { key, number, of: None, href: "periodic/index.html".into(), late: false }
}

fn matter(title: &'static str, done: usize, phase: &'static str, note: &'static str) -> MatterLine<'static> {
    MatterLine {
        href: "matters/road/index.html".into(),
        title: title.into(),
        pips: states(done, 1, 0, 4 - done),
        phase: Some(phase),
        date: Some("2026-10-08".into()),
        note: Some(note.into()),
        count: 14,
    }
}

pub(super) fn unit(name: &'static str, published: usize, overdue: usize) -> UnitCard<'static> {
    UnitCard {
        href: "units/x/index.html".into(),
        name: name.into(),
        pips: states(published, 9 - published - overdue, overdue, 0),
        complete: published == 9,
        published,
        overdue,
    }
}

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    let open = |title: &'static str, window| PublicityLine { href: "x/index.html".into(), title: title.into(), window };
    let overdue = |title: &'static str, days, note: &'static str| ItemLine {
        when: Some(When::Overdue { days }),
        note: Some(note.into()),
        ..line(title, "2026-10-09")
    };
    let newest = |title, date, unit: &'static str, section, cadence| ItemLine {
        unit: Some(unit.into()),
        section: Some(section),
        cadence,
        ..line(title, date)
    };
    let view = HomeView {
        glance: vec![
            Glance { of: Some(15), ..glance("period", 8) },
            glance("publicity", 3),
            glance("consultation", 2),
            Glance { late: true, ..glance("overdue", 2) },
        ],
        permanent: SectionCard {
            href: "permanent/index.html".into(),
            count: 96,
            links: [
                "机构职能",
                "领导分工",
                "办公时间",
                "政策文件",
                "权责清单",
                "办事指南",
                "收费目录",
                "应急预案",
                "规划计划",
            ]
            .map(|name| MenuLink::to("x/index.html", name).count(8))
            .into(),
            lines: vec![line("镇领导班子成员分工", "2026-10-09"), line("便民服务中心窗口电话与办公时间", "2025-09-30")],
        },
        periodic: PeriodicCard {
            href: "periodic/index.html".into(),
            count: 240,
            progress: Some(Progress {
                period: "2026-Q3".into(),
                due: "2026-10-15".into(),
                owed: 15,
                published: 8,
                waiting: 7,
                days_left: Some(3),
                pips: states(8, 7, 0, 0),
            }),
            lines: vec![
                overdue("临时救助情况（8月）", 27, "应于9月15日前公开"),
                overdue("人居环境整治情况（第二季度）", 89, "应于7月15日前公开"),
                line("青石镇2026年第三季度财政收支情况公告", "2026-10-09"),
                line("2026年第三季度农村宅基地审批情况", "2026-10-09"),
            ],
        },
        staged: StagedCard {
            href: "staged/index.html".into(),
            count: 7,
            matters: vec![
                matter("青石河南岸片区道路改造工程", 2, "management", "9月施工进度"),
                matter("镇敬老院消防改造", 4, "result", "竣工验收"),
                matter("北坡村高标准农田建设（二期）", 1, "execution", "中标结果"),
                matter("集镇污水管网延伸工程", 0, "decision", "方案征求意见"),
            ],
        },
        timely: SectionCard {
            href: "timely/index.html".into(),
            count: 11,
            links: Vec::new(),
            lines: vec![
                line("关于10月14日集镇片区计划停水的通知", "2026-10-12"),
                line("北坡村高标准农田建设（二期）施工中标结果公告", "2026-10-10"),
                line("青石镇2026年第四季度森林防火禁火令", "2026-10-10"),
                line("关于开展2026年冬春农田水利义务投工的公告", "2026-10-09"),
                line("关于印发《青石镇农村生活污水治理设施运行管护办法》的通知", "2026-09-28"),
            ],
        },
        publicities: vec![
            open("2026年10月最低生活保障初审对象公示", window(Stage::Open, 6, "working", states(1, 1, 0, 5))),
            open("北坡村宅基地审批结果公示（第9批）", window(Stage::LastDay, 1, "working", states(4, 1, 0, 0))),
        ],
        consultations: vec![open(
            "《青石镇集镇停车管理办法（征求意见稿）》",
            window(Stage::Open, 6, "calendar", Vec::new()),
        )],
        newest: vec![
            newest("关于10月14日集镇片区计划停水的通知", "2026-10-12", "党政办公室", "timely", None),
            newest("2026年9月安全生产检查情况", "2026-10-10", "应急管理站", "periodic", Some("monthly")),
            newest("2026年第三季度政府采购情况", "2026-10-10", "财政所", "periodic", Some("quarterly")),
            ItemLine {
                phase: Some("execution"),
                ..newest("北坡村高标准农田建设（二期）施工中标结果公告", "2026-10-10", "农业农村办公室", "staged", None)
            },
            newest("城乡居民基本养老保险参保登记办事指南", "2026-10-09", "就业和社会保障服务站", "permanent", None),
        ],
        updated: Some("2026-10-12 09:30".into()),
        catalogue: "catalogue/index.html".into(),
        topics: vec![
            MenuLink::to("topics/a/index.html", "乡村振兴").count(41),
            MenuLink::to("topics/b/index.html", "惠民惠农补贴").count(36),
            MenuLink { closed: true, ..MenuLink::to("topics/c/index.html", "2024年防汛") },
        ],
        units: Some(UnitsCard {
            href: "units/index.html".into(),
            units: vec![unit("南山村", 9, 0), unit("北坡村", 8, 0), unit("梅岭村", 6, 1), unit("青石社区", 9, 0)],
        }),
        contact: contact(),
    };
    let bare = HomeView { contact: contact(), ..HomeView::default() };
    vec![
        page(theme, "index.html", "home.html", "home", &[], &view),
        page(theme, "bare.html", "home.html", "home", &[], &bare),
    ]
}
