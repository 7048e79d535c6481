use std::str;

/// The two methods that a reader needs. A preview changes nothing, so it knows no others; only the desk takes what is
/// posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Post,
}

/// Longest address that is read, in bytes.
const TARGET_LIMIT: usize = 4096;
/// Most header fields that are read.
const FIELD_LIMIT: usize = 100;

/// The head of one request, as strictly read as the standard allows: what could be understood in two ways is refused,
/// so that nothing can be smuggled past the checks that follow.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) method: Method,
    pub(super) target: String,
    /// Whether the client means to send another request on this connection.
    pub(super) stays: bool,
    /// Bytes that follow the head.
    pub(super) length: usize,
    fields: Vec<(String, String)>,
}

impl Head {
    /// Reads a head without the empty line that ends it. `bodies` is the largest body that may follow; without it none
    /// may, and nothing may be posted. The error is the status to answer with.
    pub(super) fn read(bytes: &[u8], bodies: Option<usize>) -> Result<Self, u16> {
        let text = str::from_utf8(bytes).map_err(|_| 400_u16)?;
        let mut lines = text.split("\r\n");
        let (method, target, newer) = request_line(lines.next().unwrap_or_default())?;
        let fields = lines.map(field).collect::<Result<Vec<_>, _>>()?;
        if fields.len() > FIELD_LIMIT {
            return Err(431);
        }
        let mut head = Self { method, target, stays: newer, length: 0, fields };
        head.refuse_ambiguity()?;
        match (head.method, bodies) {
            (Method::Post, None) => return Err(405),
            (Method::Post, Some(limit)) => head.length = head.body_length(limit)?,
            (Method::Get | Method::Head, _) => head.refuse_body()?,
        }
        if head.field("connection").is_some_and(|value| value.to_ascii_lowercase().contains("close")) {
            head.stays = false;
        }
        Ok(head)
    }

    /// The value of a field, named in lower case.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn refuse_ambiguity(&self) -> Result<(), u16> {
        let twice = |name: &str| self.fields.iter().filter(|(known, _)| known == name).count() > 1;
        if ["host", "origin", "content-length", "range", "sec-fetch-site"].into_iter().any(twice) {
            return Err(400);
        }
        Ok(())
    }

    /// How long the body is that follows: said once, in plain digits, and within the limit.
    fn body_length(&self, limit: usize) -> Result<usize, u16> {
        if self.field("transfer-encoding").is_some() {
            return Err(400);
        }
        if self.field("expect").is_some() {
            return Err(417);
        }
        let digits = self.field("content-length").ok_or(411_u16)?;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(400);
        }
        digits.parse().ok().filter(|length| *length <= limit).ok_or(413)
    }

    /// A reader sends no body. Refusing every body also closes the way by which one request hides in another.
    fn refuse_body(&self) -> Result<(), u16> {
        if self.field("transfer-encoding").is_some() {
            return Err(400);
        }
        match self.field("content-length") {
            None | Some("0") => {}
            Some(length) if !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit()) => return Err(413),
            Some(_) => return Err(400),
        }
        if self.field("expect").is_some() { Err(417) } else { Ok(()) }
    }
}

/// Method, target, and whether the client speaks HTTP/1.1 and so keeps its connection.
fn request_line(line: &str) -> Result<(Method, String, bool), u16> {
    let mut parts = line.split(' ');
    let (Some(method), Some(target), Some(version), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(400);
    };
    let newer = match version {
        "HTTP/1.1" => true,
        "HTTP/1.0" => false,
        _ if version.starts_with("HTTP/") => return Err(505),
        _ => return Err(400),
    };
    let method = match method {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        "POST" => Method::Post,
        _ if is_token(method) => return Err(405),
        _ => return Err(400),
    };
    if target.len() > TARGET_LIMIT {
        return Err(414);
    }
    if !target.starts_with('/') || target.chars().any(char::is_control) {
        return Err(400);
    }
    Ok((method, target.to_owned(), newer))
}

fn field(line: &str) -> Result<(String, String), u16> {
    let (name, value) = line.split_once(':').ok_or(400_u16)?;
    let value = value.trim_matches([' ', '\t']);
    if !is_token(name) || value.chars().any(|character| character.is_control() && character != '\t') {
        return Err(400);
    }
    Ok((name.to_ascii_lowercase(), value.to_owned()))
}

fn is_token(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Head, u16> {
        Head::read(text.as_bytes(), None)
    }

    #[test]
    fn a_browsers_request_is_read() {
        let head = read("GET /a/?q=1 HTTP/1.1\r\nHost: localhost:8000\r\nRange:  bytes=0-1 ").unwrap();
        assert_eq!((head.method, head.target.as_str(), head.stays), (Method::Get, "/a/?q=1", true));
        assert_eq!((head.field("host"), head.field("range")), (Some("localhost:8000"), Some("bytes=0-1")));
        assert!(!read("HEAD / HTTP/1.0\r\nHost: x").unwrap().stays);
        assert!(!read("GET / HTTP/1.1\r\nConnection: Close").unwrap().stays);
    }

    #[test]
    fn whatever_could_be_read_in_two_ways_is_refused() {
        for (status, text) in [
            (400, ""),
            (400, "GET /"),
            (400, "GET  / HTTP/1.1"),
            (400, "GET / HTTP/1.1 x"),
            (400, "GET /\tHTTP/1.1 HTTP/1.1"),
            (400, "GET / http/1.1"),
            (400, "G\u{e9}T / HTTP/1.1"),
            (400, "GET http://localhost/ HTTP/1.1"),
            (400, "GET * HTTP/1.1"),
            (505, "PRI * HTTP/2.0"),
            (505, "GET / HTTP/0.9"),
            (405, "POST / HTTP/1.1"),
            (405, "OPTIONS * HTTP/1.1"),
            (405, "get / HTTP/1.1"),
            (400, "GET / HTTP/1.1\r\nHost : x"),
            (400, "GET / HTTP/1.1\r\nHost"),
            (400, "GET / HTTP/1.1\r\n: x"),
            (400, "GET / HTTP/1.1\r\nHost: a\r\n b"),
            (400, "GET / HTTP/1.1\r\nHost: a\nX: b"),
            (400, "GET / HTTP/1.1\r\nHost: a\rX: b"),
            (400, "GET / HTTP/1.1\r\nHost: a\0"),
            (400, "GET / HTTP/1.1\r\nHost: a\r\nhost: b"),
            (400, "GET / HTTP/1.1\r\nTransfer-Encoding: chunked"),
            (400, "GET / HTTP/1.1\r\nTransfer-Encoding: identity, xchunked"),
            (400, "GET / HTTP/1.1\r\ntransfer-encoding:"),
            (413, "GET / HTTP/1.1\r\nContent-Length: 5"),
            (413, "GET / HTTP/1.1\r\nContent-Length: 00"),
            (413, "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999999999"),
            (400, "GET / HTTP/1.1\r\nContent-Length: +0"),
            (400, "GET / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 5"),
            (417, "GET / HTTP/1.1\r\nExpect: 100-continue"),
        ] {
            assert_eq!(read(text).map(|_| ()), Err(status), "{text:?}");
        }
    }

    #[test]
    fn what_is_posted_says_how_long_it_is_and_stays_within_the_limit() {
        let post = |fields: &str| Head::read(format!("POST / HTTP/1.1\r\nHost: x{fields}").as_bytes(), Some(9));
        assert_eq!(post("\r\nContent-Length: 9").map(|head| head.length), Ok(9));
        for (status, fields) in [
            (411, ""),
            (413, "\r\nContent-Length: 10"),
            (413, "\r\nContent-Length: 99999999999999999999999999"),
            (400, "\r\nContent-Length: +9"),
            (400, "\r\nContent-Length:"),
            (400, "\r\nContent-Length: 1\r\nContent-Length: 9"),
            (400, "\r\nContent-Length: 9\r\nTransfer-Encoding: chunked"),
            (417, "\r\nContent-Length: 9\r\nExpect: 100-continue"),
        ] {
            assert_eq!(post(fields).map(|_| ()), Err(status), "{fields}");
        }
    }

    #[test]
    fn long_addresses_and_many_fields_are_refused() {
        assert_eq!(read(&format!("GET /{} HTTP/1.1", "a".repeat(TARGET_LIMIT))), Err(414));
        assert_eq!(read(&format!("GET / HTTP/1.1{}", "\r\nX: y".repeat(FIELD_LIMIT + 1))), Err(431));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Head::read(&bytes, None);
            let _ = Head::read(&bytes, Some(9));
        }
    }
}
