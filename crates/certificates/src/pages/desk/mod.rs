//! The certificates of an office.

pub mod course;
pub mod list;
pub mod one;
