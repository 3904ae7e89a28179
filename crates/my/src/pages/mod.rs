//! The screens. Those of a case exist twice, by account and by secret link; both call [`act`].

pub(crate) mod act;
pub(crate) mod case;
pub(crate) mod files;
pub(crate) mod gone;
pub(crate) mod home;
pub(crate) mod secret;
pub(crate) mod submission;
pub(crate) mod submissions;
