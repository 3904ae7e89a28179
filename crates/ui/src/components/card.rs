//! Cards and figures.

use maud::{Markup, Render, html};

use super::{Icon, Tone};

/// A card: a heading (often a link over the whole card), a sentence, a foot.
#[derive(Clone, Debug)]
pub struct Card {
    title: Markup,
    level: u8,
    href: Option<String>,
    icon: Option<Icon>,
    mark: Option<Markup>,
    text: Option<Markup>,
    meta: Option<Markup>,
    body: Option<Markup>,
    foot: Option<Markup>,
}

impl Card {
    /// A card with its heading (level 2).
    pub fn new(title: impl Render) -> Self {
        Self {
            title: title.render(),
            level: 2,
            href: None,
            icon: None,
            mark: None,
            text: None,
            meta: None,
            body: None,
            foot: None,
        }
    }

    /// The whole card leads there.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// The level of the heading, 2 to 4.
    #[must_use]
    pub fn level(mut self, level: u8) -> Self {
        self.level = level;
        self
    }

    /// An icon before the heading.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Anything in the icon's place, such as an [`super::Avatar`].
    #[must_use]
    pub fn mark(mut self, mark: impl Render) -> Self {
        self.mark = Some(mark.render());
        self
    }

    /// A sentence under the heading.
    #[must_use]
    pub fn text(mut self, text: impl Render) -> Self {
        self.text = Some(text.render());
        self
    }

    /// Small grey facts under the text.
    #[must_use]
    pub fn meta(mut self, meta: impl Render) -> Self {
        self.meta = Some(meta.render());
        self
    }

    /// Free content.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = Some(body.render());
        self
    }

    /// The foot: buttons or tags.
    #[must_use]
    pub fn foot(mut self, foot: impl Render) -> Self {
        self.foot = Some(foot.render());
        self
    }
}

impl Render for Card {
    fn render(&self) -> Markup {
        let title = html! {
            @if let Some(href) = &self.href { a.card-link href=(href) { (self.title) } } @else { (self.title) }
        };
        html! {
            article.card.card-linked[self.href.is_some()] {
                div.card-head {
                    @if let Some(mark) = &self.mark { (mark) }
                    @else if let Some(icon) = self.icon { span.card-icon { (icon) } }
                    @match self.level {
                        3 => h3.card-title { (title) },
                        4 => h4.card-title { (title) },
                        _ => h2.card-title { (title) },
                    }
                }
                @if let Some(text) = &self.text { p.card-text { (text) } }
                @if let Some(meta) = &self.meta { p.card-meta { (meta) } }
                @if let Some(body) = &self.body { div.card-body { (body) } }
                @if let Some(foot) = &self.foot { div.card-foot { (foot) } }
            }
        }
    }
}

/// Cards side by side, as many as fit.
#[derive(Clone, Debug, Default)]
pub struct CardGrid {
    cards: Vec<Markup>,
}

impl CardGrid {
    /// A grid of the given cards.
    pub fn new<C: Render>(cards: impl IntoIterator<Item = C>) -> Self {
        Self { cards: cards.into_iter().map(|card| card.render()).collect() }
    }
}

impl Render for CardGrid {
    fn render(&self) -> Markup {
        html! { ul.card-grid role="list" { @for card in &self.cards { li { (card) } } } }
    }
}

/// A figure with its name; may lead to the list behind it.
#[derive(Clone, Debug)]
pub struct Stat {
    value: String,
    label: String,
    href: Option<String>,
    note: Option<String>,
    tone: Tone,
    icon: Option<Icon>,
    current: bool,
}

impl Stat {
    /// A figure (already in the form of the language) and what it counts.
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self {
            value: value.to_string(),
            label: label.into(),
            href: None,
            note: None,
            tone: Tone::Neutral,
            icon: None,
            current: false,
        }
    }

    /// The list behind the figure.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// A short remark under it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// What the figure means: danger for overdue, warning for due soon.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// An icon beside the label.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The list behind the figure is the one shown now.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

impl Render for Stat {
    fn render(&self) -> Markup {
        let inner = html! {
            span.stat-label { @if let Some(icon) = self.icon { (icon) } (self.label) }
            span.stat-value { (self.value) }
            @if let Some(note) = &self.note { span.stat-note { (note) } }
        };
        html! {
            @if let Some(href) = &self.href {
                a.stat href=(href) data-tone=(self.tone.name()) aria-current=[self.current.then_some("true")] { (inner) }
            } @else {
                div.stat data-tone=(self.tone.name()) { (inner) }
            }
        }
    }
}

/// Figures in a row.
#[derive(Clone, Debug, Default)]
pub struct StatGrid {
    stats: Vec<Stat>,
}

impl StatGrid {
    /// The given figures.
    pub fn new(stats: impl IntoIterator<Item = Stat>) -> Self {
        Self { stats: stats.into_iter().collect() }
    }
}

impl Render for StatGrid {
    fn render(&self) -> Markup {
        html! { ul.stat-grid role="list" { @for stat in &self.stats { li { (stat) } } } }
    }
}
