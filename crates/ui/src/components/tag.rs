//! Status pills.

use maud::{Markup, Render, html};

use super::Icon;

/// What a colour means. The meaning always stands in words too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Goes on, or worth knowing.
    Info,
    /// Done well.
    Success,
    /// Needs attention soon.
    Warning,
    /// Overdue, refused, failed.
    Danger,
    /// The office's or system's own mark.
    Accent,
}

impl Tone {
    /// Every tone, for the gallery.
    pub const ALL: [Tone; 6] = [Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger, Tone::Accent];

    /// The name in `data-tone`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Info => "info",
            Tone::Success => "success",
            Tone::Warning => "warning",
            Tone::Danger => "danger",
            Tone::Accent => "accent",
        }
    }

    /// The icon that goes with the tone in notices.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Tone::Neutral | Tone::Info | Tone::Accent => Icon::Info,
            Tone::Success => Icon::CheckCircle,
            Tone::Warning => Icon::Warning,
            Tone::Danger => Icon::Danger,
        }
    }
}

/// A short status in a pill.
#[derive(Clone, Debug)]
pub struct Tag {
    text: String,
    tone: Tone,
    dot: bool,
    icon: Option<Icon>,
}

impl Tag {
    /// A neutral pill.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Neutral, dot: false, icon: None }
    }

    /// What it means.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// A dot before the text instead of a filled pill: calmer in long lists.
    #[must_use]
    pub fn dot(mut self) -> Self {
        self.dot = true;
        self
    }

    /// An icon before the text.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
}

impl Render for Tag {
    fn render(&self) -> Markup {
        html! {
            span.tag.tag-dot[self.dot] data-tone=(self.tone.name()) {
                @if let Some(icon) = self.icon { (icon) }
                (self.text)
            }
        }
    }
}
