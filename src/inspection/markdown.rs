use super::column::{Column, ColumnState};
use super::fault::Fault;
use super::held::hold_words;
use super::json::address;
use super::overview::{Inspection, speech};
use crate::board::{Board, ExceptionState, Owed, SlotState};
use crate::diag::Severity;
use crate::say;
use crate::text::Text;
use std::fmt::Write;

/// The inspection report as Markdown, to be pasted into a paper.
pub fn markdown(inspection: &Inspection<'_>) -> String {
    let mut out = Paper { board: inspection.board, text: String::new() };
    let (title, today) = (&inspection.board.config.title, inspection.board.today);
    out.line(&say!("# {title}公开检查报告\n", "# {title}: inspection report\n"));
    let (errors, warnings, notes) =
        (inspection.count(Severity::Error), inspection.count(Severity::Warning), inspection.count(Severity::Note));
    out.line(&say!(
        "截至 {today}：错误 {errors}，警告 {warnings}，提示 {notes}。",
        "As of {today}: {errors} errors, {warnings} warnings, {notes} notes."
    ));
    let share = inspection.share;
    let (owed, fulfilled, overdue) = (share.owed, share.fulfilled, share.overdue);
    let percent = share.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent:.1}%"));
    let punctual = inspection.timeliness.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent:.1}%"));
    out.line(&say!(
        "应公开事项 {owed} 项，已落实 {fulfilled} 项，逾期 {overdue} 项，覆盖率 {percent}，本年按时公开率 {punctual}。\n",
        "{owed} duties, {fulfilled} fulfilled, {overdue} overdue; coverage {percent}, published in time this year {punctual}.\n"
    ));
    vetoes(&mut out, inspection);
    faults(&mut out, inspection);
    duties(&mut out, inspection);
    held(&mut out, inspection);
    exceptions(&mut out, inspection);
    columns(&mut out, inspection);
    out.text
}

/// A paper that is being written, in the board's language.
struct Paper<'a> {
    board: &'a Board,
    text: String,
}

impl Paper<'_> {
    fn line(&mut self, text: &Text) {
        self.text.push_str(text.in_language(speech(self.board)));
        self.text.push('\n');
    }

    fn heading(&mut self, text: &Text) {
        let words = text.in_language(speech(self.board));
        let _ = writeln!(self.text, "\n## {words}\n");
    }

    /// A row of a table; what would break it is told from its marks.
    fn row(&mut self, cells: &[&str]) {
        for cell in cells {
            let _ =
                write!(self.text, "| {} ", cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " "));
        }
        self.text.push_str("|\n");
    }

    fn head(&mut self, cells: &[Text]) {
        let language = speech(self.board);
        let words: Vec<&str> = cells.iter().map(|cell| cell.in_language(language)).collect();
        self.row(&words);
        self.text.push_str(&"|---".repeat(cells.len()));
        self.text.push_str("|\n");
    }

    fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(speech(self.board))
    }
}

fn vetoes(out: &mut Paper<'_>, inspection: &Inspection<'_>) {
    out.heading(&say!("单项否决", "What alone fails a site"));
    out.head(&[say!("指标", "Indicator"), say!("标准", "Threshold"), say!("结果", "Result"), say!("发现", "Found")]);
    for veto in &inspection.vetoes {
        let count = veto.faults.len();
        let found = match (&veto.note, count) {
            (Some(note), 0) => out.say(note).to_owned(),
            (Some(note), _) => format!("{count}; {}", out.say(note)),
            (None, 0) => String::new(),
            (None, _) => count.to_string(),
        };
        let (name, rule, state) = (out.say(&veto.name).to_owned(), out.say(&veto.rule).to_owned(), veto.state.text());
        let state = out.say(&state).to_owned();
        out.row(&[&name, &rule, &state, &found]);
    }
    for veto in inspection.vetoes.iter().filter(|veto| !veto.faults.is_empty()) {
        let name = out.say(&veto.name).to_owned();
        let _ = writeln!(out.text, "\n**{name}**\n");
        for fault in &veto.faults {
            finding(out, fault);
        }
    }
}

fn faults(out: &mut Paper<'_>, inspection: &Inspection<'_>) {
    out.heading(&say!("按责任单位的问题", "Faults by unit"));
    for unit in &inspection.units {
        let (errors, warnings, notes) =
            (unit.count(Severity::Error), unit.count(Severity::Warning), unit.count(Severity::Note));
        let name = inspection.unit_name(unit.unit);
        let name = if unit.unit.is_some() { say!("{name}", "{name}") } else { say!("公开栏", "The board") };
        let (zh, en) = (name.zh, name.en);
        out.line(&say!(
            "### {zh}（错误 {errors}，警告 {warnings}，提示 {notes}）\n",
            "### {en} ({errors} errors, {warnings} warnings, {notes} notes)\n"
        ));
        for fault in &unit.faults {
            finding(out, fault);
        }
        out.text.push('\n');
    }
    if inspection.units.is_empty() {
        out.line(&say!("没有发现问题。", "Nothing was found."));
    }
}

fn finding(out: &mut Paper<'_>, fault: &Fault<'_>) {
    let finding = &fault.located.finding;
    let weight = match finding.severity {
        Severity::Error => say!("错误", "error"),
        Severity::Warning => say!("警告", "warning"),
        Severity::Note => say!("提示", "note"),
    };
    let weight = out.say(&weight).to_owned();
    let message = out.say(&finding.message).to_owned();
    let _ = write!(out.text, "- **{weight}** {} `{}`", plain(&message), finding.check);
    if let Some(place) = fault.located.place() {
        let _ = write!(out.text, " `{}`", place.replace('`', "'"));
    }
    if let Some(id) = fault.item {
        let title = plain(out.board.item(id).title());
        let _ = match address(out.board, id) {
            Some(address) => write!(out.text, " [{title}]({address})"),
            None => write!(out.text, " {title}"),
        };
    }
    out.text.push('\n');
}

/// Words in which nothing is a mark of Markdown.
fn plain(words: &str) -> String {
    let mut out = String::new();
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}

fn duties(out: &mut Paper<'_>, inspection: &Inspection<'_>) {
    let (work, count) = (&inspection.work, inspection.work.overdue.len());
    out.heading(&say!("逾期未公开 {count} 期", "Overdue: {count}"));
    if count > 0 {
        out.head(&[say!("事项", "Duty"), say!("期", "Period"), say!("责任单位", "Unit"), say!("逾期天数", "Days")]);
    }
    for Owed { series, slot } in &work.overdue {
        let SlotState::Overdue { days } = slot.state else { continue };
        let unit = inspection.unit_name(inspection.board.unit_of(series));
        let name = &inspection.board.duty(series.duty).name;
        out.row(&[name, &slot.period.to_string(), unit, &days.to_string()]);
    }
}

fn held(out: &mut Paper<'_>, inspection: &Inspection<'_>) {
    let count = inspection.work.held.len();
    out.heading(&say!("暂不公开 {count} 条", "Held: {count}"));
    for (item, holds) in &inspection.work.held {
        let reasons: Vec<Text> = holds.iter().map(|hold| hold_words(inspection.board, hold)).collect();
        let (title, reasons) = (plain(item.title()), plain(out.say(&Text::list_of(&reasons))));
        let _ = writeln!(out.text, "- {title}（{reasons}）");
    }
}

fn exceptions(out: &mut Paper<'_>, inspection: &Inspection<'_>) {
    let count = inspection.exceptions.len();
    out.heading(&say!("例外 {count} 条", "Exceptions: {count}"));
    if count > 0 {
        out.head(&[
            say!("事项", "Item"),
            say!("检查", "Check"),
            say!("理由", "Reason"),
            say!("批准", "Allowed by"),
            say!("至", "Until"),
        ]);
    }
    for one in &inspection.exceptions {
        let until = one.until.map_or_else(|| "—".to_owned(), |until| until.to_string());
        let until = match one.state {
            ExceptionState::Expired => say!("{until}（已到期）", "{until} (ended)"),
            ExceptionState::Endless | ExceptionState::Incomplete => {
                say!("{until}（没有写全，不起作用）", "{until} (incomplete, does not hold)")
            }
            ExceptionState::Holding => Text::same(until),
        };
        let until = out.say(&until).to_owned();
        out.row(&[inspection.board.item(one.item).title(), one.check, one.reason, one.by, &until]);
    }
}

fn columns(out: &mut Paper<'_>, inspection: &Inspection<'_>) {
    out.heading(&say!("栏目更新", "Columns"));
    out.head(&[
        say!("栏目", "Column"),
        say!("条数", "Items"),
        say!("最近更新", "Last change"),
        say!("距今天数", "Days since"),
        say!("状态", "State"),
    ]);
    for Column { category, count, changed, state, .. } in &inspection.columns {
        let state = match state {
            ColumnState::Kept => say!("正常", "kept up"),
            ColumnState::Ageing => say!("将超期", "ageing"),
            ColumnState::Stale => say!("超期未更新", "stale"),
            ColumnState::Empty => say!("空栏目", "empty"),
        };
        let days = changed.map_or_else(|| "—".to_owned(), |on| inspection.board.today.days_since(on).to_string());
        let on = changed.map_or_else(|| "—".to_owned(), |on| on.to_string());
        let state = out.say(&state).to_owned();
        out.row(&[&category.name, &count.to_string(), &on, &days, &state]);
    }
}
