//! The program is killed, as by a power cut or a task manager, at hundreds of instants of a build.
#![cfg(any(target_os = "linux", target_os = "macos"))]

use crate::support::Site;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// How many builds are killed.
const KILLS: u64 = 240;

/// A site by path: what each file holds.
type Files = BTreeMap<String, Vec<u8>>;

fn board(name: &str, items: usize) -> String {
    let mut files = format!(
        "-- content/board.yaml --\ntitle: {name}政务公开栏\nbase_url: https://example.gov.cn/\noffice: {{name: {name}人民政府, phone: 0000-0000000}}\n\
         categories:\n  - {{id: notices, name: 通知公告}}\n"
    );
    for number in 0..items {
        let title = format!("{name}第{number}号通知");
        let _ = write!(
            files,
            "-- content/notices/n{number}.md --\n---\ntitle: {title}\npublished: 2026-11-09\nindex: HS/2026-{number:05}\n\
             ---\n{title}的正文。\n"
        );
    }
    files
}

fn start(root: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(["build", "--today", "2026-11-20", "-C"])
        .arg(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

fn build(root: &Path) {
    assert!(start(root).wait().expect("it ends").success(), "the board builds");
}

fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).expect("the file is read"));
            }
        }
    }
    found
}

fn left_overs(root: &Path) -> Vec<String> {
    let names = fs::read_dir(root).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with(".public")).collect()
}

/// Lets a build run until it lays down files or ends, then for some turns more, and kills it. Tells how many turns the
/// laying down took where it ended by itself.
fn kill_after(turns: u64, root: &Path) -> Option<u64> {
    let mut child = start(root);
    let grounds = [root.join(".public.gongkai-new"), root.join("public/.gongkai-staging")];
    while !grounds.iter().any(|ground| ground.exists()) && child.try_wait().expect("it is asked").is_none() {
        std::thread::yield_now();
    }
    let mut waited = 0;
    while waited < turns {
        if child.try_wait().expect("it is asked").is_some() {
            return Some(waited);
        }
        waited += 1;
        std::thread::yield_now();
    }
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    None
}

#[test]
fn a_build_killed_at_any_instant_leaves_the_old_site_or_the_new_one() {
    let mut old = Site::from(&board("红石镇", 25));
    let mut new = Site::from(&board("青山镇", 20));
    for site in [&mut old, &mut new] {
        // A stranger's file, of which no list knows.
        site.write("public/strangers/letter.txt", "别人的信");
        site.write("public/build.json", "");
        build(site.root());
    }
    let wholes = [files(&old.root().join("public")), files(&new.root().join("public"))];
    assert_ne!(wholes[0], wholes[1]);
    // Both boards take turns in writing one folder, which is never given back whole but by the builds themselves.
    let (mut longest, mut killed, mut seen) = (2000, 0, [0, 0]);
    let ground = old.root().to_path_buf();
    let content = |at: usize| [&old, &new][at].root().join("content");
    let kept = [files(&content(0)), files(&content(1))];
    for kill in 0..KILLS {
        let next = usize::from(kill % 2 == 0);
        lay(&ground.join("content"), &kept[next]);
        if let Some(ended) = kill_after(longest * (kill % 50) / 50, &ground) {
            longest = ended.max(50);
        } else {
            killed += 1;
            longest += longest / 50;
        }
        let there = files(&ground.join("public"));
        let whole = wholes.iter().position(|whole| *whole == there);
        let whole =
            whole.unwrap_or_else(|| panic!("kill {kill}: neither the old site nor the new one: {:?}", there.keys()));
        seen[usize::from(whole == next)] += 1;
        if kill % 10 == 9 {
            build(&ground);
            assert_eq!(files(&ground.join("public")), wholes[next], "kill {kill}: the next build mends all");
            assert_eq!(left_overs(&ground), [""; 0], "kill {kill}");
        }
    }
    assert!(killed > KILLS / 3, "{killed} builds were killed before they ended");
    assert!(seen[0] > 20 && seen[1] > 20, "{} times the old site, {} times the new one", seen[0], seen[1]);
}

fn lay(folder: &Path, files: &Files) {
    fs::remove_dir_all(folder).expect("it is removed");
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    }
}
