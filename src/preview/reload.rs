use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{io, mem};

/// Most open streams; a tab that can be seen holds one.
const MOST: usize = 128;
/// A line that says nothing is sent this often, so that closed tabs are noticed.
const HEARTBEAT: Duration = Duration::from_secs(2);
/// What a stream begins with. The browser comes back half a second after it was cut off.
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n";

/// Tells every open page which version of the site is the newest, by server-sent events. One thread keeps all streams,
/// and none of them can make it wait: a reader that does not take its few bytes at once is let go and comes again.
pub(super) struct Streams {
    sender: Sender<Note>,
    open: Arc<AtomicUsize>,
    thread: Option<JoinHandle<()>>,
}

enum Note {
    Join(Arc<TcpStream>),
    Version(String),
    End,
}

impl Streams {
    /// Starts the thread; `version` is what a page learns when it joins.
    pub(super) fn start(version: String) -> io::Result<Self> {
        let (sender, receiver) = channel();
        let open = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&open);
        let run = move || run(&receiver, version, &counted);
        let thread = Some(thread::Builder::new().name("preview events".into()).spawn(run)?);
        Ok(Self { sender, open, thread })
    }

    /// Whether another stream may join.
    pub(super) fn has_room(&self) -> bool {
        self.open.load(Ordering::Relaxed) < MOST
    }

    /// Takes a socket over for good.
    pub(super) fn join(&self, stream: Arc<TcpStream>) {
        // The thread ends only with the server, and then no page needs to hear more.
        let _ = self.sender.send(Note::Join(stream));
    }

    /// Tells all pages.
    pub(super) fn tell(&self, version: String) {
        let _ = self.sender.send(Note::Version(version));
    }
}

impl Drop for Streams {
    fn drop(&mut self) {
        let _ = self.sender.send(Note::End);
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported there.
            let _ = thread.join();
        }
    }
}

fn run(notes: &Receiver<Note>, mut version: String, open: &AtomicUsize) {
    let mut streams: Vec<Arc<TcpStream>> = Vec::new();
    let mut next_beat = Instant::now() + HEARTBEAT;
    loop {
        match notes.recv_timeout(next_beat.saturating_duration_since(Instant::now())) {
            Ok(Note::Join(stream)) => {
                let hello = format!("{HEAD}{}", event(&version));
                if streams.len() < MOST && stream.set_nonblocking(true).is_ok() && takes(&stream, &hello) {
                    streams.push(stream);
                }
            }
            Ok(Note::Version(newer)) => {
                version = newer;
                let event = event(&version);
                streams.retain(|stream| takes(stream, &event));
            }
            Ok(Note::End) | Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                streams = mem::take(&mut streams).into_iter().filter(|stream| takes(stream, ":\n\n")).collect();
                next_beat = Instant::now() + HEARTBEAT;
            }
        }
        open.store(streams.len(), Ordering::Relaxed);
    }
    open.store(0, Ordering::Relaxed);
}

fn event(version: &str) -> String {
    format!("data: {version}\n\n")
}

/// Whether the reader is there and takes the text at once. It sends nothing itself; if it does, that is thrown away.
fn takes(mut stream: &TcpStream, text: &str) -> bool {
    let here = match stream.read(&mut [0; 256]) {
        Ok(length) => length > 0,
        Err(error) => error.kind() == ErrorKind::WouldBlock,
    };
    here && stream.write(text.as_bytes()).is_ok_and(|written| written == text.len())
}
