use crate::calendar::Length;
use crate::say;
use crate::source::Fields;

/// What of the approvals a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PublishApprovals {
    /// Nothing.
    None,
    /// Steps, roles and dates.
    #[default]
    Roles,
    /// Roles, dates and opinions.
    Full,
}

/// What the board has decided where rules leave a choice. Figures are defaults that an office may change.
#[derive(Clone, Debug)]
pub struct Policies {
    /// What of the approvals a page shows.
    pub publish_approvals: PublishApprovals,
    /// Whether names in lists of persons are masked (张*三).
    pub name_mask: bool,
    /// From which share of its total a line 其他 must be broken up, in per cent.
    pub lump_sum_share: f64,
    /// Telephone numbers that may be published although they look private.
    pub public_phones: Vec<String>,
    /// After how long a permanent item must be verified again.
    pub verify_permanent_after: Length,
    /// How soon after it was formed information must be published (条例 art. 26: 20 working days).
    pub publish_within: Length,
    /// How soon after its document an interpretation must be published, in working days.
    pub interpretation_days: u64,
    /// How long a notice must stay open to objections, in working days.
    pub publicity_days: u64,
    /// How soon a question must be answered, in working days.
    pub reply_days: u64,
    /// How long a wall board keeps an item, in days.
    pub posting_days: u64,
    /// How many days before its deadline a duty counts as due soon.
    pub due_soon_days: u64,
    /// After how many days without anything new the home page fails the inspection
    /// (《政府网站与政务新媒体检查指标》, 国办秘函〔2019〕19号: two weeks).
    pub home_days: u64,
    /// After how long without anything new a column of news counts as not kept up (the same: two weeks).
    pub news_within: Length,
    /// After how long without anything new a column of notices or documents counts as not kept up (the same: six months).
    pub documents_within: Length,
    /// How many such columns fail the inspection (the same: five).
    pub stale_columns: u64,
    /// How many columns of any kind that are not kept up fail the inspection (the same: ten).
    pub stale_columns_of_any_kind: u64,
    /// How many empty columns fail the inspection (the same: five).
    pub empty_columns: u64,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            publish_approvals: PublishApprovals::Roles,
            name_mask: false,
            lump_sum_share: 10.0,
            public_phones: Vec::new(),
            verify_permanent_after: Length::months(12),
            publish_within: Length::working_days(20),
            interpretation_days: 3,
            publicity_days: 7,
            reply_days: 15,
            posting_days: 10,
            due_soon_days: 30,
            home_days: 14,
            news_within: Length::weeks(2),
            documents_within: Length::months(6),
            stale_columns: 5,
            stale_columns_of_any_kind: 10,
            empty_columns: 5,
        }
    }
}

pub(super) fn policies(fields: &mut Fields<'_, '_>) -> Policies {
    let default = Policies::default();
    let Some(mut inner) = fields.map(("policies", "规定")) else { return default };
    let number = |inner: &mut Fields<'_, '_>, key, default: u64| inner.number(key).map_or(default, |days| days.value);
    let length = |inner: &mut Fields<'_, '_>, key, default: Length| inner.length(key).map_or(default, |own| own.value);
    let policies = Policies {
        publish_approvals: publish_approvals(&mut inner),
        name_mask: name_mask(&mut inner),
        lump_sum_share: share(&mut inner).unwrap_or(default.lump_sum_share),
        public_phones: inner.texts(("public_phones", "公开电话")).into_iter().map(|phone| phone.value).collect(),
        verify_permanent_after: length(
            &mut inner,
            ("verify_permanent_after", "长期公开核对期限"),
            default.verify_permanent_after,
        ),
        publish_within: length(&mut inner, ("publish_within", "公开期限"), default.publish_within),
        interpretation_days: number(&mut inner, ("interpretation_days", "解读期限"), default.interpretation_days),
        publicity_days: number(&mut inner, ("publicity_days", "公示天数"), default.publicity_days),
        reply_days: number(&mut inner, ("reply_days", "答复期限"), default.reply_days),
        posting_days: number(&mut inner, ("posting_days", "张贴天数"), default.posting_days),
        due_soon_days: number(&mut inner, ("due_soon_days", "临近提醒"), default.due_soon_days),
        home_days: number(&mut inner, ("home_days", "首页更新天数"), default.home_days),
        news_within: length(&mut inner, ("news_within", "动态更新期限"), default.news_within),
        documents_within: length(&mut inner, ("documents_within", "文件更新期限"), default.documents_within),
        stale_columns: number(&mut inner, ("stale_columns", "动态文件类逾期栏目数"), default.stale_columns),
        stale_columns_of_any_kind: number(
            &mut inner,
            ("stale_columns_of_any_kind", "逾期栏目数"),
            default.stale_columns_of_any_kind,
        ),
        empty_columns: number(&mut inner, ("empty_columns", "空白栏目数"), default.empty_columns),
    };
    inner.refuse_rest();
    policies
}

fn publish_approvals(inner: &mut Fields<'_, '_>) -> PublishApprovals {
    let choices = ["none", "不公开", "roles", "职务", "full", "全部"];
    let Some(word) = inner.text_among(("publish_approvals", "公开审签"), &choices) else {
        return PublishApprovals::default();
    };
    match word.trim() {
        "none" | "不公开" => PublishApprovals::None,
        "roles" | "职务" => PublishApprovals::Roles,
        "full" | "全部" => PublishApprovals::Full,
        other => {
            inner.reader().refuse(
                "wrong-value",
                word.span,
                say!("“publish_approvals”的值“{other}”不对", "“publish_approvals” cannot be “{other}”"),
                say!("可以写：none、roles、full", "write none, roles or full"),
            );
            PublishApprovals::None
        }
    }
}

fn name_mask(inner: &mut Fields<'_, '_>) -> bool {
    let choices = ["on", "off", "是", "否", "true", "false"];
    let Some(word) = inner.text_among(("name_mask", "姓名脱敏"), &choices) else { return false };
    match word.trim() {
        "on" | "是" | "true" => true,
        "off" | "否" | "false" => false,
        other => {
            inner.reader().refuse(
                "wrong-value",
                word.span,
                say!("“name_mask”的值“{other}”不对", "“name_mask” cannot be “{other}”"),
                say!("可以写：on、off", "write on or off"),
            );
            true
        }
    }
}

fn share(inner: &mut Fields<'_, '_>) -> Option<f64> {
    let word = inner.text(("lump_sum_share", "其他占比"))?;
    let share = word.trim().trim_end_matches(['%', '％']).trim().parse::<f64>().ok();
    let share = share.filter(|share| (0.0..=100.0).contains(share));
    if share.is_none() {
        let shown = &word.value;
        inner.reader().refuse(
            "wrong-value",
            word.span,
            say!("“lump_sum_share”的值“{shown}”不是百分数", "“lump_sum_share” is no percentage: “{shown}”"),
            say!("如 10%", "for example 10%"),
        );
    }
    share
}
