//! The handbook's first page is followed word by word: what its code blocks say is typed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The lines of all shell blocks of a page, in order.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("sh\n"));
    blocks.flat_map(str::lines).map(str::to_owned).collect()
}

/// A line as a shell would cut it; only double quotes are in use.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let cut = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    };
    parts.flat_map(cut).collect()
}

#[test]
fn an_empty_folder_becomes_a_site_by_the_commands_of_the_handbook() {
    let handbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handbook/start.md");
    let lines = commands(&fs::read_to_string(handbook).unwrap());
    assert!((8..=10).contains(&lines.len()), "{lines:?}");
    let folder = tempfile::tempdir().unwrap();
    let mut here: PathBuf = folder.path().to_owned();
    for line in &lines {
        let words = words(line);
        let program = match words[0].as_str() {
            "cd" => {
                here.push(&words[1]);
                assert!(here.is_dir(), "{line}");
                continue;
            }
            // It runs until it is stopped; the tests of the preview hold what it does.
            "gongkai" if words[1] == "serve" => continue,
            "gongkai" => env!("CARGO_BIN_EXE_gongkai"),
            "git" => "git",
            other => panic!("the handbook uses {other}"),
        };
        let mut command = Command::new(program);
        command.args(&words[1..]).current_dir(&here).env("LANG", "zh_CN.UTF-8");
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "clerk").env(format!("GIT_{role}_EMAIL"), "clerk@example.gov.cn");
        }
        let done = command.stdin(std::process::Stdio::null()).output().unwrap();
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let home = fs::read_to_string(here.join("public/index.html")).unwrap();
    assert!(home.contains("青石镇政务公开栏") && !home.contains("停水通知"), "a draft is not published");
    assert!(here.join(".git").is_dir() && here.join(".github/workflows/publish.yml").is_file());
}
