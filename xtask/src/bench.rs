//! Measurements: builds with the release profile and runs the measuring program.

use std::process::Command;

use crate::{machine, postgres::Postgres};

/// Runs a measurement by name; what follows the name goes to it. PostgreSQL is started for it unless `--sqlite` or for another
/// server's measurement.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(name) = args.first() else { return Err("bench what? records, learning or asks".into()) };
    machine::provide(false)?;
    let server = if name == "asks" || args.iter().any(|a| a == "--sqlite") { None } else { Some(Postgres::durable()?) };
    machine::run(Command::new("cargo").current_dir(machine::root()).args([
        "build",
        "--release",
        "-p",
        "szpon",
        "-p",
        "bench",
    ]))?;
    let mut command = Command::new("cargo");
    command
        .current_dir(machine::root())
        .args(["run", "--release", "-p", "bench", "--", name])
        .args(args.get(1..).unwrap_or_default());
    if let Some(server) = &server {
        command.env("SZPON_BENCH_POSTGRES", server.url());
    }
    machine::run(&mut command)
}
