//! The few words that go into data rather than onto pages.

use kernel::Lang;

/// "Tak".
pub(crate) fn yes(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "tak",
        Lang::En => "yes",
    }
}

/// The language for crate `law`.
pub(crate) fn law(lang: Lang) -> law::Lang {
    match lang {
        Lang::Pl => law::Lang::Pl,
        Lang::En => law::Lang::En,
    }
}
