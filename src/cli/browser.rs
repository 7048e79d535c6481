//! A browser, to show a page or to put one on paper.

use super::program;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// How long a browser may take to print a page.
const PATIENCE: Duration = Duration::from_secs(90);

/// Names of the browsers that print without a window, on the search path.
const NAMES: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome",
    "brave-browser",
];

/// Where they lie on systems that do not keep them on the search path.
const PLACES: [&str; 6] = [
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// Asks the system to open an address; whether it could be asked.
pub(super) fn open(address: &str) -> bool {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    Command::new(program).arg(address).spawn().is_ok()
}

/// Chromium or Edge, or what the variable `CHROMIUM` names; none where there is neither.
pub(super) fn find() -> Option<PathBuf> {
    let elsewhere = || PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    program::find("CHROMIUM", &NAMES).or_else(|| env::var_os("CHROMIUM").is_none().then(elsewhere).flatten())
}

/// Prints a page to a PDF file; whether there is one afterwards. `profile` is a folder that goes away, so that no window
/// of the user's is disturbed.
pub(super) fn print(browser: &Path, page: &Path, profile: &Path, pdf: &Path) -> bool {
    let plain = ["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer"];
    let mut arguments = plain.map(OsString::from).to_vec();
    arguments.push("--host-resolver-rules=MAP * ~NOTFOUND".into());
    arguments.push(format!("--user-data-dir={}", profile.display()).into());
    arguments.push(format!("--print-to-pdf={}", pdf.display()).into());
    if is_root() {
        // Chromium does not put itself behind its own walls for root. The page is ours: cleaned, and without scripts of
        // anybody else.
        arguments.push("--no-sandbox".into());
    }
    arguments.push(page.into());
    program::completes(browser, &arguments, PATIENCE) && pdf.is_file()
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
