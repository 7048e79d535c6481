use super::svg::svg_is_safe;
use crate::say;
use crate::text::Text;

/// Why a file must never be offered as it lies, whatever a board has silenced: opened by itself, it runs in the
/// reader's browser, with all the rights of the site; or nobody could read it whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// What is wrong, in one clause.
    pub message: Text,
    /// What to do about it.
    pub remedy: Text,
}

/// Endings of what a browser opens as a page or runs, or what a desktop runs as a script.
const ACTIVE: [&str; 24] = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "rdf", "svgz", "swf", "js", "mjs",
    "jse", "vbs", "vbe", "wsf", "hta", "bat", "cmd", "ps1", "lnk",
];

/// Endings that servers know and browsers never run.
const PASSIVE: [&str; 52] = [
    "csv", "tsv", "xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "et", "ett", "ods", "docx", "docm", "dotx", "dotm",
    "doc", "dot", "wps", "wpt", "odt", "rtf", "pptx", "pptm", "ppsx", "potx", "ppt", "dps", "pdf", "ofd", "txt", "md",
    "json", "yaml", "yml", "ics", "jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "heic", "avif", "mp3",
    "mp4", "zip", "rar", "7z", "gz", "tar",
];

/// Whether a file may be offered under its name. A server tells the browser what a file is by its endings, the last
/// known one first; what has none that is known, the browser guesses from its first bytes.
pub(super) fn unfit(name: &str, bytes: &[u8]) -> Option<Unfit> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase();
    for ending in file.split('.').skip(1).map(str::trim).collect::<Vec<_>>().into_iter().rev() {
        if ending == "svg" {
            return svg_is_safe(bytes).err().map(drawing);
        }
        if ACTIVE.contains(&ending) {
            return Some(page(ending));
        }
        if PASSIVE.contains(&ending) {
            return None;
        }
    }
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    start.starts_with(b"<").then(|| page("html"))
}

fn drawing(why: Text) -> Unfit {
    let (zh, en) = (why.zh, why.en);
    Unfit {
        message: say!("图形文件不能公开：{zh}", "the drawing cannot be published: {en}"),
        remedy: say!(
            "用绘图软件另存为不含脚本和外部引用的 SVG，或改用 PNG",
            "save it as a plain SVG without scripts and outside references, or as PNG"
        ),
    }
}

fn page(ending: &str) -> Unfit {
    Unfit {
        message: say!(
            "{ending} 文件打开时会在读者的电脑上运行，不能作为附件公开",
            "a file of the kind {ending} runs on the reader’s computer when it is opened; it cannot be published"
        ),
        remedy: say!("把内容写进正文，或另存为 PDF", "write what it says into the body, or save it as PDF"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_when_it_is_opened_is_told_by_the_ending_that_a_server_goes_by() {
        for name in ["a.html", "通知.HTM", "a.xml", "a.svgz", "a.js", "a.html.zh", "a.xhtml ", "b/c.mht", "a.hta"] {
            assert!(unfit(name, b"plain").is_some(), "{name}");
        }
        for name in ["a.pdf", "a.html.pdf", "说明.txt", "表.xlsx", "a.csv", "html", "公开.的.附件"] {
            assert!(unfit(name, b"plain").is_none(), "{name}");
        }
        assert!(unfit("说明", b"\n <!DOCTYPE html><script>x()</script>").is_some());
        assert!(unfit("a.unknown", b"\xEF\xBB\xBF<svg onload='x()'/>").is_some());
    }

    #[test]
    fn a_drawing_is_judged_by_what_is_in_it() {
        assert!(unfit("a.svg", b"<svg><path d='M0 0'/></svg>").is_none());
        for bytes in [b"<svg><script/></svg>".as_slice(), &[0x1F, 0x8B, 8, 0], b"\xFF\xFE<\0"] {
            assert!(unfit("a.SVG", bytes).is_some());
        }
    }
}
