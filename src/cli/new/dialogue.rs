use crate::board::Board;
use crate::calendar::Period;
use crate::cli::ask::{Asks, choose};
use crate::config::Duty;
use crate::edit::awaited;
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

/// Asks what is to be written: first what is owed next, then anything else. Nothing where nobody answers any more.
pub(super) fn dialogue(board: &Board, asks: &mut dyn Asks) -> Option<Said> {
    let owed: Vec<_> = awaited(board).into_iter().take(PROPOSED).collect();
    let mut choices: Vec<String> = owed.iter().map(|owed| owed.shown.zh.clone()).collect();
    if choices.is_empty() {
        return other(board, asks);
    }
    choices.push("其他".to_owned());
    let at = choose(asks, &say!("写哪一条（按期限先后）", "which one (by deadline)"), &choices)?;
    let Some(owed) = owed.get(at) else { return other(board, asks) };
    let title = asks.ask(&say!("标题", "title"), &owed.title())?;
    Some(Said {
        category: board.config.categories.get(owed.category).path.clone(),
        duty: Some(owed.duty.id.clone()),
        period: Some(owed.period.to_string()),
        title,
    })
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
