use crate::config::BaseUrl;
use crate::diag::Report;
use crate::say;
use crate::source::{Fields, Reader, Shape};
use crate::text::Placed;
use std::sync::Arc;

/// `boards.yaml`: the boards that a county reads as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardList {
    /// What the portal is called.
    pub title: String,
    /// The boards, in the order written.
    pub boards: Vec<Listed>,
}

/// One board of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name under which the county knows the office.
    pub name: String,
    /// Where its `catalogue.json` is.
    pub catalogue: Placed<Where>,
    /// The public address of the board, where the list tells it.
    pub address: Option<BaseUrl>,
}

/// Where a catalogue is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// In a file; a relative path counts from the folder of the list.
    Path(String),
    /// On the web.
    Url(String),
}

impl Default for Where {
    fn default() -> Self {
        Self::Path(String::new())
    }
}

impl Where {
    /// Reads what was written: what begins as an address on the web is one.
    fn read(text: String) -> Self {
        let web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        if web { Self::Url(text) } else { Self::Path(text) }
    }

    /// Another file of the same board: `statistics.json` beside `catalogue.json`.
    pub fn beside(&self, name: &str) -> Self {
        let text = self.text();
        let folder = text.rfind(['/', '\\']).map_or("", |at| &text[..=at]);
        Self::read(format!("{folder}{name}"))
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        match self {
            Self::Path(text) | Self::Url(text) => text,
        }
    }

    /// The address of the board that publishes this catalogue, which lies at its top.
    pub fn board(&self) -> Option<BaseUrl> {
        match self {
            Self::Path(_) => None,
            Self::Url(_) => BaseUrl::parse(self.beside("").text()),
        }
    }
}

impl BoardList {
    /// Reads the list. With any finding it is not fit for use.
    pub fn read(path: &Arc<str>, text: &str) -> (Self, Report) {
        let reader = Reader::new(path);
        let mut list = Self::default();
        if let Some(node) = reader.yaml(text, 0, &|_| false) {
            list = whole(Fields::of(&reader, node));
        }
        (list, reader.finish())
    }
}

/// The keys of `boards.yaml`, for a schema.
pub fn board_list_shape() -> Shape {
    Reader::shape(|fields| drop(whole(fields)))
}

fn whole(mut fields: Fields<'_, '_>) -> BoardList {
    let title = demanded(&mut fields, ("title", "标题")).value;
    let boards: Vec<Listed> = fields.maps(("boards", "公开栏")).into_iter().map(listed).collect();
    if boards.is_empty() && !fields.was_written(("boards", "公开栏")) {
        fields.reader().refuse(
            "missing-field",
            fields.span(),
            say!("没有写有哪些公开栏", "no boards are listed"),
            say!("加上 boards: 每个公开栏写 name 和 catalogue", "add boards:, each with name and catalogue"),
        );
    }
    fields.refuse_rest();
    BoardList { title, boards }
}

fn listed(mut fields: Fields<'_, '_>) -> Listed {
    let name = demanded(&mut fields, ("name", "名称")).value;
    let catalogue = demanded(&mut fields, ("catalogue", "目录")).map(Where::read);
    let address = fields.text(("address", "网址")).and_then(|written| {
        let address = BaseUrl::parse(&written.value);
        let said = written.value;
        if address.is_none() {
            fields.reader().refuse(
                "wrong-value",
                written.span,
                say!("“{said}”不是网址", "“{said}” is no address on the web"),
                say!(
                    "写公开栏首页的网址，如 https://example.gov.cn/qingshi/",
                    "write the board's own address, as https://example.gov.cn/qingshi/"
                ),
            );
        }
        address
    });
    fields.refuse_rest();
    Listed { name, catalogue, address }
}

/// A text that must be there.
fn demanded(fields: &mut Fields<'_, '_>, key: (&'static str, &'static str)) -> Placed<String> {
    let text = fields.text(key).map(|text| text.map(|text| text.trim().to_owned())).unwrap_or_default();
    if text.is_empty() {
        let span = fields.key_span(key).unwrap_or(fields.span());
        let (id, name) = key;
        fields.reader().refuse(
            "missing-field",
            span,
            say!("没有写{name}", "{id} is missing"),
            say!("加上 {id}", "add {id}"),
        );
    }
    text
}
