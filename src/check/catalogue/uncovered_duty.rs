use super::super::contract::{Check, Context, Family, Meta};
use crate::board::CoverageState;
use crate::diag::{Place, Severity};
use crate::say;
use std::sync::Arc;

/// Finds duties that no item fulfils.
pub(crate) struct UncoveredDuty;

static META: Meta = Meta {
    id: "uncovered-duty",
    family: Family::Catalogue,
    severity: Severity::Warning,
    basis: Some("国办发〔2019〕54号：标准目录所列事项应公开尽公开"),
    page: include_str!("../../../docs/checks/uncovered-duty.md"),
};

impl Check for UncoveredDuty {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        // An item in which something is wrong has its finding already.
        let faulty: Vec<&str> = board
            .items
            .iter()
            .filter(|item| item.draft.report.has_errors())
            .filter_map(|item| item.front().duty.as_ref())
            .map(|duty| duty.trim())
            .collect();
        let path = Arc::from("content/duties.yaml");
        for coverage in board.coverage.iter().filter(|coverage| coverage.state == CoverageState::Uncovered) {
            let duty = board.duty(coverage.duty);
            if faulty.contains(&duty.id.as_str()) {
                continue;
            }
            let (id, name) = (&duty.id, &duty.name);
            let finding = cx.find(
                Place::text(&path, duty.span),
                say!("应公开事项“{name}”没有一条公开的内容", "nothing that shows fulfils the duty “{name}” ({id})"),
            );
            finding.remedy = Some(say!(
                "公开一条，写上“公开事项: {id}”；确实没有发生的，在 duties.yaml 里写“暂停: 理由”",
                "publish an item with “duty: {id}”; where nothing has happened, write “paused: reason” in duties.yaml"
            ));
        }
    }
}
