/// What a request asks for, once its address is decoded and found harmless.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Path below the site's root, decoded, never empty: a folder is asked for by its `index.html`.
    pub(super) path: String,
    /// Whether the address named a folder, by ending in `/`.
    pub(super) folder: bool,
    /// What follows the `?`, as it was sent.
    pub(super) query: Option<String>,
}

/// The one folder whose name may start with a dot: RFC 8615 puts `security.txt` there.
const WELL_KNOWN: &str = ".well-known";

impl Target {
    /// Reads the target of a request line. The error is the status to answer with.
    ///
    /// Nothing is mended: an address with a `..`, a back-slash, an escaped slash, a control character or bad UTF-8 in
    /// it comes from no link of ours.
    pub(super) fn read(target: &str) -> Result<Self, u16> {
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (target, None),
        };
        let path = path.strip_prefix('/').ok_or(400_u16)?;
        if path.contains('#') {
            return Err(400);
        }
        let mut decoded = decode(path)?;
        refuse_tricks(&decoded)?;
        let folder = decoded.is_empty() || decoded.ends_with('/');
        if folder {
            decoded.push_str("index.html");
        }
        Ok(Self { path: decoded, folder, query })
    }

    /// The value of a word in the query; for words that need no decoding.
    pub(super) fn asked(&self, name: &str) -> Option<&str> {
        self.query.as_deref()?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}

/// Undoes percent encoding, once.
pub(super) fn decode(path: &str) -> Result<String, u16> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let Some((&[high, low], after)) = rest.split_first_chunk::<2>() else { return Err(400) };
        rest = after;
        match digit(high).zip(digit(low)).map(|(high, low)| high << 4 | low) {
            // An escaped slash is a slash to some and a letter to others.
            None | Some(b'/') => return Err(400),
            Some(decoded) => bytes.push(decoded),
        }
    }
    String::from_utf8(bytes).map_err(|_| 400)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

fn refuse_tricks(path: &str) -> Result<(), u16> {
    if path.chars().any(|character| character.is_control() || character == '\\') {
        return Err(400);
    }
    // Encoded twice, in the hope that someone behind us decodes again.
    let lower = path.to_ascii_lowercase();
    if ["%2e", "%2f", "%5c", "%00", "%25"].iter().any(|escape| lower.contains(escape)) {
        return Err(400);
    }
    let mut segments = path.split('/').enumerate().peekable();
    while let Some((at, segment)) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            // `//elsewhere` would turn a redirect to the folder into one to another host.
            "" if !last => return Err(400),
            "." | ".." => return Err(400),
            WELL_KNOWN if at == 0 && !last => {}
            _ if segment.starts_with('.') => return Err(404),
            _ => {}
        }
    }
    Ok(())
}

/// Addresses that must be refused, with the status of the refusal.
#[cfg(test)]
pub(super) const ATTACKS: &[(u16, &str)] = &[
    (400, "/.."),
    (400, "/../"),
    (400, "/../board.yaml"),
    (400, "/a/../../board.yaml"),
    (400, "/a/.."),
    (400, "/./a"),
    (400, "/a/./b"),
    (400, "/%2e%2e/board.yaml"),
    (400, "/%2E%2E/board.yaml"),
    (400, "/.%2e/board.yaml"),
    (400, "/%2e./board.yaml"),
    (400, "/a/%2e%2e/%2e%2e/etc/passwd"),
    (400, "/%2e%2e%2fboard.yaml"),
    (400, "/..%2fboard.yaml"),
    (400, "/..%5cboard.yaml"),
    (400, "/..\\board.yaml"),
    (400, "/a\\..\\b"),
    (400, "/%5c%5cserver%5cshare"),
    (400, "/%252e%252e/board.yaml"),
    (400, "/%252e%252e%252fboard.yaml"),
    (400, "/%25252e%25252e/board.yaml"),
    (400, "/%255c..%255c"),
    (400, "/a%00.html"),
    (400, "/a%2500.html"),
    (400, "/a%0d%0aSet-Cookie:x"),
    (400, "/%7f"),
    (400, "/%c2%85"),
    (400, "/%c0%ae%c0%ae/board.yaml"),
    (400, "/%e0%80%ae"),
    (400, "/%ff"),
    (400, "/%c3"),
    (400, "/%ed%a0%80"),
    (400, "/%"),
    (400, "/%4"),
    (400, "/%zz"),
    (400, "/%u002e%u002e/"),
    (400, "/%+2e"),
    (400, "//example.com/"),
    (400, "//"),
    (400, "/a//b"),
    (400, "/a#b"),
    (400, "/%2fetc/passwd"),
    (404, "/.git/config"),
    (404, "/.env"),
    (404, "/a/.htpasswd"),
    (404, "/%2egit/config"),
    (404, "/..."),
    (404, "/..;/board.yaml"),
    (404, "/.well-known"),
    (404, "/a/.well-known/x"),
    (404, "/.well-known/.git"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn path(target: &str) -> Result<String, u16> {
        Target::read(target).map(|target| target.path)
    }

    #[test]
    fn folders_are_asked_for_by_their_index() {
        assert_eq!(path("/"), Ok("index.html".into()));
        assert_eq!(path("/finance/?page=2"), Ok("finance/index.html".into()));
        assert_eq!(path("/finance"), Ok("finance".into()));
        assert_eq!(path("/%E8%B4%A2%E6%94%BF/a%20b.pdf"), Ok("财政/a b.pdf".into()));
        assert_eq!(path("/财政/"), Ok("财政/index.html".into()));
        assert_eq!(path("/5%25.pdf"), Ok("5%.pdf".into()));
        assert_eq!(path("/.well-known/security.txt"), Ok(".well-known/security.txt".into()));
        assert_eq!(Target::read("/?a=1&token=xyz").unwrap().asked("token"), Some("xyz"));
        assert_eq!(Target::read("/?mytoken=xyz").unwrap().asked("token"), None);
    }

    #[test]
    fn attacks_on_the_path_are_refused() {
        for (status, target) in ATTACKS {
            assert_eq!(path(target), Err(*status), "{target}");
        }
    }

    proptest! {
        #[test]
        fn a_path_that_is_let_through_stays_inside(target in "/[a.%25eEfF/\\\\c0 ]{0,24}") {
            if let Ok(path) = path(&target) {
                prop_assert!(!path.is_empty() && !path.starts_with('/') && !path.contains('\\'));
                prop_assert!(path.split('/').all(|segment| !matches!(segment, "" | "." | "..")));
            }
        }
    }
}
