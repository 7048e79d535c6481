//! What must not be published about a person: one file per check, named after it.

pub mod bank_account;
pub mod health_detail;
pub mod home_address;
pub mod id_number;
pub mod lasting_list;
pub mod minor_detail;
pub mod private_phone;
