use serde::Serialize;
use std::borrow::Cow;

/// Width of every drawing, in its own units; the theme scales it.
const WIDTH: f64 = 360.0;
/// Room at the left for labels, at the right for numbers.
const LABEL: f64 = 84.0;
const NUMBER: f64 = 48.0;

/// Bars made of parts, one bar a year: how much of each section.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StackedBars<'a> {
    /// Height of the drawing.
    pub height: f64,
    /// The lines of the scale.
    pub scale: Vec<ScaleLine>,
    /// The bars, from the top down.
    pub bars: Vec<StackedBar<'a>>,
}

/// A line of a scale and its number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScaleLine {
    /// Where it is drawn.
    pub at: f64,
    /// What it stands for.
    pub value: usize,
}

/// A bar of parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StackedBar<'a> {
    /// Its label.
    pub label: Cow<'a, str>,
    /// Its upper edge.
    pub y: f64,
    /// Its parts, from the left.
    pub parts: Vec<BarPart>,
    /// All parts together.
    pub total: usize,
    /// Where that number is written.
    pub end: f64,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BarPart {
    /// Its left edge.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// What it stands for.
    pub value: usize,
}

/// Plain bars, one a category.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bars<'a> {
    /// Height of the drawing.
    pub height: f64,
    /// The bars, from the top down.
    pub bars: Vec<Bar<'a>>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar<'a> {
    /// Its label, cut to the room there is.
    pub label: Cow<'a, str>,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Where its number is written.
    pub end: f64,
    /// What it stands for.
    pub value: usize,
}

/// Columns, one a month.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Columns {
    /// The lines of the scale.
    pub scale: Vec<ScaleLine>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// Whether any column has a late part.
    pub has_late: bool,
}

/// A column: what came in time, and on top of it what came late.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its month, from 1.
    pub month: usize,
    /// Its left edge.
    pub x: f64,
    /// Its middle.
    pub middle: f64,
    /// Upper edge and height of what came in time.
    pub y: f64,
    /// Its height.
    pub height: f64,
    /// Upper edge of what came late.
    pub late_y: f64,
    /// Its height; 0 where nothing was late.
    pub late_height: f64,
    /// Both together.
    pub value: usize,
}

impl<'a> StackedBars<'a> {
    /// Draws a bar for each label and the numbers of its parts.
    pub fn new(rows: impl IntoIterator<Item = (Cow<'a, str>, Vec<usize>)>) -> Self {
        const LEFT: f64 = 44.0;
        const STEP: f64 = 36.0;
        let rows: Vec<_> = rows.into_iter().collect();
        let most = rows.iter().map(|(_, parts)| parts.iter().sum()).max().unwrap_or(0);
        let step = scale_step(most, 4);
        let unit = (WIDTH - LEFT - NUMBER) / as_length(most.max(1));
        let at = |value: usize| tenth(LEFT + unit * as_length(value));
        let scale = (0..=most / step).map(|line| ScaleLine { at: at(line * step), value: line * step }).collect();
        let bars = rows.into_iter().enumerate().map(|(row, (label, parts))| {
            let mut before = 0;
            let parts: Vec<BarPart> = parts
                .into_iter()
                .map(|value| {
                    let part = BarPart { x: at(before), width: tenth(unit * as_length(value)), value };
                    before += value;
                    part
                })
                .collect();
            StackedBar { label, y: 12.0 + STEP * as_length(row), parts, total: before, end: tenth(at(before) + 5.0) }
        });
        let bars: Vec<_> = bars.collect();
        Self { height: 30.0 + STEP * as_length(bars.len()), scale, bars }
    }
}

impl<'a> Bars<'a> {
    /// Draws a bar for each label and number.
    pub fn new(rows: impl IntoIterator<Item = (Cow<'a, str>, usize)>) -> Self {
        const STEP: f64 = 25.0;
        let rows: Vec<_> = rows.into_iter().collect();
        let most = rows.iter().map(|(_, value)| *value).max().unwrap_or(0).max(1);
        let unit = (WIDTH - LABEL - NUMBER) / as_length(most);
        let bars: Vec<Bar> = rows
            .into_iter()
            .enumerate()
            .map(|(row, (label, value))| {
                let width = tenth(unit * as_length(value));
                Bar { label: cut(label), y: 6.0 + STEP * as_length(row), width, end: tenth(LABEL + width + 5.0), value }
            })
            .collect();
        Self { height: 6.0 + STEP * as_length(bars.len()), bars }
    }
}

impl Columns {
    /// Draws a column for each month: its number, and how many of it came late.
    pub fn new(months: &[(usize, usize)]) -> Self {
        const BASE: f64 = 160.0;
        const TALL: f64 = 136.0;
        let most = months.iter().map(|(value, _)| *value).max().unwrap_or(0).max(1);
        let unit = TALL / as_length(most);
        let step = scale_step(most, 3);
        let height = |value: usize| tenth(unit * as_length(value));
        let columns: Vec<Column> = months
            .iter()
            .enumerate()
            .map(|(at, &(value, late))| {
                let x = 34.0 + 27.0 * as_length(at);
                let (tall, late_height) = (height(value.saturating_sub(late)), height(late));
                let y = tenth(BASE - tall);
                let late_y = tenth(y - late_height);
                Column { month: at + 1, x, middle: x + 9.0, y, height: tall, late_y, late_height, value }
            })
            .collect();
        let scale = (0..=most / step)
            .map(|line| ScaleLine { at: tenth(BASE - unit * as_length(line * step)), value: line * step })
            .collect();
        Self { scale, has_late: columns.iter().any(|column| column.late_height > 0.0), columns }
    }
}

/// The step of a scale with at most about `lines` lines: 1, 2 or 5 with noughts behind it.
fn scale_step(most: usize, lines: usize) -> usize {
    let mut decade = 1;
    loop {
        for step in [decade, 2 * decade, 5 * decade] {
            if most / step <= lines {
                return step;
            }
        }
        decade *= 10;
    }
}

/// Counts on a board are small enough for a drawing.
fn as_length(value: usize) -> f64 {
    value as f64
}

fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

/// Cuts a label to the characters that fit beside its bar.
fn cut(label: Cow<'_, str>) -> Cow<'_, str> {
    match label.char_indices().nth(5) {
        Some((end, _)) if label.chars().count() > 6 => format!("{}…", &label[..end]).into(),
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let chart = Bars::new([("财政信息".into(), 60), ("社会救助".into(), 30), ("其他十一个类别合计".into(), 0)]);
        let widths: Vec<f64> = chart.bars.iter().map(|bar| bar.width).collect();
        assert_eq!(widths, [228.0, 114.0, 0.0]);
        assert_eq!(chart.bars[2].label, "其他十一个…");
        assert!((chart.height - 81.0).abs() < f64::EPSILON);
    }

    #[test]
    fn parts_stand_one_behind_the_other() {
        let chart = StackedBars::new([("2026".into(), vec![100, 50, 0, 50]), ("2025".into(), vec![400, 0, 0, 0])]);
        let first = &chart.bars[0];
        assert_eq!(first.total, 200);
        assert!((first.parts[1].x - (first.parts[0].x + first.parts[0].width)).abs() < 0.11);
        assert_eq!(chart.scale.iter().map(|line| line.value).collect::<Vec<_>>(), [0, 100, 200, 300, 400]);
    }

    #[test]
    fn what_came_late_stands_on_top() {
        let chart = Columns::new(&[(22, 0), (32, 2)]);
        let column = &chart.columns[1];
        assert!(
            chart.has_late && column.late_y < column.y && (column.late_y + column.late_height - column.y).abs() < 0.11
        );
        assert!((chart.columns[0].late_height).abs() < f64::EPSILON);
    }

    #[test]
    fn nothing_at_all_can_be_drawn() {
        assert!(Bars::new([]).bars.is_empty());
        assert_eq!(Columns::new(&[(0, 0)]).columns[0].value, 0);
        assert_eq!(StackedBars::new([("2026".into(), vec![])]).bars[0].total, 0);
    }
}
