use super::answer::Pages;
use super::connection::{End, attend};
use super::gate::Gate;
use super::refused::Refused;
use super::reload::Streams;
use super::routes::Routes;
use super::shown::{Outcome, Shown, Stage};
use super::slots::Slots;
use super::token::Token;
use crate::edit::DESK;
use crate::edit::Desk;
use crate::text::Language;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Rest after the system refused a connection, so that a shortage of file handles does not spin.
const REST: Duration = Duration::from_millis(20);
/// Longest wait for the last clients to go.
const FAREWELL: Duration = Duration::from_secs(2);

/// Where the preview listens.
#[derive(Clone)]
pub struct Settings {
    /// The address; one that is not of this computer alone makes the preview shared, and then it asks for a token.
    pub host: IpAddr,
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// The board's folder, for links that open the editor.
    pub root: Option<String>,
    /// The language of what the preview says in the browser.
    pub language: Language,
    /// Where items are changed, for a preview on this computer alone; a shared one has none, whatever stands here.
    pub desk: Option<Arc<Desk>>,
}

/// The preview's server of HTTP/1.1, on sockets of the standard library. It knows GET and HEAD without bodies, and POST
/// only where there is a desk, which leaves little to be got wrong; its threads, its memory and its patience are bounded
/// (see `Slots` and `attend`).
pub(super) struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    token: Option<Token>,
    desk_token: Option<Token>,
    accepting: Option<JoinHandle<()>>,
}

struct Shared {
    gate: Gate,
    stage: Stage,
    streams: Streams,
    slots: Arc<Slots>,
    root: Option<String>,
    desk: Option<Arc<Desk>>,
    closing: AtomicBool,
}

impl Server {
    /// Starts to listen and to answer; with a page that says "wait" until something is shown.
    pub(super) fn start(settings: Settings) -> Result<Self, Refused> {
        let port = settings.port;
        let listener = TcpListener::bind((settings.host, port)).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => Refused::PortBusy { port },
            _ => Refused::Network { port, error },
        })?;
        let address = listener.local_addr().map_err(|error| Refused::Network { port, error })?;
        let token = (!settings.host.is_loopback()).then(Token::draw);
        let desk = settings.desk.filter(|_| token.is_none());
        let desk_token = desk.as_ref().map(|_| Token::draw());
        let stage = Stage::new(settings.language);
        let started = |error| Refused::Thread { error };
        let shared = Arc::new(Shared {
            gate: Gate::new(token.clone(), desk_token.clone(), address.port()),
            streams: Streams::start(stage.version(&stage.now())).map_err(started)?,
            stage,
            slots: Arc::default(),
            root: settings.root.filter(|_| token.is_none()),
            desk,
            closing: AtomicBool::new(false),
        });
        let own = Arc::clone(&shared);
        let run = move || accept(&listener, &own);
        let accepting = Some(thread::Builder::new().name("preview".into()).spawn(run).map_err(started)?);
        Ok(Self { shared, address, token, desk_token, accepting })
    }

    /// The address to open in a browser, with the token where one is asked for.
    pub(super) fn address(&self) -> String {
        let host = if self.address.ip().is_unspecified() { self.loopback() } else { self.address.ip() };
        let address = SocketAddr::new(host, self.address.port());
        match &self.token {
            Some(token) => format!("http://{address}/?token={token}"),
            None => format!("http://{address}/"),
        }
    }

    /// The address of the desk, with its token.
    pub(super) fn desk_address(&self) -> Option<String> {
        self.desk_token.as_ref().map(|token| format!("http://{}/{DESK}?token={token}", self.address))
    }

    /// Whether others on the network can come in, with the token.
    pub(super) fn is_shared(&self) -> bool {
        self.token.is_some()
    }

    /// Shows what a build came to, and tells every open page.
    pub(super) fn show(&self, outcome: Outcome) {
        self.tell(self.shared.stage.show(outcome));
    }

    /// Shows a site of which it is not known yet what is found in it, and tells every open page.
    pub(super) fn show_early(&self, site: Arc<dyn Pages>) {
        self.tell(self.shared.stage.show_early(site));
    }

    fn tell(&self, (shown, last): (Arc<Shown>, Arc<Shown>)) {
        self.shared.streams.tell(self.shared.stage.version(&shown));
        // Clearing a large site away takes its time, for which nobody waits.
        drop(last);
    }

    fn loopback(&self) -> IpAddr {
        if self.address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() }
    }
}

/// Stops listening, sends everyone away and ends every thread.
impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::Relaxed);
        let host = if self.address.ip().is_unspecified() { self.loopback() } else { self.address.ip() };
        // A connection of our own wakes the thread that waits for one. Where it fails, that thread stays behind until
        // the program ends, which is better than to wait for it.
        let woken = TcpStream::connect_timeout(&SocketAddr::new(host, self.address.port()), FAREWELL).is_ok();
        if let Some(thread) = self.accepting.take().filter(|_| woken) {
            let _ = thread.join();
        }
        self.shared.slots.close(FAREWELL);
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    while !shared.closing.load(Ordering::Relaxed) {
        match listener.accept() {
            Ok((stream, _)) if !shared.closing.load(Ordering::Relaxed) => admit(Arc::new(stream), shared),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
            // No file handle is left, most likely: one is made free, and the next round tries again.
            Err(_) => {
                shared.slots.make_room();
                thread::sleep(REST);
            }
        }
    }
}

fn admit(stream: Arc<TcpStream>, shared: &Arc<Shared>) {
    let Some(slot) = shared.slots.admit(&stream) else { return };
    let own = Arc::clone(shared);
    let attend = move || {
        let Shared { gate, stage, streams, root, desk, .. } = &*own;
        let routes = Routes { gate, stage, streams, root: root.as_deref(), desk: desk.as_deref() };
        let end = attend(stream, &slot, &routes);
        drop(slot);
        if let End::Events(stream) = end {
            own.streams.join(stream);
        }
    };
    // Where the system has no thread left the connection is closed, and its slot given back, by dropping both.
    let _ = thread::Builder::new().name("preview client".into()).spawn(attend);
}
