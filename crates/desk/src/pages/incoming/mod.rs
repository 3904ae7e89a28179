//! Incoming mail: the list, typing in from paper, one piece of it.

pub(crate) mod act;
pub(crate) mod fields;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod register;
pub(crate) mod show;
