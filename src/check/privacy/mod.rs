//! 隐私: what is told of a person and must not be. The gate finds it; a check weighs it and says what to do.

mod bank_account;
mod health_detail;
mod home_address;
mod id_number;
mod lasting_list;
mod minor_detail;
mod private_phone;

pub(super) use bank_account::BankAccount;
pub(super) use health_detail::HealthDetail;
pub(super) use home_address::HomeAddress;
pub(super) use id_number::IdNumber;
pub(super) use lasting_list::LastingList;
pub(super) use minor_detail::MinorDetail;
pub(super) use private_phone::PrivatePhone;
