//! Turns the answer of the command line into an exit code; nothing else.

fn main() -> std::process::ExitCode {
    gongkai::cli::run_guarded(std::env::args_os()).into()
}
