use crate::board::{Board, Owed};
use crate::calendar::Date;
use std::fmt::Write as _;

/// The longest line of a calendar file, in bytes (RFC 5545, 3.1).
const LINE: usize = 75;

/// How many days before its day a deadline is told, beside the morning of the day itself.
const DAYS_BEFORE: [u32; 2] = [7, 1];

/// The coming deadlines as an iCalendar file (RFC 5545): one event each, for the whole day, with alarms. The same board
/// on the same day gives the same bytes.
pub(super) fn calendar_file(board: &Board) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongkai//duties//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
            .map(str::to_owned)
            .to_vec();
    lines.push(format!("X-WR-CALNAME:{}", escaped(&board.config.title)));
    for owed in board.coming() {
        event(board, owed, &mut lines);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(board: &Board, owed: Owed<'_>, lines: &mut Vec<String>) {
    let duty = board.duty(owed.series.duty);
    let due = owed.slot.due;
    let period = owed.slot.period;
    let title = format!("{}（{}）公开期限", duty.name, period.chinese());
    let unit = board.unit_of(owed.series).map_or("", |unit| &board.config.unit(unit).name);
    let mut about = format!("责任单位：{unit}\n标识：{}，所属期：{period}", duty.id);
    if !duty.basis.is_empty() {
        let _ = write!(about, "\n依据：{}", duty.basis.join("；"));
    }
    if !owed.slot.certain {
        let _ = write!(about, "\n期限按周一至周五推算，未含{}年放假安排", due.year());
    }
    lines.extend([
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{period}@{}", duty.id, board.config.base_url.host()),
        format!("DTSTAMP:{}T000000Z", compact(board.today)),
        format!("DTSTART;VALUE=DATE:{}", compact(due)),
        format!("DTEND;VALUE=DATE:{}", compact(due.add_days(1))),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(&about)),
        "TRANSP:TRANSPARENT".to_owned(),
    ]);
    let triggers = DAYS_BEFORE.map(|days| format!("-P{days}D"));
    // An event of a whole day begins at midnight; nine in the morning is when the office opens.
    for trigger in triggers.into_iter().chain(["PT9H".to_owned()]) {
        lines.extend([
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(&title)),
            format!("TRIGGER:{trigger}"),
            "END:VALARM".to_owned(),
        ]);
    }
    lines.push("END:VEVENT".to_owned());
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\r', "").replace('\n', "\\n")
}

/// A line cut into pieces that are short enough, none of them inside a character; a piece after the first begins with
/// a space.
fn folded(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 8);
    let mut width = 0;
    for character in line.chars() {
        if width + character.len_utf8() > LINE {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(character);
        width += character.len_utf8();
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let line = format!("SUMMARY:{}", "公开".repeat(40));
        let text = folded(&line);
        assert!(text.ends_with("\r\n"));
        assert!(text.trim_end().split("\r\n").all(|piece| piece.len() <= LINE));
        assert_eq!(text.trim_end().replace("\r\n ", ""), line);
        assert_eq!(folded("A:b"), "A:b\r\n");
    }

    #[test]
    fn marks_with_a_meaning_are_escaped() {
        assert_eq!(escaped("甲,乙;丙\\丁\n戊"), "甲\\,乙\\;丙\\\\丁\\n戊");
    }
}
