use crate::say;
use crate::text::Text;

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 24] = [
    "conin$", "conout$", "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Characters of a path below the board's root. Windows opens paths of 260 as long as nobody changes its settings, and
/// what stands before the board and after it (the site's folder, the staging of a build) needs its share.
const LONGEST_PATH: usize = 180;

/// Why a path cannot be published under its name, and what to do; nothing where it can.
pub fn unfit_name(path: &str) -> Option<(Text, Text)> {
    let length = path.encode_utf16().count();
    if length > LONGEST_PATH {
        return Some((
            say!(
                "路径有 {length} 个字，超过 {LONGEST_PATH} 个，在 Windows 上打不开",
                "the path has {length} characters, more than {LONGEST_PATH}: Windows cannot open it"
            ),
            say!("缩短文件名，或少放几层文件夹", "shorten the name, or use fewer folders"),
        ));
    }
    path.split('/').find_map(|name| {
        let bad: String = name.chars().filter(|&letter| is_unfit(letter)).collect();
        if !bad.is_empty() {
            let shown: String = bad.chars().map(|letter| if letter.is_control() { '␣' } else { letter }).collect();
            return Some((
                say!(
                    "文件名“{name}”里有“{shown}”，在 Windows 上或网址里不能用",
                    "the name “{name}” holds “{shown}”, which neither Windows nor an address allows"
                ),
                say!(
                    "改名，去掉 ? : * < > | \" \\ 等符号，或换成全角的",
                    "rename it without ? : * < > | \" \\, or use their full-width forms"
                ),
            ));
        }
        if let Some(letter) = name.chars().find(|&letter| is_ambiguous(letter)) {
            let code = format!("U+{:04X}", u32::from(letter));
            return Some((
                say!(
                    "文件名“{name}”里有看不见的字，或有两种写法的字（{code}），有的系统会把两个文件当成一个",
                    "the name “{name}” holds {code}, which cannot be seen or is written in two ways: some systems take two files for one"
                ),
                say!("删去文件名，重新用键盘输入一遍", "delete the name and type it anew"),
            ));
        }
        if name.ends_with(['.', ' ']) {
            return Some((
                say!(
                    "文件名“{name}”以句点或空格结尾，在 Windows 上打不开",
                    "the name “{name}” ends with a dot or a space, which Windows cannot open"
                ),
                say!("改名，去掉结尾的句点或空格", "rename it without the dot or space at its end"),
            ));
        }
        let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
        DEVICES.contains(&stem.as_str()).then(|| {
            (
                say!("“{name}”是 Windows 保留的名字", "“{name}” is a name that Windows keeps for itself"),
                say!("改名，如在前面加上年份或标题", "rename it, for example with a year or title before it"),
            )
        })
    })
}

fn is_unfit(letter: char) -> bool {
    letter.is_control() || matches!(letter, '?' | ':' | '*' | '<' | '>' | '|' | '"' | '\\')
}

/// Letters that Unicode writes in another way as well (parts of letters, Chinese characters kept for old encodings), so
/// that macOS takes two names for one, and letters that nobody sees.
fn is_ambiguous(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}' | '\u{1100}'..='\u{11FF}' | '\u{3099}' | '\u{309A}'
        | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}'
        | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_break_elsewhere_are_unfit() {
        for path in [
            "content/a?.md",
            "content/第1:2号.md",
            "content/a\tb.md",
            "content/con.md",
            "content/财政/LPT1/index.md",
            "content/表. ",
            "content/财政./a.md",
            "content/a\\b.md",
            "content/Cafe\u{301}.md",
            "content/\u{F9DD}息.md",
            "content/公\u{200B}示.md",
        ] {
            assert!(unfit_name(path).is_some(), "{path:?}");
        }
        assert!(unfit_name(&format!("content/{}.md", "长".repeat(LONGEST_PATH))).is_some());
        for path in [
            "content/财政/2026年第三季度（公开）.md",
            "content/a b/#1 100%.pdf",
            "content/console.md",
            "content/com10.md",
            "content/Café.md",
        ] {
            assert!(unfit_name(path).is_none(), "{path:?}");
        }
    }
}
