//! Lists: category, topic, year, the sections.

use super::Sample;
use super::item::rows;
use super::site::{line, page, states};
use gongkai::render::view::{
    DirectoryView, Figure, Grid, GridCell, GridColumn, GridRow, Group, ItemLine, LinkGroup, ListView, MatterLine,
    MenuLink, Pager, PeriodicView, SectionView, SeriesGroup, SeriesLine, StagedView, State, When,
};
use gongkai::theme::Theme;

pub(super) fn menu(names: &[&'static str]) -> Vec<MenuLink<'static>> {
    names
        .iter()
        .enumerate()
        .map(|(at, name)| MenuLink::to("index.html", *name).count(214 - at).current(at == 0))
        .collect()
}

pub(super) fn group(id: &'static str, title: &'static str, lines: Vec<ItemLine<'static>>) -> Group<'static> {
    Group { id: id.into(), title: title.into(), count: lines.len(), note: None, more: None, lines }
}

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    let notice = |title, date, number: &'static str| ItemLine {
        unit: Some("党政办公室".into()),
        number: (!number.is_empty()).then(|| number.into()),
        ..line(title, date)
    };
    let october = vec![
        notice("关于10月14日集镇片区计划停水的通知", "2026-10-12", ""),
        notice("青石镇2026年第四季度森林防火禁火令", "2026-10-10", "青政令〔2026〕2号"),
        ItemLine { marks: vec!["on-request"], ..notice("2019年征地批准文件", "2026-10-09", "") },
    ];
    let category = ListView {
        title: "通知公告".into(),
        lead: Some("临时性、动态性事项。".into()),
        unit: Some("党政办公室".into()),
        updated: Some("2026-10-12".into()),
        menu: menu(&["通知公告", "人事信息", "行政处罚", "应急信息", "征求意见", "答复公开"]),
        menu_label: "及时公开类别".into(),
        children: menu(&["停水停电", "值班安排"]),
        years: vec![
            MenuLink::to("index.html", "2026").count(43).current(true),
            MenuLink::to("2025/index.html", "2025").count(58),
        ],
        groups: vec![
            group("m10", "2026年10月", october.clone()),
            group("m09", "2026年9月", vec![notice("青石大道南段10月封闭施工绕行通告", "2026-09-29", "")]),
        ],
        pager: Pager::new(1, 43, 12, |number| format!("page-{number}/index.html").into()),
        ..ListView::default()
    };
    let topic = ListView {
        title: "2024年防汛".into(),
        closed: true,
        groups: vec![group("all", "2024年", october.clone())],
        ..ListView::default()
    };
    let year = ListView {
        title: "2026年公开事项".into(),
        figures: vec![Figure::new("total", "296", "items")],
        ..ListView::default()
    };
    let verified = |title, date: &'static str, number: &'static str| ItemLine {
        when: Some(When::Verified { date: date.into() }),
        number: Some(number.into()),
        ..line(title, "2026-03-18")
    };
    let permanent = SectionView {
        section: "permanent",
        documents: vec![
            MenuLink::to("../guide/index.html", "公开指南"),
            MenuLink::to("../rules/index.html", "公开制度汇编").note("9项"),
            MenuLink::to("../reports/index.html", "公开年报"),
            MenuLink::to("../on-request/index.html", "依申请公开"),
        ],
        menu: menu(&["机构概况", "政策文件", "权责与收费", "办事指南"]),
        groups: vec![
            Group {
                note: Some("党政办公室".into()),
                more: Some("../x/index.html".into()),
                ..group(
                    "g1",
                    "机构概况",
                    vec![
                        verified("青石镇人民政府机构职能", "2026-09-30", ""),
                        verified("镇领导班子成员分工", "2026-10-09", ""),
                    ],
                )
            },
            group(
                "g2",
                "政策文件",
                vec![
                    verified("青石镇农村生活污水治理设施运行管护办法", "2026-09-28", "青政规〔2026〕2号"),
                    ItemLine {
                        when: Some(When::Unverified { months: 12 }),
                        ..line("政府信息公开保密审查制度", "2023-09-11")
                    },
                ],
            ),
        ],
        closed: vec![ItemLine {
            when: Some(When::Closed { validity: "repealed", date: "2026-09-28".into() }),
            marks: vec!["repealed"],
            note: Some("由青政规〔2026〕2号替代".into()),
            ..line("青石镇农村垃圾收运管理暂行规定", "2018-05-08")
        }],
        pager: None,
    };
    let timely = SectionView { section: "timely", ..SectionView::default() };
    vec![
        page(theme, "category/index.html", "list.html", "timely", &["及时公开", "通知公告"], &category),
        page(theme, "topics/flood/index.html", "list.html", "", &["专题", "2024年防汛"], &topic),
        page(theme, "years/2026/index.html", "list.html", "", &["年度", "2026年"], &year),
        page(theme, "permanent/index.html", "section.html", "permanent", &["长期公开"], &permanent),
        page(theme, "timely/index.html", "section.html", "timely", &["及时公开"], &timely),
        page(theme, "periodic/index.html", "periodic.html", "periodic", &["定期公开"], grids()),
        page(theme, "periodic-series/index.html", "periodic.html", "periodic", &["定期公开"], series()),
        page(theme, "staged/index.html", "staged.html", "staged", &["阶段公开"], staged()),
        page(theme, "staged-empty/index.html", "staged.html", "staged", &["阶段公开"], StagedView::default()),
        page(theme, "sitemap/index.html", "directory.html", "", &["网站地图"], directory()),
    ]
}

fn grids() -> PeriodicView<'static> {
    let cell = |period: &'static str, state, date: Option<&'static str>| GridCell {
        period: period.into(),
        state,
        href: date.map(|_| "../item/index.html".into()),
        date: date.map(Into::into),
        days: 89,
        late: 0,
    };
    let row = |title: &'static str, cells| GridRow {
        title: title.into(),
        href: Some("../x/index.html".into()),
        unit: "财政所".into(),
        reason: None,
        cells,
    };
    let column = |period: &'static str, due: Option<&'static str>, now| GridColumn {
        period: period.into(),
        due: due.map(Into::into),
        far: false,
        now,
    };
    let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
    let dates = ["2026-04-09", "2026-07-09", "2026-10-09"];
    let months = [
        "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10",
        "2026-11", "2026-12",
    ];
    let month_cells = || {
        months
            .iter()
            .enumerate()
            .map(|(at, month)| match at {
                0..7 => cell(month, State::Published, Some("2026-02-11")),
                7 => cell(month, State::Overdue, None),
                8 => cell(month, State::Due, None),
                9 => cell(month, State::Paused, None),
                _ => cell(month, State::Coming, None),
            })
            .collect::<Vec<_>>()
    };
    let mut full: Vec<_> =
        quarters.iter().zip(dates).map(|(quarter, date)| cell(quarter, State::Published, Some(date))).collect();
    full.push(cell("2026-Q4", State::Coming, None));
    let mut late = full.clone();
    late[1].late = 5;
    late[2] = cell("2026-Q3", State::Due, None);
    let mut overdue = full.clone();
    overdue[1] = cell("2026-Q2", State::Overdue, None);
    PeriodicView {
        year: "2026".into(),
        cell_year: "2026".into(),
        date: "2026-10-12".into(),
        years: vec![MenuLink::to("index.html", "2026").current(true), MenuLink::to("2025/index.html", "2025")],
        figures: vec![
            Figure::new("due_in_year", "81", "times"),
            Figure::new("published", "72", "times").state(State::Published),
            Figure { date: Some("2026-10-15".into()), ..Figure::new("waiting", "7", "times").state(State::Due) },
            Figure::new("overdue", "2", "times").state(State::Overdue),
            Figure::new("punctual", "94.6", "percent"),
        ],
        overdue: vec![ItemLine {
            when: Some(When::Overdue { days: 89 }),
            unit: Some("农业农村办公室".into()),
            note: Some("应于7月15日前公开".into()),
            ..line("人居环境整治情况（第二季度）", "")
        }],
        overdue_total: 2,
        grids: vec![
            Grid {
                cadence: "quarterly",
                monthly: false,
                long: false,
                columns: vec![
                    column("2026-Q1", Some("2026-04-15"), false),
                    column("2026-Q2", Some("2026-07-15"), false),
                    column("2026-Q3", Some("2026-10-15"), true),
                    GridColumn { far: true, ..column("2026-Q4", Some("2027-01-15"), false) },
                ],
                rows: vec![
                    row("财政收支情况", full),
                    row("信访事项受理办理情况", late),
                    row("人居环境整治情况", overdue),
                ],
            },
            Grid {
                cadence: "monthly",
                monthly: true,
                long: false,
                columns: months.iter().map(|month| column(month, None, *month == "2026-09")).collect(),
                rows: vec![row("最低生活保障资金发放情况", month_cells()), row("临时救助情况", month_cells())],
            },
            Grid {
                cadence: "yearly",
                monthly: false,
                long: true,
                columns: ["2024", "2025", "2026"].iter().map(|year| column(year, None, false)).collect(),
                rows: vec![row(
                    "财政预算",
                    vec![
                        cell("2024", State::None, None),
                        cell("2025", State::Published, Some("2025-02-19")),
                        cell("2026", State::Published, Some("2026-03-04")),
                    ],
                )],
            },
        ],
        ..PeriodicView::default()
    }
}

fn series() -> PeriodicView<'static> {
    let entry = |title: &'static str| SeriesLine {
        href: "../item/index.html".into(),
        title: title.into(),
        period: "2026-Q3".into(),
        date: "2026-10-09".into(),
        unit: Some("财政所".into()),
        count: 11,
    };
    PeriodicView {
        series: vec![SeriesGroup {
            cadence: "quarterly", series: vec![entry("财政收支情况"), entry("政府采购情况")]
        }],
        others: vec![line("2025年镇村干部值班补贴", "2026-01-20")],
        ..PeriodicView::default()
    }
}

pub(super) fn matter(title: &'static str, done: usize, phase: Option<&'static str>) -> MatterLine<'static> {
    MatterLine {
        href: "../matter/index.html".into(),
        title: title.into(),
        pips: states(done, usize::from(done < 5), 0, 4usize.saturating_sub(done)),
        phase,
        date: Some("2026-10-08".into()),
        note: Some("9月施工进度与资金支付".into()),
        count: 14,
    }
}

fn staged() -> StagedView<'static> {
    StagedView {
        open: vec![
            matter("青石河南岸片区道路改造工程", 2, Some("management")),
            matter("镇敬老院消防改造", 4, Some("result")),
        ],
        done: vec![matter("石桥村便民桥", 5, None)],
        others: vec![line("2026年度村级公益事业项目申报", "2026-02-01")],
        pager: None,
    }
}

fn directory() -> DirectoryView<'static> {
    DirectoryView {
        title: "网站地图".into(),
        lead: Some("全部栏目和页面。".into()),
        groups: vec![LinkGroup {
            id: "c".into(),
            title: "公开类别".into(),
            more: Some("../catalogue/index.html".into()),
            long: false,
            links: menu(&["财政信息", "社会救助", "政策文件"]),
        }],
    }
}

/// Rows of the head table of what was taken down.
pub(super) fn withdrawn_rows() -> Vec<gongkai::render::view::HeadRow<'static>> {
    let mut rows = rows();
    rows.truncate(1);
    rows
}
