use super::super::answer::{Answer, Pages};
use super::super::findings::Findings;
use super::super::shown::Outcome;
use super::harness::{Preview, threads_named};
use std::collections::VecDeque;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Connections that send half a head and fall silent, and such that send nothing.
const HALF_OPEN: usize = 300;
const IDLE: usize = 1000;
/// Ends of connections that this test keeps open. The server has far fewer places and has sent the older ones away;
/// systems give a process 1,024 file handles.
const HELD: usize = 400;

/// Whether somebody who asks now is answered within a second: as a rule, for a machine that builds other things at the
/// same time may be late once, and a connection that the system's own queue refused is tried again after a second.
fn assert_answers(preview: &Preview) {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let asked = Instant::now();
            assert_eq!(preview.get("/").status, 200);
            asked.elapsed()
        })
        .collect();
    times.sort_unstable();
    assert!(times[2] < Duration::from_secs(1), "{times:?}");
}

#[test]
fn a_crowd_of_silent_clients_keeps_nobody_out() {
    let preview = Preview::start();
    let mut crowd = VecDeque::new();
    for number in 0..HALF_OPEN + IDLE {
        let mut stream = preview.connect();
        if number < HALF_OPEN {
            // One that was sent away already cannot be written to; that is the point.
            let _ = write!(stream, "GET / HTTP/1.1\r\nHost: {}\r\nX-", preview.address);
        }
        crowd.push_back(stream);
        if crowd.len() > HELD {
            crowd.pop_front();
        }
        if number % 100 == 99 {
            assert_answers(&preview);
        }
    }
    // Other tests have servers too, but none with more than a hundred clients.
    #[cfg(target_os = "linux")]
    assert!(threads_named("preview client") < 256 + 200);
}

#[test]
fn readers_that_take_nothing_keep_nobody_out() {
    let preview = Preview::start();
    let target = "/%E8%B4%A2%E6%94%BF/%E9%99%84%E4%BB%B6.pdf";
    let mut slow = Vec::new();
    for _ in 0..20 {
        let mut stream = preview.connect();
        // Far more than the buffers of both sides hold: the server has to wait in the middle of it.
        let request = format!("GET {target} HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
        let _ = stream.write_all(request.repeat(100).as_bytes());
        slow.push(stream);
    }
    assert_answers(&preview);
}

#[test]
fn what_waits_for_slow_readers_is_bounded() {
    let preview = Preview::on(Ipv4Addr::LOCALHOST);
    preview.server.show(Outcome { site: Some(Arc::new(Heavy)), anew: true, findings: Findings::default() });
    let mut slow: Vec<TcpStream> = Vec::new();
    // Whoever has read the head of an answer knows that its body is on the way, or that it was refused.
    let mut statuses = Vec::new();
    for _ in 0..6 {
        let mut stream = preview.connect();
        write!(stream, "GET /heavy.zip HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
        let mut start = [0; 12];
        stream.read_exact(&mut start).unwrap();
        statuses.push(String::from_utf8_lossy(&start[9..]).into_owned());
        slow.push(stream);
    }
    assert_eq!(statuses, ["200", "200", "200", "429", "429", "429"]);
    drop(slow);
}

/// A site of one large file.
struct Heavy;

impl Pages for Heavy {
    fn answer(&self, path: &str) -> Option<Answer> {
        (path == "heavy.zip").then(|| Answer::file(path, vec![0; 40 << 20]))
    }
}

#[test]
fn a_kept_connection_serves_again_after_a_pause() {
    let preview = Preview::start();
    let mut stream = preview.connect();
    for _ in 0..3 {
        write!(stream, "GET /board.css HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
        let mut reply = Vec::new();
        let mut piece = [0; 1024];
        while !reply.ends_with(b"black }") {
            let length = stream.read(&mut piece).unwrap();
            assert!(length > 0, "the connection was closed");
            reply.extend_from_slice(&piece[..length]);
        }
    }
}
