//! Any bytes as GIFT: never a panic, and what is taken is whole and is written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use questions::{Limits, Severity, check, gift};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    let Ok(import) = gift::import(bytes, &limits) else { return };
    for entry in &import.entries {
        assert!(check(&entry.question).iter().all(|f| f.severity != Severity::Refused));
    }
    let export = gift::export(&import.entries);
    assert!(gift::import(export.text.as_bytes(), &Limits::default()).is_ok());
});
