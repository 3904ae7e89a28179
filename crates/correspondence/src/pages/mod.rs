//! The screens of this subject, one a file.

pub(crate) mod messages;
pub(crate) mod requests;
