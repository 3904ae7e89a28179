//! Notices: what happened, what to know.

use maud::{Markup, Render, html};

use super::Tone;

/// A banner with an icon of its tone.
#[derive(Clone, Debug)]
pub struct Notice {
    tone: Tone,
    title: Option<Markup>,
    body: Markup,
    action: Option<Markup>,
    alert: bool,
}

impl Notice {
    fn make(tone: Tone, body: impl Render) -> Self {
        Self { tone, title: None, body: body.render(), action: None, alert: false }
    }

    /// Worth knowing.
    pub fn info(body: impl Render) -> Self {
        Self::make(Tone::Info, body)
    }

    /// Done well.
    pub fn success(body: impl Render) -> Self {
        Self::make(Tone::Success, body)
    }

    /// Needs attention.
    pub fn warning(body: impl Render) -> Self {
        Self::make(Tone::Warning, body)
    }

    /// Failed or refused.
    pub fn danger(body: impl Render) -> Self {
        Self::make(Tone::Danger, body)
    }

    /// A heading in bold.
    #[must_use]
    pub fn title(mut self, title: impl Render) -> Self {
        self.title = Some(title.render());
        self
    }

    /// A button or link at the end: undo, see.
    #[must_use]
    pub fn action(mut self, action: impl Render) -> Self {
        self.action = Some(action.render());
        self
    }

    /// Read out at once (`role=alert` for danger, `role=status` otherwise); for what has just happened.
    #[must_use]
    pub fn announce(mut self) -> Self {
        self.alert = true;
        self
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let role = self.alert.then_some(if self.tone == Tone::Danger { "alert" } else { "status" });
        html! {
            div.notice data-tone=(self.tone.name()) role=[role] {
                (self.tone.icon())
                div.notice-text {
                    @if let Some(title) = &self.title { p.notice-title { (title) } }
                    div { (self.body) }
                }
                @if let Some(action) = &self.action { div.notice-action { (action) } }
            }
        }
    }
}
