//! Buttons and links that look like buttons.

use maud::{Markup, Render, html};

use super::Icon;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
    Danger,
}

/// What a button does.
#[derive(Clone, Debug)]
enum Does {
    Submit,
    Plain,
    Link(String),
}

/// A button: a verb, one main action a page. Primary unless told otherwise.
#[derive(Clone, Debug)]
pub struct Button {
    label: String,
    does: Does,
    kind: Kind,
    icon: Option<Icon>,
    icon_after: Option<Icon>,
    icon_only: bool,
    small: bool,
    block: bool,
    disabled: bool,
    name_value: Option<(String, String)>,
    form: Option<String>,
    form_action: Option<String>,
    download: bool,
    describes: Option<String>,
    data: Vec<(&'static str, String)>,
}

impl Button {
    fn make(label: impl Into<String>, does: Does) -> Self {
        Self {
            label: label.into(),
            does,
            kind: Kind::Primary,
            icon: None,
            icon_after: None,
            icon_only: false,
            small: false,
            block: false,
            disabled: false,
            name_value: None,
            form: None,
            form_action: None,
            download: false,
            describes: None,
            data: Vec::new(),
        }
    }

    /// A button that sends its form.
    pub fn submit(label: impl Into<String>) -> Self {
        Self::make(label, Does::Submit)
    }

    /// A button for scripts only; give the page another way without them.
    pub fn plain(label: impl Into<String>) -> Self {
        Self::make(label, Does::Plain)
    }

    /// A link that looks like a button.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::make(label, Does::Link(href.into()))
    }

    /// Beside the main action.
    #[must_use]
    pub fn secondary(mut self) -> Self {
        self.kind = Kind::Secondary;
        self
    }

    /// The least loud: no frame.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.kind = Kind::Quiet;
        self
    }

    /// Destroys or refuses something.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.kind = Kind::Danger;
        self
    }

    /// An icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words.
    #[must_use]
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon_after = Some(icon);
        self
    }

    /// Shows the icon alone; the label is kept for screen readers and as a tooltip.
    #[must_use]
    pub fn icon_only(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self.icon_only = true;
        self
    }

    /// Smaller, for rows of tables and toolbars.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as its place.
    #[must_use]
    pub fn block(mut self) -> Self {
        self.block = true;
        self
    }

    /// Cannot be used now. Say beside it why.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// The name and value sent with the form when this button is pressed.
    #[must_use]
    pub fn value(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.name_value = Some((name.into(), value.into()));
        self
    }

    /// The id of a form elsewhere on the page that the button sends.
    #[must_use]
    pub fn form(mut self, id: impl Into<String>) -> Self {
        self.form = Some(id.into());
        self
    }

    /// Sends the form to another address than the form's own.
    #[must_use]
    pub fn form_action(mut self, action: impl Into<String>) -> Self {
        self.form_action = Some(action.into());
        self
    }

    /// The link downloads instead of opening.
    #[must_use]
    pub fn download(mut self) -> Self {
        self.download = true;
        self
    }

    /// Words only for screen readers after the label: "Open" + "case GK.6140.12.2026".
    #[must_use]
    pub fn describes(mut self, what: impl Into<String>) -> Self {
        self.describes = Some(what.into());
        self
    }

    /// Names what the button does to a script; one of `copy`, `print`, `close`, with its parameter.
    #[must_use]
    pub fn does(mut self, what: &'static str, parameter: impl Into<String>) -> Self {
        self.data.push((what, parameter.into()));
        self
    }

    fn class(&self) -> String {
        let mut class = String::from(match self.kind {
            Kind::Primary => "btn btn-primary",
            Kind::Secondary => "btn btn-secondary",
            Kind::Quiet => "btn btn-quiet",
            Kind::Danger => "btn btn-danger",
        });
        for (on, name) in [(self.small, " btn-small"), (self.block, " btn-block"), (self.icon_only, " btn-icon")] {
            if on {
                class.push_str(name);
            }
        }
        class
    }

    fn data(&self, what: &str) -> Option<&str> {
        self.data.iter().find(|(name, _)| *name == what).map(|(_, value)| value.as_str())
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let inner = html! {
            @if let Some(icon) = self.icon { (icon) }
            span.visually-hidden[self.icon_only] { (self.label) }
            @if let Some(what) = &self.describes { span.visually-hidden { " " (what) } }
            @if let Some(icon) = self.icon_after { (icon) }
        };
        let title = self.icon_only.then_some(self.label.as_str());
        match &self.does {
            Does::Link(href) if self.disabled => html! {
                a class=(self.class()) role="link" aria-disabled="true" data-href=(href) title=[title] { (inner) }
            },
            Does::Link(href) => html! {
                a class=(self.class()) href=(href) title=[title] download[self.download] { (inner) }
            },
            Does::Submit | Does::Plain => html! {
                button class=(self.class()) type=(if matches!(self.does, Does::Submit) { "submit" } else { "button" })
                    name=[self.name_value.as_ref().map(|pair| &pair.0)]
                    value=[self.name_value.as_ref().map(|pair| &pair.1)]
                    form=[self.form.as_ref()] formaction=[self.form_action.as_ref()]
                    disabled[self.disabled] title=[title]
                    data-copy=[self.data("copy")] data-print=[self.data("print")] data-close=[self.data("close")] {
                    (inner)
                }
            },
        }
    }
}

/// Buttons in a row, the main one first; they wrap on narrow screens.
#[derive(Clone, Debug, Default)]
pub struct ButtonGroup {
    buttons: Vec<Markup>,
}

impl ButtonGroup {
    /// An empty row.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a button (or anything that stands in the row).
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "adds one element to the row, as in any builder")]
    pub fn add(mut self, button: impl Render) -> Self {
        self.buttons.push(button.render());
        self
    }
}

impl Render for ButtonGroup {
    fn render(&self) -> Markup {
        html! { div.btn-group { @for button in &self.buttons { (button) } } }
    }
}
