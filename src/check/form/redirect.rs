use crate::say;
use crate::text::Text;

/// Why an old address cannot lead to a page, and what to do; nothing where it can.
pub(super) fn unfit_redirect(written: &str) -> Option<(Text, Text)> {
    let path = written.trim();
    let remedy =
        say!("写成从公开栏起的路径，如 old/2019/123.html", "write the path below the board, such as old/2019/123.html");
    if path.trim_matches('/').is_empty() {
        return Some((say!("旧地址是空的", "the old address is empty"), remedy));
    }
    if path.contains("://") || path.starts_with("//") {
        return Some((say!("旧地址“{path}”带了域名", "the old address “{path}” holds a host"), remedy));
    }
    if path.contains(['?', '#']) {
        return Some((
            say!(
                "旧地址“{path}”带有 ? 或 #，静态网站接不住",
                "the old address “{path}” holds ? or #, which no static site can answer"
            ),
            say!("删去这一行；需要时请网站主机设置跳转", "delete it; ask the host for a redirect where it is needed"),
        ));
    }
    let odd = |letter: char| letter.is_control() || matches!(letter, ':' | '*' | '<' | '>' | '|' | '"' | '\\');
    let leads_out = path.split('/').any(|part| matches!(part, ".." | "."));
    (leads_out || path.contains(odd))
        .then(|| (say!("旧地址“{path}”不能用作网址", "“{path}” cannot be an address"), remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_address_stays_inside_the_board() {
        for written in
            ["../../x", "/", "", "https://a.cn/b", "//a.cn/b", "a/../../b", "news.jsp?id=3", "a\\b", "a\u{1}b"]
        {
            assert!(unfit_redirect(written).is_some(), "{written:?}");
        }
        for written in ["/old/2019/123.html", "old/公告/", "xxgk/a.shtml"] {
            assert!(unfit_redirect(written).is_none(), "{written:?}");
        }
    }
}
