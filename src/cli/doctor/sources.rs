//! The board's own files: whether they can be read, in which encoding they are, what they say of the site.

use super::point::Point;
use crate::config::settings;
use crate::diag::{Report, Severity};
use crate::say;
use crate::source::Sources;
use crate::text::Text;

/// How many files are named; the others are counted.
const NAMED: usize = 5;

/// Looks at encodings.
pub(super) fn encodings(sources: &Sources) -> Point {
    let files: Vec<&str> = sources
        .report
        .findings()
        .iter()
        .filter(|finding| finding.check == "not-utf8")
        .filter_map(|finding| finding.place.as_ref().map(|place| &*place.path))
        .collect();
    let count = sources.items.len() + sources.papers.len();
    if files.is_empty() {
        return Point::good(say!("{count} 个文本文件都是 UTF-8 编码", "all {count} text files are UTF-8"));
    }
    let bad = files.len();
    Point::bad(
        say!(
            "{bad} 个文件不是 UTF-8 编码：{names}",
            "{bad} files are not UTF-8: {names}";
            names: Text::list(files.iter().take(NAMED)),
        ),
        say!(
            "用编辑器“另存为”，编码选 UTF-8；VS Code 点右下角的编码，选“通过编码重新打开 → GB18030”，再“通过编码保存 → UTF-8”",
            "save them as UTF-8 in your editor"
        ),
    )
}

/// Looks at `board.yaml`.
pub(super) fn board(sources: &Sources) -> Vec<Point> {
    let mut report = Report::default();
    let Some(config) = settings(sources.paper("board.yaml"), &mut report) else {
        return vec![Point::bad(
            say!("content/board.yaml 读不出来", "content/board.yaml cannot be read"),
            say!("运行 gongkai check，照它指的行改", "run gongkai check and mend the lines it names"),
        )];
    };
    let mut points = Vec::new();
    let errors = report.count(Severity::Error);
    if errors > 0 {
        points.push(Point::bad(
            say!("content/board.yaml 有 {errors} 处错误", "content/board.yaml has {errors} errors"),
            say!("运行 gongkai check，照它指的行改", "run gongkai check and mend the lines it names"),
        ));
    }
    let address = config.base_url.as_str();
    points.push(if config.base_url.host().contains("example") || config.base_url.host().starts_with("localhost") {
        Point::bad(
            say!("网址还是示例：{address}", "the address is still the example: {address}"),
            say!(
                "在 content/board.yaml 的 base_url 写发布后的网址；二维码、订阅、短地址都用它",
                "write the public address as base_url in content/board.yaml; codes and feeds use it"
            ),
        )
    } else if address.starts_with("http://") {
        Point::doubtful(
            say!("网址 {address} 不是 https", "{address} is not https"),
            say!("政府网站应当用 https；改好服务器后改 base_url", "government sites should use https"),
        )
    } else {
        Point::good(say!("网址 {address}", "the address is {address}"))
    });
    if config.office.code.is_empty() || config.office.code == "board" {
        points.push(Point::doubtful(
            say!("还没有写统一社会信用代码，索引号以“board”或短标识开头", "the office has no code for index numbers"),
            say!(
                "在 content/board.yaml 的 office.code 写上；公布以后索引号不再改，所以开栏前写好",
                "write office.code before anything is published: index numbers never change"
            ),
        ));
    }
    points
}
