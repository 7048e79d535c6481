use super::super::contract::{Check, Context, Family, Meta};
use crate::config::{Config, Kind};
use crate::diag::{Place, Severity};
use crate::say;
use crate::text::{Text, is_cjk};

/// Finds what a government site of its own must show at its foot and the board does not say.
pub(crate) struct MissingIdentity;

static META: Meta = Meta {
    id: "missing-identity",
    family: Family::Site,
    severity: Severity::Warning,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）底部功能区"),
    page: include_str!("../../../docs/checks/missing-identity.md"),
};

impl Check for MissingIdentity {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let config = &cx.board.config;
        if config.kind != Kind::Standalone {
            return;
        }
        let missing = missing(config);
        if !missing.is_empty() {
            let names = missing.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("、");
            let keys = missing.iter().map(|(_, key)| *key).collect::<Vec<_>>().join(", ");
            cx.find(
                Place::file(&config.path),
                say!("独立网站的页脚缺少：{names}", "the foot of a site of its own lacks: {keys}"),
            )
            .remedy = Some(say!(
                "在 board.yaml 里补上 {keys}；只是上级网站一个栏目的，写 kind: section",
                "add {keys} to board.yaml; where the board is a part of another site, write kind: section"
            ));
        }
        for (message, remedy) in malformed(config) {
            cx.find(Place::file(&config.path), message).remedy = Some(remedy);
        }
    }
}

/// Name and key of each element that is missing.
fn missing(config: &Config) -> Vec<(&'static str, &'static str)> {
    let (identity, office) = (&config.identity, &config.office);
    let elements = [
        (&identity.site_id_code, "网站标识码", "identity.site_id_code"),
        (&identity.organiser, "主办单位", "identity.organiser"),
        (&identity.icp, "ICP备案编号", "identity.icp"),
        (&identity.police, "公安机关备案标识", "identity.police"),
        (&office.phone, "联系电话", "office.phone"),
        (&office.address, "地址", "office.address"),
    ];
    let missing = elements.into_iter().filter(|(value, _, _)| value.trim().is_empty());
    missing.map(|(_, name, key)| (name, key)).collect()
}

/// What is written in a form that it cannot have.
fn malformed(config: &Config) -> Vec<(Text, Text)> {
    let identity = &config.identity;
    let mut found = Vec::new();
    let code = identity.site_id_code.trim();
    if !code.is_empty() && !is_site_code(code) {
        found.push((
            say!("网站标识码“{code}”不是10位数字", "the site code “{code}” is not ten digits"),
            say!("照网站标识码证书填写，如 3417020001", "write it as on the certificate, such as 3417020001"),
        ));
    }
    let icp = identity.icp.trim();
    if !icp.is_empty() && !is_icp(icp) {
        found.push((
            say!("ICP备案编号“{icp}”的写法不对", "the ICP number “{icp}” is malformed"),
            say!("如 皖ICP备12345678号-1", "for example 皖ICP备12345678号-1"),
        ));
    }
    let police = identity.police.trim();
    if !police.is_empty() && !is_police(police) {
        found.push((
            say!("公安机关备案标识“{police}”的写法不对", "the police number “{police}” is malformed"),
            say!("如 皖公网安备 34170202000001号", "for example 皖公网安备 34170202000001号"),
        ));
    }
    found
}

fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_site_code(code: &str) -> bool {
    digits(code, 10..=10) || code.strip_prefix("bm").is_some_and(|rest| digits(rest, 8..=8))
}

fn is_icp(number: &str) -> bool {
    let Some(rest) = after_province(number).and_then(|rest| rest.strip_prefix("ICP备")) else { return false };
    let Some((serial, site)) = rest.split_once('号') else { return false };
    digits(serial, 6..=10) && (site.is_empty() || site.strip_prefix('-').is_some_and(|site| digits(site, 1..=3)))
}

fn is_police(number: &str) -> bool {
    let rest = after_province(number).and_then(|rest| rest.strip_prefix("公网安备"));
    let rest = rest.map(|rest| rest.trim_start_matches(['：', ':', ' ']));
    rest.and_then(|rest| rest.strip_suffix('号')).is_some_and(|serial| digits(serial, 14..=14))
}

fn after_province(number: &str) -> Option<&str> {
    let province = number.chars().next().filter(|&letter| is_cjk(letter))?;
    Some(&number[province.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_the_foot_have_their_official_forms() {
        for number in ["京ICP备18044900号-2", "蜀ICP备10014763号"] {
            assert!(is_icp(number), "{number}");
        }
        for number in ["京公网安备11010202007633号", "辽公网安备 21092202000010号", "京公网安备：11010202007633号"]
        {
            assert!(is_police(number), "{number}");
        }
        for code in ["1304000009", "bm12345678"] {
            assert!(is_site_code(code), "{code}");
        }
        assert!(!is_icp("ICP备18044900号") && !is_icp("京ICP证18044900号") && !is_police("京公网安备110号"));
        assert!(!is_site_code("130400000") && !is_site_code("一三零四零零零零零九"));
    }
}
