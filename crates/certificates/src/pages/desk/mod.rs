//! The certificates of an office.

pub mod list;
pub mod one;
