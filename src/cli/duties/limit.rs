use crate::calendar::{Length, LengthUnit};
use crate::term::Cadence;

/// What a wording of 公开时限 asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) cadence: Cadence,
    pub(super) due: Option<Length>,
    /// Working days for which a notice stays open.
    pub(super) publicity: Option<u64>,
}

/// Reads the wordings of the official catalogues; none where the words are others.
pub(super) fn limit(words: &str) -> Option<Limit> {
    let words: String = words.chars().filter(|character| !character.is_whitespace()).collect();
    let notice = ["公示", "公告不少于", "公告期"].into_iter().find_map(|word| words.split_once(word));
    let (before, publicity) = match notice {
        // Days of the calendar are no working days; a notice that counts them says so in its own dates.
        Some((before, rest)) => (before, count(rest).filter(|length| length.unit == LengthUnit::WorkingDays)),
        None => (words.as_str(), None),
    };
    let publicity = publicity.map(|length| u64::from(length.count));
    let has = |names: &[&str]| names.iter().any(|name| words.contains(name));
    // What must be done so many days before an event has no limit that counts from one.
    let due = count(before).filter(|_| !has(&["提前"]));
    let cadence = if has(&["长期", "永久"]) {
        Cadence::Permanent
    } else if has(&["每季", "按季"]) {
        Cadence::Quarterly
    } else if has(&["每月", "按月"]) {
        Cadence::Monthly
    } else if has(&["半年"]) {
        Cadence::HalfYearly
    } else if has(&["每年", "按年", "一年一次"]) {
        Cadence::Yearly
    } else if has(&["进展", "分阶段"]) {
        Cadence::Staged
    } else if due.is_some() || publicity.is_some() || has(&["及时", "实时", "随时", "提前", "即时"]) {
        Cadence::Timely
    } else {
        return None;
    };
    Some(Limit { cadence, due, publicity })
}

/// The first number with a unit of days behind it.
fn count(words: &str) -> Option<Length> {
    let mut rest = words;
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let digits = &rest[start..];
        let end = digits.find(|character: char| !character.is_ascii_digit()).unwrap_or(digits.len());
        let behind = &digits[end..];
        let number = digits[..end].parse().ok();
        if behind.starts_with("个工作日") || behind.starts_with("工作日") {
            return number.map(Length::working_days);
        }
        if behind.starts_with('日') || behind.starts_with('天') || behind.starts_with("个自然日") {
            return number.map(Length::days);
        }
        rest = behind;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_seen_in_official_catalogues_is_read() {
        let working = |count| Some(Length::working_days(count));
        for (words, cadence, due, publicity) in [
            ("信息形成或者变更之日起20个工作日内", Cadence::Timely, working(20), None),
            ("制定或获取信息之日起10个工作日内", Cadence::Timely, working(10), None),
            ("信息形成之日起10个工作日内，公示7个工作日", Cadence::Timely, working(10), Some(7)),
            ("信息形成或变更之日起3个工作日内", Cadence::Timely, working(3), None),
            ("收到征地批准文件之日起 10 个工作日内", Cadence::Timely, working(10), None),
            ("批准后20日内", Cadence::Timely, Some(Length::days(20)), None),
            ("7个工作日内", Cadence::Timely, working(7), None),
            ("及时公开", Cadence::Timely, None, None),
            ("实时公开", Cadence::Timely, None, None),
            ("按进展情况及时公开", Cadence::Staged, None, None),
            ("提前一周发通知邀请", Cadence::Timely, None, None),
            ("半年至少更新1次", Cadence::HalfYearly, None, None),
            ("提前7个工作日", Cadence::Timely, None, None),
            ("及时公开，公告不少于10个工作日", Cadence::Timely, None, Some(10)),
            ("及时公开，公告不少于30日", Cadence::Timely, None, None),
            ("每季度至少公布一次，财务往来较多的每月公布一次", Cadence::Quarterly, None, None),
            ("长期公开", Cadence::Permanent, None, None),
            ("永久公开", Cadence::Permanent, None, None),
            ("20个工作日内公开，保持长期公开", Cadence::Permanent, working(20), None),
        ] {
            assert_eq!(limit(words), Some(Limit { cadence, due, publicity }), "{words}");
        }
        assert_eq!(limit("视情况"), None);
    }
}
