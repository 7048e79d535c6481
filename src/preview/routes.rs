use super::answer::{Answer, Pages};
use super::connection::{Answers, Response};
use super::gate::{Gate, Passage};
use super::head::{Head, Method};
use super::media;
use super::reload::Streams;
use super::reply::Reply;
use super::shown::{Shown, Stage};
use super::target::{Target, decode};
use crate::edit::{Answered, Asked, DESK, Desk, Kind, LARGEST_DROPPED, TOKENS};
use crate::text::percent_encoded;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Addresses under this belong to the preview; no category may be called so.
const OWN: &str = "_gongkai/";
const SCRIPT: &str = include_str!("client/reload.js");
const STYLE: &str = include_str!("client/overlay.css");

/// Finds the answer to a request: past the gate, to the preview's own files or to the site's.
pub(super) struct Routes<'a> {
    pub(super) gate: &'a Gate,
    pub(super) stage: &'a Stage,
    pub(super) streams: &'a Streams,
    /// The board's folder, for links that open the editor; none in a shared preview, whose readers sit elsewhere.
    pub(super) root: Option<&'a str>,
    /// Where items are changed; none where the preview only shows.
    pub(super) desk: Option<&'a Desk>,
}

impl Answers for Routes<'_> {
    fn bodies(&self) -> Option<usize> {
        self.desk.map(|_| LARGEST_DROPPED)
    }

    fn refusal(&self, head: &Head) -> Option<Reply> {
        let target = match Target::read(&head.target) {
            Ok(target) => target,
            Err(status) => return Some(Reply::refusal(status)),
        };
        let at_desk = target.path.starts_with(DESK);
        let passage = match self.gate.judge(head, &target) {
            Passage::Open if at_desk => self.gate.judge_desk(head, &target, &format!("/{DESK}")),
            Passage::Open if head.method == Method::Post => Passage::Refused(405),
            passage => passage,
        };
        match passage {
            Passage::Open => None,
            Passage::Refused(status) => Some(Reply::refusal(status)),
            Passage::Welcome { location, cookie } => Some(Reply::redirect(location).with("Set-Cookie", cookie)),
        }
    }

    fn answer(&self, head: &Head, body: &[u8]) -> Response {
        let target = match Target::read(&head.target) {
            Ok(target) => target,
            Err(status) => return Response::Reply(Reply::refusal(status)),
        };
        let shown = self.stage.now();
        let own = target.path.strip_prefix(OWN);
        if let Some((desk, path)) = self.desk.zip(target.path.strip_prefix(DESK)) {
            let query = target.query.as_deref().unwrap_or_default();
            return Response::Reply(at_desk(desk, &Asked { posts: head.method == Method::Post, path, query, body }));
        }
        match own {
            Some("events") if self.streams.has_room() => Response::Events,
            Some("events") => Response::Reply(Reply::refusal(503)),
            Some(own) => Response::Reply(self.own(own, &target, &shown)),
            None => Response::Reply(self.site(&target, &shown, head)),
        }
    }
}

impl Routes<'_> {
    fn own(&self, name: &str, target: &Target, shown: &Shown) -> Reply {
        match name {
            "reload.js" => Reply::new(200, media::of(name), SCRIPT.into()),
            "overlay.css" => Reply::new(200, media::of(name), format!("{STYLE}{TOKENS}").into_bytes()),
            "findings" => {
                let page = target.asked("page").and_then(|page| decode(page).ok());
                let page = page.zip(shown.site.as_deref()).and_then(|(page, site)| ask(site, &page));
                let of_page = page.map(|page| page.findings).unwrap_or_default();
                let json = self.stage.findings(shown, &of_page, self.root);
                Reply::new(200, media::of("findings.json"), json)
            }
            _ => Reply::refusal(404),
        }
    }

    fn site(&self, target: &Target, shown: &Shown, head: &Head) -> Reply {
        let Some(site) = shown.site.as_deref() else {
            return self.page(Reply::refusal(503).into_page(), None, shown);
        };
        if let Some(answer) = ask(site, &target.path) {
            return if answer.is_page() {
                self.page(answer, Some(&target.path), shown)
            } else {
                Reply::file(answer, head)
            };
        }
        if !target.folder && ask(site, &format!("{}/index.html", target.path)).is_some() {
            return Reply::redirect(with_slash(&head.target));
        }
        let lost = ask(site, "404.html").unwrap_or_else(|| Reply::refusal(404).into_page());
        self.page(Answer { status: 404, ..lost }, None, shown)
    }

    /// A page, with the script that watches for its next version. The bytes on disk never have it.
    fn page(&self, answer: Answer, path: Option<&str>, shown: &Shown) -> Reply {
        let Answer { status, content_type, mut body, findings } = answer;
        if body.is_empty() {
            body = Reply::refusal(status).into_page().body;
        }
        let version = self.stage.version(shown);
        // A path in an attribute needs the escapes of an address and no others: decode() undoes them.
        let page =
            path.filter(|_| !findings.is_empty()).map(|path| format!(" data-page=\"{}\"", percent_encoded(path)));
        let page = page.unwrap_or_default();
        let script = format!("<script src=\"/{OWN}reload.js\" data-version=\"{version}\"{page} defer></script>");
        Reply::new(status, content_type, with_script(body, &script))
    }
}

/// Asks the desk. A panic there is told and spoils nothing else.
fn at_desk(desk: &Desk, asked: &Asked<'_>) -> Reply {
    let answered = catch_unwind(AssertUnwindSafe(|| desk.answer(asked)));
    let Ok(Answered { status, kind, body, location }) = answered else { return Reply::refusal(500) };
    if let Some(location) = location {
        return Reply::see_other(format!("/{DESK}{location}"));
    }
    match kind {
        Kind::Page => Reply::form(status, body),
        Kind::Data => Reply::new(status, media::of("a.json"), body),
        Kind::Script => Reply::new(status, media::of("a.js"), body),
        Kind::Style => Reply::new(status, media::of("a.css"), body),
        Kind::Picture(path) => Reply::new(status, media::of(&path), body),
    }
}

/// Asks the site. A panic while a page is rendered spoils that page and not the preview.
fn ask(site: &dyn Pages, path: &str) -> Option<Answer> {
    catch_unwind(AssertUnwindSafe(|| site.answer(path))).unwrap_or_else(|_| Some(Answer::broken(Vec::new())))
}

/// Puts the script before the last `</body>`, or at the end where there is none.
fn with_script(mut body: Vec<u8>, script: &str) -> Vec<u8> {
    let end = b"</body>";
    let at = body.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(body.len());
    body.splice(at..at, script.bytes());
    body
}

fn with_slash(target: &str) -> String {
    match target.split_once('?') {
        Some((path, query)) => format!("{path}/?{query}"),
        None => format!("{target}/"),
    }
}
