//! Reading the files that would be published: text with its places, what they hide, and tables to be shown. Works on
//! bytes in memory, within limits that no hostile file can pass, and never panics.
//!
//! [`read`] tells the kind of a file by its content and gives an [`Extract`]. Every format has a reader of its own;
//! Office files share the package reader (`package`), the XML reader (`markup`) and the look at what all of them can
//! hide (`office`).

mod bundle;
mod clean;
mod csv;
mod doc;
mod docx;
mod edit;
mod extract;
mod fault;
mod foreign;
mod hidden;
mod kind;
mod limits;
mod markup;
mod number_format;
mod ods;
mod office;
mod ole;
mod package;
mod parts;
mod passage;
mod pdf;
mod picture;
mod pptx;
mod properties;
mod read;
mod reading;
mod rewrite;
mod summary;
mod svg;
mod table;
mod tiff;
mod transcript;
mod unfit;
mod worksheet;
mod xls;
mod xlsx;

pub use clean::{Cleaned, clean};
pub use edit::{CellEdit, edit_cells};
pub use extract::{Extract, Kind, Readable};
pub use foreign::{Foreign, foreign};
pub use hidden::{Hidden, HiddenKind};
pub use kind::kind_of;
pub use limits::FILE as LARGEST_FILE;
pub use passage::Passage;
pub use pdf::named_places;
pub use read::read;
pub use reading::Reading;
pub use svg::svg_is_safe;
pub use table::{FaultKind, Table, TableFault, TableSpec, table, write_csv, write_xlsx};
pub use transcript::{Block, BlockKind, Transcript, as_markdown, transcribe};
pub use unfit::Unfit;
pub use worksheet::{Merge, Row, Sheet, Visibility, cell_name, column_name};
