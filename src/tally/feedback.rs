use crate::annual::Opinion;
use crate::board::Board;
use crate::calendar::Length;
use std::collections::BTreeMap;

/// The opinions of one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearOfOpinions {
    /// Received.
    pub received: usize,
    /// Passed on to who can do something about them.
    pub passed: usize,
    /// Answered.
    pub answered: usize,
    /// After which something changed.
    pub changed: usize,
    /// Working days from receipt to answer, of all answered ones together.
    pub days: usize,
    /// The longest of them.
    pub longest: usize,
}

impl YearOfOpinions {
    /// Working days from receipt to answer on average, in tenths; none where none was answered.
    pub fn average_tenths(&self) -> Option<usize> {
        (self.answered > 0).then(|| (self.days * 20 / self.answered).div_ceil(2))
    }
}

/// The register of opinions in figures (意见反馈).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// By year of receipt.
    pub years: BTreeMap<i16, YearOfOpinions>,
}

impl Feedback {
    /// Counts the opinions of a board.
    pub fn of(board: &Board) -> Self {
        let mut years: BTreeMap<i16, YearOfOpinions> = BTreeMap::new();
        for opinion in board.annual.opinions.iter().filter(|opinion| opinion.date <= board.today) {
            let year = years.entry(opinion.date.year()).or_default();
            year.received += 1;
            year.passed += usize::from(opinion.passed_to.is_some());
            year.changed += usize::from(opinion.changed.is_some());
            if let Some(days) = days(board, opinion) {
                year.answered += 1;
                year.days += days;
                year.longest = year.longest.max(days);
            }
        }
        Self { years }
    }

    /// How many opinions of the last year have waited for an answer for more than three months: what an inspection of
    /// government sites counts (互动回应差, 国办秘函〔2019〕19号).
    pub fn long_unanswered(board: &Board) -> usize {
        let waits = |opinion: &&Opinion| days(board, opinion).is_none();
        let recent = |opinion: &&Opinion| {
            let last = |length: Length| length.after(opinion.date, &board.workdays).date;
            last(Length::months(3)) < board.today && board.today <= last(Length::months(12))
        };
        board.annual.opinions.iter().filter(waits).filter(recent).count()
    }

    /// Working days that an answer took, the day of receipt not counted; none where it is not answered by today.
    pub fn days(board: &Board, opinion: &Opinion) -> Option<usize> {
        days(board, opinion)
    }
}

fn days(board: &Board, opinion: &Opinion) -> Option<usize> {
    let answered = opinion.answered.filter(|&answered| answered <= board.today && answered >= opinion.date)?;
    Some(board.workdays.until(opinion.date, answered).days as usize)
}

/// How many opinions of a year came on each way, most first.
pub fn ways(board: &Board, year: i16) -> Vec<(&str, usize)> {
    let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
    let own = board.annual.opinions.iter().filter(|opinion| opinion.date.year() == year && opinion.date <= board.today);
    for opinion in own {
        *ways.entry(opinion.channel.as_str()).or_default() += 1;
    }
    let mut ways: Vec<_> = ways.into_iter().collect();
    ways.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    ways
}
