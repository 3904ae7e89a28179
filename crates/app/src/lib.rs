//! SZPON put together: the subjects composed into one program, its commands, its server, its demonstration.
//!
//! To add a subject: name its migrations, routes, texts, listener and jobs in [`compose`]. To add a command: a
//! file under `commands/` and a line in [`cli`]. To add an option: a line in [`config::OPTIONS`].

mod around;
pub mod assets;
pub mod cli;
pub mod commands;
pub mod compose;
pub mod config;
pub mod connect;
pub mod demo;
mod fetch;
pub mod gallery;
pub mod health;
pub mod language;
pub mod mailbox;
pub mod names;
pub mod observe;
mod openapi;
pub mod own;
pub mod secrets;
pub mod server;
pub mod usage;
mod waits;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}
