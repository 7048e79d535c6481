//! The catalogue and the standard catalogue.

use super::Sample;
use super::site::page;
use gongkai::render::view::{
    CatalogueGroup, CatalogueRow, CatalogueView, CoverageRow, Figure, Link, MenuLink, Pager, StandardGroup,
    StandardRow, StandardView, State, Tick,
};
use gongkai::theme::Theme;

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    vec![
        catalogue_page(theme, &catalogue(3)),
        page(theme, "standard/index.html", "standard.html", "standard", &["标准目录"], standard()),
    ]
}

pub(super) fn catalogue_page(theme: &Theme, view: &CatalogueView<'_>) -> Sample {
    page(theme, "catalogue/index.html", "catalogue.html", "catalogue", &["公开目录"], view)
}

/// A catalogue page with groups of `rows` rows each.
pub(super) fn catalogue(rows: usize) -> CatalogueView<'static> {
    let row = |at: usize| CatalogueRow {
        correction: (at % 7 == 3).then(|| ("2026-10-20".into(), "金额由800元更正为1200元".into())),
        index: format!("2026-{at:05}").into(),
        href: (at != 2).then(|| "../item/index.html".into()),
        title: "青石镇2026年第三季度财政收支情况公告".into(),
        summary: Some("公布第三季度镇级财政收入、支出、结余及“三公”经费，附逐笔支出明细。".into()),
        unit: "财政所".into(),
        section: if at.is_multiple_of(2) { "periodic" } else { "staged" },
        cadence: at.is_multiple_of(2).then_some("quarterly"),
        phase: (!at.is_multiple_of(2)).then_some("execution"),
        formed: Some("2026-10-08".into()),
        published: Some("2026-10-09".into()),
        marks: if at == 1 { vec!["on-request"] } else { vec![] },
    };
    let group = |id: &'static str, title: &'static str| CatalogueGroup {
        id: id.into(),
        title: title.into(),
        count: 61,
        rows: (0..rows).map(row).collect(),
    };
    CatalogueView {
        total: 3412,
        updated: Some("2026-10-12".into()),
        units: vec!["财政所".into(), "党政办公室".into()],
        jumps: vec![MenuLink::to("#finance", "财政信息"), MenuLink::to("#civil", "社会救助")],
        files: vec![
            Link::to("../catalogue.xlsx", "XLSX"),
            Link::to("../catalogue.csv", "CSV"),
            Link::to("../catalogue.json", "JSON"),
        ],
        groups: vec![group("finance", "财政信息"), group("civil", "社会救助")],
        code: Some("11341702000000000A".into()),
        pager: Pager::new(1, 3412, CatalogueView::ROWS, |number| format!("page-{number}/index.html").into()),
    }
}

fn standard() -> StandardView<'static> {
    let ticks =
        |ids: &[(&'static str, bool)]| ids.iter().map(|&(id, on)| Tick { id, on, text: None }).collect::<Vec<_>>();
    let channels = [
        "website",
        "gazette",
        "social",
        "press-conference",
        "broadcast",
        "print",
        "reading-point",
        "service-centre",
        "village-station",
        "on-site",
        "board",
        "push",
        "other",
    ];
    let row = |serial, second: &'static str, state, of| StandardRow {
        serial,
        first: "最低生活保障".into(),
        second: second.into(),
        content: "办理事项、条件、保障标准、申请材料、流程、时间、地点、联系方式".into(),
        basis: "《社会救助暂行办法》".into(),
        limit: "制定或获取之日起10个工作日内；长期公开".into(),
        body: "民政办公室".into(),
        channels: channels
            .iter()
            .map(|id| Tick { id, on: matches!(*id, "website" | "board" | "reading-point"), text: None })
            .collect(),
        audiences: vec![
            Tick { id: "public", on: false, text: None },
            Tick { id: "group", on: true, text: Some("低保对象".into()) },
        ],
        methods: ticks(&[("proactive", true), ("on-request", false)]),
        levels: ticks(&[("county", false), ("township", true), ("village", true)]),
        state,
        times: 7,
        of,
        href: (state != State::None).then(|| "../item/index.html".into()),
        date: (state == State::Published).then(|| "2026-09-15".into()),
        note: (state == State::Overdue).then(|| "8月逾期".into()),
    };
    StandardView {
        by_area: vec![CoverageRow {
            name: "社会救助".into(),
            owed: 4,
            covered: 3,
            overdue: 1,
            share: Some("75.0".into()),
        }],
        by_unit: Vec::new(),
        office: "青石镇".into(),
        year: "2026".into(),
        areas: 18,
        total: 142,
        figures: vec![
            Figure::new("owed", "142", "duties"),
            Figure::new("fulfilled", "133", "duties").state(State::Published),
            Figure::new("overdue", "2", "duties").state(State::Overdue),
            Figure::new("not_arisen", "7", "duties"),
            Figure::new("coverage", "98.5", "percent"),
        ],
        choices: vec![
            MenuLink::to("index.html", "全部18个领域").current(true),
            MenuLink::to("social/index.html", "社会救助"),
        ],
        file: Some("standard.xlsx".into()),
        groups: vec![StandardGroup {
            id: "social".into(),
            title: "社会救助".into(),
            rows: vec![
                row(1, "办事指南", State::Published, None),
                row(2, "审核信息", State::Due, None),
                row(3, "审批信息", State::Overdue, Some(8)),
                row(4, "监督检查", State::None, None),
                row(5, "政策法规文件", State::Coming, None),
            ],
        }],
        pager: None,
    }
}
