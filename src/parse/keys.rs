use crate::source::Key;

/// The keys of front matter, in the order of the reference: English id and Chinese name.
pub const TOP_LEVEL: [Key; 38] = [
    TITLE,
    SUMMARY,
    CATEGORY,
    CADENCE,
    PERIOD,
    DUTY,
    UNIT,
    INDEX,
    FORMED,
    PUBLISHED,
    UPDATED,
    VERIFIED,
    EXPIRES,
    METHOD,
    WITHHELD,
    AUDIENCE,
    CHANNELS,
    TOPICS,
    KEYWORDS,
    SOURCE,
    BASIS,
    CONTACT,
    KEEP,
    ATTACHMENTS,
    TABLES,
    DOCUMENT,
    INTERPRETS,
    GUIDE,
    PUBLICITY,
    CONSULTATION,
    REPLY,
    STAGE,
    APPROVALS,
    EXCEPTIONS,
    CORRECTIONS,
    WITHDRAWN,
    REDIRECTS,
    DRAFT,
];

pub(super) const TITLE: Key = ("title", "标题");
pub(super) const SUMMARY: Key = ("summary", "内容概述");
pub(super) const CATEGORY: Key = ("category", "类别");
pub(super) const CADENCE: Key = ("cadence", "公开时限");
pub(super) const PERIOD: Key = ("period", "所属期");
pub(super) const DUTY: Key = ("duty", "公开事项");
pub(super) const UNIT: Key = ("unit", "责任单位");
pub(super) const INDEX: Key = ("index", "索引号");
pub(super) const FORMED: Key = ("formed", "生成日期");
pub(super) const PUBLISHED: Key = ("published", "发布日期");
pub(super) const UPDATED: Key = ("updated", "更新日期");
pub(super) const VERIFIED: Key = ("verified", "核对日期");
pub(super) const EXPIRES: Key = ("expires", "有效期至");
pub(super) const METHOD: Key = ("method", "公开方式");
pub(super) const WITHHELD: Key = ("withheld", "不予公开");
pub(super) const AUDIENCE: Key = ("audience", "公开对象");
pub(super) const CHANNELS: Key = ("channels", "公开渠道");
pub(super) const TOPICS: Key = ("topics", "专题");
pub(super) const KEYWORDS: Key = ("keywords", "关键词");
pub(super) const SOURCE: Key = ("source", "信息来源");
pub(super) const BASIS: Key = ("basis", "公开依据");
pub(super) const CONTACT: Key = ("contact", "联系方式");
pub(super) const KEEP: Key = ("keep", "保管期限");
pub(super) const ATTACHMENTS: Key = ("attachments", "附件");
pub(super) const TABLES: Key = ("tables", "表格");
pub(super) const DOCUMENT: Key = ("document", "公文");
pub(super) const INTERPRETS: Key = ("interprets", "解读");
pub(super) const GUIDE: Key = ("guide", "办事指南");
pub(super) const PUBLICITY: Key = ("publicity", "公示");
pub(super) const CONSULTATION: Key = ("consultation", "征求意见");
pub(super) const REPLY: Key = ("reply", "答复");
pub(super) const STAGE: Key = ("stage", "阶段");
pub(super) const APPROVALS: Key = ("approvals", "审签");
pub(super) const EXCEPTIONS: Key = ("exceptions", "例外");
pub(super) const CORRECTIONS: Key = ("corrections", "更正");
pub(super) const WITHDRAWN: Key = ("withdrawn", "撤下");
pub(super) const REDIRECTS: Key = ("redirects", "旧地址");
pub(super) const DRAFT: Key = ("draft", "草稿");
