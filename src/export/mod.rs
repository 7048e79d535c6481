//! What a build writes besides pages: the catalogue as data, feeds, and what crawlers and hosts ask for. One file a
//! format; all formats of the catalogue hold the same rows.

mod atom;
mod bare;
mod catalogue_csv;
mod catalogue_json;
mod catalogue_jsonld;
mod catalogue_xlsx;
mod changes;
mod columns;
mod contract;
mod dataset;
mod headers;
mod inside_view;
mod item_folder;
mod json_feed;
mod registry;
mod robots;
mod row;
mod security_txt;
mod sitemap;
mod standard_csv;
mod statistics_json;
mod tables;
mod ticker;
mod xml;

pub use contract::Export;
pub use item_folder::{attachment_name, folder_name, item_folder};
pub use registry::registered;
