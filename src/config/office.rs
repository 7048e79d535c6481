use crate::source::Fields;
use crate::text::Span;

/// The office that answers for the board.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Short id.
    pub id: String,
    /// 机构名称.
    pub name: String,
    /// 统一社会信用代码 or another organisation code; the first part of index numbers.
    pub code: String,
    /// 办公地址.
    pub address: String,
    /// 邮编.
    pub postcode: String,
    /// 办公时间.
    pub hours: String,
    /// 联系电话.
    pub phone: String,
    /// 传真.
    pub fax: String,
    /// 互联网联系方式.
    pub email: String,
}

/// How citizens reach those who supervise.
#[derive(Clone, Debug, Default)]
pub struct Supervision {
    /// 监督电话.
    pub hotline: String,
    /// 举报箱.
    pub report_box: String,
    /// E-mail.
    pub email: String,
    /// Where opinions can be given on the net.
    pub feedback_url: String,
}

/// What a government site shows at its foot (国办发〔2017〕47号).
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// 网站标识码.
    pub site_id_code: String,
    /// ICP备案编号.
    pub icp: String,
    /// 公安机关备案标识.
    pub police: String,
    /// 主办单位.
    pub organiser: String,
    /// 承办单位.
    pub operator: String,
}

/// The site of which the board is a part.
#[derive(Clone, Debug, Default)]
pub struct Portal {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// Which unit, by its place in the board's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u16);

/// A station, an office or a village that answers for items (责任单位).
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// Its id, part of its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `station`, `office`, `village`, `community` or another word.
    pub kind: String,
    /// Its telephone.
    pub phone: String,
    /// Where it stands in `board.yaml`.
    pub span: Span,
}

impl Unit {
    /// Whether the unit is a village or a community, which has a board of its own (村务公开栏).
    pub fn is_village(&self) -> bool {
        matches!(self.kind.as_str(), "village" | "community" | "村" | "社区")
    }
}

/// A topic that gathers items across categories (专题).
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// Its id, part of its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether its work has ended (已归档).
    pub archived: bool,
}

pub(super) fn office(fields: &mut Fields<'_, '_>) -> Office {
    let Some(mut inner) = fields.map(("office", "机构")) else { return Office::default() };
    let office = Office {
        id: plain(&mut inner, ("id", "标识")),
        name: plain(&mut inner, ("name", "名称")),
        code: plain(&mut inner, ("code", "代码")),
        address: plain(&mut inner, ("address", "地址")),
        postcode: plain(&mut inner, ("postcode", "邮编")),
        hours: plain(&mut inner, ("hours", "办公时间")),
        phone: plain(&mut inner, ("phone", "电话")),
        fax: plain(&mut inner, ("fax", "传真")),
        email: plain(&mut inner, ("email", "邮箱")),
    };
    inner.refuse_rest();
    office
}

pub(super) fn supervision(fields: &mut Fields<'_, '_>) -> Supervision {
    let Some(mut inner) = fields.map(("supervision", "监督")) else { return Supervision::default() };
    let supervision = Supervision {
        hotline: plain(&mut inner, ("hotline", "监督电话")),
        report_box: plain(&mut inner, ("report_box", "举报箱")),
        email: plain(&mut inner, ("email", "邮箱")),
        feedback_url: plain(&mut inner, ("feedback_url", "反馈地址")),
    };
    inner.refuse_rest();
    supervision
}

pub(super) fn identity(fields: &mut Fields<'_, '_>) -> Identity {
    let Some(mut inner) = fields.map(("identity", "标识")) else { return Identity::default() };
    let identity = Identity {
        site_id_code: plain(&mut inner, ("site_id_code", "网站标识码")),
        icp: plain(&mut inner, ("icp", "ICP备案")),
        police: plain(&mut inner, ("police", "公安备案")),
        organiser: plain(&mut inner, ("organiser", "主办单位")),
        operator: plain(&mut inner, ("operator", "承办单位")),
    };
    inner.refuse_rest();
    identity
}

pub(super) fn portal(fields: &mut Fields<'_, '_>) -> Portal {
    let Some(mut inner) = fields.map(("portal", "上级网站")) else { return Portal::default() };
    let portal = Portal { name: plain(&mut inner, ("name", "名称")), url: plain(&mut inner, ("url", "地址")) };
    inner.refuse_rest();
    portal
}

pub(super) fn units(fields: &mut Fields<'_, '_>) -> Vec<Unit> {
    let each = |mut inner: Fields<'_, '_>| {
        let unit = Unit {
            span: inner.span(),
            id: plain(&mut inner, ("id", "标识")),
            name: plain(&mut inner, ("name", "名称")),
            kind: plain(&mut inner, ("kind", "类型")),
            phone: plain(&mut inner, ("phone", "电话")),
        };
        inner.refuse_rest();
        unit
    };
    fields.maps(("units", "责任单位")).into_iter().map(each).filter(|unit| !unit.id.is_empty()).collect()
}

pub(super) fn topics(fields: &mut Fields<'_, '_>, key: crate::source::Key) -> Vec<Topic> {
    let each = |mut inner: Fields<'_, '_>| {
        let topic = Topic {
            id: plain(&mut inner, ("id", "标识")),
            name: plain(&mut inner, ("name", "名称")),
            archived: inner.flag(("archived", "已归档")).is_some_and(|archived| archived.value),
        };
        inner.refuse_rest();
        topic
    };
    fields.maps(key).into_iter().map(each).filter(|topic| !topic.id.is_empty()).collect()
}

/// A text that may be left out.
pub(super) fn plain(fields: &mut Fields<'_, '_>, key: crate::source::Key) -> String {
    fields.text(key).map(|text| text.value).unwrap_or_default()
}
