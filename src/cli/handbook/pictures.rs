//! The pictures of the pages, made by `node tests/browser/pictures/take.mjs`.

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../docs/handbook/images/", $name, ".webp")))),*]
    };
}

/// The page's name and its picture.
pub(super) const PICTURES: &[(&str, &[u8])] = pictures![
    "开栏",
    "导入",
    "体检",
    "写一条",
    "网页编辑",
    "季度财务",
    "脱敏",
    "年报",
    "检查",
    "签发",
    "发布",
    "上墙",
    "上屏",
    "载体",
    "改一条",
    "撤下",
    "封存",
    "归档",
    "汇集",
];
