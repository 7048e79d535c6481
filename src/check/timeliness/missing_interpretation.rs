use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Board, Item};
use crate::diag::Severity;
use crate::parse::Document;
use crate::say;
use crate::term::Validity;

/// Finds normative documents in force that nothing explains.
pub(crate) struct MissingInterpretation;

static META: Meta = Meta {
    id: "missing-interpretation",
    family: Family::Timeliness,
    severity: Severity::Note,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：政策文件与解读材料相互关联"),
    page: include_str!("../../../docs/checks/missing-interpretation.md"),
};

impl Check for MissingInterpretation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        let (Some(own), Some(document)) = (cx.id, item.front().document.as_ref()) else { return };
        if !item.is_listed() || !needs_interpretation(item, document, board) || board.interpretations.contains_key(&own)
        {
            return;
        }
        let days = u32::try_from(board.config.policies.interpretation_days).unwrap_or(u32::MAX);
        let due = item.published().map(|stamp| board.workdays.add(stamp.date(), days).date);
        if due.is_none_or(|due| board.today <= due) {
            return;
        }
        let place = document.number.as_ref().map_or_else(|| item.title_place(), |number| item.place(number.span));
        let reference = item.index().unwrap_or_default().to_owned();
        let reference = if reference.is_empty() { item.draft.path.to_string() } else { reference };
        cx.find(place, say!("规范性文件没有政策解读", "no item explains this normative document")).remedy = Some(say!(
            "写一条政策解读，在其中写“解读: {reference}”",
            "write an interpretation with “interprets: {reference}”"
        ));
    }
}

/// Normative documents of the office's own that are in force; where no genre is said, every numbered document.
fn needs_interpretation(item: &Item, document: &Document, board: &Board) -> bool {
    let normative = match &document.genre {
        Some(genre) => genre.contains("规范性文件"),
        None => document.number.is_some(),
    };
    let office = &board.config.office.name;
    let own = document
        .issuer
        .as_ref()
        .is_none_or(|issuer| office.is_empty() || issuer.contains(office.as_str()) || office.contains(issuer.trim()));
    let over = matches!(item.validity(), Some(Validity::Repealed | Validity::Expired));
    normative && own && !over && item.front().interprets.is_none()
}
