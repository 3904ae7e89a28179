//! Cases, mail and file plans on both databases.

mod cases;
mod chain;
mod export;
mod lists;
mod mail;
mod plan;
mod world;
