use super::link::Link;
use serde::Serialize;
use std::borrow::Cow;

/// What the frame of a page depends on: how deep the page lies and in which section. Paths in it count from the site's
/// root and are printed behind `root`.
#[derive(Clone, Debug, Serialize)]
pub struct FrameView<'a> {
    /// From the page to the site's root: empty, `../`, `../../`, or on 404.html the base path `/qingshi/`.
    pub root: &'a str,
    /// Id of the navigation's entry that the page belongs to, `home` on the home page, else empty.
    pub place: &'a str,
    /// Whether the page is that entry itself.
    pub exact: bool,
    /// A build for the office's own staff; every page says so.
    pub internal: bool,
    /// The office and its site.
    pub site: &'a Site<'a>,
}

/// The office and its site, as head and foot of every page name them. What is not known is `None` and left out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Site<'a> {
    /// 青石镇政务公开栏.
    pub title: &'a str,
    /// The site that the board is a part of, with its absolute address.
    pub parent: Option<Link<'a>>,
    /// 主办单位.
    pub organiser: &'a str,
    /// The office that keeps the board; left out where it is the organiser.
    pub office: &'a str,
    /// Host name without scheme: `www.example.gov.cn`.
    pub domain: Option<&'a str>,
    /// 政府网站标识码.
    pub id_code: Option<&'a str>,
    /// ICP备案编号.
    pub icp: Option<&'a str>,
    /// 公安备案.
    pub police: Option<&'a str>,
    /// The public register's page for it.
    pub police_href: Option<Cow<'a, str>>,
    /// Postal address.
    pub address: Option<&'a str>,
    /// 邮编.
    pub postcode: Option<&'a str>,
    /// Telephone.
    pub phone: Option<&'a str>,
    /// E-mail.
    pub email: Option<&'a str>,
    /// 办公时间.
    pub hours: Option<&'a str>,
    /// Path of the search page, where there is one.
    pub search: Option<&'a str>,
    /// The sections: `permanent periodic staged timely catalogue standard statistics units`, those that exist.
    pub nav: Vec<NavEntry<'a>>,
    /// Whether some of its units are villages: then the entry of the units is 村务公开, else 责任单位.
    pub villages: bool,
    /// The links of the foot: `guide rules reports on-request negative-list feedback sitemap accessibility feed`.
    pub foot: Vec<NavEntry<'a>>,
    /// The badges that a site of its own must carry: `organ` 党政机关标识, `errors` 我为网站找错.
    pub badges: Vec<Badge<'a>>,
}

/// A link of the navigation or of the foot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NavEntry<'a> {
    /// Names the words `nav_…` or `foot_…`.
    pub id: &'static str,
    /// Path from the site's root, with its file: `periodic/index.html`.
    pub path: Cow<'a, str>,
}

/// A badge in the foot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Badge<'a> {
    /// Names the words `badge_…`.
    pub id: &'static str,
    /// Absolute address.
    pub href: Cow<'a, str>,
}
