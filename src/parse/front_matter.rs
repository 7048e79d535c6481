use super::facet_fields as facet;
use super::facets::{
    Approval, Attachment, Consultation, Correction, Document, Exception, Guide, Publicity, Reply, Stage, TableField,
    Withdrawn, Withheld,
};
use super::keys;
use crate::calendar::{Date, Period, Stamp};
use crate::say;
use crate::source::{Fields, Key};
use crate::term::{Audience, Cadence, Channel, Method, Term};
use crate::text::{Placed, Span, Text};

/// What the clerk wrote at the head of an item. Nothing is required here and nothing inherited; every value knows its
/// place. What few items have stands apart, so that the others, of which a board may have a hundred thousand, do not keep
/// room for it.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// 标题.
    pub title: Option<Placed<String>>,
    /// 内容概述.
    pub summary: Option<Placed<String>>,
    /// 类别: a path of category ids or names.
    pub category: Option<Placed<String>>,
    /// 公开时限.
    pub cadence: Option<Placed<Cadence>>,
    /// 所属期.
    pub period: Option<Placed<Period>>,
    /// 公开事项: an id in `duties.yaml`.
    pub duty: Option<Placed<String>>,
    /// 责任单位: id or name.
    pub unit: Option<Placed<String>>,
    /// 索引号.
    pub index: Option<Placed<String>>,
    /// 生成日期: when the information came to be (条例 art. 12).
    pub formed: Option<Placed<Stamp>>,
    /// 发布日期.
    pub published: Option<Placed<Stamp>>,
    /// 更新日期.
    pub updated: Option<Placed<Stamp>>,
    /// 核对日期: when a person last looked whether it is still right.
    pub verified: Option<Placed<Date>>,
    /// 有效期至: the last day on which it holds.
    pub expires: Option<Placed<Date>>,
    /// 公开方式.
    pub method: Option<Placed<Method>>,
    /// 不予公开.
    pub withheld: Option<Box<Withheld>>,
    /// 公开对象.
    pub audience: Option<Placed<Audience>>,
    /// 公开渠道; none where not written.
    pub channels: Option<Vec<Placed<Channel>>>,
    /// 专题.
    pub topics: Vec<Placed<String>>,
    /// 关键词.
    pub keywords: Vec<Placed<String>>,
    /// 信息来源.
    pub source: Option<Placed<String>>,
    /// 公开依据.
    pub basis: Vec<Placed<String>>,
    /// 联系方式.
    pub contact: Option<Placed<String>>,
    /// 保管期限.
    pub keep: Option<Placed<String>>,
    /// 附件.
    pub attachments: Vec<Attachment>,
    /// 表格.
    pub tables: Vec<TableField>,
    /// 公文.
    pub document: Option<Box<Document>>,
    /// 解读: index or path of the document that this item explains.
    pub interprets: Option<Placed<String>>,
    /// 办事指南.
    pub guide: Option<Box<Guide>>,
    /// 公示.
    pub publicity: Option<Box<Publicity>>,
    /// 征求意见.
    pub consultation: Option<Box<Consultation>>,
    /// 答复.
    pub reply: Option<Box<Reply>>,
    /// 阶段.
    pub stage: Option<Box<Stage>>,
    /// 审签, in the order written.
    pub approvals: Vec<Approval>,
    /// 例外.
    pub exceptions: Vec<Exception>,
    /// 更正.
    pub corrections: Vec<Correction>,
    /// 撤下.
    pub withdrawn: Option<Box<Withdrawn>>,
    /// 旧地址.
    pub redirects: Vec<Placed<String>>,
    /// 草稿.
    pub draft: bool,
}

/// What front matter may hold, as it is read.
pub fn front_matter_shape() -> crate::source::Shape {
    crate::source::Reader::shape(|fields| drop(front_matter(fields, "")))
}

/// Takes the known keys one by one, so that one run finds every wrong value and every unknown key. `file` is the whole
/// file.
pub(super) fn front_matter(mut fields: Fields<'_, '_>, file: &str) -> FrontMatter {
    let title = fields.key_span(keys::TITLE);
    let published = fields.key_span(keys::PUBLISHED);
    let written = FrontMatter {
        title: fields.text(keys::TITLE),
        summary: fields.text(keys::SUMMARY),
        category: fields.text(keys::CATEGORY),
        cadence: fields.term(keys::CADENCE),
        period: fields.period(keys::PERIOD),
        duty: fields.text(keys::DUTY),
        unit: fields.text(keys::UNIT),
        index: fields.text(keys::INDEX),
        formed: fields.stamp(keys::FORMED),
        published: fields.stamp(keys::PUBLISHED),
        updated: fields.stamp(keys::UPDATED),
        verified: fields.date(keys::VERIFIED),
        expires: fields.date(keys::EXPIRES),
        method: fields.term(keys::METHOD),
        withheld: facet::withheld(&mut fields).map(Box::new),
        audience: audience(&mut fields),
        channels: channels(&mut fields),
        topics: fields.texts(keys::TOPICS),
        keywords: fields.texts(keys::KEYWORDS),
        source: fields.text(keys::SOURCE),
        basis: fields.texts(keys::BASIS),
        contact: fields.text(keys::CONTACT),
        keep: fields.text(keys::KEEP),
        attachments: facet::attachments(&mut fields),
        tables: facet::tables(&mut fields),
        document: facet::document(&mut fields).map(Box::new),
        interprets: fields.text(keys::INTERPRETS),
        guide: facet::guide(&mut fields).map(Box::new),
        publicity: facet::publicity(&mut fields).map(Box::new),
        consultation: facet::consultation(&mut fields).map(Box::new),
        reply: facet::reply(&mut fields).map(Box::new),
        stage: facet::stage(&mut fields).map(Box::new),
        approvals: facet::approvals(&mut fields),
        exceptions: facet::exceptions(&mut fields),
        corrections: facet::corrections(&mut fields),
        withdrawn: facet::withdrawn(&mut fields).map(Box::new),
        redirects: fields.texts(keys::REDIRECTS),
        draft: fields.flag(keys::DRAFT).is_some_and(|draft| draft.value),
    };
    require(&written, &fields, file, [title, published]);
    fields.refuse_rest();
    written
}

/// Title and date of publication make an item; without a date it counts as not updated (2015 census of sites). `keys`
/// says where the two stand.
fn require(written: &FrontMatter, fields: &Fields<'_, '_>, file: &str, keys: [Option<Span>; 2]) {
    let missing = |key: Key, example: &str, at: Option<Span>| {
        let (span, message, remedy) = at.map_or_else(
            || absent(key, example, fields.span().start),
            |span| empty(key, example, span, crate::text::line_at(file, span.start as usize)),
        );
        fields.reader().refuse("missing-field", span, message, remedy);
    };
    if written.title.as_ref().is_none_or(|title| title.trim().is_empty()) && !fields.was_written(keys::TITLE) {
        missing(keys::TITLE, "关于……的公告", keys[0]);
    }
    if written.published.is_none() && !written.draft && !fields.was_written(keys::PUBLISHED) {
        missing(keys::PUBLISHED, "2026-10-20", keys[1]);
    }
}

/// What is said of a key that is not there.
fn absent((id, name): Key, example: &str, front: u32) -> (Span, Text, Text) {
    (
        Span { start: front, end: front },
        say!("缺少“{name}”", "“{id}” is missing"),
        say!("加一行：{name}: {example}", "add a line: {id}: {example}"),
    )
}

/// What is said of a key without a value. What stands behind `#` is no value, though it looks like one.
fn empty((id, name): Key, example: &str, key: Span, (line_start, line): (usize, &str)) -> (Span, Text, Text) {
    let behind = line.get(key.end as usize - line_start..).unwrap_or_default();
    let Some((before, words)) = behind.split_once('#') else {
        return (
            key,
            say!("“{name}”没有写值", "“{id}” has no value"),
            say!("在这一行的冒号后面写上，如 {name}: {example}", "write it behind the colon, such as {id}: {example}"),
        );
    };
    let hash = key.end as usize + before.len();
    let words = words.trim_end().replace(['\\', '"'], "");
    (
        Span::new(hash, line_start + line.trim_end().len()),
        say!(
            "“{name}”没有写值：# 后面的字是注释，不算数",
            "“{id}” has no value: what stands behind # is a comment and does not count"
        ),
        say!(
            "在冒号后面、# 前面写上，如 {name}: {example}；如果 # 后面的就是内容，加引号：{name}: \"#{words}\"",
            "write it between the colon and #, such as {id}: {example}; if the words behind # are meant, quote them: {id}: \"#{words}\""
        ),
    )
}

fn audience(fields: &mut Fields<'_, '_>) -> Option<Placed<Audience>> {
    let span = fields.key_span(keys::AUDIENCE)?;
    let words = fields.texts(keys::AUDIENCE);
    let span = words.first().map_or(span, |word| word.span);
    let plain: Vec<String> = words.into_iter().map(|word| word.value).collect();
    let audience = Audience::read(&plain);
    if audience.is_none() {
        let words = plain.join("、");
        fields.reader().refuse(
            "wrong-value",
            span,
            say!("“公开对象”的值“{words}”不对", "“audience” cannot be “{words}”"),
            say!(
                "可以写：全社会（public）、内部（internal），或特定群体的中文名称",
                "write public, internal, or the Chinese names of groups"
            ),
        );
    }
    audience.map(|audience| Placed::new(audience, span))
}

fn channels(fields: &mut Fields<'_, '_>) -> Option<Vec<Placed<Channel>>> {
    fields.key_span(keys::CHANNELS)?;
    let words = fields.texts_among::<Channel>(keys::CHANNELS);
    let read = |word: Placed<String>| match Channel::read(word.trim()) {
        Some(channel) => Some(Placed::new(channel, word.span)),
        None => {
            let choices = Channel::choices().join("、");
            let word_shown = &word.value;
            fields.reader().refuse(
                "unknown-channel",
                word.span,
                say!("没有“{word_shown}”这种公开渠道", "there is no channel “{word_shown}”"),
                say!("可以写：{choices}", "write one of: {choices}"),
            );
            None
        }
    };
    Some(words.into_iter().filter_map(read).collect())
}
