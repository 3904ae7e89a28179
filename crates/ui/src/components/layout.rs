//! How things stand beside and below each other.

use maud::{Markup, Render, html};

/// Words for screen readers only.
pub fn visually_hidden(text: impl Render) -> Markup {
    html! { span.visually-hidden { (text) } }
}

/// The main thing with a panel beside it (below on narrow screens).
pub fn main_aside(main: impl Render, aside: impl Render) -> Markup {
    html! {
        div.main-aside {
            div.main-part { (main) }
            div.aside-part { (aside) }
        }
    }
}

/// A list and the thing chosen from it, side by side on wide screens. On narrow ones only the chosen thing stands,
/// or the list when nothing is chosen.
pub fn desk_split(list: impl Render, chosen: Option<impl Render>) -> Markup {
    html! {
        div.desk-split.desk-split-chosen[chosen.is_some()] {
            div.split-list { (list) }
            @if let Some(chosen) = chosen { div.split-detail { (chosen) } }
        }
    }
}

/// Things below each other with even space.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    items: Vec<Markup>,
}

impl Stack {
    /// The given things.
    pub fn new<I: Render>(items: impl IntoIterator<Item = I>) -> Self {
        Self { items: items.into_iter().map(|item| item.render()).collect() }
    }
}

impl Render for Stack {
    fn render(&self) -> Markup {
        html! { div.stack { @for item in &self.items { (item) } } }
    }
}

/// A long form and what is made of it, side by side where there is room; the second stays in view.
pub fn main_beside(main: impl Render, beside: impl Render) -> Markup {
    html! {
        div.main-aside.main-beside {
            div.main-part { (main) }
            div.aside-part { (beside) }
        }
    }
}

/// A part of a page with a heading of level 2 (or 3) and its actions.
#[derive(Clone, Debug)]
pub struct Section {
    title: Markup,
    level: u8,
    id: Option<String>,
    text: Option<Markup>,
    actions: Option<Markup>,
    boxed: bool,
    body: Markup,
}

impl Section {
    /// A part with its heading.
    pub fn new(title: impl Render) -> Self {
        Self { title: title.render(), level: 2, id: None, text: None, actions: None, boxed: false, body: html! {} }
    }

    /// A heading of level 3.
    #[must_use]
    pub fn minor(mut self) -> Self {
        self.level = 3;
        self
    }

    /// An id to link to.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// A sentence under the heading.
    #[must_use]
    pub fn text(mut self, text: impl Render) -> Self {
        self.text = Some(text.render());
        self
    }

    /// Buttons beside the heading.
    #[must_use]
    pub fn actions(mut self, actions: impl Render) -> Self {
        self.actions = Some(actions.render());
        self
    }

    /// In a frame.
    #[must_use]
    pub fn boxed(mut self) -> Self {
        self.boxed = true;
        self
    }

    /// What it holds.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = body.render();
        self
    }
}

impl Render for Section {
    fn render(&self) -> Markup {
        html! {
            section.section.section-boxed[self.boxed] id=[self.id.as_ref()] {
                div.section-head {
                    div {
                        @if self.level == 3 { h3.section-title { (self.title) } }
                        @else { h2.section-title { (self.title) } }
                        @if let Some(text) = &self.text { p.section-text { (text) } }
                    }
                    @if let Some(actions) = &self.actions { div.section-actions { (actions) } }
                }
                div.section-body { (self.body) }
            }
        }
    }
}
