//! The commands, one file each.

pub mod backup;
pub mod demo;
pub mod doctor;
pub mod import;
pub mod law;
pub mod operator;
pub mod record;
pub mod serve;
