//! Which category an item belongs in, by what tells it.

use super::guess::Guess;
use crate::board::Board;
use crate::config::CategoryId;
use crate::say;

/// Words of titles, and the words that the names of their categories hold.
const ABOUT: [(&[&str], &[&str]); 9] = [
    (&["预算", "决算", "收支", "三公", "财政", "经费"], &["财政", "财务", "预算", "经费"]),
    (&["低保", "特困", "救助", "残疾"], &["救助", "民政", "补贴", "事务"]),
    (&["补贴", "补助", "惠农", "粮食直补"], &["补贴", "补助", "事务"]),
    (&["工程", "项目", "招标", "中标", "施工", "道路", "改造"], &["工程", "项目", "建设"]),
    (&["指南", "办理", "登记", "申请条件"], &["指南", "服务"]),
    (&["制度", "规则", "守则"], &["制度"]),
    (&["办法", "规定", "意见", "方案", "规范性"], &["文件", "政策", "制度"]),
    (&["简介", "职能", "机构", "领导", "概况"], &["概况", "机构", "基本"]),
    (&["通知", "公告", "通告", "公示", "停水", "停电"], &["通知", "公告", "公示", "动态"]),
];

/// Proposes a category: what was asked for, what the page or the folder is called, what the title is about.
pub(super) fn category(board: &Board, asked: Option<CategoryId>, places: &[String], title: &str) -> Guess<CategoryId> {
    let categories = &board.config.categories;
    if let Some(id) = asked {
        return Guess::stated(id, say!("--category 指定", "as --category says"));
    }
    for place in places.iter().map(|place| place.trim()).filter(|place| !place.is_empty()) {
        if let Some(id) = categories.find(place) {
            return Guess::stated(
                id,
                say!("所在的栏目或文件夹叫“{place}”", "its column or folder is called “{place}”"),
            );
        }
        let near = categories.iter().find(|(_, known)| {
            known.name.chars().count() > 1 && (place.contains(&known.name) || known.name.contains(place))
        });
        if let Some((id, _)) = near {
            return Guess::likely(
                id,
                say!("所在的栏目或文件夹叫“{place}”", "its column or folder is called “{place}”"),
            );
        }
    }
    if let Some((id, known)) =
        categories.iter().find(|(_, known)| title.contains(&known.name) && !known.name.is_empty())
    {
        let name = &known.name;
        return Guess::likely(id, say!("标题里有“{name}”", "the title says “{name}”"));
    }
    let leaves = || categories.iter().filter(|(_, known)| known.children.is_empty());
    let news = leaves().find(|(_, known)| known.name.contains("公告") || known.name.contains("动态"));
    let ends = ["通知", "公告", "通告", "公示"].into_iter().find(|end| title.ends_with(end));
    if let Some((end, (id, _))) = ends.zip(news) {
        return Guess::guessed(id, say!("标题是“{end}”", "the title ends in “{end}”"));
    }
    for (words, names) in ABOUT {
        let Some(word) = words.iter().find(|word| title.contains(*word)) else { continue };
        let fits = names.iter().find_map(|name| leaves().find(|(_, known)| known.name.contains(name)));
        if let Some((id, _)) = fits {
            return Guess::guessed(id, say!("标题里有“{word}”", "the title says “{word}”"));
        }
    }
    let any = news.or_else(|| leaves().next()).map_or(CategoryId(0), |(id, _)| id);
    Guess::guessed(any, say!("看不出属于哪一类", "nothing tells"))
}
