use super::directory::{date, responsible, tells, title};
use super::selected::Selected;
use crate::board::{Board, Item, Reach, Standing};
use crate::config::PublishApprovals;
use crate::output::Artifact;
use crate::term::Term;
use serde_json::{Value, json};

/// The elements of metadata that archives ask for (DA/T 46-2009), one item a line, named as the standard names them.
pub(super) fn metadata(board: &Board, selected: &[Selected<'_>], commit: Option<&str>) -> Artifact {
    let rows: Vec<String> = selected.iter().map(|one| element(board, one, commit).to_string()).collect();
    let text = format!("[\n{}\n]\n", rows.join(",\n"));
    Artifact { path: "元数据.json".to_owned(), bytes: text.into_bytes() }
}

fn element(board: &Board, one: &Selected<'_>, commit: Option<&str>) -> Value {
    let item = one.item;
    let front = item.front();
    let tells = tells(board, item);
    let document = front.document.as_ref().filter(|_| tells);
    let categories = &board.config.categories;
    let line = item.category.map_or_else(Vec::new, |id| categories.line(id));
    let category: Vec<&str> = line.into_iter().map(|id| categories.get(id).name.as_str()).collect();
    let keywords: Vec<&str> = front.keywords.iter().filter(|_| tells).map(|keyword| keyword.trim()).collect();
    let genre = document.and_then(|document| document.genre.as_ref()).map(|genre| genre.trim());
    let number = document.and_then(|document| document.number.as_ref()).map(|number| number.trim());
    let summary = if tells { item.summary().or(item.draft.outline.first_sentence.as_deref()) } else { None };
    let files: Vec<Value> = item
        .attached
        .iter()
        .filter(|file| file.offered().is_some() && tells && item.shows_content())
        .map(|file| {
            let name = file.address.as_str().rsplit('/').next().unwrap_or_default();
            let format = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            json!({"计算机文件名": name, "格式信息": format, "文件大小": file.size, "题名": file.title})
        })
        .collect();
    let page = item.has_page().then(|| format!("pages/{}", item.address.file_path()));
    json!({
        "档号": one.filed.number,
        "电子文件号": item.index(),
        "来源": {"全宗名称": board.config.office.name, "立档单位名称": board.config.office.name, "机构或问题": unit(board, item)},
        "内容描述": {
            "题名": title(board, item),
            "关键词": keywords,
            "摘要": summary,
            "文件编号": number,
            "责任者": responsible(board, item),
            "日期": date(item),
            "文种": genre,
            "密级": null,
            "类别": category,
            "所属期": item.period().map(|period| period.to_string()),
        },
        "形式特征": {"语种": board.config.language, "稿本": "正本", "页数": null},
        "电子属性": {"格式信息": "text/html; text/markdown", "文档创建程序": concat!("gongkai ", env!("CARGO_PKG_VERSION")), "附件": files},
        "电子签名": null,
        "存储位置": {"页面": page, "源文件": one.source},
        "权限管理": {"公开方式": item.method.chinese(), "公开对象": item.audience.chinese(), "保管期限": one.filed.keeping.words},
        "公开": {
            "网址": item.has_page().then(|| board.config.base_url.join(&item.address.encoded())),
            "渠道": item.channels.iter().map(|channel| channel.chinese()).collect::<Vec<_>>(),
            "有效性": item.validity().filter(|_| tells).map(Term::chinese),
            "公开内容摘要": board.ledger_entry(item).map(|entry| entry.digest.to_string()),
        },
        "业务实体": actions(board, item, tells),
        "版本": commit,
    })
}

fn unit(board: &Board, item: &Item) -> Option<String> {
    item.unit.map(|unit| board.config.unit(unit).name.clone())
}

/// What was done with an item, in the order of days: approval, publication, correction, withdrawal.
fn actions(board: &Board, item: &Item, tells: bool) -> Vec<Value> {
    let front = item.front();
    let internal = board.edition.reach == Reach::Internal;
    let policy = board.config.policies.publish_approvals;
    let mut actions: Vec<(String, Value)> = Vec::new();
    let mut add = |on: String, what: &str, who: Option<&str>, note: Option<&str>| {
        let value = json!({"业务行为": what, "行为时间": on, "行为人": who, "行为描述": note});
        actions.push((on, value));
    };
    if tells && (internal || policy != PublishApprovals::None) {
        for approval in &front.approvals {
            let Some(on) = &approval.on else { continue };
            let opinion = approval.opinion.as_ref().filter(|_| internal || policy == PublishApprovals::Full);
            let who = approval.by.as_ref().map(|by| by.trim());
            add(on.to_string(), board.config.step_name(&approval.step), who, opinion.map(|opinion| opinion.trim()));
        }
    }
    if let Some(published) = item.published() {
        add(published.to_string(), "公开", None, None);
    }
    if let Some(updated) = &front.updated {
        add(updated.to_string(), "更新", None, None);
    }
    for correction in front.corrections.iter().filter(|_| tells) {
        if let Some(on) = &correction.on {
            add(on.to_string(), "更正", None, correction.note.as_ref().map(|note| note.trim()));
        }
    }
    if let Some(withdrawn) = front.withdrawn.as_ref().filter(|_| item.standing == Standing::Withdrawn) {
        let on = withdrawn.on.as_ref().map(|on| on.to_string()).unwrap_or_default();
        add(on, "撤下", None, withdrawn.reason.as_ref().map(|reason| reason.trim()));
    }
    actions.sort_by(|(a, _), (b, _)| a.cmp(b));
    actions.into_iter().map(|(_, action)| action).collect()
}
