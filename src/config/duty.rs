use super::settings::Config;
use crate::calendar::{Length, Period};
use crate::diag::Report;
use crate::source::{Fields, Key, Reader, Source, Value};
use crate::term::{Cadence, Channel, Term};
use crate::text::{Placed, Span};

/// Which duty, by its place in `duties.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DutyId(pub u16);

/// One row of the standard catalogue: what must be published, by whom, how often, on what basis, by when (应公开事项).
#[derive(Clone, Debug)]
pub struct Duty {
    /// Its id, as items name it.
    pub id: String,
    /// 二级事项, the name of what is owed.
    pub name: String,
    /// Where it stands in `duties.yaml`.
    pub span: Span,
    /// The category where it is fulfilled, by path of ids or names.
    pub category: Option<Placed<String>>,
    /// How often.
    pub cadence: Option<Placed<Cadence>>,
    /// Who, by id or name.
    pub unit: Option<Placed<String>>,
    /// From which period on it is owed.
    pub since: Option<Placed<Period>>,
    /// Up to which period it is owed.
    pub until: Option<Placed<Period>>,
    /// Why it rests at present.
    pub paused: Option<Placed<String>>,
    /// How long after the period, or after the information was formed, it is due.
    pub due: Option<Placed<Length>>,
    /// 公开依据.
    pub basis: Vec<String>,
    /// 公开内容（要素）: what an item must speak of.
    pub elements: Vec<String>,
    /// 公开渠道和载体.
    pub channels: Vec<Channel>,
    /// 公开层级.
    pub level: Option<String>,
}

/// Keys that may stand in a duty.
const KEYS: [Key; 14] = [
    ("id", "标识"),
    ("name", "名称"),
    ("category", "类别"),
    ("cadence", "公开时限"),
    ("unit", "责任单位"),
    ("since", "起"),
    ("until", "止"),
    ("paused", "暂停"),
    ("due", "期限"),
    ("basis", "公开依据"),
    ("elements", "要素"),
    ("channels", "公开渠道"),
    ("level", "公开层级"),
    ("area", "领域"),
];

/// Reads `duties.yaml`; a board without one owes nothing that is written down.
pub fn duties(source: Option<&Source>, _config: &Config, report: &mut Report) -> Vec<Duty> {
    let Some(source) = source else { return Vec::new() };
    let reader = Reader::new(&source.path);
    let is_key = |word: &str| KEYS.iter().any(|key| key.0 == word || key.1 == word);
    let nodes = match reader.yaml(&source.text, 0, &is_key).map(|node| node.value) {
        Some(Value::List(list)) => list,
        _ => Vec::new(),
    };
    let duties = nodes.into_iter().filter_map(|node| duty(Fields::of(&reader, node))).collect();
    report.extend(reader.finish());
    duties
}

fn duty(mut fields: Fields<'_, '_>) -> Option<Duty> {
    let id = fields.text(("id", "标识"));
    let duty = Duty {
        name: fields.text(("name", "名称")).map(|name| name.value).unwrap_or_default(),
        span: fields.span(),
        category: fields.text(("category", "类别")),
        cadence: fields.term(("cadence", "公开时限")),
        unit: fields.text(("unit", "责任单位")),
        since: fields.period(("since", "起")),
        until: fields.period(("until", "止")),
        paused: fields.text(("paused", "暂停")),
        due: fields.length(("due", "期限")),
        basis: fields.texts(("basis", "公开依据")).into_iter().map(|basis| basis.value).collect(),
        elements: fields.texts(("elements", "要素")).into_iter().map(|element| element.value).collect(),
        channels: fields.texts(("channels", "公开渠道")).iter().filter_map(|word| Channel::read(word)).collect(),
        level: fields.text(("level", "公开层级")).map(|level| level.value),
        id: id.clone().map(|id| id.value).unwrap_or_default(),
    };
    fields.refuse_rest();
    id.map(|_| duty)
}
