//! Tests of the change of a text; those of the desk stand with the preview, which it needs to be asked through.

mod changes;
