//! Measures SZPON: `cargo xtask bench NAME`.

mod load;

fn main() {
    println!("{}", load::NAME);
}
