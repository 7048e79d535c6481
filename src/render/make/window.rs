use crate::board::Board;
use crate::calendar::Date;
use crate::render::view::{Stage, State, Window};

/// The days of a publicity, in working days.
pub(super) fn working(board: &Board, from: Date, to: Date) -> Window<'static> {
    let total = board.workdays.between(from, to);
    let left = if board.today > to { 0 } else { board.workdays.between(board.today.max(from), to).days as usize };
    let mut pips = Vec::new();
    let mut day = from;
    while day <= to && pips.len() < 40 {
        if board.workdays.is_workday(day) {
            pips.push(match day.cmp(&board.today) {
                std::cmp::Ordering::Less => State::Published,
                std::cmp::Ordering::Equal => State::Due,
                std::cmp::Ordering::Greater => State::Coming,
            });
        }
        day = day.add_days(1);
    }
    let outside = (!total.complete).then(|| {
        let year = (from.year()..=to.year()).find(|&year| !board.workdays.has_data(year)).unwrap_or(to.year());
        year.to_string().into()
    });
    Window {
        from: from.to_string().into(),
        to: to.to_string().into(),
        stage: stage(board.today, from, to),
        left,
        total: total.days as usize,
        unit: "working",
        pips,
        counted: board.today.to_string().into(),
        differing: differing(board, to),
        outside,
    }
}

/// The days of a consultation, in calendar days.
pub(super) fn calendar(board: &Board, from: Date, to: Date) -> Window<'static> {
    let days = |from: Date, to: Date| usize::try_from(to.days_since(from) + 1).unwrap_or(0);
    Window {
        from: from.to_string().into(),
        to: to.to_string().into(),
        stage: stage(board.today, from, to),
        left: if board.today > to { 0 } else { days(board.today.max(from), to) },
        total: days(from, to),
        unit: "calendar",
        pips: Vec::new(),
        counted: board.today.to_string().into(),
        differing: String::new(),
        outside: None,
    }
}

fn stage(today: Date, from: Date, to: Date) -> Stage {
    if today < from {
        Stage::Coming
    } else if today < to {
        Stage::Open
    } else if today == to {
        Stage::LastDay
    } else {
        Stage::Over
    }
}

/// What a browser must know to count the working days left on a later day.
fn differing(board: &Board, to: Date) -> String {
    let days = board.workdays.browser_table(board.today, to);
    let days = days.iter().map(|(day, worked)| format!("{}{day}", if *worked { '+' } else { '-' }));
    days.collect::<Vec<_>>().join(" ")
}
