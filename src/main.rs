//! Turns the answer of the command line into an exit code; nothing else.

fn main() -> std::process::ExitCode {
    gongkai::cli::run(std::env::args_os()).into()
}
