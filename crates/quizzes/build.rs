//! Checks the texts of this crate.

fn main() -> Result<(), String> {
    i18n_build::generate()
}
