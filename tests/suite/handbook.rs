//! The handbook is followed word by word: what its code blocks say is typed, what they write is read.

use crate::support::Site;
use gongkai::cli::{Exit, run};
use gongkai::portal::BoardList;
use gongkai::text::percent_decoded;
use std::ffi::OsString;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

fn handbook() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handbook")
}

fn page(name: &str) -> String {
    fs::read_to_string(handbook().join(name)).expect("the file is read")
}

/// The names of all pages, the contents among them.
fn pages() -> Vec<String> {
    let files = fs::read_dir(handbook()).expect("the folder is read").map(|entry| entry.expect("a file").file_name());
    files.filter_map(|name| name.into_string().ok()).filter(|name| name.ends_with(".md")).collect()
}

/// All blocks of a kind, in order.
fn blocks<'p>(page: &'p str, kind: &str) -> Vec<&'p str> {
    let blocks = page.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(kind)?.strip_prefix('\n')).collect()
}

/// The lines of all shell blocks of a page, in order.
fn commands(page: &str) -> Vec<String> {
    blocks(page, "sh").into_iter().flat_map(str::lines).map(str::to_owned).collect()
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
    let lines = commands(&page("开栏.md"));
    assert_eq!(lines.len(), 10, "{lines:?}");
    let folder = tempfile::tempdir().unwrap();
    // The system's own folders are played by ours.
    let (site, conf) = (folder.path().join("srv"), folder.path().join("conf.d"));
    fs::create_dir_all(&conf).unwrap();
    let placed = |word: &String| {
        word.replace("/srv/www", site.to_str().unwrap()).replace("/etc/nginx/conf.d", conf.to_str().unwrap())
    };
    let mut here: PathBuf = folder.path().to_owned();
    for line in &lines {
        let mut words: Vec<String> = words(line).iter().map(placed).collect();
        if words[0] == "sudo" {
            words.remove(0);
        }
        let program = match words[0].as_str() {
            "cd" => {
                here.push(&words[1]);
                assert!(here.is_dir(), "{line}");
                continue;
            }
            "gongkai" => env!("CARGO_BIN_EXE_gongkai"),
            own @ ("git" | "cp") => own,
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
    let public = site.join("gongkai");
    let home = fs::read_to_string(public.join("index.html")).unwrap();
    assert!(home.contains("青石镇政务公开栏") && !home.contains("停水通知"), "a draft is not published");
    assert!(here.join(".git").is_dir() && here.join(".github/workflows/publish.yml").is_file());
    has_a_type_at_iis(&public, &fs::read_to_string(here.join("deploy/web.config")).unwrap());
    serve(folder.path(), &public, &fs::read_to_string(conf.join("gongkai.conf")).unwrap());
}

/// Holds that IIS, which answers 404 for a file whose ending it does not know, knows or is told every ending of the site.
fn has_a_type_at_iis(public: &Path, config: &str) {
    let known = ["html", "css", "js", "svg", "png", "jpg", "pdf", "xlsx", "docx"];
    for entry in walkdir::WalkDir::new(public).into_iter().map(|entry| entry.expect("a file is found")) {
        let Some(ending) = entry.path().extension().and_then(|ending| ending.to_str()) else { continue };
        let told = config.contains(&format!("<mimeMap fileExtension=\".{ending}\""));
        assert!(known.contains(&ending) || told, "{ending}");
    }
}

/// Lets nginx serve the site by the file of the handbook. Where all tests are run, it must be there.
fn serve(folder: &Path, public: &Path, site: &str) {
    let programs = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"];
    let Some(nginx) = programs.iter().find(|program| Path::new(program).is_file()) else {
        assert!(std::env::var_os("GONGKAI_ALL_TESTS").is_none(), "nginx is missing");
        return;
    };
    let port = TcpListener::bind("127.0.0.1:0").expect("a port is free").local_addr().expect("a port is free").port();
    let site = site
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("listen [::]:80;", "")
        .replace("/srv/www/gongkai;", &format!("{};", public.display()));
    let at = |name: &str| folder.join(name).display().to_string();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {};", at(kind)))
        .join("\n");
    let types = Path::new("/etc/nginx/mime.types");
    let types = if types.is_file() { "include /etc/nginx/mime.types;" } else { "types { text/html html; }" };
    // Workers of a root's nginx must be able to read the folder of this test.
    let user =
        if Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n") { "user root;" } else { "" };
    let whole = format!(
        "{user}\npid {};\nerror_log {};\nevents {{}}\nhttp {{\n{types}\naccess_log off;\n{temporary}{site}\n}}\n",
        at("nginx.pid"),
        at("error.log"),
    );
    fs::write(folder.join("nginx.conf"), whole).expect("the file is written");
    let conf = at("nginx.conf");
    let nginx = |more: &[&str]| {
        Command::new(nginx).args(["-c", &conf, "-e", &at("error.log")]).args(more).output().expect("the program runs")
    };
    let started = nginx(&[]);
    assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
    let answers: Vec<String> = ["/", "/finance/", "/nowhere/", "/.git/config", "/catalogue", "/catalogue.csv"]
        .iter()
        .map(|path| get(port, path))
        .collect();
    nginx(&["-s", "stop"]);
    for (answer, wanted) in answers.iter().zip(["200", "200", "404", "404", "301", "200"]) {
        assert!(answer.starts_with(&format!("HTTP/1.1 {wanted}")), "{wanted}: {answer}");
        assert!(answer.contains("X-Content-Type-Options: nosniff"), "{answer}");
        assert!(answer.contains("default-src 'none'"), "{answer}");
    }
    assert!(answers[0].contains("text/html; charset=utf-8") && answers[0].contains("青石镇政务公开栏"));
    assert!(answers[2].contains("<html"), "the board's own page says that there is nothing: {}", answers[2]);
    assert!(answers[4].contains("Location: /catalogue/"), "{}", answers[4]);
    assert!(answers[5].contains("text/csv; charset=utf-8"), "{}", answers[5]);
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("nginx answers");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: gongkai.example.gov.cn\r\nConnection: close\r\n\r\n")
        .expect("nginx listens");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("nginx answers");
    String::from_utf8_lossy(&answer).into_owned()
}

fn gongkai(root: &Path, words: &[String]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-10-12", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

#[test]
fn what_the_pages_of_the_handbook_say_can_be_typed() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let mut typed = 0;
    for name in pages() {
        if name == "开栏.md" {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let own = |line: &str| words(line)[1..].to_vec();
        assert_eq!(gongkai(root, &own("gongkai init . --name 青石镇人民政府")), Exit::Clean);
        if name != "写一条.md" {
            assert_eq!(gongkai(root, &own("gongkai new notices 停水通知 --name water")), Exit::Clean);
        }
        assert_eq!(gongkai(root, &own("gongkai seal")), Exit::Clean);
        fs::create_dir(root.join("旧文件")).unwrap();
        fs::copy(samples.join("rules.txt"), root.join("旧文件/rules.txt")).unwrap();
        fs::copy(samples.join("red-head.docx"), root.join("通知.docx")).unwrap();
        fs::write(root.join("名单.csv"), "姓名,身份证号\n王某甲,340122199003073536\n").unwrap();
        if name == "汇集.md" {
            fs::write(root.join("boards.yaml"), "标题: 甲县\n公开栏: [{名称: 乙, 目录: public/catalogue.json}]\n")
                .unwrap();
            assert_eq!(gongkai(root, &own("gongkai build")), Exit::Clean);
        }
        for line in commands(&page(&name)) {
            let words = own(line.split('>').next().unwrap());
            let exit = match (words[0].as_str(), words.len()) {
                // They run until they are stopped, ask at a terminal, or start a browser; other tests hold what they do.
                ("serve" | "print", _) | ("new", 1) => continue,
                // The address of a new board is the example's.
                ("doctor", _) => Exit::Findings,
                _ => Exit::Clean,
            };
            assert_eq!(gongkai(root, &words), exit, "{name}: {line}");
            typed += 1;
        }
    }
    assert!(typed > 25, "{typed}");
}

#[test]
fn what_the_pages_of_the_handbook_write_is_read() {
    let mut read = 0;
    for name in pages() {
        for block in blocks(&page(&name), "yaml") {
            if name == "汇集.md" {
                let (list, report) = BoardList::read(&"boards.yaml".into(), block);
                assert!(report.findings().is_empty() && list.boards.len() == 2, "{block}");
                read += 1;
                continue;
            }
            let plain = include_str!("support/board.yaml");
            let board = match block {
                _ if block.starts_with("screen:") => format!("-- content/board.yaml --\n{plain}{block}"),
                _ if block.starts_with("requests:") => format!("-- content/annual/2026.yaml --\nyear: 2026\n{block}"),
                _ => format!("-- content/notices/a.md --\n---\n标题: 甲\n发布日期: 2026-11-02\n{block}---\n正文。\n"),
            };
            let errors = Site::from(&board).check().errors();
            // The files that a block names as tables are not there.
            let of_value = |error: &str| error.ends_with("wrong-value") && !block.contains("表格");
            let of_form = |error: &&String| {
                error.ends_with("field") || error.ends_with("front-matter") || of_value(error.as_str())
            };
            let faults: Vec<&String> = errors.iter().filter(of_form).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}\n{block}");
            read += 1;
        }
    }
    assert!(read > 6, "{read}");
}

#[test]
fn the_handbook_is_a_site_of_all_its_pages_and_every_link_and_picture_of_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        gongkai(folder.path(), &["help", "--site", "手册"].map(str::to_owned)),
        Exit::Clean,
        "it has no findings"
    );
    let site = folder.path().join("手册");
    let files = walkdir::WalkDir::new(&site).into_iter().map(|entry| entry.unwrap().into_path());
    let html: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
    let home = fs::read_to_string(site.join("index.html")).unwrap();
    for name in pages().iter().filter_map(|name| name.strip_suffix(".md")).filter(|name| *name != "README") {
        let page = html.iter().find(|path| path.ends_with(format!("{name}/index.html"))).expect(name);
        assert!(home.contains(&format!("/{name}/index.html\">{name}</a>")), "{name} is in the contents");
        let text = fs::read_to_string(page).unwrap();
        let pictures = page.parent().unwrap().read_dir().unwrap().count() - 1;
        assert_eq!(pictures, text.matches("<img").count(), "{name}");
        assert!(pictures > 0, "{name}");
    }
    let mut links = 0;
    for path in &html {
        let text = fs::read_to_string(path).unwrap();
        // What stands in an example is no link.
        let text: String = text.split("<pre>").map(|part| part.rsplit("</pre>").next().unwrap()).collect();
        for target in ["href=\"", "src=\""].iter().flat_map(|begin| text.split(begin).skip(1)) {
            let target = target.split(['"', '#', '?']).next().unwrap();
            if target.is_empty() || target.starts_with("http") {
                continue;
            }
            let target = percent_decoded(target);
            // The page for what is not there is shown under any address, so it counts from the root.
            let (from, target) =
                target.strip_prefix('/').map_or((path.parent().unwrap(), &*target), |rest| (&*site, rest));
            assert!(from.join(target).is_file(), "{}: {target}", path.display());
            links += 1;
        }
    }
    assert!(html.len() > 20 && links > 600, "{} pages, {links} links", html.len());
}

#[test]
fn the_lists_of_commands_and_settings_are_those_of_the_program() {
    for (topic, file) in [("命令", "commands.md"), ("设置", "settings.md")] {
        let printed =
            Command::new(env!("CARGO_BIN_EXE_gongkai")).args(["--lang", "zh", "help", topic]).output().unwrap();
        let printed = String::from_utf8(printed.stdout).unwrap();
        let kept = fs::read_to_string(handbook().with_file_name("reference").join(file)).unwrap();
        assert!(
            kept == printed,
            "docs/reference/{file} is out of date: cargo run -- --lang zh help {topic} > docs/reference/{file}"
        );
    }
}
