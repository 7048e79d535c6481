use super::head::{Head, Method};
use super::reply::Reply;
use super::slots::Slot;
use std::io::{self, Read as _};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Largest head of a request, in bytes.
const HEAD_LIMIT: usize = 16 * 1024;
/// Longest time for the whole of a head once it has begun, however slowly it trickles.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// Longest silence between two requests.
const IDLE_TIME: Duration = Duration::from_secs(15);
/// Longest time in which a reader takes nothing of an answer.
const WRITE_TIME: Duration = Duration::from_secs(10);
/// Most that is still read from a client that was refused, so that it gets to read why.
const FAREWELL: usize = 256 * 1024;

/// Longest time for the whole of a body.
const BODY_TIME: Duration = Duration::from_secs(60);

/// Who answers.
pub(super) trait Answers {
    /// The largest body that is taken, in bytes; none where nothing may be posted.
    fn bodies(&self) -> Option<usize>;

    /// The refusal of a request whose body is not even read.
    fn refusal(&self, head: &Head) -> Option<Reply>;

    /// The answer to a request that was not refused.
    fn answer(&self, head: &Head, body: &[u8]) -> Response;
}

/// What a request comes to.
pub(super) enum Response {
    /// An answer, after which the next request may follow.
    Reply(Reply),
    /// The socket is handed over and stays open.
    Events,
}

/// What became of a connection.
pub(super) enum End {
    Closed,
    /// Its socket now belongs to the stream of events.
    Events(Arc<TcpStream>),
}

/// Answers the requests of one connection, one after the other, until either side ends it.
pub(super) fn attend(stream: Arc<TcpStream>, slot: &Slot, answers: &dyn Answers) -> End {
    // A client that is gone, or too slow, needs no answer.
    talk(&stream, slot, answers).unwrap_or(End::Closed)
}

fn talk(socket: &Arc<TcpStream>, slot: &Slot, answers: &dyn Answers) -> io::Result<End> {
    let stream: &TcpStream = socket;
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(WRITE_TIME))?;
    let mut unread = Vec::new();
    loop {
        slot.busy(false);
        let bytes = match next_head(stream, &mut unread)? {
            Next::Head(bytes) => bytes,
            Next::End => return Ok(End::Closed),
            Next::Refused(status) => return refuse(stream, slot, status),
        };
        slot.busy(true);
        let head = match Head::read(&bytes, answers.bodies()) {
            Ok(head) => head,
            Err(status) => return refuse(stream, slot, status),
        };
        if let Some(refusal) = answers.refusal(&head) {
            if head.length > 0 {
                return send_off(stream, slot, &refusal);
            }
            refusal.write(stream, head.method != Method::Head, head.stays)?;
            if head.stays {
                continue;
            }
            stream.shutdown(Shutdown::Write)?;
            return Ok(End::Closed);
        }
        let body = if slot.carry(head.length) { next_body(stream, &mut unread, head.length)? } else { None };
        let Some(body) = body else { return refuse(stream, slot, 408) };
        let with_body = head.method != Method::Head;
        match answers.answer(&head, &body) {
            Response::Events if with_body => return Ok(End::Events(Arc::clone(socket))),
            Response::Events => Reply::new(200, "text/event-stream", Vec::new()).write(stream, false, false)?,
            Response::Reply(reply) => {
                let reply = if slot.carry(reply.length()) { reply } else { Reply::refusal(429) };
                reply.write(stream, with_body, head.stays)?;
                if head.stays {
                    continue;
                }
            }
        }
        stream.shutdown(Shutdown::Write)?;
        return Ok(End::Closed);
    }
}

/// What came from the client.
enum Next {
    Head(Vec<u8>),
    End,
    Refused(u16),
}

/// Takes the next head from what was read, or reads on. What follows the head stays in `unread`.
fn next_head(mut stream: &TcpStream, unread: &mut Vec<u8>) -> io::Result<Next> {
    let mut deadline = Instant::now() + if unread.is_empty() { IDLE_TIME } else { HEAD_TIME };
    let mut searched = 0;
    loop {
        if unread.first().is_some_and(|byte| !byte.is_ascii_alphabetic()) {
            // No method starts so: somebody speaks TLS, or noise.
            return Ok(Next::Refused(400));
        }
        if let Some(at) = find(&unread[searched..], b"\r\n\r\n").map(|at| at + searched) {
            if at > HEAD_LIMIT {
                return Ok(Next::Refused(431));
            }
            let head = unread[..at].to_vec();
            unread.drain(..at + 4);
            return Ok(Next::Head(head));
        }
        if unread.len() > HEAD_LIMIT {
            return Ok(Next::Refused(if find(unread, b"\r\n").is_some() { 431 } else { 414 }));
        }
        searched = unread.len().saturating_sub(3);
        let left = deadline.saturating_duration_since(Instant::now());
        let late = if unread.is_empty() { Next::End } else { Next::Refused(408) };
        if left.is_zero() {
            return Ok(late);
        }
        stream.set_read_timeout(Some(left))?;
        let mut piece = [0; 4096];
        match stream.read(&mut piece) {
            Ok(0) => return Ok(Next::End),
            Ok(length) => {
                if unread.is_empty() {
                    deadline = Instant::now() + HEAD_TIME;
                }
                unread.extend_from_slice(&piece[..length]);
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                return Ok(late);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Takes the body from what was read, and reads on; none where it does not come in time.
fn next_body(mut stream: &TcpStream, unread: &mut Vec<u8>, length: usize) -> io::Result<Option<Vec<u8>>> {
    let deadline = Instant::now() + BODY_TIME;
    let mut piece = vec![0; if length > unread.len() { 64 * 1024 } else { 0 }];
    while unread.len() < length {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(None);
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut piece) {
            Ok(0) => return Ok(None),
            Ok(taken) => unread.extend_from_slice(&piece[..taken]),
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                return Ok(None);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let rest = unread.split_off(length);
    Ok(Some(std::mem::replace(unread, rest)))
}

/// Says why, and reads a little of what is still coming: closing a socket with unread bytes in it would take the
/// answer away from the client again.
fn refuse(stream: &TcpStream, slot: &Slot, status: u16) -> io::Result<End> {
    send_off(stream, slot, &Reply::refusal(status))
}

fn send_off(mut stream: &TcpStream, slot: &Slot, reply: &Reply) -> io::Result<End> {
    reply.write(stream, true, false)?;
    slot.busy(false);
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    let (mut piece, mut taken, started) = ([0; 4096], 0, Instant::now());
    while taken < FAREWELL && started.elapsed() < Duration::from_secs(1) {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(length) => taken += length,
        }
    }
    Ok(End::Closed)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
