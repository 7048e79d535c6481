//! What only the office sees: the inspection and the ledger of approvals.

use super::Sample;
use super::site::page;
use gongkai::render::view::{
    Approval, ColumnRow, DutyRow, ExceptionRow, Figure, FindingGroup, FindingRow, HeldRow, InspectionView, LedgerRow,
    LedgerView, Link, LoadRow, MenuLink, State, VetoRow, When,
};
use gongkai::theme::Theme;

pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    vec![
        page(theme, "inspection/index.html", "inspection.html", "", &["公开检查台"], inspection()),
        page(
            theme,
            "inspection/clean/index.html",
            "inspection.html",
            "",
            &["公开检查台"],
            InspectionView { date: "2026-10-12".into(), ..InspectionView::default() },
        ),
        page(theme, "inspection/ledger/index.html", "ledger.html", "", &["公开检查台", "审批台账"], ledger()),
    ]
}

fn inspection() -> InspectionView<'static> {
    let finding = |severity, check, message: &'static str, place: Option<&'static str>| FindingRow {
        severity,
        check,
        message: message.into(),
        remedy: Some("删去一列。".into()),
        basis: Some("《个人信息保护法》第三十四条".into()),
        place: place.map(Into::into),
        family: "privacy",
        item: Some(Link::to("../item/index.html", "名单")),
    };
    let column = |title: &'static str, days, state| ColumnRow {
        title: title.into(),
        href: "../x/index.html".into(),
        count: 12,
        updated: Some("2026-10-09".into()),
        days,
        state,
    };
    InspectionView {
        date: "2026-10-12".into(),
        figures: vec![
            Figure::new("owed", "142", "duties"),
            Figure::new("fulfilled", "133", "duties").state(State::Published),
            Figure::new("errors", "1", "none").state(State::Overdue),
            Figure::new("warnings", "3", "none").state(State::Due),
            Figure::new("notes", "3", "none"),
            Figure::new("held", "2", "items"),
        ],
        board: "青石镇政务公开栏".into(),
        vetoes: vec![
            VetoRow {
                id: "columns",
                name: "栏目不更新".into(),
                rule: "空白栏目5个".into(),
                state: State::Overdue,
                word: "触发否决".into(),
                note: Some("另有一个".into()),
                findings: vec![finding("error", "empty-category", "人事信息没有内容", None)],
            },
            VetoRow {
                id: "home",
                name: "首页不更新".into(),
                rule: "2周未更新".into(),
                state: State::Published,
                word: "未发现".into(),
                note: None,
                findings: vec![],
            },
        ],
        loads: vec![LoadRow { name: None, overdue: 1, due: 2, waiting: 3, held: 4, errors: 1, warnings: 0 }],
        exceptions: ["holding", "expired", "endless"]
            .map(|state| ExceptionRow {
                item: Link::to("../item/index.html", "名单"),
                check: "lasting-list".into(),
                reason: "上级文件要求".into(),
                by: "组长".into(),
                until: (state != "endless").then(|| "2026-12-31".into()),
                state,
            })
            .into(),
        units: vec![
            FindingGroup {
                id: "unit-1".into(),
                name: Some("民政办公室".into()),
                findings: vec![finding(
                    "error",
                    "id-number",
                    "名单里有1个公民身份号码",
                    Some("content/civil/list.md:23"),
                )],
            },
            FindingGroup {
                id: "unit-none".into(),
                name: None,
                findings: vec![
                    finding("warning", "overdue-period", "第二季度未公开", None),
                    finding("note", "annual-report-due", "年度报告将到期", None),
                ],
            },
        ],
        duties: vec![
            DutyRow {
                title: "人居环境整治情况".into(),
                unit: "农业农村办公室".into(),
                period: Some("2026-Q2".into()),
                when: When::Overdue { days: 89 },
            },
            DutyRow {
                title: "村规民约".into(),
                unit: "南山村".into(),
                period: None,
                when: When::Unverified { months: 12 },
            },
        ],
        held: vec![HeldRow {
            title: "第四季度会议安排".into(),
            path: "content/notice/a.md".into(),
            reasons: vec!["future", "unsigned"],
            note: Some("组长签发".into()),
        }],
        columns: vec![
            column("通知公告", Some(3), State::Published),
            column("要闻动态", Some(12), State::Due),
            column("政策文件", Some(200), State::Overdue),
            ColumnRow { count: 0, updated: None, days: None, ..column("人事信息", None, State::None) },
        ],
        files: vec![Link::to("ledger/index.html", "审批台账")],
    }
}

fn ledger() -> LedgerView<'static> {
    let step = Approval {
        name: "".into(),
        by: Some("分管副镇长".into()),
        on: Some("2026-10-08".into()),
        opinion: Some("同意".into()),
    };
    LedgerView {
        months: vec![MenuLink::to("index.html", "2026-10").current(true)],
        month: "2026-10".into(),
        file: Some("../ledger.csv".into()),
        steps: vec!["站所提供".into(), "组长签发".into(), "监督小组审查".into()],
        rows: vec![LedgerRow {
            index: "2026-00318".into(),
            link: Link::to("../../item/index.html", "第三季度财政收支情况公告"),
            unit: "财政所".into(),
            published: Some("2026-10-09".into()),
            steps: vec![Some(step), None, None],
            needed: vec![true, true, false],
        }],
        pager: None,
    }
}
