use super::super::contract::{Check, Context, Family, Meta};
use super::file_name::unfit_name;
use super::redirect::unfit_redirect;
use super::tables::tables;
use crate::board::{Attached, Item, OnDisk};
use crate::calendar::Period;
use crate::diag::{Place, Severity};
use crate::say;
use crate::term::{Method, Term};
use crate::text::nearest;
use std::sync::Arc;

/// Finds values that only the board as a whole can judge; the reader finds all others.
pub(crate) struct WrongValue;

static META: Meta = Meta {
    id: "wrong-value",
    family: Family::Form,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/wrong-value.md"),
};

impl Check for WrongValue {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        true
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        names(item, cx);
        refused(item, cx);
        if item.draft.report.has_errors() {
            return;
        }
        index(item, cx);
        period(item, cx);
        topics(item, cx);
        matter(item, cx);
        redirects(item, cx);
        tables(item, cx);
    }

    fn board(&self, cx: &mut Context<'_>) {
        weights(cx);
        for unit in &cx.board.config.units {
            if !is_path_word(&unit.id) {
                let (id, place) = (&unit.id, cx.in_settings(unit.span));
                cx.find(place, say!("单位标识“{id}”不能用作网址", "the unit id “{id}” cannot be part of an address"))
                    .remedy = Some(letters_only());
            }
        }
        for topic in cx.board.config.topics.iter().chain(&cx.board.config.matters) {
            if !is_path_word(&topic.id) {
                let (id, place) = (&topic.id, Place::file(&cx.board.config.path));
                cx.find(place, say!("标识“{id}”不能用作网址", "the id “{id}” cannot be part of an address")).remedy =
                    Some(letters_only());
            }
        }
    }
}

/// An index number is part of an address and of paper: letters, digits, hyphens, underscores, one or more strokes.
fn index(item: &Item, cx: &mut Context<'_>) {
    let Some(index) = &item.front().index else { return };
    let word = index.trim();
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '/');
    let bad: String = word.chars().filter(|&letter| !fits(letter)).collect();
    if bad.is_empty() && word.split('/').all(|part| !part.is_empty()) {
        return;
    }
    let message = if bad.is_empty() {
        say!("索引号“{word}”的斜线放得不对", "the strokes of the index “{word}” are misplaced")
    } else {
        say!("索引号“{word}”里有不能用的字符“{bad}”", "the index “{word}” holds “{bad}”, which it cannot")
    };
    let plain: String = word.chars().map(half_width).filter(|&letter| fits(letter)).collect();
    let near = plain.trim_matches('/');
    let finding = cx.find(item.place(index.span), message);
    finding.basis = Some("政府信息公开目录的索引号编排惯例：机构代码/年份-流水号");
    finding.remedy = Some(if near.is_empty() || near.contains("//") {
        say!("删去这一行，用 gongkai number 编一个", "delete the line and let gongkai number assign one")
    } else {
        say!(
            "只用数字、英文字母、减号、下划线和斜线，如 {near}",
            "use digits, Latin letters, hyphens, underscores and strokes only, such as {near}"
        )
    });
}

/// The plain form of a full-width letter, digit or sign.
fn half_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

/// What is disclosed period by period must say which period it is about.
fn period(item: &Item, cx: &mut Context<'_>) {
    let Some(kind) = item.cadence.period_kind() else { return };
    if item.method == Method::Withheld {
        return;
    }
    let cadence = item.cadence.chinese();
    let cadence_id = item.cadence.id();
    let today = cx.board.today;
    let example = |near| Period::containing(kind, near);
    match &item.front().period {
        Some(period) if period.value.kind() == kind => {}
        Some(period) => {
            let (written, near) = (period.value, example(period.value.start()));
            let name = written.chinese();
            cx.find(
                item.place(period.span),
                say!(
                    "公开时限是“{cadence}”，所属期却写成了{name}",
                    "the cadence is {cadence_id}, but the period is {written}"
                ),
            )
            .remedy = Some(say!(
                "所属期改为 {near} 这样的写法，或改正公开时限",
                "write a period such as {near}, or mend the cadence"
            ));
        }
        None => {
            let near = example(item.published().map_or(today, crate::calendar::Stamp::date)).previous();
            let place = item.front().cadence.as_ref().map_or_else(|| item.title_place(), |own| item.place(own.span));
            cx.find(
                place,
                say!("公开时限是“{cadence}”，却没有写所属期", "the cadence is {cadence_id}, but no period is given"),
            )
            .remedy = Some(say!(
                "加一行“所属期: {near}”；不是定期公开的，写“公开时限: 及时”",
                "add “period: {near}”; if it is not periodic, write “cadence: timely”"
            ));
        }
    }
}

fn topics(item: &Item, cx: &mut Context<'_>) {
    let board = cx.board;
    let known = &board.config.topics;
    for topic in &item.front().topics {
        let word = topic.trim();
        if known.iter().any(|known| known.id == word || known.name == word) {
            continue;
        }
        let near = nearest(word, known.iter().flat_map(|known| [known.id.as_str(), known.name.as_str()]));
        let remedy = match near {
            Some(near) => say!("改为“{near}”", "write “{near}”"),
            None => say!(
                "在 board.yaml 的 topics 里加上这个专题，或删去这个词",
                "add the topic to the topics of board.yaml, or delete the word"
            ),
        };
        cx.find(item.place(topic.span), say!("没有“{word}”这个专题", "there is no topic “{word}”")).remedy =
            Some(remedy);
    }
}

fn matter(item: &Item, cx: &mut Context<'_>) {
    let Some(stage) = &item.front().stage else { return };
    let id = stage.matter.trim();
    if !is_path_word(id) {
        cx.find(
            item.place(stage.matter.span),
            say!("事项进程的标识“{id}”不能用作网址", "the matter's id “{id}” cannot be part of an address"),
        )
        .remedy = Some(letters_only());
    }
}

fn redirects(item: &Item, cx: &mut Context<'_>) {
    for old in &item.front().redirects {
        if let Some((message, remedy)) = unfit_redirect(old) {
            cx.find(item.place(old.span), message).remedy = Some(remedy);
        }
    }
}

/// Files are copied to hosts and to office computers: their names must be possible there, and as part of an address.
fn names(item: &Item, cx: &mut Context<'_>) {
    let attached = item.attached.iter().filter_map(Attached::offered);
    for path in std::iter::once(&item.draft.path).chain(attached) {
        if let Some((message, remedy)) = unfit_name(path) {
            cx.find(Place::file(&Arc::clone(path)), message).remedy = Some(remedy);
        }
    }
}

/// Files that run when a reader opens them, and those that nobody could read whole, are not published; no setting of
/// the board can change that.
fn refused(item: &Item, cx: &mut Context<'_>) {
    let board = cx.board;
    if !board.will_show(item) {
        return;
    }
    for file in &item.attached {
        let OnDisk::Refused(path) = &file.on_disk else { continue };
        let reading = board.reading(path);
        if let Some(unfit) = reading.and_then(|reading| reading.unfit.as_ref()) {
            cx.find(item.place(file.span), unfit.message.clone()).remedy = Some(unfit.remedy.clone());
        }
    }
}

/// `checks:` of the board that name no check: a slip here would leave a check at its usual weight.
fn weights(cx: &mut Context<'_>) {
    let known: Vec<&str> = cx.check_ids().collect();
    for (id, span) in cx.board.config.severities.ids() {
        if known.contains(&id) {
            continue;
        }
        let remedy = match nearest(id, known.iter().copied()) {
            Some(near) => say!("改为“{near}”", "write “{near}”"),
            None => say!("用 gongkai explain 查看全部检查", "gongkai explain lists all checks"),
        };
        let place = cx.in_settings(span);
        cx.find(place, say!("没有“{id}”这项检查", "there is no check “{id}”")).remedy = Some(remedy);
    }
}

/// Whether a word may be one part of an address.
fn is_path_word(word: &str) -> bool {
    !word.is_empty()
        && !word.starts_with('-')
        && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
}

fn letters_only() -> crate::text::Text {
    say!("只用字母、数字、汉字和减号，如 road-2026", "use letters, digits and hyphens, such as road-2026")
}
