//! The command line: what was typed, what was meant, and what is said back. One command, one file.

mod archive;
mod args;
mod ask;
mod board_input;
mod browser;
mod build;
mod check;
mod clean;
mod completions;
mod duties;
mod exit;
mod explain;
mod export;
mod files;
mod fix;
mod help;
mod hold;
mod init;
mod man;
mod mask;
mod new;
mod number;
mod print;
mod report;
mod run;
mod schema;
mod seal;
mod serve;
mod sign;
mod status;
mod terminal;
mod verb;
mod verify;

pub use exit::Exit;
pub use run::run;
