//! How far, and how long still.

use maud::{Markup, Render, html};

use super::{Icon, Tone};

/// A bar of known width, drawn as SVG because the page's policy refuses style attributes.
fn bar(percent: u8) -> Markup {
    html! {
        svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.bar-track x="0" y="0" width="100" height="6" {}
            rect.bar-fill x="0" y="0" width=(percent.min(100)) height="6" {}
        }
    }
}

/// The clock of a term: how much is used, and what that means, in words.
#[derive(Clone, Debug)]
pub struct Meter {
    label: String,
    value: String,
    percent: u8,
    tone: Tone,
    note: Option<Markup>,
}

impl Meter {
    /// A meter: its name, the value in words ("12 days left"), the part used up in percent (0 to 100).
    pub fn new(label: impl Into<String>, value: impl Into<String>, percent: u8) -> Self {
        Self { label: label.into(), value: value.into(), percent, tone: Tone::Info, note: None }
    }

    /// What it means: warning when close, danger when over.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Below it: the last day, the legal basis.
    #[must_use]
    pub fn note(mut self, note: impl Render) -> Self {
        self.note = Some(note.render());
        self
    }
}

impl Render for Meter {
    fn render(&self) -> Markup {
        html! {
            div.meter data-tone=(self.tone.name()) {
                p.meter-head { span.meter-label { (self.label) } strong.meter-value { (self.value) } }
                (bar(self.percent))
                @if let Some(note) = &self.note { p.meter-note { (note) } }
            }
        }
    }
}

/// Long work: a bar that a script or a refresh moves on.
#[derive(Clone, Debug)]
pub struct Progress {
    label: String,
    value: Option<(u64, u64)>,
    note: Option<String>,
}

impl Progress {
    /// Work of unknown length.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), value: None, note: None }
    }

    /// So many done of so many.
    #[must_use]
    pub fn of(mut self, done: u64, total: u64) -> Self {
        self.value = Some((done, total));
        self
    }

    /// What is being done now.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Render for Progress {
    fn render(&self) -> Markup {
        html! {
            div.progress role="status" {
                p.meter-head {
                    span.meter-label { (self.label) }
                    @if let Some((done, total)) = self.value { strong.meter-value { (done) " / " (total) } }
                }
                progress aria-label=(self.label) max=[self.value.map(|(_, total)| total)]
                    value=[self.value.map(|(done, _)| done)] {}
                @if let Some(note) = &self.note { p.meter-note { (note) } }
            }
        }
    }
}

/// A day that matters: a clock or calendar, the day, what it is.
#[derive(Clone, Debug)]
pub struct KeyDate {
    label: String,
    date: Markup,
    tone: Tone,
}

impl KeyDate {
    /// The name ("Answer by") and the day (see [`super::date`]).
    pub fn new(label: impl Into<String>, date: impl Render) -> Self {
        Self { label: label.into(), date: date.render(), tone: Tone::Neutral }
    }

    /// What it means.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl Render for KeyDate {
    fn render(&self) -> Markup {
        let icon = if matches!(self.tone, Tone::Warning | Tone::Danger) { Icon::Clock } else { Icon::Calendar };
        html! {
            span.key-date data-tone=(self.tone.name()) {
                (icon) span { span.key-date-label { (self.label) ": " } strong { (self.date) } }
            }
        }
    }
}

/// Grey lines in place of what is still being fetched. Put the words for screen readers beside it.
#[must_use]
pub fn skeleton(lines: usize) -> Markup {
    html! { div.skeleton aria-hidden="true" { @for _ in 0..lines { span {} } } }
}
