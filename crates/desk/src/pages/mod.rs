//! One screen, one file.

pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod classes;
pub(crate) mod document;
pub(crate) mod home;
pub(crate) mod incoming;
pub(crate) mod open;
pub(crate) mod search;
pub(crate) mod spis;
