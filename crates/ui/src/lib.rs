//! The design system of SZPON: tokens, components, the page shell, scripts and a gallery.
//!
//! # A page in one minute
//! A screen builds a [`Page`] and puts components into its body. Every component is a small builder that
//! implements [`maud::Render`], so it stands in parentheses inside `html!`. Texts come in already translated;
//! a component takes a [`i18n::Lang`] only when it has words of its own.
//!
//! ```
//! use i18n::Lang;
//! use maud::html;
//! use ui::{Area, Button, Column, Field, Form, Icon, NavItem, Page, Prefs, Row, Table, Tag, Tone};
//!
//! let lang = Lang::En;
//! let page = Page::new("records.case", "Case GK.6140.12.2026", lang)
//!     .prefs(Prefs::default())
//!     .area(Area::Desk { office: "Gmina Lipowa".into(), slug: "lipowa".into() })
//!     .nav(vec![NavItem::new("/desk/lipowa", "My desk").icon(Icon::Inbox).current(true).count(3)])
//!     .crumb("Cases", "/desk/lipowa/cases")
//!     .here("GK.6140.12.2026")
//!     .path("/desk/lipowa/cases/1")
//!     .body(html! {
//!         (Tag::new("In progress").tone(Tone::Info).dot())
//!         (Table::new("Documents")
//!             .column(Column::new("Name"))
//!             .column(Column::new("Pages").numeric())
//!             .row(Row::new([html! { "Application" }, html! { "2" }]).link("/d/1")))
//!         (Form::post("/desk/lipowa/cases/1/note")
//!             .once("0192…")
//!             .body(html! {
//!                 (Field::textarea(lang, "note", "Note").required().maxlength(2000))
//!                 (Button::submit("Add note"))
//!             }))
//!     })
//!     .render();
//! assert!(page.into_string().contains("<h1"));
//! ```
//!
//! # How to add a component
//! 1. One file under `src/components/`: a struct with private fields, `new` with what is always needed, a
//!    builder method for each option, `impl Render`. No `style` attribute, no inline script: the policy in
//!    [`assets::CONTENT_SECURITY_POLICY`] refuses them.
//! 2. Its rules in a file of `assets/css/`, colours only through tokens (`var(--…)`).
//! 3. A sample of every state in `src/gallery/`; then `cargo nextest run -p ui` and look at
//!    `cargo run -p ui --example gallery`.
//!
//! # Rich and plain text
//! A parameter of type `impl Render` takes `&str`, `String` or `html! { … }`; strings are escaped.

pub mod assets;
mod components;
mod gallery;
mod page;
mod words;

pub use components::*;
pub use gallery::{gallery, sample_pages};
pub use page::{Area, Crumb, NavItem, Page, Prefs, SearchSlot, TextSize, Theme, UserChip, fault_page, logo};
