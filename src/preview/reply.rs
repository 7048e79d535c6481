use super::answer::Answer;
use super::head::Head;
use super::media;
use super::range::{Part, part};
use crate::say;
use crate::text::digest;
use std::io::{self, Write};
use tiny_http::{HTTPVersion, Header, Response, StatusCode};

/// What a page of the site may load: what it may load once published, and the preview's stream of events.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'self'";
/// What anything else may load. An SVG picture that is opened by itself could otherwise run a script.
const FILE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";
/// The browser's own reader of PDF does not work in a sandbox.
const PDF_POLICY: &str = "default-src 'none'; frame-ancestors 'self'";

/// What a page of the desk may load. The page that is shown in it names its own folder as its base.
const FORM_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    media-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

/// Bodies up to this many bytes go out in one write with their head.
const ONE_WRITE: usize = 64 * 1024;

/// One reply as it goes over the wire.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    fields: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    /// A reply that no cache keeps.
    pub(super) fn new(status: u16, content_type: &'static str, body: Vec<u8>) -> Self {
        let policy = match content_type {
            media::HTML => PAGE_POLICY,
            "application/pdf" => PDF_POLICY,
            _ => FILE_POLICY,
        };
        let fields = [
            ("Content-Type", content_type),
            ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ];
        let fields = fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        Self { status, fields, body }.with("Cache-Control", "no-store".into())
    }

    /// A page of the desk.
    pub(super) fn form(status: u16, body: Vec<u8>) -> Self {
        let reply = Self::new(status, media::HTML, body).without("Content-Security-Policy").without("Referrer-Policy");
        // Without a referrer a browser would not say either where a posted form comes from.
        reply.with("Content-Security-Policy", FORM_POLICY.into()).with("Referrer-Policy", "same-origin".into())
    }

    /// Sends the browser on after something was done, so that loading again does not do it again.
    pub(super) fn see_other(location: String) -> Self {
        Self::new(303, "text/plain; charset=utf-8", Vec::new()).with("Location", location)
    }

    /// A page of a few words that says why there is nothing else to see.
    pub(super) fn refusal(status: u16) -> Self {
        let words = match status {
            401 => say!(
                "请用启动预览时显示的完整地址打开，其中带有口令。",
                "Open the whole address that was shown when the preview started; it carries a token."
            ),
            403 => say!("别处的网页不能读取预览。", "Pages from elsewhere may not read the preview."),
            404 => say!("没有这个页面。", "There is no such page."),
            405 => say!("预览只供查看。", "The preview is only for looking."),
            421 => say!("请用启动预览时显示的地址打开。", "Open the address that was shown when the preview started."),
            429 => {
                say!("同时打开的太多，请稍后再试。", "Too much is being read at once; please try again.")
            }
            500 => say!("这个页面生成时出了错。", "Something went wrong while this page was made."),
            503 => say!("正在生成，请稍候……", "The board is being built …"),
            _ => say!("看不懂这个请求。", "This request cannot be understood."),
        };
        let body = format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\"><title>{}</title></head>\n<body><main><h1>{}</h1><p lang=\"en\">{}</p>\
             </main></body>\n</html>\n",
            words.zh, words.zh, words.en
        );
        let reply = Self::new(status, media::HTML, body.into_bytes());
        if status == 405 { reply.with("Allow", "GET, HEAD".into()) } else { reply }
    }

    /// The same words as a page of the site, to which the preview adds its script.
    pub(super) fn into_page(self) -> Answer {
        Answer { status: self.status, content_type: media::HTML, body: self.body, findings: Vec::new() }
    }

    /// Sends the browser to another address of the preview.
    pub(super) fn redirect(location: String) -> Self {
        Self::new(302, "text/plain; charset=utf-8", Vec::new()).with("Location", location)
    }

    /// A file of the site that is no page: kept by the browser, asked for again by its digest, and given in parts to
    /// whoever asks for a part.
    pub(super) fn file(answer: Answer, head: &Head) -> Self {
        let tag = format!("\"{}\"", digest(&answer.body).short(32));
        let Answer { status, content_type, body, .. } = answer;
        if status != 200 {
            return Self::new(status, content_type, body);
        }
        let kept = |reply: Self| reply.without("Cache-Control").with("Cache-Control", "private, no-cache".into());
        if head.field("if-none-match").is_some_and(|tags| tags.split(',').any(|known| names(known, &tag))) {
            // Not sent again; only its length is told, as if it were.
            return kept(Self::new(304, content_type, body)).with("ETag", tag);
        }
        let same = head.field("if-range").is_none_or(|known| known == tag);
        let length = body.len();
        let reply = match head.field("range").filter(|_| same).map_or(Part::Whole, |range| part(range, length)) {
            Part::Whole => Self::new(200, content_type, body),
            Part::Outside => {
                let reply = Self::new(416, content_type, Vec::new());
                return reply.with("Content-Range", format!("bytes */{length}"));
            }
            Part::Bytes(range) => {
                let told = format!("bytes {}-{}/{length}", range.start, range.end.saturating_sub(1));
                let piece = body.get(range).unwrap_or_default().to_vec();
                Self::new(206, content_type, piece).with("Content-Range", told)
            }
        };
        kept(reply).with("ETag", tag).with("Accept-Ranges", "bytes".into())
    }

    /// The same reply with one more field.
    pub(super) fn with(mut self, name: &'static str, value: String) -> Self {
        self.fields.push((name, value));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| *known != name);
        self
    }

    /// Bytes of the body.
    pub(super) fn length(&self) -> usize {
        self.body.len()
    }

    /// Writes the reply; its body only where the method asks for one.
    pub(super) fn write(&self, mut out: impl Write, with_body: bool, stays: bool) -> io::Result<()> {
        let mut bytes = self.head(stays)?;
        if !with_body || self.status == 304 {
            return out.write_all(&bytes);
        }
        if self.body.len() <= ONE_WRITE {
            bytes.extend_from_slice(&self.body);
            return out.write_all(&bytes);
        }
        out.write_all(&bytes)?;
        out.write_all(&self.body)
    }

    /// The status line and the fields, with the empty line that ends them.
    fn head(&self, stays: bool) -> io::Result<Vec<u8>> {
        let fields =
            self.fields.iter().filter_map(|(name, value)| field(name, value)).chain(field("Server", "gongkai"));
        let length = Some(self.body.len());
        let response = Response::new(StatusCode(self.status), fields.collect(), io::empty(), length, None);
        let mut bytes = Vec::with_capacity(1024);
        response.with_chunked_threshold(usize::MAX).raw_print(&mut bytes, HTTPVersion(1, 1), &[], true, None)?;
        // Whether the connection stays is ours to say: the package leaves that field to its own server.
        bytes.truncate(bytes.len().saturating_sub(2));
        write!(bytes, "Connection: {}\r\n\r\n", if stays { "keep-alive" } else { "close" })?;
        Ok(bytes)
    }
}

/// A field that the wire can carry. A line break in a value would start a field of its own.
fn field(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value.replace(['\r', '\n'], " ")).ok()
}

/// Whether a tag of `If-None-Match` names ours; weakly compared, as the standard asks.
fn names(known: &str, tag: &str) -> bool {
    let known = known.trim();
    known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
}
