//! Times the search index: `cargo bench --bench search [-- FOLDER [OUT]]`.
//!
//! FOLDER holds Markdown files with front matter (a title is enough), at any depth; each is one entry. Without FOLDER
//! a thousand entries are made up. With OUT the index is written there, to be looked at in a browser.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints its figures and stops where it cannot go on"
)]

use gongkai::search::{Entry, Index, Indexing, Label};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

/// One source of an entry.
struct Source {
    address: String,
    title: String,
    date: String,
    folder: String,
    text: String,
}

/// Entries that are read at once, so that memory stays bounded.
const BATCH: usize = 256;

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let sources = match arguments.next() {
        Some(folder) => sources(Path::new(&folder))?,
        None => made_up(1000),
    };
    let out = arguments.next().map(PathBuf::from);
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    println!("entries      {:>10}\ntext         {:>10} bytes", sources.len(), bytes);

    let start = Instant::now();
    let indexing = Indexing::load();
    told("load", start.elapsed());

    let mut files: Vec<(String, usize)> = Vec::new();
    let mut write = |file: gongkai::search::File| {
        if let Some(out) = &out {
            let path = out.join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(out)).and_then(|()| fs::write(path, &file.bytes)).unwrap();
        }
        files.push((file.path, file.bytes.len()));
    };
    let (mut reading_time, mut adding_time) = (Duration::ZERO, Duration::ZERO);
    let mut index = Index::default();
    for batch in sources.chunks(BATCH) {
        let start = Instant::now();
        let readings = read(&indexing, batch);
        reading_time += start.elapsed();
        let start = Instant::now();
        for reading in readings {
            index.add(reading, &mut write);
        }
        adding_time += start.elapsed();
    }
    told("read", reading_time);
    told("add", adding_time);
    let start = Instant::now();
    index.finish(&indexing, &mut write);
    told("finish", start.elapsed());

    for kind in ["start", "folding", "keys", "facets", "records", "texts"] {
        let sizes: Vec<usize> =
            files.iter().filter(|(path, _)| path.starts_with(kind)).map(|(_, size)| *size).collect();
        let (count, sum, most) = (sizes.len(), sizes.iter().sum::<usize>(), sizes.iter().max().unwrap_or(&0));
        println!("{kind:<12} {sum:>10} bytes in {count} files, largest {most}");
    }
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        status
            .lines()
            .filter(|line| line.starts_with("VmHWM"))
            .for_each(|line| println!("peak memory  {}", &line[6..]));
    }
    Ok(())
}

/// Reads entries on all cores.
fn read(indexing: &Indexing, sources: &[Source]) -> Vec<gongkai::search::Reading> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = sources.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let work = |part: &'_ [Source]| part.iter().map(|source| indexing.read(&entry(source))).collect::<Vec<_>>();
        let threads: Vec<_> = sources.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

fn entry(source: &Source) -> Entry<'_> {
    Entry {
        address: &source.address,
        title: &source.title,
        text: &source.text,
        date: &source.date,
        section: Some(Label { id: "permanent", name: "长期公开" }),
        categories: &[],
        unit: Some(Label { id: &source.folder, name: &source.folder }),
        ..Entry::default()
    }
}

fn sources(folder: &Path) -> io::Result<Vec<Source>> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    let read = |path: &PathBuf| -> io::Result<Source> {
        let text = fs::read_to_string(path)?;
        let (front, body) =
            text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("", &text));
        let field = |name: &str| {
            let line = front.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().trim().trim_matches('\'').to_owned()
        };
        let name = path.strip_prefix(folder).unwrap_or(path).with_extension("").to_string_lossy().replace('\\', "/");
        Ok(Source {
            title: field("title:"),
            date: field("published:"),
            folder: name.split('/').next().unwrap_or_default().to_owned(),
            address: format!("{name}/index.html"),
            text: body
                .lines()
                .filter(|line| !line.starts_with("<!--"))
                .map(|line| line.trim_start_matches('#'))
                .collect::<Vec<_>>()
                .join("\n"),
        })
    };
    paths.iter().map(read).collect()
}

/// Sentences of a township without a name, in every order.
fn made_up(count: usize) -> Vec<Source> {
    const WORDS: &[&str] = &[
        "低保对象",
        "征地补偿",
        "财政预算",
        "村务公开",
        "本月",
        "审核",
        "公示",
        "，",
        "。",
        "2026年",
        "下列",
        "按照规定",
        "办理",
    ];
    let text = |seed: usize| (0..600).map(|at| WORDS[(seed * 31 + at * at * 7 + at) % WORDS.len()]).collect();
    let source = |number| Source {
        address: format!("notices/{number}/index.html"),
        title: format!("第{number}号公告"),
        date: "2026-07-14".to_owned(),
        folder: "notices".to_owned(),
        text: text(number),
    };
    (0..count).map(source).collect()
}

fn told(what: &str, time: Duration) {
    println!("{what:<12} {:>10.1} ms", time.as_secs_f64() * 1000.0);
}
