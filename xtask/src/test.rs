//! Every test: rules, both databases, the sweep, the browser.

use std::process::Command;

use crate::{layers, machine, postgres::Postgres};

/// Installs what is missing, starts the servers, runs the tests, stops the servers.
pub fn run(names: &[String]) -> Result<(), String> {
    machine::provide(true)?;
    layers::run(true)?;
    let server = Postgres::start()?;
    machine::run(
        Command::new("cargo")
            .current_dir(machine::root())
            .args(["nextest", "run", "--workspace", "--no-fail-fast"])
            .args(names)
            .env("SZPON_TEST_POSTGRES", server.url()),
    )
}

/// Takes the pictures of the README with the browser test that makes them.
pub fn screenshots() -> Result<(), String> {
    machine::provide(true)?;
    machine::run(
        Command::new("cargo")
            .current_dir(machine::root())
            .args(["nextest", "run", "-p", "szpon", "--test", "browser", "screenshots"])
            .env("SZPON_SCREENSHOTS", machine::root().join("docs/img")),
    )
}
