//! The whole loop: a file is saved, and the open page hears of it.

use super::super::answer::{Answer, Pages};
use super::super::findings::Findings;
use super::super::refused::Refused;
use super::super::serve::{News, Preview, Rebuild, Stop};
use super::super::server::Settings;
use super::super::shown::Outcome;
use super::super::watch::Watched;
use crate::text::Language;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A board of one file, whose text is its one page. A file that says 坏 cannot be built, one that says 崩 breaks the
/// program.
struct OneFile(PathBuf);

struct OnePage(String);

impl Rebuild for OneFile {
    fn rebuild(&mut self, _: &[PathBuf]) -> Outcome {
        let text = fs::read_to_string(&self.0).unwrap_or_default();
        assert!(text != "崩", "a mistake of ours");
        let site = (text != "坏").then(|| Arc::new(OnePage(text)) as Arc<dyn Pages>);
        Outcome { site, anew: true, findings: Findings::default() }
    }
}

impl Pages for OnePage {
    fn answer(&self, path: &str) -> Option<Answer> {
        (path == "index.html").then(|| Answer::file(path, format!("<body>{}</body>", self.0).into_bytes()))
    }
}

fn settings(port: u16) -> Settings {
    Settings { host: Ipv4Addr::LOCALHOST.into(), port, root: None, language: Language::Chinese, desk: None }
}

/// A preview that runs in a thread of its own, with one open tab.
struct Running {
    file: PathBuf,
    address: String,
    tab: BufReader<TcpStream>,
    stop: Stop,
    thread: JoinHandle<Vec<bool>>,
    _home: tempfile::TempDir,
}

impl Running {
    fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().canonicalize().unwrap();
        let file = root.join("首页.md");
        fs::write(&file, "一").unwrap();
        let preview = Preview::open(settings(0)).unwrap();
        let address = preview.address().trim_start_matches("http://").trim_end_matches('/').to_owned();
        let stop = preview.stopper();
        let watched = Watched { roots: vec![root], ignored: Vec::new(), look: Box::new(Vec::new) };
        let mut board = OneFile(file.clone());
        let run = move || {
            let mut good = Vec::new();
            let mut tell = |news: News<'_>| {
                if let News::Built { good: built, .. } = news {
                    good.push(built);
                }
            };
            preview.run(watched, &mut board, &mut tell).unwrap();
            good
        };
        let thread = thread::spawn(run);
        let mut stream = TcpStream::connect(&address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET /_gongkai/events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
        let mut running = Self { file, address, tab: BufReader::new(stream), stop, thread, _home: home };
        while !running.page().contains("一") {
            running.wait();
        }
        running
    }

    /// Waits for the next event, and tells whether the newest build is the one that is shown.
    fn wait(&mut self) -> bool {
        let mut line = String::new();
        while !line.starts_with("data: ") {
            line.clear();
            assert!(self.tab.read_line(&mut line).unwrap() > 0, "the stream has ended");
        }
        let version = line.trim_start_matches("data: ").trim_end();
        version.split_once(' ').is_some_and(|(site, build)| site == build)
    }

    /// Saves what cannot be built, and waits until that has been found out.
    fn fails(&mut self, text: &str) {
        self.save(text);
        while self.wait() {}
    }

    fn page(&self) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        reply
    }

    /// Saves in one go, so that no build sees half of it.
    fn save(&self, text: &str) {
        let half = self.file.with_extension("tmp");
        fs::write(&half, text).unwrap();
        fs::rename(half, &self.file).unwrap();
    }

    /// Saves, and waits until the tab has heard of a page that says so.
    fn shows(&mut self, text: &str) {
        self.save(text);
        while !self.page().contains(text) {
            self.wait();
        }
    }

    fn end(self) -> Vec<bool> {
        self.stop.stop();
        let built = self.thread.join().unwrap();
        assert!(TcpStream::connect(&self.address).is_err(), "the port is still in use");
        built
    }
}

#[test]
fn a_saved_file_shows_and_a_broken_one_leaves_the_last_good_page() {
    let mut running = Running::start();
    running.shows("第二稿");
    running.fails("坏");
    assert!(running.page().contains("第二稿"));
    running.shows("第三稿");
    let built = running.end();
    assert!(built.contains(&false) && built.last() == Some(&true), "{built:?}");
}

#[test]
fn a_mistake_of_the_program_does_not_end_the_preview() {
    let mut running = Running::start();
    running.fails("崩");
    assert!(running.page().contains("一"));
    running.shows("改回来了");
    running.end();
}

#[test]
fn a_busy_port_is_told_with_another_to_take() {
    let first = Preview::open(settings(0)).unwrap();
    let port = first.address().trim_end_matches('/').rsplit_once(':').unwrap().1.parse().unwrap();
    let refused = Preview::open(settings(port)).map(|_| ()).unwrap_err();
    assert!(matches!(refused, Refused::PortBusy { port: busy } if busy == port));
    assert!(refused.text().zh.contains(&format!("--port {}", u32::from(port) + 1)) || port == u16::MAX);
}
