//! Faults of writing that an office overlooks: one file per check, named after it. Every message quotes the sentence.

pub mod colliding_punctuation;
pub mod cut_off_text;
pub mod fake_list;
pub mod garbled_text;
pub mod half_width_punctuation;
pub mod leftover_placeholder;
pub mod malformed_doc_number;
pub mod paste_residue;
pub mod run_together_date;
pub mod unclosed_pair;
pub mod unnamed_attachment;
pub mod wrong_self_name;
