use crate::board::{Board, SlotState};
use crate::calendar::Period;
use crate::cli::ask::{Asks, choose};
use crate::config::{CategoryId, Duty};
use crate::say;

/// What was answered.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Path of ids.
    pub(super) category: String,
    /// Its id.
    pub(super) duty: Option<String>,
    /// As typed.
    pub(super) period: Option<String>,
    pub(super) title: String,
}

/// How many periods that are owed are proposed.
const PROPOSED: usize = 9;

/// A period of a duty that waits for its item.
struct Owed<'b> {
    duty: &'b Duty,
    category: CategoryId,
    period: Period,
    shown: String,
}

/// Asks what is to be written: first what is owed next, then anything else. Nothing where nobody answers any more.
pub(super) fn dialogue(board: &Board, asks: &mut dyn Asks) -> Option<Said> {
    let owed = owed(board);
    let mut choices: Vec<String> = owed.iter().map(|owed| owed.shown.clone()).collect();
    if choices.is_empty() {
        return other(board, asks);
    }
    choices.push("其他".to_owned());
    let at = choose(asks, &say!("写哪一条（按期限先后）", "which one (by deadline)"), &choices)?;
    let Some(owed) = owed.get(at) else { return other(board, asks) };
    let proposed = format!("{}{}", owed.period.chinese(), owed.duty.name);
    let title = asks.ask(&say!("标题", "title"), &proposed)?;
    Some(Said {
        category: board.config.categories.get(owed.category).path.clone(),
        duty: Some(owed.duty.id.clone()),
        period: Some(owed.period.to_string()),
        title,
    })
}

/// What is late or due, the earliest deadline first; where nothing is, the periods that end next.
fn owed(board: &Board) -> Vec<Owed<'_>> {
    let mut found = Vec::new();
    for series in &board.series {
        let duty = board.duty(series.duty);
        let category = duty.category.as_ref().and_then(|path| board.config.categories.find(path));
        let Some(category) = category else { continue };
        for slot in &series.slots {
            let (name, period) = (&duty.name, slot.period);
            let due = slot.due;
            let shown = match slot.state {
                SlotState::Overdue { days } => format!("{name} {period}（期限 {due}，已逾期 {days} 天）"),
                SlotState::Due { left } => format!("{name} {period}（期限 {due}，还有 {left} 天）"),
                _ => continue,
            };
            found.push((slot.due, Owed { duty, category, period, shown }));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.duty.id.cmp(&b.1.duty.id)));
    found.into_iter().map(|(_, owed)| owed).take(PROPOSED).collect()
}

/// Asks for category, duty, period and title.
fn other(board: &Board, asks: &mut dyn Asks) -> Option<Said> {
    let categories: Vec<_> =
        board.config.categories.iter().filter(|(_, category)| category.children.is_empty()).collect();
    let names: Vec<String> =
        categories.iter().map(|(_, category)| format!("{} {}", category.name, category.path)).collect();
    let at = choose(asks, &say!("公开类别", "category"), &names)?;
    let (id, category) = categories.get(at)?;
    let of_category = |duty: &&Duty| {
        duty.category.as_ref().and_then(|path| board.config.categories.find(path)).is_some_and(|found| found == *id)
    };
    let duties: Vec<&Duty> = board.duties.iter().filter(of_category).collect();
    let duty = if duties.is_empty() {
        None
    } else {
        let mut names: Vec<String> = duties.iter().map(|duty| format!("{} {}", duty.name, duty.id)).collect();
        names.push("不属于以上事项".to_owned());
        let at = choose(asks, &say!("属于哪一个应公开事项", "which duty it fulfils"), &names)?;
        duties.get(at).copied()
    };
    let own = duty.and_then(|duty| duty.cadence.as_ref()).map(|cadence| cadence.value);
    let period = match own.or(category.cadence).and_then(crate::term::Cadence::period_kind) {
        None => None,
        Some(kind) => {
            let last = Period::containing(kind, board.today).previous().to_string();
            Some(asks.ask(&say!("所属期", "period"), &last)?)
        }
    };
    let title = asks.ask(&say!("标题", "title"), "")?;
    Some(Said { category: category.path.clone(), duty: duty.map(|duty| duty.id.clone()), period, title })
}
