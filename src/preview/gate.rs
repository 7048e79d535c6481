use super::head::{Head, Method};
use super::target::Target;
use super::token::Token;
use std::net::IpAddr;

/// Decides who may look. On its own computer the preview answers only to the names of that computer, so that no page
/// from elsewhere can read it by pointing its own name here (DNS rebinding) or by embedding it. A shared preview asks
/// for a token as well.
pub(super) struct Gate {
    token: Option<Token>,
    cookie: String,
    /// The key to the desk; none where there is no desk.
    desk: Option<Token>,
    desk_cookie: String,
}

/// What the gate says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Passage {
    Open,
    Refused(u16),
    /// The right token stood in the address: keep it in a cookie and come again without it.
    Welcome {
        location: String,
        cookie: String,
    },
}

impl Gate {
    /// A gate for this computer alone, or with a token for the network. The port tells the cookies of two previews
    /// on one computer apart.
    pub(super) fn new(token: Option<Token>, desk: Option<Token>, port: u16) -> Self {
        Self { token, cookie: format!("gongkai-preview-{port}"), desk, desk_cookie: format!("gongkai-edit-{port}") }
    }

    /// Whether this request may pass.
    pub(super) fn judge(&self, head: &Head, target: &Target) -> Passage {
        let Some(host) = head.field("host").filter(|host| self.knows(host)) else {
            return Passage::Refused(421);
        };
        if head.field("origin").is_some_and(|origin| origin.strip_prefix("http://") != Some(host)) {
            return Passage::Refused(403);
        }
        if is_embedded_elsewhere(head) {
            return Passage::Refused(403);
        }
        let Some(token) = &self.token else { return Passage::Open };
        let cookie = || format!("{}={token}; Path=/; HttpOnly; SameSite=Lax", self.cookie);
        with_token(head, target, token, &self.cookie, cookie)
    }

    /// Whether this request, which passed already, may pass to the desk at `path`, where files are changed. That takes a
    /// token of its own, on this computer too, where other users and programs sit. And what is posted must say that it
    /// comes from a page of ours: browsers always do.
    pub(super) fn judge_desk(&self, head: &Head, target: &Target, path: &str) -> Passage {
        let Some(token) = &self.desk else { return Passage::Refused(404) };
        if head.method == Method::Post && head.field("origin").is_none() {
            return Passage::Refused(403);
        }
        let cookie = || format!("{}={token}; Path={path}; HttpOnly; SameSite=Strict", self.desk_cookie);
        with_token(head, target, token, &self.desk_cookie, cookie)
    }

    /// Whether the name in the Host field is ours. A shared preview is called by any of the computer's addresses;
    /// names are refused there too, for only a name can be pointed elsewhere by a stranger.
    fn knows(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => {
                if port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()) {
                    return false;
                }
                name
            }
            _ => host,
        };
        let address = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(inner) => inner.parse().ok().map(IpAddr::V6),
            None => name.parse().ok().map(IpAddr::V4),
        };
        match address {
            Some(address) => address.is_loopback() || self.token.is_some(),
            None => name.eq_ignore_ascii_case("localhost"),
        }
    }
}

/// Passes who shows the token in the address, and then carries it in a cookie.
fn with_token(head: &Head, target: &Target, token: &Token, name: &str, cookie: impl Fn() -> String) -> Passage {
    if head.method != Method::Post && target.asked("token").is_some_and(|word| token.is(word)) {
        return Passage::Welcome { location: without_query(&head.target), cookie: cookie() };
    }
    let carried = head.field("cookie").unwrap_or_default().split(';');
    let mut words = carried.filter_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='));
    if words.any(|word| token.is(word)) { Passage::Open } else { Passage::Refused(401) }
}

/// Browsers say where a request comes from. A link from elsewhere may lead here; a script, picture or frame of another
/// page may not take anything from here.
fn is_embedded_elsewhere(head: &Head) -> bool {
    let foreign = matches!(head.field("sec-fetch-site"), Some("cross-site" | "same-site"));
    let by_link = head.field("sec-fetch-mode") == Some("navigate") && head.field("sec-fetch-dest") == Some("document");
    foreign && !by_link
}

fn without_query(target: &str) -> String {
    target.split('?').next().unwrap_or("/").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(gate: &Gate, target: &str, fields: &str) -> Passage {
        let head = Head::read(format!("GET {target} HTTP/1.1{fields}").as_bytes(), None).unwrap();
        gate.judge(&head, &Target::read(target).unwrap())
    }

    #[test]
    fn only_the_names_of_this_computer_are_answered() {
        let gate = Gate::new(None, None, 8000);
        for host in
            ["localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "127.0.0.2", "[::1]:8000", "[::1]"]
        {
            assert_eq!(judge(&gate, "/", &format!("\r\nHost: {host}")), Passage::Open, "{host}");
        }
        for host in [
            "",
            "example.com",
            "example.com:8000",
            "127.0.0.1.example.com",
            "localhost.example.com",
            "localhost:",
            "localhost:80x",
            "localhost.",
            "192.168.1.5:8000",
            "0.0.0.0:8000",
            "[::]:8000",
            "::1",
            "[::1",
            "2130706433",
            "0x7f.1",
            "127.1",
            "user@localhost",
            "localhost:8000:8000",
            "localhost, example.com",
            "[127.0.0.1]",
        ] {
            assert_eq!(judge(&gate, "/", &format!("\r\nHost: {host}")), Passage::Refused(421), "{host}");
        }
        assert_eq!(judge(&gate, "/", ""), Passage::Refused(421));
    }

    #[test]
    fn other_pages_may_link_here_but_take_nothing() {
        let gate = Gate::new(None, None, 8000);
        let host = "\r\nHost: localhost:8000";
        for (fields, passage) in [
            ("\r\nOrigin: http://localhost:8000", Passage::Open),
            ("\r\nOrigin: https://localhost:8000", Passage::Refused(403)),
            ("\r\nOrigin: http://localhost:3000", Passage::Refused(403)),
            ("\r\nOrigin: http://example.com", Passage::Refused(403)),
            ("\r\nOrigin: null", Passage::Refused(403)),
            ("\r\nOrigin:", Passage::Refused(403)),
            ("\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors", Passage::Open),
            ("\r\nSec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate", Passage::Open),
            ("\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document", Passage::Open),
            (
                "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe",
                Passage::Refused(403),
            ),
            ("\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors", Passage::Refused(403)),
            ("\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors", Passage::Refused(403)),
        ] {
            assert_eq!(judge(&gate, "/", &format!("{host}{fields}")), passage, "{fields}");
        }
    }

    #[test]
    fn a_shared_preview_asks_for_its_token() {
        let token = Token::draw();
        let gate = Gate::new(Some(token.clone()), None, 8000);
        let host = "\r\nHost: 192.168.1.5:8000";
        assert_eq!(judge(&gate, "/", host), Passage::Refused(401));
        assert_eq!(judge(&gate, "/?token=00", host), Passage::Refused(401));
        assert_eq!(judge(&gate, "/", &format!("{host}\r\nCookie: gongkai-preview-8000=00")), Passage::Refused(401));
        assert_eq!(judge(&gate, "/", &format!("{host}\r\nCookie: gongkai-preview-1={token}")), Passage::Refused(401));
        let Passage::Welcome { location, cookie } = judge(&gate, &format!("/a/?token={token}&x=1"), host) else {
            panic!("the right token is not welcome");
        };
        assert_eq!(location, "/a/");
        let cookie = cookie.split(';').next().unwrap();
        assert_eq!(judge(&gate, "/a/", &format!("{host}\r\nCookie: other=1; {cookie}")), Passage::Open);
        assert_eq!(judge(&gate, "/", &format!("\r\nHost: example.com\r\nCookie: {cookie}")), Passage::Refused(421));
    }
}
