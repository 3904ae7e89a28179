//! Services and forms, as people use them.

mod admin;
mod answers;
mod api;
mod flow;
mod forms;
mod setting;
