use super::args::{Common, words};
use super::board_input::{print_findings, read};
use super::exit::{Exit, Refusal};
use super::files::write;
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::Board;
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::pipeline::load_theme;
use crate::render;
use crate::report::{AnnualReport, annual_markdown, imbalances, progress, progress_markdown};
use crate::say;
use crate::source::read_theme;
use crate::tally::Tally;
use crate::text::Language;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// `gongkai report YEAR`: the annual report in its official form.
pub(super) const VERB: Verb = Verb { name: "report", command, run };

fn command(language: Language) -> Command {
    Command::new("report")
        .about(words(
            language,
            &say!(
                "生成年度报告：六个部分、三张表，数据核对平衡",
                "draft the annual report: six sections, three tables, figures that balance"
            ),
        ))
        .arg(
            Arg::new("year")
                .value_name("YEAR")
                .required(true)
                .value_parser(value_parser!(i16).range(1949..=9999))
                .help(words(language, &say!("年份，如 2025", "the year, as 2025"))),
        )
        .arg(Arg::new("out").long("out").value_name("FILE").value_parser(value_parser!(PathBuf)).help(words(
            language,
            &say!(
                "写到文件，.html 或 .md；不写则输出网页",
                "the file to write, .html or .md; without it the page goes to the terminal"
            ),
        )))
        .arg(Arg::new("progress").long("progress").action(ArgAction::SetTrue).help(words(
            language,
            &say!(
                "改为工作情况：措施、成效、问题、打算",
                "the short progress report instead: measures, results, problems, plans"
            ),
        )))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let year = matches.get_one::<i16>("year").copied().unwrap_or(common.today.year());
    let out = matches.get_one::<PathBuf>("out");
    let markdown = form(out)?;
    let input = read(common)?;
    let Some(board) = &input.compiled.board else {
        print_findings(&input.compiled.report, &input.sources, terminal);
        return Ok(Exit::Findings);
    };
    let wrong = wrong(board, &input.compiled.report, year);
    print_findings(&wrong, &input.sources, terminal);
    if wrong.has_errors() {
        terminal
            .warn(&say!("{year} 年的数据不对，没有生成报告", "the figures of {year} are wrong; no report was written"));
        return Ok(Exit::Findings);
    }
    let tally = Tally::of(board);
    let short = matches.get_flag("progress");
    let text = match (markdown, short) {
        (true, false) => annual_markdown(&AnnualReport::of(board, &tally, year), common.today),
        (true, true) => progress_markdown(&progress(board, &tally, year), common.today),
        (false, _) => {
            let own = read_theme(&input.sources.root, &board.config.theme)?;
            let theme = match load_theme(&board.config.theme, &board.config.language, own) {
                Ok(theme) => theme,
                Err(findings) => return Ok(broken_theme(findings, &input.sources, terminal)),
            };
            let paper = if short {
                render::progress_paper(&theme, &progress(board, &tally, year))
            } else {
                render::annual_paper(board, &theme, year)
            };
            match paper {
                Ok(text) => text,
                Err(finding) => return Ok(broken_theme(vec![*finding], &input.sources, terminal)),
            }
        }
    };
    let Some(out) = out else {
        terminal.text(&text);
        return Ok(Exit::Clean);
    };
    let path = common.root.join(out);
    write(&path, text.as_bytes())?;
    let shown = path.display().to_string();
    terminal.say(&say!(
        "已写入 {shown}；黄底或【】处由本单位填写",
        "written to {shown}; the office fills in the places that are marked"
    ));
    Ok(Exit::Clean)
}

/// Whether Markdown is wanted; HTML is where nothing else is said.
fn form(out: Option<&PathBuf>) -> Result<bool, Refusal> {
    let ending = out.and_then(|out| out.extension()).map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        None | Some("html" | "htm") => Ok(false),
        Some("md") => Ok(true),
        Some(other) => {
            Err(Refusal(say!("不会写 .{other} 文件；可以写 .html 或 .md", "cannot write .{other}; write .html or .md")))
        }
    }
}

/// What is wrong with the year's papers, and what does not balance, whatever weight the board gives it.
fn wrong(board: &Board, report: &Report, year: i16) -> Report {
    let own = format!("content/annual/{year}.yaml");
    let is_own = |finding: &&Diagnostic| {
        let path = finding.place.as_ref().map(|place| &*place.path);
        finding.check != "unbalanced-report"
            && (path == Some(own.as_str()) || path == Some("content/annual/before.yaml"))
    };
    let mut wrong = Report::default();
    wrong.extend(report.findings().iter().filter(is_own).cloned());
    for one in imbalances(board, year) {
        let place = board.annual.years.get(&year).map(|figures| Place::text(&figures.path, one.span));
        wrong.push(Diagnostic::new("unbalanced-report", one.severity, place, one.message).remedy(one.remedy));
    }
    if !board.annual.years.contains_key(&year) && wrong.findings().is_empty() {
        let message = say!(
            "没有 annual/{year}.yaml，申请、复议诉讼、许可处罚、收费都填成了 0",
            "there is no annual/{year}.yaml: requests, reviews, permits and fees are given as 0"
        );
        wrong.push(Diagnostic::new("missing-annual-figures", Severity::Warning, None, message));
    }
    wrong.sort();
    wrong
}

fn broken_theme(findings: Vec<Diagnostic>, sources: &crate::source::Sources, terminal: Terminal) -> Exit {
    let mut report = Report::default();
    report.extend(findings);
    print_findings(&report, sources, terminal);
    Exit::Findings
}
