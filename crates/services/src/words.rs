//! The few words that go into data rather than onto pages.

use kernel::Lang;

/// "Tak".
pub(crate) fn yes(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "tak",
        Lang::En => "yes",
    }
}
