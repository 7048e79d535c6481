use super::archiving::{Archiving, archiving};
use super::base_url::BaseUrl;
use super::category::{Categories, CategoryId, categories};
use super::office::{self, Identity, Office, Portal, Supervision, Topic, Unit, UnitId};
use super::policies::{Policies, policies};
use super::screen::{Screen, screen};
use super::severity::{Severities, severities};
use super::step::{Step, steps};
use crate::diag::{Diagnostic, Report, Severity};
use crate::say;
use crate::source::{Fields, Key, Node, Reader, Shape, Source, Value};
use crate::term::step_name;
use crate::text::Span;
use std::sync::Arc;

/// What kind of board it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A part of another site (国办发〔2017〕47号: townships open no portal).
    #[default]
    Section,
    /// A site of its own.
    Standalone,
    /// A village's board.
    Village,
}

/// Everything `board.yaml` says, with defaults in place.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file, as findings name it.
    pub path: Arc<str>,
    /// The board's name.
    pub title: String,
    /// Its public address.
    pub base_url: BaseUrl,
    /// Its kind.
    pub kind: Kind,
    /// The language of interface words.
    pub language: String,
    /// Which theme.
    pub theme: String,
    /// The office.
    pub office: Office,
    /// Who supervises.
    pub supervision: Supervision,
    /// What stands at the foot.
    pub identity: Identity,
    /// The site of which this is a part.
    pub portal: Portal,
    /// Who answers for items.
    pub units: Vec<Unit>,
    /// Where items hang.
    pub categories: Categories,
    /// The steps of approval, in order.
    pub approvals: Arc<[Step]>,
    /// How index numbers are made.
    pub index_pattern: String,
    /// Topics.
    pub topics: Vec<Topic>,
    /// Names of undertakings; one that is not named here bears the title of its first item.
    pub matters: Vec<Topic>,
    /// Choices.
    pub policies: Policies,
    /// The hall's screen.
    pub screen: Screen,
    /// How what was published goes to the archive.
    pub archiving: Archiving,
    /// Weights of checks.
    pub severities: Severities,
}

impl Config {
    /// A unit. Ids are handed out by [`Config::find_unit`] only.
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// Finds a unit by id or name.
    pub fn find_unit(&self, word: &str) -> Option<UnitId> {
        let word = word.trim();
        self.units.iter().position(|unit| unit.id == word || unit.name == word).map(|at| UnitId(at as u16))
    }

    /// The steps of approval that items of a category need: its own, else the board's.
    pub fn steps_of(&self, category: Option<CategoryId>) -> &Arc<[Step]> {
        let own = category.and_then(|id| self.categories.get(id).approvals.as_ref());
        own.unwrap_or(&self.approvals)
    }

    /// The name of a step of approval: the board's, else that of a category that has the step.
    pub fn step_name<'a>(&'a self, id: &'a str) -> &'a str {
        let own = self.categories.iter().filter_map(|(_, category)| category.approvals.as_deref()).flatten();
        let named = self.approvals.iter().chain(own).find(|step| step.id == id);
        named.map_or_else(|| step_name(id), |step| &step.name)
    }
}

/// Keys of `board.yaml` that may stand at its top.
const KEYS: [Key; 21] = [
    ("title", "标题"),
    ("base_url", "网址"),
    ("kind", "类型"),
    ("language", "语言"),
    ("theme", "主题"),
    ("office", "机构"),
    ("supervision", "监督"),
    ("identity", "标识"),
    ("portal", "上级网站"),
    ("units", "责任单位"),
    ("categories", "公开类别"),
    ("approvals", "审签"),
    ("index_pattern", "索引号规则"),
    ("topics", "专题"),
    ("matters", "事项进程"),
    ("policies", "规定"),
    ("screen", "大厅屏幕"),
    ("archive", "归档"),
    ("checks", "检查"),
    ("id", "标识"),
    ("name", "名称"),
];

/// Where the settings lie.
const PATH: &str = "content/board.yaml";

/// Reads `board.yaml`. Nothing comes back where it is missing or no YAML; what is wrong otherwise stands in the report,
/// as errors, and a default takes its place so that the rest can still be looked at.
pub fn settings(source: Option<&Source>, report: &mut Report) -> Option<Config> {
    let Some(source) = source else {
        // One that is there and cannot be read was told of already.
        if report.findings().iter().any(|finding| finding.place.as_ref().is_some_and(|place| &*place.path == PATH)) {
            return None;
        }
        report.push(
            Diagnostic::new(
                "missing-field",
                Severity::Error,
                None,
                say!("没有 content/board.yaml", "there is no content/board.yaml"),
            )
            .remedy(say!("用 gongkai init 建一个，或从样例复制", "make one with gongkai init, or copy the sample's")),
        );
        return None;
    };
    let reader = Reader::new(&source.path);
    let is_key = |word: &str| KEYS.iter().any(|key| key.0 == word || key.1 == word);
    let config = reader.yaml(&source.text, 0, &is_key).map(|node| config(&source.path, Fields::of(&reader, node)));
    report.extend(reader.finish());
    config
}

/// What `board.yaml` may hold, as it is read.
pub fn settings_shape() -> Shape {
    Reader::shape(|fields| drop(config(&Arc::from("content/board.yaml"), fields)))
}

/// The settings of a board that has written nothing.
pub(super) fn unwritten() -> Config {
    let path = Arc::from("content/board.yaml");
    let reader = Reader::new(&path);
    config(&path, Fields::of(&reader, Node { value: Value::Empty, span: Span::default() }))
}

fn config(path: &Arc<str>, mut fields: Fields<'_, '_>) -> Config {
    let reader = fields.reader();
    let title = required(&mut fields, ("title", "标题"), "青石镇政务公开栏");
    let approvals = fields.node(("approvals", "审签")).map(|node| steps(node, reader, &[])).unwrap_or_default();
    let mut config = Config {
        path: Arc::clone(path),
        title,
        base_url: base_url(&mut fields),
        kind: kind(&mut fields),
        language: fields.text(("language", "语言")).map_or_else(|| "zh-CN".to_owned(), |language| language.value),
        theme: fields.text(("theme", "主题")).map_or_else(|| "default".to_owned(), |theme| theme.value),
        office: office::office(&mut fields),
        supervision: office::supervision(&mut fields),
        identity: office::identity(&mut fields),
        portal: office::portal(&mut fields),
        units: office::units(&mut fields),
        categories: categories(&mut fields, &approvals),
        approvals,
        index_pattern: fields
            .text(("index_pattern", "索引号规则"))
            .map_or_else(|| "{code}/{year}-{serial:05}".to_owned(), |pattern| pattern.value),
        topics: office::topics(&mut fields, ("topics", "专题")),
        matters: office::topics(&mut fields, ("matters", "事项进程")),
        policies: policies(&mut fields),
        screen: Screen::default(),
        archiving: archiving(&mut fields),
        severities: severities(&mut fields),
    };
    config.screen = screen(&mut fields, |word| config.find_unit(word).is_some());
    fields.refuse_rest();
    config
}

fn required(fields: &mut Fields<'_, '_>, key: Key, example: &str) -> String {
    let value = fields.text(key);
    if value.is_none() && !fields.was_written(key) {
        let (id, name) = key;
        fields.reader().refuse(
            "missing-field",
            fields.span(),
            say!("board.yaml 缺少“{id}”（{name}）", "board.yaml lacks “{id}”"),
            say!("加一行：{id}: {example}", "add a line: {id}: {example}"),
        );
    }
    value.map(|value| value.value).unwrap_or_default()
}

fn base_url(fields: &mut Fields<'_, '_>) -> BaseUrl {
    let written = fields.text(("base_url", "网址"));
    let url = written.as_ref().and_then(|url| BaseUrl::parse(url));
    if let (Some(written), None) = (&written, &url) {
        let shown = &written.value;
        fields.reader().refuse(
            "wrong-value",
            written.span,
            say!("“{shown}”不是网址", "“{shown}” is no address"),
            say!("如 https://example.gov.cn/qingshi/", "for example https://example.gov.cn/qingshi/"),
        );
    } else if written.is_none() {
        required(fields, ("base_url", "网址"), "https://example.gov.cn/qingshi/");
    }
    url.unwrap_or_else(BaseUrl::nowhere)
}

fn kind(fields: &mut Fields<'_, '_>) -> Kind {
    let choices = ["section", "栏目", "standalone", "独立网站", "village", "村"];
    let Some(word) = fields.text_among(("kind", "类型"), &choices) else { return Kind::default() };
    match word.trim() {
        "section" | "栏目" => Kind::Section,
        "standalone" | "独立网站" => Kind::Standalone,
        "village" | "村" => Kind::Village,
        other => {
            fields.reader().refuse(
                "wrong-value",
                word.span,
                say!("“kind”的值“{other}”不对", "“kind” cannot be “{other}”"),
                say!("可以写：section、standalone、village", "write section, standalone or village"),
            );
            Kind::default()
        }
    }
}
