//! The only place that prints. A reader that went away is no fault of ours: nothing here stops for it.

use crate::text::{Language, Text};
use std::borrow::Cow;
use std::io::{IsTerminal as _, Write as _};

/// Where a command speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    /// The language of messages.
    pub(super) language: Language,
}

impl Terminal {
    /// Says a thing on standard output.
    pub(super) fn say(self, text: &Text) {
        self.line(text.in_language(self.language));
    }

    /// Says a thing on standard error.
    pub(super) fn warn(self, text: &Text) {
        self.error_line(text.in_language(self.language));
    }

    /// Prints a line.
    pub(super) fn line(self, line: &str) {
        let _ = writeln!(std::io::stdout(), "{}", harmless(line));
    }

    /// Prints text as it is.
    pub(super) fn text(self, text: &str) {
        let _ = std::io::stdout().write_all(text.as_bytes());
    }

    /// Prints a line on standard error.
    pub(super) fn error_line(self, line: &str) {
        let _ = writeln!(std::io::stderr(), "{}", harmless(line));
    }

    /// Prints text as it is on standard error.
    pub(super) fn error_text(self, text: &str) {
        let _ = std::io::stderr().write_all(text.as_bytes());
    }

    /// Whether a person sits at the keyboard and sees what is asked.
    pub(super) fn is_attended(self) -> bool {
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }

    /// Asks for one line; nothing where the input has ended.
    pub(super) fn question(self, shown: &str) -> Option<String> {
        let mut out = std::io::stdout();
        let _ = out.write_all(shown.as_bytes()).and_then(|()| out.flush());
        let mut answer = String::new();
        let read = std::io::stdin().read_line(&mut answer).ok()?;
        (read > 0).then(|| answer.trim().to_owned())
    }

    /// Whether standard error, where findings are told, shows colours.
    pub(super) fn colours_errors(self) -> bool {
        std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
    }
}

/// What is said, without the signs that would steer the terminal: titles and names of files may hold anything.
fn harmless(line: &str) -> Cow<'_, str> {
    let steers = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    if line.contains(steers) { Cow::Owned(line.replace(steers, "␣")) } else { Cow::Borrowed(line) }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_file_holds_cannot_steer_the_terminal() {
        assert_eq!(harmless("甲\u{1b}[2J乙\u{7}\r\n\t丙"), "甲␣[2J乙␣␣\n\t丙");
        assert_eq!(harmless("甲\t乙"), "甲\t乙");
    }
}
