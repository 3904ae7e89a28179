//! Screens, one a file.

pub(crate) mod activity;
pub(crate) mod ask;
pub(crate) mod attend;
pub(crate) mod begin;
pub(crate) mod competences;
pub(crate) mod course;
pub(crate) mod enrol;
pub(crate) mod home;
pub(crate) mod notes;
pub(crate) mod path;
pub(crate) mod sessions;
pub(crate) mod version;
