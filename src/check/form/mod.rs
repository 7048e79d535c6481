//! 格式: what the reader finds while it reads a file. Most checks here only bear the names and pages; the reader, of items,
//! themes and folders, speaks, because only it knows what it could not read. What only the board can judge is found here.

mod file_name;
mod redirect;
mod tables;
mod unknown_field;
mod wrong_value;

pub use file_name::unfit_name;
pub(super) use unknown_field::UnknownField;
pub(super) use wrong_value::WrongValue;

use super::contract::{Check, Family, Meta};
use crate::diag::Severity;

/// Declares a check that the reader itself finds.
macro_rules! found_by_the_reader {
    ($($(#[$about:meta])* $name:ident = $id:literal,)+) => {
        $(
            $(#[$about])*
            pub(super) struct $name;

            impl Check for $name {
                fn meta(&self) -> &'static Meta {
                    static META: Meta = Meta {
                        id: $id,
                        family: Family::Form,
                        severity: Severity::Error,
                        basis: None,
                        page: include_str!(concat!("../../../docs/checks/", $id, ".md")),
                    };
                    &META
                }
            }
        )+
    };
}

found_by_the_reader! {
    /// Front matter that is no YAML, or has no fence.
    BadFrontMatter = "bad-front-matter",
    /// A template or words of the theme that do not work.
    BadTemplate = "bad-template",
    /// One key written twice, in either language.
    DuplicateField = "duplicate-field",
    /// The program itself failed in the preview, and not the content.
    InternalError = "internal-error",
    /// A key that must be there is not.
    MissingField = "missing-field",
    /// A file in another encoding.
    NotUtf8 = "not-utf8",
    /// A file or folder that the preview cannot read from the disk.
    UnreadableFile = "unreadable-file",
}
