use super::contract::Check;
use super::{catalogue, form};

/// All checks, sorted by id.
pub fn registered() -> &'static [&'static dyn Check] {
    &[
        &form::BadFrontMatter,
        &form::DuplicateField,
        &form::MissingField,
        &form::NotUtf8,
        &catalogue::UnknownCategory,
        &form::UnknownField,
        &form::WrongValue,
    ]
}

/// The check with this id.
pub fn find(id: &str) -> Option<&'static dyn Check> {
    registered().iter().copied().find(|check| check.meta().id == id)
}
