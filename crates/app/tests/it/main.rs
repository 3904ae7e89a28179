//! The whole program without a network: the sweep over all routes, the demonstration on both databases, texts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod bad_days;
mod commands;
mod demo_desk;
mod foreign;
mod forgets;
mod headers;
mod key;
mod kill;
mod mail_links;
mod openapi;
mod operator;
mod own;
mod peers;
mod schemas;
mod stage;
mod sweep;
mod sweep_learning;
mod texts;
