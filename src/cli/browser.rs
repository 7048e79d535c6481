//! The only place that starts another program: a browser, to show a page or to put one on paper.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// How long a browser may take to print a page.
const PATIENCE: Duration = Duration::from_secs(90);

/// How often we look whether it is done.
const BREATH: Duration = Duration::from_millis(50);

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
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let ending = env::consts::EXE_SUFFIX;
    let folders: Vec<PathBuf> = env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let on_path =
        NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(format!("{name}{ending}"))));
    on_path.chain(PLACES.iter().map(PathBuf::from)).find(|path| path.is_file())
}

/// Prints a page to a PDF file; whether there is one afterwards. `profile` is a folder that goes away, so that no window
/// of the user's is disturbed.
pub(super) fn print(browser: &Path, page: &Path, profile: &Path, pdf: &Path) -> bool {
    let mut command = Command::new(browser);
    command
        .args(["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer"])
        .arg("--host-resolver-rules=MAP * ~NOTFOUND")
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if is_root() {
        // Chromium does not put itself behind its own walls for root. The page is ours: cleaned, and without scripts of
        // anybody else.
        command.arg("--no-sandbox");
    }
    let Ok(mut running) = command.arg(page).spawn() else { return false };
    let mut waited = Duration::ZERO;
    loop {
        match running.try_wait() {
            Ok(Some(status)) => return status.success() && pdf.is_file(),
            Ok(None) if waited < PATIENCE => {
                sleep(BREATH);
                waited += BREATH;
            }
            Ok(None) | Err(_) => {
                drop(running.kill());
                drop(running.wait());
                return false;
            }
        }
    }
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
