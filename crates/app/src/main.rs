//! The binary `szpon`.

use std::process::ExitCode;

fn main() -> ExitCode {
    szpon::cli::main()
}
