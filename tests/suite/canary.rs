//! Proof that nothing leaks: boards with a canary in every place that must not be published, and a search for them in
//! every byte of the site, packed or escaped as it may be.

use crate::support::Site;
use gongkai::board::{Edition, Reach};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

/// What every canary begins with; two letters follow that name it.
pub(crate) const CANARY: &str = "zqcanary";

/// Items that stay away for one reason each; what else stands in them is a canary too.
const BOARD: &str = "
-- content/feedback.yaml --
- {date: 2026-10-01, channel: 意见箱, text: zqcanaryfb, passed_to: 财政所, answered: 2026-10-08, changed: 已改}
-- content/notices/open/index.md --
---
# zqcanaryyc
title: 公开的公告
published: 2026-10-09
approvals: {signed: {by: 镇长, on: 2026-10-08, opinion: zqcanaryop}}
exceptions: [{check: missing-source, reason: zqcanaryex, by: zqcanaryeb, until: 2027-01-01}]
attachments: [{file: 公开的表.csv, title: 公开的表}]
tables: [{file: 名单.csv, caption: 发放表, drop: [证件], mask: {备注: name}}]
---
正文。<!-- zqcanaryhc -->

<!--
zqcanaryhb
-->
-- content/notices/open/公开的表.csv --
项目,金额
办公费,300
-- content/notices/open/名单.csv --
项目,证件,金额,备注
补贴,zqcanarydc,300,甲
-- content/notices/open/zqcanaryuf.csv --
无人提及,zqcanaryuc
-- content/notices/open/.zqcanarydf --
zqcanarydt
-- content/notices/internal/index.md --
---
title: zqcanaryit
summary: zqcanaryis
keywords: [zqcanaryik]
published: 2026-10-09
audience: internal
attachments: [{file: zqcanaryin.csv, title: zqcanaryia}]
---
zqcanaryib
-- content/notices/internal/zqcanaryin.csv --
a,zqcanaryic
-- content/notices/group.md --
---
title: zqcanarygt
published: 2026-10-09
audience: [低保对象]
---
zqcanarygb
-- content/notices/draft.md --
---
title: zqcanaryrt
published: 2026-10-09
draft: true
---
zqcanaryrb
-- content/notices/later.md --
---
title: zqcanarylt
published: 2026-12-09
---
zqcanarylb
-- content/notices/withheld/index.md --
---
title: zqcanarywt
summary: zqcanaryws
keywords: [zqcanarywk]
published: 2026-10-09
withheld: {ground: 第三方合法权益, review_by: 2027-01-01, public_title: 一份合同}
attachments: [{file: 合同.csv, title: zqcanarywa}]
---
zqcanarywb
-- content/notices/withheld/合同.csv --
a,zqcanarywc
-- content/notices/request/index.md --
---
title: 依申请公开的档案
published: 2026-10-09
method: on-request
attachments: [{file: 档案.csv, title: zqcanaryqa}]
---
zqcanaryqb
-- content/notices/request/档案.csv --
a,zqcanaryqc
-- content/notices/withdrawn/index.md --
---
title: 撤下的公告
summary: zqcanaryds
published: 2026-10-09
withdrawn: {on: 2026-10-20, reason: 内容有误}
attachments: [{file: 旧表.csv, title: zqcanaryda}]
---
zqcanarydb
-- content/notices/withdrawn/旧表.csv --
a,zqcanarydx
-- content/notices/faulty/index.md --
---
title: zqcanaryft
published: 2026-10-09
attachments: [{file: 表.csv, title: 表}]
---
zqcanarybb
-- content/notices/faulty/表.csv --
姓名,证件
张三,11010519491231002X
";

fn board() -> Site {
    Site::from(BOARD).with(|options| options.keep_going = true)
}

#[test]
fn nothing_that_is_not_public_is_in_any_byte_of_the_site() {
    let mut site = board();
    let outcome = site.build();
    outcome.has("notices/open/index.html", "公开的公告");
    let found = canaries(&site.root().join("public"));
    assert!(found.is_empty(), "{found:?}");
    outcome.nowhere("11010519491231002X");
}

#[test]
fn the_search_finds_what_one_open_gate_lets_through() {
    let opened = |change: fn(&mut Site), expected: &[&str]| {
        let mut site = board();
        change(&mut site);
        site.build();
        let found = canaries(&site.root().join("public"));
        for name in expected {
            assert!(found.contains(*name), "{name} is not among {found:?}");
        }
    };
    opened(
        |site| {
            site.edit("content/notices/internal/index.md", "audience: internal\n", "");
        },
        &["it", "is", "ik", "ia", "ib", "ic", "in"],
    );
    opened(
        |site| {
            site.edit("content/notices/draft.md", "draft: true\n", "");
        },
        &["rt", "rb"],
    );
    opened(
        |site| {
            site.edit("content/notices/later.md", "2026-12-09", "2026-10-09");
        },
        &["lt", "lb"],
    );
    opened(
        |site| {
            site.edit("content/notices/request/index.md", "method: on-request\n", "");
        },
        &["qa", "qb", "qc"],
    );
    opened(
        |site| {
            let withdrawn = "withdrawn: {on: 2026-10-20, reason: 内容有误}\n";
            {
                site.edit("content/notices/withdrawn/index.md", withdrawn, "");
            };
        },
        &["ds", "da", "db", "dx"],
    );
    opened(
        |site| {
            let withheld = "withheld: {ground: 第三方合法权益, review_by: 2027-01-01, public_title: 一份合同}\n";
            {
                site.edit("content/notices/withheld/index.md", withheld, "");
            };
        },
        &["wt", "ws", "wk", "wa", "wb", "wc"],
    );
    opened(
        |site| {
            site.edit("content/notices/faulty/表.csv", "11010519491231002X", "35*************123");
        },
        &["ft", "bb"],
    );
}

#[test]
fn an_internal_build_holds_what_is_internal_and_nothing_else() {
    let reach = Edition { reach: Reach::Internal, drafts: false };
    let mut site = board().with(|options| options.edition = reach);
    site.build();
    let found = canaries(&site.root().join("public"));
    assert!(found.contains("it") && found.contains("ib"), "{found:?}");
    // The dashboard names what is held by its title; nothing else of it is there.
    for name in ["rb", "lb", "wb", "wc", "qb", "qc", "db", "dx", "bb", "fb", "hc", "hb", "yc", "uc", "dt"] {
        assert!(!found.contains(name), "{name}");
    }
}

#[test]
fn a_canary_is_seen_through_every_wrapping() {
    let plain = "a zqcanaryaa b";
    let wrapped = [
        "zqcanary%61a".to_owned(),
        "zqcanary&#97;a &#x7a;qcanarybb".to_owned(),
        "\\u007aqcanaryaa".to_owned(),
        format!("data:text/plain;base64,{}", "enFjYW5hcnlhYQ=="),
    ];
    for text in wrapped.iter().map(String::as_str).chain([plain]) {
        let mut found = BTreeSet::new();
        look(text.as_bytes(), 0, &mut found);
        assert!(found.contains("aa"), "{text}");
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, plain.as_bytes()).unwrap();
    let mut found = BTreeSet::new();
    look(&packed.finish().unwrap(), 0, &mut found);
    assert!(found.contains("aa"));
}

/// The names of all canaries below a folder, in names of files and in what they hold.
pub(crate) fn canaries(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut files = 0;
    for entry in walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a folder is walked")) {
        look(entry.file_name().to_string_lossy().as_bytes(), 0, &mut found);
        if entry.file_type().is_file() {
            files += 1;
            look(&fs::read(entry.path()).expect("what was written is read"), 0, &mut found);
        }
    }
    assert!(files > 10, "the site was built");
    found
}

/// Looks at bytes as they are and in every form that they may be wrapped in.
fn look(bytes: &[u8], depth: u8, found: &mut BTreeSet<String>) {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    for (at, _) in text.match_indices(CANARY) {
        found.extend(text.get(at + CANARY.len()..at + CANARY.len() + 2).map(str::to_owned));
    }
    if depth > 3 {
        return;
    }
    if let Ok(mut package) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..package.len() {
            let mut part = package.by_index(at).expect("a part opens");
            let name = part.name().expect("a part has a name").into_owned();
            look(name.as_bytes(), depth + 1, found);
            let mut inner = Vec::new();
            part.read_to_end(&mut inner).expect("what was written is read");
            look(&inner, depth + 1, found);
        }
        return;
    }
    if bytes.starts_with(&[0x1F, 0x8B]) {
        let mut inner = Vec::new();
        flate2::read::MultiGzDecoder::new(bytes).read_to_end(&mut inner).expect("what was written is read");
        look(&inner, depth + 1, found);
        return;
    }
    let unwrapped = unescaped(bytes);
    if unwrapped.len() != bytes.len() {
        look(&unwrapped, depth + 1, found);
    }
    for inner in base64(bytes) {
        look(&inner, depth + 1, found);
    }
}

/// Undoes percent signs, entities and the escapes of JSON.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let hex = |digits: Option<&[u8]>| u32::from_str_radix(std::str::from_utf8(digits?).ok()?, 16).ok();
        let escape = match rest {
            [b'%', ..] => hex(rest.get(1..3)).map(|code| (vec![code as u8], 3)),
            [b'\\', b'u', ..] => hex(rest.get(2..6)).and_then(char::from_u32).map(|sign| (utf8(sign), 6)),
            [b'&', b'#', ..] => entity(rest),
            _ => None,
        };
        match escape {
            Some((letters, length)) => {
                plain.extend(letters);
                at += length;
            }
            None => {
                plain.push(rest[0]);
                at += 1;
            }
        }
    }
    plain
}

fn entity(rest: &[u8]) -> Option<(Vec<u8>, usize)> {
    let end = rest.iter().take(10).position(|&byte| byte == b';')?;
    let number = std::str::from_utf8(&rest[2..end]).ok()?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some((utf8(char::from_u32(code)?), end + 1))
}

fn utf8(sign: char) -> Vec<u8> {
    sign.to_string().into_bytes()
}

/// What every run of letters that could be Base64 stands for.
fn base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    };
    let runs = bytes.split(|&byte| value(byte).is_none()).filter(|run| run.len() >= 12);
    runs.map(|run| {
        let (mut bits, mut held) = (0u32, 0);
        let mut plain = Vec::new();
        for &letter in run {
            bits = bits << 6 | u32::from(value(letter).unwrap_or_default());
            held += 6;
            if held >= 8 {
                held -= 8;
                plain.push((bits >> held) as u8);
                bits &= (1 << held) - 1;
            }
        }
        plain
    })
    .collect()
}
