use crate::say;
use crate::source::{Fields, Key, Node, Value};
use crate::text::Span;

/// Kinds of applicants (申请人情况), in the order of the official table: 自然人, then five kinds of organisations.
pub const APPLICANTS: usize = 6;

/// A row of the table of requests as it is written in `annual/YYYY.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestRow {
    /// The map in which it stands; none at the top of `requests`.
    pub group: Option<Key>,
    /// Its key.
    pub key: Key,
}

const REFUSED: Option<Key> = Some(("refused", "不予公开"));
const UNABLE: Option<Key> = Some(("unable", "无法提供"));
const UNHANDLED: Option<Key> = Some(("unhandled", "不予处理"));
const OTHER: Option<Key> = Some(("other", "其他处理"));

const fn row(group: Option<Key>, key: Key) -> RequestRow {
    RequestRow { group, key }
}

/// The rows in the order of the official table (国办公开办函〔2021〕30号). Its totals are not written but computed.
pub const REQUEST_ROWS: [RequestRow; 24] = [
    row(None, ("new", "新收")),
    row(None, ("carried_over", "上年结转")),
    row(None, ("granted", "予以公开")),
    row(None, ("partly_granted", "部分公开")),
    row(REFUSED, ("state_secret", "国家秘密")),
    row(REFUSED, ("forbidden_by_law", "法律禁止")),
    row(REFUSED, ("stability", "三安全一稳定")),
    row(REFUSED, ("third_party", "第三方权益")),
    row(REFUSED, ("internal_affairs", "内部事务")),
    row(REFUSED, ("process", "过程性信息")),
    row(REFUSED, ("enforcement_file", "执法案卷")),
    row(REFUSED, ("administrative_query", "行政查询")),
    row(UNABLE, ("not_held", "不掌握")),
    row(UNABLE, ("must_be_made", "需另行制作")),
    row(UNABLE, ("unclear", "仍不明确")),
    row(UNHANDLED, ("petition", "信访投诉")),
    row(UNHANDLED, ("repeated", "重复申请")),
    row(UNHANDLED, ("publication", "公开出版物")),
    row(UNHANDLED, ("excessive", "大量反复")),
    row(UNHANDLED, ("confirmation", "要求确认")),
    row(OTHER, ("not_completed", "逾期不补正")),
    row(OTHER, ("not_paid", "逾期不缴费")),
    row(OTHER, ("other", "其他")),
    row(None, ("carried_forward", "结转下年")),
];

/// Requests for information in a year (依申请公开), as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requests {
    /// By row, in the order of [`REQUEST_ROWS`], and by kind of applicant.
    pub counts: [[u64; APPLICANTS]; REQUEST_ROWS.len()],
    /// Where each row is written; where it is not, the whole map.
    pub spans: [Span; REQUEST_ROWS.len()],
}

impl Requests {
    /// The row of a key at the top of `requests`.
    pub fn at(&self, key: &str) -> Option<usize> {
        REQUEST_ROWS.iter().position(|row| row.group.is_none() && row.key.0 == key).filter(|&at| at < self.counts.len())
    }
}

/// Reads `requests`.
pub(super) fn requests(mut fields: Fields<'_, '_>) -> Requests {
    let whole = fields.span();
    let mut requests = Requests { counts: [[0; APPLICANTS]; REQUEST_ROWS.len()], spans: [whole; REQUEST_ROWS.len()] };
    let mut take = |fields: &mut Fields<'_, '_>, group: Option<Key>| {
        for (at, row) in REQUEST_ROWS.iter().enumerate().filter(|(_, row)| row.group == group) {
            if let Some(node) = fields.node(row.key) {
                requests.spans[at] = node.span;
                requests.counts[at] = six(fields, node, row.key).unwrap_or_default();
            }
        }
    };
    take(&mut fields, None);
    for group in [REFUSED, UNABLE, UNHANDLED, OTHER] {
        if let Some(mut inner) = group.and_then(|key| fields.map(key)) {
            take(&mut inner, group);
            inner.refuse_rest();
        }
    }
    fields.refuse_rest();
    requests
}

/// Six numbers, one for each kind of applicant.
fn six(fields: &Fields<'_, '_>, node: Node<'_>, key: Key) -> Option<[u64; APPLICANTS]> {
    let span = node.span;
    let words = match node.value {
        Value::List(list) => list,
        _ => Vec::new(),
    };
    let numbers = words.iter().map(|node| match &node.value {
        Value::Text(word) => word.trim().parse::<u64>().ok(),
        _ => None,
    });
    let numbers: Option<Vec<u64>> = numbers.collect();
    let six = numbers.and_then(|numbers| <[u64; APPLICANTS]>::try_from(numbers).ok());
    if six.is_none() {
        let (id, name) = key;
        fields.reader().refuse(
            "wrong-value",
            span,
            say!("“{name}”应当是六个数", "“{id}” takes six numbers"),
            say!(
                "依次为自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他，如 [6, 1, 0, 0, 0, 0]",
                "persons, companies, research, welfare, legal services, others: [6, 1, 0, 0, 0, 0]"
            ),
        );
    }
    six
}
