//! The project's own commands: `cargo xtask test | bench NAME | conformance NAME PATH | layers | screenshots`.

mod bench;
mod conformance;
mod layers;
mod machine;
mod postgres;
mod test;

use std::{env, process::ExitCode};

const HELP: &str = "cargo xtask COMMAND

  test [NAME…]      install what is missing, start PostgreSQL, run every test (or those named)
  bench NAME        measure: records, learning
  conformance NAME PATH
                    try against others: moodle, badges, badge-vectors
  layers            check which crate may use which, and redraw the picture in ARCHITECTURE.md
  screenshots       take the pictures of the README
  postgres          start the PostgreSQL server of the tests and leave it running until Enter
";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("test") => test::run(rest),
        Some("bench") => bench::run(rest),
        Some("conformance") => conformance::run(rest),
        Some("layers") => layers::run(rest.iter().any(|a| a == "--check")),
        Some("screenshots") => test::screenshots(),
        Some("postgres") => postgres::interactive(),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
