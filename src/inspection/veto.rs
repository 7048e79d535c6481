//! 单项否决: what alone fails a whole site, as the inspectors name it (国办秘函〔2019〕19号). What a generator cannot see is
//! said to be so.

use super::fault::Fault;
use crate::board::Board;
use crate::diag::Severity;
use crate::say;
use crate::tally::Feedback;
use crate::text::Text;

/// One of the indicators, and how the board stands to it.
#[derive(Clone, Debug)]
pub struct Veto<'a> {
    /// Its id: `secrecy forgery access home columns interaction services`.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// From when on it fails a site.
    pub rule: Text,
    /// How the board stands.
    pub state: VetoState,
    /// What was found.
    pub faults: Vec<Fault<'a>>,
    /// What else there is to say.
    pub note: Option<Text>,
}

/// How a board stands to an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VetoState {
    /// Nothing was found.
    Clear,
    /// Something that a person must look at before an inspector does.
    AtRisk,
    /// The threshold is reached.
    Failed,
    /// Not looked at, or not to be seen from here.
    NotJudged,
}

impl VetoState {
    /// The word in data: `clear at-risk failed not-judged`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::AtRisk => "at-risk",
            Self::Failed => "failed",
            Self::NotJudged => "not-judged",
        }
    }

    /// The word for people.
    pub fn text(self) -> Text {
        match self {
            Self::Clear => say!("未发现", "nothing found"),
            Self::AtRisk => say!("有风险", "at risk"),
            Self::Failed => say!("触发否决", "fails"),
            Self::NotJudged => say!("须另查", "not judged here"),
        }
    }
}

/// From so many stale columns on a site fails; the check of empty columns counts for itself.
const TOO_MANY_STALE: usize = 5;

/// All indicators, in the order of the official list.
pub(super) fn vetoes<'a>(board: &Board, faults: &[Fault<'a>]) -> Vec<Veto<'a>> {
    let found = |checks: &[&str]| -> Vec<Fault<'a>> {
        faults.iter().filter(|fault| checks.contains(&fault.located.finding.check)).copied().collect()
    };
    let one = |id, name, rule, checks: &'static [&'static str], fails: &dyn Fn(&[Fault<'a>]) -> bool| {
        let faults = found(checks);
        let off: Vec<&str> = checks.iter().copied().filter(|check| board.config.severities.is_off(check)).collect();
        let state = match () {
            () if fails(&faults) => VetoState::Failed,
            () if !faults.is_empty() => VetoState::AtRisk,
            () if off.len() == checks.len() => VetoState::NotJudged,
            () => VetoState::Clear,
        };
        let note = (!off.is_empty())
            .then(|| say!("board.yaml 关闭了 {names}", "board.yaml switches off {names}"; names: Text::list(&off)));
        Veto { id, name, rule, state, faults, note }
    };
    let is_error = |fault: &Fault<'_>| fault.located.finding.severity == Severity::Error;
    let never = |_: &[Fault<'a>]| false;
    let stale = |faults: &[Fault<'a>]| {
        let errors = |check| faults.iter().filter(move |fault| is_error(fault) && fault.located.finding.check == check);
        errors("stale-category").count() >= TOO_MANY_STALE || errors("empty-category").count() > 0
    };
    let long = Feedback::long_unanswered(board);
    let mut interaction = one(
        "interaction",
        say!("互动回应差", "no answers"),
        say!("一年内有效留言超过3个月未答复", "a message of the last year without an answer for three months"),
        &["late-reply"],
        &|_| long > 0,
    );
    if long > 0 {
        interaction.note = Some(say!(
            "意见登记簿里有 {long} 条超过3个月没有答复",
            "{long} opinions in the register have waited for more than three months"
        ));
    }
    vec![
        one(
            "secrecy",
            say!("安全、泄密事故等严重问题", "a leak or another grave matter"),
            say!("泄露国家秘密等，有一处即否决", "state secrets and the like; one is enough"),
            &["internal-link", "secret-marking"],
            &|faults| faults.iter().any(is_error),
        ),
        one(
            "forgery",
            say!("弄虚作假", "forgery"),
            say!("如伪造发稿日期；发现的须逐条核实", "such as forged dates; each finding must be looked into"),
            &["backdated", "impossible-dates", "silent-change"],
            &never,
        ),
        Veto {
            id: "access",
            name: say!("站点无法访问", "the site cannot be reached"),
            rule: say!("一周内15秒打不开的达5%", "5 % of a week's visits wait for more than 15 seconds"),
            state: VetoState::NotJudged,
            faults: Vec::new(),
            note: Some(say!("由网站运行监测判定", "to be judged by those who run the server")),
        },
        one(
            "home",
            say!("首页不更新", "the home page is not updated"),
            say!("2周未更新", "no update for two weeks"),
            &["stale-home"],
            &|faults| faults.iter().any(is_error),
        ),
        one(
            "columns",
            say!("栏目不更新", "columns are not updated"),
            say!(
                "动态要闻2周、通知政策6个月未更新合计5个，应更新未更新10个，空白栏目5个",
                "five columns of news (2 weeks) and documents (6 months), ten of any kind, or five empty ones"
            ),
            &["empty-category", "stale-category"],
            &stale,
        ),
        interaction,
        one(
            "services",
            say!("服务不实用", "services are of no use"),
            say!("没有办事服务，或办事指南要素缺失", "no services, or guides that lack what they must say"),
            &["incomplete-guide"],
            &never,
        ),
    ]
}
