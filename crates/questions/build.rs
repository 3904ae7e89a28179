//! Checks the locale files and writes constants for their keys.

fn main() -> Result<(), String> {
    i18n_build::generate()
}
