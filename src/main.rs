//! Turns the answer of the command line into an exit code; nothing else.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
