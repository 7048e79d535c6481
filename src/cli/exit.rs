use crate::text::Text;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: nothing is wrong.
    Clean,
    /// 1: findings of severity error, or warnings where the user asked to be strict.
    Findings,
    /// 2: the command could not run.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::from(0),
            Exit::Findings => Self::from(1),
            Exit::CouldNotRun => Self::from(2),
        }
    }
}

/// Why a command could not run, in both languages.
#[derive(Clone, Debug)]
pub(super) struct Refusal(pub(super) Text);

impl From<crate::output::WriteError> for Refusal {
    fn from(error: crate::output::WriteError) -> Self {
        Self(error.message())
    }
}

impl From<crate::source::ReadError> for Refusal {
    fn from(error: crate::source::ReadError) -> Self {
        let path = error.path.display().to_string();
        let Text { zh, en } = error.message;
        Self(Text { zh: format!("{path}：{zh}"), en: format!("{path}: {en}") })
    }
}
