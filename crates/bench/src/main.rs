//! Measures SZPON: `cargo xtask bench records`, `cargo xtask bench learning`; and any other server with the same users:
//! `cargo xtask bench asks`. Builds with the release profile; quote the machine with the figures.

mod asks;
mod fill;
mod idle;
mod learning;
mod limit;
mod load;
mod records;
mod serve;

use std::process::ExitCode;

fn main() -> ExitCode {
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        return ExitCode::FAILURE;
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            eprintln!("bench: {e}");
            return ExitCode::FAILURE;
        }
    };
    let done = match args.first().map(String::as_str) {
        Some("records") => runtime.block_on(records::run(&args)),
        Some("asks") => runtime.block_on(asks::run(&args)),
        Some("learning") => runtime.block_on(learning::run(&args)),
        _ => Err("which? records [--cases N] | learning, [--sqlite | --postgres] | asks HOST:PORT FILE".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}
