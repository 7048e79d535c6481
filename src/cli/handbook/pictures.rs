//! The pictures of the pages, made by `node tests/browser/pictures.mjs`.

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../docs/handbook/images/", $name, ".webp")))),*]
    };
}

/// The page's name and its picture.
pub(super) const PICTURES: &[(&str, &[u8])] = pictures![];
