//! Messages and requests on both databases.

mod flow;
mod pages;
mod world;
