//! Tests of the whole: the house itself, and boards written as one string.

mod archive;
mod attachments;
mod building;
mod canary;
mod changes;
mod checks;
mod commands;
mod corpus;
mod crash;
mod duties;
mod figures;
mod grid;
mod handbook;
mod harness;
mod house;
mod injection;
mod inside;
mod ledger;
mod readings;
mod schemas;
mod search;
mod standard_import;
mod support;
mod tables;
mod theme;
mod traps;
