use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Board, Goal, Item};
use crate::diag::Severity;
use crate::markdown::Link;
use crate::say;

/// Finds pictures from other hosts, and links to sites that are no government's and do not say so.
pub(crate) struct OutsideResource;

static META: Meta = Meta {
    id: "outside-resource",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：链接到非政府网站应当提示；《个人信息保护法》第三十六条"),
    page: include_str!("../../../docs/checks/outside-resource.md"),
};

impl Check for OutsideResource {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        true
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if !item.offers_content() {
            return;
        }
        let board = cx.board;
        let mut said: Vec<&str> = Vec::new();
        for link in &item.draft.outline.links {
            let Some(host) = host(&link.target) else { continue };
            let target = link.target.as_str();
            if said.contains(&target) || !link.image && !needs_notice(link, host, item, board) {
                continue;
            }
            said.push(target);
            let place = item.place(item.draft.in_body(link.span));
            if link.image {
                cx.find(place, say!("图片来自外站 {host}，不会显示", "the picture is from {host} and is not shown"))
                    .remedy = Some(say!(
                    "把图片存到事项旁边，写文件名",
                    "save the picture beside the item and write its file name"
                ));
            } else {
                cx.find(
                    place,
                    say!("链接到非政府网站 {host}，没有提示", "a link to {host}, no government site, without a notice"),
                )
                .remedy = Some(say!(
                    "在链接文字里写明“（非政府网站）”，或去掉链接",
                    "say “（非政府网站）” in the words of the link, or drop the link"
                ));
            }
        }
    }
}

/// The host of an address on the net, in small letters as written.
fn host(target: &str) -> Option<&str> {
    let target = target.trim();
    let scheme = target.find("://")?;
    let rest =
        matches!(target[..scheme].to_ascii_lowercase().as_str(), "http" | "https").then(|| &target[scheme + 3..])?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    Some(host.split(':').next().unwrap_or_default())
}

fn needs_notice(link: &Link, host: &str, item: &Item, board: &Board) -> bool {
    let config = &board.config;
    let own = [config.base_url.host(), self::host(&config.portal.url).unwrap_or_default()];
    let noticed = ["非政府网站", "外部链接", "外部网站", "外站", "第三方网站", "离开本站", "离开本网站"];
    board.follow(item, &link.target) == Goal::Outside
        && !is_government(host)
        && !own.iter().any(|own| own.eq_ignore_ascii_case(host))
        && !noticed.iter().any(|notice| link.words.contains(notice))
}

/// Hosts of the government's own domains: gov.cn and .政务.
fn is_government(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    ["gov.cn", "政务", "xn--zfr164b"]
        .iter()
        .any(|end| host.strip_suffix(end).is_some_and(|start| start.is_empty() || start.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_governments_domains_are_the_governments() {
        for target in [
            "https://www.gov.cn/",
            "http://gov.cn",
            "https://a.example.gov.cn:8443/x",
            "https://甲.政务/",
            "https://A.GOV.CN/",
        ] {
            assert!(host(target).is_some_and(is_government), "{target}");
        }
        for target in [
            "https://www.gov.cn.example.com/",
            "https://evilgov.cn/",
            "https://gov.cn@example.com/",
            "https://example.com/?gov.cn",
        ] {
            assert!(host(target).is_some_and(|host| !is_government(host)), "{target}");
        }
        assert_eq!(host("mailto:a@b.cn"), None);
        assert_eq!(host("../a.md"), None);
    }
}
