use super::point::{Point, State};
use super::{machine, place, sources};
use crate::cli::args::{Common, words};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::say;
use crate::source::read_board;
use crate::text::{Language, Text};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `gongkai doctor`: what is not in order on this machine and this board.
pub(in super::super) const VERB: Verb = Verb { name: "doctor", command, run };

fn command(language: Language) -> Command {
    Command::new("doctor")
        .about(words(
            language,
            &say!(
                "体检：git、时区、网址、写入权限、编码、时钟、打印，逐项说明好不好、怎么办",
                "look whether machine and board are fit: git, time zone, address, rights, encodings, clock, printing"
            ),
        ))
        .arg(
            Arg::new("strict")
                .long("strict")
                .action(ArgAction::SetTrue)
                .help(words(language, &say!("要注意的也算不通过", "doubtful things count as well"))),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let sources = read_board(&common.root)?;
    let mut points = machine::git(&common.root, common.today);
    points.push(machine::time_zone(common.today));
    points.extend(sources::board(&sources));
    points.push(sources::encodings(&sources));
    points.push(place::content(&common.root));
    points.extend(place::public(&common.root));
    points.push(machine::paper());
    for point in &points {
        tell(point, terminal);
    }
    let count = |state: State| points.iter().filter(|point| point.state == state).count();
    let (bad, doubtful) = (count(State::Bad), count(State::Doubtful));
    terminal.say(&say!("{bad} 处有问题，{doubtful} 处要注意", "{bad} things are wrong, {doubtful} are doubtful"));
    let fails = bad > 0 || (doubtful > 0 && matches.get_flag("strict"));
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

fn tell(point: &Point, terminal: Terminal) {
    let state = match point.state {
        State::Good => say!("[好]  ", "[good] "),
        State::Doubtful => say!("[注意]", "[look] "),
        State::Bad => say!("[问题]", "[wrong]"),
    };
    let (state, found) = (&state, &point.found);
    terminal.say(&Text { zh: format!("{} {}", state.zh, found.zh), en: format!("{} {}", state.en, found.en) });
    if let Some(Text { zh, en }) = &point.remedy {
        terminal.say(&Text { zh: format!("       做法：{zh}"), en: format!("        to do: {en}") });
    }
}
