use super::args::{Common, words};
use super::board_input::plain_options;
use super::browser;
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::Edition;
use crate::diag::show;
use crate::edit::Desk;
use crate::pipeline::Options;
use crate::preview::{BoardRebuild, Findings, Mode, News, Preview, Settings, Stamp, Watched};
use crate::say;
use crate::source::{FileStamp, read_board, stamps};
use crate::text::Language;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// `gongkai serve`: the board in the browser while it is being written.
pub(super) const VERB: Verb = Verb { name: "serve", command, run };

/// Most findings that are named on the terminal; the browser shows them with their lines.
const NAMED: usize = 5;

fn command(language: Language) -> Command {
    let help = |text| words(language, &text);
    Command::new("serve")
        .about(help(say!("预览：边写边看，保存即刷新", "preview the board while it is being written")))
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("PORT")
                .default_value("8000")
                .value_parser(value_parser!(u16))
                .help(help(say!("端口；0 为任意空闲端口", "the port; 0 takes any that is free"))),
        )
        .arg(
            Arg::new("host")
                .long("host")
                .value_name("ADDRESS")
                .value_parser(ValueParser::new(|word: &str| word.parse::<IpAddr>()))
                .help(help(say!(
                    "让局域网里持口令的人也能看，如 0.0.0.0；默认只有本机能看",
                    "let others on the network look who hold the token, as 0.0.0.0; default: this computer only"
                ))),
        )
        .arg(
            Arg::new("open")
                .long("open")
                .action(ArgAction::SetTrue)
                .help(help(say!("同时打开浏览器", "open the browser as well"))),
        )
        .arg(
            Arg::new("drafts")
                .long("drafts")
                .action(ArgAction::SetTrue)
                .help(help(say!("草稿也显示", "show drafts as well"))),
        )
        .arg(Arg::new("edit").long("edit").action(ArgAction::SetTrue).help(help(say!(
            "打开网页编辑：在浏览器里填表写条目，草稿也显示；只限本机",
            "make and change items in the browser; shows drafts; on this computer only"
        ))))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let root = fs::canonicalize(&common.root).unwrap_or_else(|_| common.root.clone());
    let host = matches.get_one::<IpAddr>("host").copied().unwrap_or(Ipv4Addr::LOCALHOST.into());
    let edit = matches.get_flag("edit");
    if edit && !host.is_loopback() {
        return Err(Refusal(say!(
            "网页编辑只限本机：--edit 不能和 --host 一起用",
            "editing is for this computer only: --edit does not go with --host"
        )));
    }
    let edition = Edition { drafts: edit || matches.get_flag("drafts"), ..Edition::default() };
    let options = Options { edition, ..plain_options(common) };
    let desk = edit.then(|| Arc::new(Desk::new(root.clone(), options.clone(), terminal.language)));
    let settings = Settings {
        host,
        port: matches.get_one::<u16>("port").copied().unwrap_or(8000),
        root: Some(root.to_string_lossy().replace('\\', "/")),
        language: terminal.language,
        desk: desk.clone(),
    };
    if !root.join("content").is_dir() {
        // Nothing to show, and nothing to wait for; reading says so.
        read_board(&root)?;
    }
    let preview = Preview::open(settings).map_err(|refused| Refusal(refused.text()))?;
    let mut board = BoardRebuild::new(root.clone(), options, terminal.language).with_desk(desk);
    let open = matches.get_flag("open");
    preview
        .run(watched(&root), &mut board, &mut |news| tell(&news, open, terminal))
        .map_err(|refused| Refusal(refused.text()))?;
    Ok(Exit::Clean)
}

fn watched(root: &Path) -> Watched {
    let roots: Vec<PathBuf> = ["content", "themes"].iter().map(|name| root.join(name)).collect();
    let folders = roots.clone();
    let stamp = |FileStamp { path, modified, size }: FileStamp| (path, Stamp { modified, size });
    Watched {
        roots,
        ignored: vec![root.join("public")],
        look: Box::new(move || stamps(&folders).into_iter().map(stamp).collect()),
    }
}

fn tell(news: &News<'_>, open: bool, terminal: Terminal) {
    match news {
        News::Serving { address, shared, desk } => {
            terminal.say(&say!("预览地址：{address}（按 Ctrl+C 结束）", "Preview: {address} (Ctrl+C ends it)"));
            if *shared {
                terminal.warn(&say!(
                    "注意：局域网里凡持有这个地址的人都能看到未公开的内容，且传输不加密；用完请及时结束。本机以外的电脑请把地址里的 IP 换成本机的 IP。",
                    "Mind: everybody on the network who holds this address sees what is not published yet, and nothing is \
                     encrypted; end it when done. Other computers put this computer's IP address into it."
                ));
            }
            if let Some(desk) = desk {
                terminal.say(&say!(
                    "网页编辑：{desk}（地址里有口令，不要发给别人）",
                    "Editing: {desk} (the address carries a token; keep it to yourself)"
                ));
            }
            if open && !browser::open(desk.unwrap_or(address)) {
                terminal.warn(&say!(
                    "浏览器没能打开，请手动打开上面的地址。",
                    "The browser could not be opened; please open the address above."
                ));
            }
        }
        News::Watching(Mode::Reports) => {
            terminal.say(&say!(
                "改动由系统通知，保存后立即显示。",
                "The system reports changes; what is saved shows at once."
            ));
        }
        News::Watching(Mode::Looks) => terminal.say(&say!(
            "这个文件系统不通知改动，改为每秒检查数次。",
            "This file system does not report changes; it is looked at several times a second."
        )),
        News::Built { changed, took, good, findings } => {
            let (files, millis) = (changed.len(), took.as_millis());
            terminal.say(&match (files, good) {
                (0, true) => say!("已生成，{millis} 毫秒。", "Built in {millis} ms."),
                (_, true) => {
                    say!("{files} 处改动，已更新，{millis} 毫秒。", "{files} changed, updated in {millis} ms.")
                }
                (_, false) => say!("有错误，页面保持原样。", "There are errors; the pages stay as they were."),
            });
            name(findings, terminal);
        }
    }
}

/// Names the errors, and counts the rest.
fn name(findings: &Findings, terminal: Terminal) {
    let [errors, warnings, notes] = findings.counts();
    for finding in findings.shown().iter().filter(|finding| finding.is_error()).take(NAMED) {
        let place =
            [finding.path.clone(), finding.line.map(|line| line.to_string()), finding.column.map(|at| at.to_string())];
        let place: Vec<String> = place.into_iter().flatten().collect();
        terminal.error_line(&format!("  {} [{}] {}", place.join(":"), finding.check, finding.message));
    }
    if errors + warnings + notes > 0 {
        let counts = show::summary(errors, warnings, notes);
        terminal.say(&say!("{zh}（详见浏览器）", "{en} (see the browser)", zh = &counts.zh, en = &counts.en));
    }
}
