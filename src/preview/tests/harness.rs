use super::super::answer::{Answer, Pages};
use super::super::findings::Findings;
use super::super::server::{Server, Settings};
use super::super::shown::Outcome;
use crate::text::Language;
use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// A site of a few files.
pub(super) struct Site(pub(super) Vec<(&'static str, Vec<u8>)>);

impl Pages for Site {
    fn answer(&self, path: &str) -> Option<Answer> {
        assert!(path != "panic/index.html", "a page that panics");
        let (path, body) = self.0.iter().find(|(known, _)| *known == path)?;
        Some(Answer::file(path, body.clone()))
    }
}

pub(super) fn site(home: &str) -> Arc<Site> {
    Arc::new(Site(vec![
        ("index.html", format!("<!DOCTYPE html><html><body>{home}</body></html>").into_bytes()),
        ("财政/index.html", "<body>财政收支</BODY>".into()),
        ("财政/附件.pdf", (0..=255).cycle().take(100_000).collect()),
        ("board.css", "body { color: black }".into()),
        ("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".into()),
        ("404.html", "<body>此页不存在</body>".into()),
    ]))
}

/// A running preview.
pub(super) struct Preview {
    pub(super) server: Server,
    pub(super) address: SocketAddr,
}

impl Preview {
    /// On this computer only, with the site in place.
    pub(super) fn start() -> Self {
        let preview = Self::on(Ipv4Addr::LOCALHOST);
        preview.show("首页", Findings::default());
        preview
    }

    /// On an address, with nothing to show yet.
    pub(super) fn on(host: Ipv4Addr) -> Self {
        let settings = Settings {
            host: IpAddr::V4(host),
            port: 0,
            root: Some("/home/板".into()),
            language: Language::Chinese,
            desk: None,
        };
        Self::of(Server::start(settings).unwrap())
    }

    /// A server that was started already.
    pub(super) fn of(server: Server) -> Self {
        let address = server.address();
        let address = address.strip_prefix("http://").unwrap().split('/').next().unwrap().parse().unwrap();
        Self { server, address }
    }

    pub(super) fn show(&self, home: &str, findings: Findings) {
        self.server.show(Outcome { site: Some(site(home)), anew: true, findings });
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends these bytes and reads until the server closes.
    pub(super) fn raw(&self, bytes: &[u8]) -> Reply {
        let mut stream = self.connect();
        // A server that refuses may close before it has read everything; what it said counts.
        let _ = stream.write_all(bytes);
        let mut reply = Vec::new();
        let _ = stream.read_to_end(&mut reply);
        Reply::read(&reply)
    }

    /// A request for one target with further fields, each followed by a line break.
    pub(super) fn ask(&self, target: &str, fields: &str) -> Reply {
        let host = self.address;
        self.raw(format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}\r\n").as_bytes())
    }

    pub(super) fn get(&self, target: &str) -> Reply {
        self.ask(target, "")
    }
}

/// What came back.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Reply {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Self { status, head, body: bytes[(end + 4).min(bytes.len())..].to_vec() }
    }

    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.head.lines().filter_map(|line| line.split_once(": "));
        fields.find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// How many threads of servers and clients this process has; tests run side by side, so only growth says something.
#[cfg(target_os = "linux")]
pub(super) fn threads_named(name: &str) -> usize {
    std::fs::read_dir("/proc/self/task")
        .unwrap()
        .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok())
        .filter(|comm| comm.trim_end() == name)
        .count()
}
