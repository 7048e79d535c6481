use super::super::findings::Findings;
use super::super::shown::Outcome;
use super::harness::Preview;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;

/// A stream of events, read line by line.
fn listen(preview: &Preview) -> BufReader<TcpStream> {
    let mut stream = preview.connect();
    write!(stream, "GET /_gongkai/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
    BufReader::new(stream)
}

/// The next version that the stream tells; heartbeats and the head are passed over.
fn next(stream: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).unwrap() > 0, "the stream has ended");
        if let Some(version) = line.strip_prefix("data: ") {
            return version.trim_end().to_owned();
        }
    }
}

#[test]
fn forty_tabs_hear_of_every_version() {
    let preview = Preview::start();
    let mut tabs: Vec<_> = (0..40).map(|_| listen(&preview)).collect();
    let first = next(&mut tabs[0]);
    assert!(preview.get("/").text().contains(&format!("data-version=\"{first}\"")));
    assert!(tabs[1..].iter_mut().all(|tab| next(tab) == first));
    preview.show("第二版", Findings::default());
    let second = next(&mut tabs[0]);
    assert!(tabs[1..].iter_mut().all(|tab| next(tab) == second));
    assert!(second != first && preview.get("/").text().contains(&second));
    // One that comes late learns where things stand.
    assert_eq!(next(&mut listen(&preview)), second);
}

#[test]
fn a_failed_build_keeps_the_version_of_the_site() {
    let preview = Preview::start();
    let mut tab = listen(&preview);
    let before = next(&mut tab);
    preview.server.show(Outcome { site: None, anew: true, findings: Findings::default() });
    let after = next(&mut tab);
    assert_eq!(before.split(' ').next(), after.split(' ').next());
    assert_ne!(before, after);
}

#[test]
fn closed_tabs_make_room_for_others() {
    let preview = Preview::start();
    // More tabs than there is room for at once, a hundred at a time.
    for _ in 0..5 {
        let mut tabs: Vec<_> = (0..100).map(|_| listen(&preview)).collect();
        let versions: Vec<_> = tabs.iter_mut().map(next).collect();
        assert_eq!(versions.len(), 100);
        drop(tabs);
        preview.show("下一版", Findings::default());
        // The one thread that keeps the streams has let go of the closed ones before it greets this one.
        next(&mut listen(&preview));
    }
}

#[test]
fn every_stream_and_thread_ends_with_the_server() {
    let preview = Preview::start();
    let mut tabs: Vec<_> = (0..10).map(|_| listen(&preview)).collect();
    for tab in &mut tabs {
        next(tab);
    }
    let idle = preview.connect();
    let address = preview.address;
    drop(preview);
    for mut tab in tabs {
        let mut line = String::new();
        while tab.read_line(&mut line).is_ok_and(|length| length > 0) {}
    }
    drop(idle);
    assert!(TcpStream::connect(address).is_err());
}
