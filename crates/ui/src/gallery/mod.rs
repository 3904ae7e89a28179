//! Every component in every state.

use i18n::Lang;
use maud::{Markup, html};

use crate::{Area, Page, Prefs};

/// The gallery page.
#[must_use]
pub fn gallery(lang: Lang, prefs: Prefs) -> Markup {
    Page::new("ui.gallery", "Galeria", lang).prefs(prefs).area(Area::Start).path("/gallery").body(html! {}).render()
}
