//! What happened, in order.

use maud::{Markup, Render, html};

use super::{Icon, Tone};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Event {
    title: Markup,
    when: Option<Markup>,
    who: Option<String>,
    body: Option<Markup>,
    icon: Option<Icon>,
    tone: Tone,
    ahead: bool,
}

impl Event {
    /// What happened.
    pub fn new(title: impl Render) -> Self {
        Self { title: title.render(), when: None, who: None, body: None, icon: None, tone: Tone::Neutral, ahead: false }
    }

    /// When; see [`super::date_time`].
    #[must_use]
    pub fn when(mut self, when: impl Render) -> Self {
        self.when = Some(when.render());
        self
    }

    /// Who did it.
    #[must_use]
    pub fn who(mut self, who: impl Into<String>) -> Self {
        self.who = Some(who.into());
        self
    }

    /// More about it.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = Some(body.render());
        self
    }

    /// A sign of its kind.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What it means.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Still to come.
    #[must_use]
    pub fn ahead(mut self) -> Self {
        self.ahead = true;
        self
    }
}

/// The history of a case.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    events: Vec<Event>,
}

impl Timeline {
    /// The given events, in the order they are read.
    pub fn new(events: impl IntoIterator<Item = Event>) -> Self {
        Self { events: events.into_iter().collect() }
    }
}

impl Render for Timeline {
    fn render(&self) -> Markup {
        html! {
            ol.timeline role="list" {
                @for event in &self.events {
                    li.event data-tone=(event.tone.name()) .event-ahead[event.ahead] {
                        span.event-mark aria-hidden="true" { @if let Some(icon) = event.icon { (icon) } }
                        div.event-text {
                            p.event-title { (event.title) }
                            @if event.when.is_some() || event.who.is_some() {
                                p.event-meta {
                                    @if let Some(when) = &event.when { (when) }
                                    @if event.when.is_some() && event.who.is_some() { " · " }
                                    @if let Some(who) = &event.who { (who) }
                                }
                            }
                            @if let Some(body) = &event.body { div.event-body { (body) } }
                        }
                    }
                }
            }
        }
    }
}
