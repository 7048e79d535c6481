use super::names::bare;

/// How a row adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    Plain,
    /// 小计: the sum of the rows since the last one.
    Subtotal,
    /// 合计, 总计, 共计.
    Total,
    /// 其中: part of the row above.
    Detail,
}

/// Tells by the first words of a row how it adds up.
pub(super) fn kind(cells: &[String]) -> RowKind {
    for cell in cells.iter().filter(|cell| !cell.trim().is_empty()).take(2) {
        let word = bare(cell);
        let word = word.trim_end_matches([':', '：']);
        if ["合计", "总计", "共计", "总合计", "总额"].contains(&word)
            || word.ends_with("合计") && word.chars().count() <= 6
        {
            return RowKind::Total;
        }
        if word == "小计" || word.ends_with("小计") && word.chars().count() <= 8 {
            return RowKind::Subtotal;
        }
        if word.starts_with("其中") {
            return RowKind::Detail;
        }
    }
    RowKind::Plain
}

/// The exact sum of amounts as people write them; the amount that is none stops it. Blank cells and dashes are nought.
pub(super) fn sum<'a>(amounts: impl Iterator<Item = &'a str>) -> Result<String, String> {
    let (mut total, mut places): (i128, u32) = (0, 0);
    for amount in amounts {
        let plain = bare(amount).replace(',', "");
        if matches!(plain.as_str(), "" | "-" | "--" | "—" | "——" | "/" | "无") {
            continue;
        }
        let (value, decimals) = decimal(&plain).ok_or_else(|| amount.to_owned())?;
        let common = places.max(decimals);
        let scaled = |value: i128, from: u32| value.checked_mul(10i128.checked_pow(common - from)?);
        let added =
            scaled(total, places).zip(scaled(value, decimals)).and_then(|(left, right)| left.checked_add(right));
        total = added.ok_or_else(|| amount.to_owned())?;
        places = common;
    }
    let sign = if total < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", total.unsigned_abs(), width = places as usize + 1);
    let (integer, decimals) = digits.split_at(digits.len() - places as usize);
    Ok(if decimals.is_empty() { format!("{sign}{integer}") } else { format!("{sign}{integer}.{decimals}") })
}

/// A decimal number as digits and the number of them after the point.
fn decimal(text: &str) -> Option<(i128, u32)> {
    let (integer, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = format!("{integer}{decimals}");
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let well_formed =
        !unsigned.is_empty() && unsigned.len() <= 30 && unsigned.bytes().all(|byte| byte.is_ascii_digit());
    let value = well_formed.then(|| digits.parse().ok())??;
    Some((value, decimals.len() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact() {
        assert_eq!(sum(["0.1", "0.2", "１,000", "—", ""].into_iter()), Ok("1000.3".into()));
        assert_eq!(sum(["-5", "3.50"].into_iter()), Ok("-1.50".into()));
        assert_eq!(sum([].into_iter()), Ok("0".into()));
        assert_eq!(sum(["3", "约5"].into_iter()), Err("约5".into()));
        assert!(sum(["99999999999999999999999999999", "0.000000000000000000000000000001"].into_iter()).is_err());
    }

    #[test]
    fn a_total_is_known_by_its_name() {
        let kind_of = |words: &[&str]| kind(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        assert_eq!(kind_of(&["合  计", "3"]), RowKind::Total);
        assert_eq!(kind_of(&["", "总计：", "3"]), RowKind::Total);
        assert_eq!(kind_of(&["南山村小计", "3"]), RowKind::Subtotal);
        assert_eq!(kind_of(&["其中：办公费"]), RowKind::Detail);
        assert_eq!(kind_of(&["合计户数说明及注意事项"]), RowKind::Plain);
    }
}
