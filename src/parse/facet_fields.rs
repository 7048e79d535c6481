//! Reads the nested maps of front matter, one function a facet.

use super::facets::{
    Approval, Attachment, Consultation, Correction, Document, Exception, Guide, Publicity, Reply, Stage, TableField,
    Withdrawn, Withheld,
};
use super::keys;
use crate::say;
use crate::source::{Fields, Key, Reader, Short, Value};
use crate::term::step_id;
use crate::text::{Placed, Span};

pub(super) fn withheld(fields: &mut Fields<'_, '_>) -> Option<Withheld> {
    fields.key_span(keys::WITHHELD)?;
    // Even an empty or broken `withheld:` withholds.
    let Some(mut inner) = fields.map(keys::WITHHELD) else { return Some(Withheld::default()) };
    let withheld = Withheld {
        span: inner.span(),
        ground: inner.text(("ground", "理由")),
        review_by: inner.date(("review_by", "复查")),
        public_title: inner.text(("public_title", "公开名称")),
    };
    inner.refuse_rest();
    Some(withheld)
}

pub(super) fn attachments(fields: &mut Fields<'_, '_>) -> Vec<Attachment> {
    fields
        .shorts(keys::ATTACHMENTS)
        .into_iter()
        .filter_map(|attachment| match attachment {
            // A bare file name is short for `{file: …}`.
            Short::Text(file) => Some(Attachment { file, title: None }),
            Short::Map(mut inner) => {
                let file = required(&mut inner, ("file", "文件"));
                let title = inner.text(("title", "名称"));
                inner.refuse_rest();
                Some(Attachment { file: file?, title })
            }
        })
        .collect()
}

pub(super) fn tables(fields: &mut Fields<'_, '_>) -> Vec<TableField> {
    let each = |mut inner: Fields<'_, '_>| {
        let file = required(&mut inner, ("file", "文件"));
        let mask = inner.map(("mask", "脱敏")).map_or_else(Vec::new, |mut columns| {
            let reader = columns.reader();
            columns
                .rest()
                .into_iter()
                .filter_map(|entry| match entry.node.value {
                    Value::Text(kind) => Some((
                        Placed::new(entry.key.value.into_owned(), entry.key.span),
                        Placed::new(kind.into_owned(), entry.node.span),
                    )),
                    _ => {
                        refuse_mask(reader, entry.key.span);
                        None
                    }
                })
                .collect()
        });
        let table = TableField {
            sheet: inner.text(("sheet", "工作表")),
            caption: inner.text(("caption", "标题")),
            mask,
            drop: inner.texts(("drop", "删除")),
            total: inner.texts(("total", "合计")),
            register: inner.text(("register", "清单")),
            file: file.clone().unwrap_or_default(),
        };
        inner.refuse_rest();
        file.map(|_| table)
    };
    fields.maps(keys::TABLES).into_iter().filter_map(each).collect()
}

pub(super) fn document(fields: &mut Fields<'_, '_>) -> Option<Document> {
    let mut inner = fields.map(keys::DOCUMENT)?;
    let document = Document {
        number: inner.text(("number", "发文字号")),
        issuer: inner.text(("issuer", "发文机关")),
        written: inner.date(("written", "成文日期")),
        effective: inner.date(("effective", "施行日期")),
        validity: inner.term(("validity", "有效性")),
        repealed: inner.date(("repealed", "废止日期")),
        replaces: inner.texts(("replaces", "替代")),
        subject: inner.text(("subject", "主题分类")),
        genre: inner.text(("genre", "体裁分类")),
    };
    inner.refuse_rest();
    Some(document)
}

pub(super) fn guide(fields: &mut Fields<'_, '_>) -> Option<Guide> {
    let span = fields.key_span(keys::GUIDE)?;
    let mut inner = fields.map(keys::GUIDE)?;
    let guide = Guide {
        span,
        basis: inner.texts(("basis", "依据")),
        conditions: inner.texts(("conditions", "条件")),
        materials: inner.texts(("materials", "材料")),
        steps: inner.texts(("steps", "流程")),
        time_limit: inner.text(("time_limit", "时限")),
        fee: inner.text(("fee", "收费")),
        place: inner.text(("place", "地点")),
        hours: inner.text(("hours", "时间")),
        phone: inner.text(("phone", "电话")),
        obligations: inner.texts(("obligations", "义务")),
        rights: inner.texts(("rights", "权利")),
    };
    inner.refuse_rest();
    Some(guide)
}

pub(super) fn publicity(fields: &mut Fields<'_, '_>) -> Option<Publicity> {
    let span = fields.key_span(keys::PUBLICITY)?;
    let mut inner = fields.map(keys::PUBLICITY)?;
    let (from, to) = both_ends(&mut inner);
    let (mut phone, mut address) = (None, None);
    if let Some(mut objections) = inner.map(("objections", "异议")) {
        phone = objections.text(("phone", "电话"));
        address = objections.text(("address", "地址"));
        objections.refuse_rest();
    }
    let publicity = Publicity { span, from, to, phone, address, outcome: inner.text(("outcome", "结果")) };
    inner.refuse_rest();
    Some(publicity)
}

pub(super) fn consultation(fields: &mut Fields<'_, '_>) -> Option<Consultation> {
    let span = fields.key_span(keys::CONSULTATION)?;
    let mut inner = fields.map(keys::CONSULTATION)?;
    let (from, to) = both_ends(&mut inner);
    let consultation =
        Consultation { span, from, to, how: inner.text(("how", "方式")), outcome: inner.text(("outcome", "结果")) };
    inner.refuse_rest();
    Some(consultation)
}

pub(super) fn reply(fields: &mut Fields<'_, '_>) -> Option<Reply> {
    let span = fields.key_span(keys::REPLY)?;
    let mut inner = fields.map(keys::REPLY)?;
    let reply = Reply {
        span,
        asked: inner.date(("asked", "提出")),
        answered: inner.date(("answered", "答复")),
        via: inner.text(("via", "渠道")),
    };
    inner.refuse_rest();
    Some(reply)
}

pub(super) fn stage(fields: &mut Fields<'_, '_>) -> Option<Stage> {
    let span = fields.key_span(keys::STAGE)?;
    let mut inner = fields.map(keys::STAGE)?;
    let matter = required(&mut inner, ("matter", "事项"));
    let phase = inner.term(("phase", "环节"));
    let name = inner.text(("name", "名称"));
    inner.refuse_rest();
    Some(Stage { span, matter: matter?, phase, name })
}

pub(super) fn approvals(fields: &mut Fields<'_, '_>) -> Vec<Approval> {
    let Some(mut steps) = fields.map(keys::APPROVALS) else { return Vec::new() };
    steps
        .open_maps()
        .into_iter()
        .map(|(key, mut inner)| {
            let step = Placed::new(step_id(&key).to_owned(), key.span);
            let approval = Approval {
                step,
                by: inner.text(("by", "人")),
                on: inner.stamp(("on", "日期")),
                opinion: inner.text(("opinion", "意见")),
            };
            inner.refuse_rest();
            approval
        })
        .collect()
}

pub(super) fn exceptions(fields: &mut Fields<'_, '_>) -> Vec<Exception> {
    let each = |mut inner: Fields<'_, '_>| {
        let check = required(&mut inner, ("check", "检查"));
        let reason = required(&mut inner, ("reason", "理由"));
        let by = required(&mut inner, ("by", "批准"));
        let until = inner.date(("until", "至"));
        if until.is_none() {
            missing(inner.reader(), inner.span(), ("until", "至"));
        }
        inner.refuse_rest();
        Some(Exception { check: check?, reason, by, until })
    };
    fields.maps(keys::EXCEPTIONS).into_iter().filter_map(each).collect()
}

pub(super) fn corrections(fields: &mut Fields<'_, '_>) -> Vec<Correction> {
    let each = |mut inner: Fields<'_, '_>| {
        let correction = Correction { on: inner.date(("on", "日期")), note: inner.text(("note", "说明")) };
        inner.refuse_rest();
        correction
    };
    fields.maps(keys::CORRECTIONS).into_iter().map(each).collect()
}

pub(super) fn withdrawn(fields: &mut Fields<'_, '_>) -> Option<Withdrawn> {
    fields.key_span(keys::WITHDRAWN)?;
    // Even an empty or broken `withdrawn:` takes the item down.
    let Some(mut inner) = fields.map(keys::WITHDRAWN) else { return Some(Withdrawn::default()) };
    let withdrawn = Withdrawn { on: inner.date(("on", "日期")), reason: inner.text(("reason", "理由")) };
    inner.refuse_rest();
    Some(withdrawn)
}

fn both_ends(
    inner: &mut Fields<'_, '_>,
) -> (Option<Placed<crate::calendar::Date>>, Option<Placed<crate::calendar::Date>>) {
    let (from, to) = (("from", "起"), ("to", "止"));
    let ends = (inner.date(from), inner.date(to));
    for (end, key) in [(&ends.0, from), (&ends.1, to)] {
        if end.is_none() && !inner.was_written(key) {
            missing(inner.reader(), inner.span(), key);
        }
    }
    ends
}

fn required(inner: &mut Fields<'_, '_>, key: Key) -> Option<Placed<String>> {
    let value = inner.text(key);
    if value.is_none() {
        missing(inner.reader(), inner.span(), key);
    }
    value
}

fn missing(reader: &Reader, span: Span, key: Key) {
    let (id, name) = key;
    let message = say!("缺少“{name}”", "“{id}” is missing");
    reader.refuse("missing-field", span, message, say!("补上“{name}: ……”", "add “{id}: …”"));
}

fn refuse_mask(reader: &Reader, span: Span) {
    reader.refuse(
        "wrong-value",
        span,
        say!("脱敏方式应当是一个词", "a kind of mask is one word"),
        say!("可以写：id、phone、account、name、address", "write id, phone, account, name or address"),
    );
}
