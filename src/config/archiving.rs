use crate::source::Fields;

/// How what was published goes to the archive (归档).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archiving {
    /// 全宗号; empty for the office's id.
    pub fonds: String,
    /// 档案门类代码.
    pub kind: String,
    /// How file numbers (档号) are made, of `{fonds} {type} {year} {keep} {unit} {serial:04}` (DA/T 22-2015).
    pub pattern: String,
    /// 保管期限 of items that do not say.
    pub keep: String,
}

impl Default for Archiving {
    fn default() -> Self {
        Self {
            fonds: String::new(),
            kind: "WS".to_owned(),
            pattern: "{fonds}-{type}·{year}-{keep}-{unit}-{serial:04}".to_owned(),
            keep: "30年".to_owned(),
        }
    }
}

pub(super) fn archiving(fields: &mut Fields<'_, '_>) -> Archiving {
    let default = Archiving::default();
    let Some(mut inner) = fields.map(("archive", "归档")) else { return default };
    let archiving = Archiving {
        fonds: inner.text(("fonds", "全宗号")).map_or(default.fonds, |fonds| fonds.value),
        kind: inner.text(("type", "门类")).map_or(default.kind, |kind| kind.value),
        pattern: inner.text(("pattern", "档号规则")).map_or(default.pattern, |pattern| pattern.value),
        keep: inner.text(("keep", "保管期限")).map_or(default.keep, |keep| keep.value),
    };
    inner.refuse_rest();
    archiving
}
