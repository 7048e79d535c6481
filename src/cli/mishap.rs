//! The last net: a mistake of the program itself is told as one, with what to do about it. What was on disk stays as it
//! was, since a site is put into place only when it is whole.

use super::args;
use super::exit::Exit;
use super::run::run;
use super::terminal::Terminal;
use crate::pipeline::Mishap;
use crate::say;
use crate::text::Text;
use std::any::Any;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Arc, Mutex, PoisonError};

/// Where in the program a mistake was made, and what it said.
#[derive(Clone, Debug, Default)]
struct Cause {
    place: String,
    said: String,
}

/// Runs the program as [`run`] does. Where it makes a mistake of its own, says which file it had in hand and how to report
/// it, and ends with 2.
pub fn run_guarded(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let terminal = Terminal { language: args::language(&arguments) };
    let first = Arc::new(Mutex::new(None));
    let noted = Arc::clone(&first);
    set_hook(Box::new(move |mistake| {
        let place = mistake.location().map(ToString::to_string).unwrap_or_default();
        let payload = mistake.payload();
        let said = payload.downcast_ref::<&str>().map(|said| (*said).to_owned());
        let said = said.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
        // The first is the cause; what falls over it afterwards is not.
        noted.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(Cause { place, said });
    }));
    catch_unwind(AssertUnwindSafe(|| run(arguments))).unwrap_or_else(|payload| {
        let cause = first.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
        terminal.warn(&words(payload.as_ref(), &cause));
        Exit::CouldNotRun
    })
}

fn words(payload: &(dyn Any + Send), Cause { place, said }: &Cause) -> Text {
    let version = env!("CARGO_PKG_VERSION");
    let (zh, en) = payload.downcast_ref::<Mishap>().map_or_else(Default::default, |Mishap { about }| {
        (
            format!("当时正在处理 {about}；先移开它，其余的可以照常生成。\n"),
            format!("It had {about} in hand; move that away and the rest can be built.\n"),
        )
    });
    say!(
        "gongkai 自身出了错，不是您的过错。原有的网站没有改动。\n{zh}请把下面这一行报告给程序的维护者，不要附上真实的个人信息：\ngongkai {version} {place} {said}",
        "gongkai itself made a mistake; it is not yours. The old site is as it was.\n{en}Please report this line to the program's maintainers, without any real person's data:\ngongkai {version} {place} {said}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_of_the_program_names_the_file_and_how_to_report_it() {
        let cause = Cause { place: "src/a.rs:1:2".into(), said: "index out of bounds".into() };
        let text = words(&Mishap { about: "content/a.md".into() }, &cause);
        for said in [&text.zh, &text.en] {
            for part in ["content/a.md", "src/a.rs:1:2 index out of bounds", env!("CARGO_PKG_VERSION")] {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
        let text = words(&"anything else", &cause);
        assert!(text.zh.contains("报告") && !text.zh.contains("移开"), "{text:?}");
    }
}
