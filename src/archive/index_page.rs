use super::directory::{date, responsible, title};
use super::selected::Selected;
use crate::board::Board;
use crate::output::Artifact;
use crate::text::html_escaped;

/// The page that opens the bag: what is in it, with links to the pages that lie beside it.
pub(super) fn index_page(board: &Board, selected: &[Selected<'_>], name: &str) -> Artifact {
    let mut rows = String::new();
    for one in selected {
        let item = one.item;
        let title = html_escaped(&title(board, item));
        let title = if item.has_page() {
            let href = format!("pages/{}index.html", item.address.encoded());
            format!("<a href=\"{}\">{title}</a>", html_escaped(&href))
        } else {
            title
        };
        let (number, day, who) = (html_escaped(&one.filed.number), date(item), html_escaped(&responsible(board, item)));
        let keep = html_escaped(&one.filed.keeping.words);
        rows.push_str(&format!("<tr><td>{number}<td>{title}<td>{who}<td>{day}<td>{keep}</tr>\n"));
    }
    let (name, count) = (html_escaped(name), selected.len());
    let html = format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{name}</title>\n<h1>{name}</h1>\n<p>{count} 件。目录见“归档文件目录.csv”“归档文件目录.xlsx”，元数据见“元数据.json”。</p>\n\
         <table border=\"1\" cellpadding=\"6\">\n<thead><tr><th scope=\"col\">档号<th scope=\"col\">题名<th scope=\"col\">责任者<th scope=\"col\">日期<th scope=\"col\">保管期限</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</html>\n"
    );
    Artifact { path: "index.html".to_owned(), bytes: html.into_bytes() }
}
