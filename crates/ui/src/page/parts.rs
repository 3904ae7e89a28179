//! What a page is told about itself: where it belongs, who is signed in, the way here, the search.

use crate::components::Icon;

/// The part of the system a page belongs to; it decides the header, where the menu stands, the measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Area {
    /// The national start page and what belongs to the whole installation.
    Start,
    /// The public site of an office.
    Office {
        /// The name shown.
        name: String,
        /// The address: `/o/{slug}`.
        slug: String,
        /// One to three letters of the office's sign; the first letter of the name when missing.
        monogram: Option<String>,
    },
    /// A person's own matters.
    My,
    /// The officials' side of an office.
    Desk {
        /// The name shown.
        office: String,
        /// The address: `/desk/{slug}`.
        slug: String,
    },
    /// The operator of the installation.
    Operator,
    /// One task and nothing else: signing in, an e-mail link.
    Bare,
}

impl Area {
    /// The name in `data-area`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Area::Start => "start",
            Area::Office { .. } => "office",
            Area::My => "my",
            Area::Desk { .. } => "desk",
            Area::Operator => "operator",
            Area::Bare => "bare",
        }
    }

    /// Whether the menu stands at the side on wide screens.
    pub(super) fn has_side(&self) -> bool {
        matches!(self, Area::My | Area::Desk { .. } | Area::Operator)
    }
}

/// The signed-in person in the header.
#[derive(Clone, Debug)]
pub struct UserChip {
    pub(super) name: String,
    pub(super) initials: Option<String>,
    pub(super) note: Option<String>,
    pub(super) links: Vec<(String, String, Option<Icon>)>,
    pub(super) sign_out: Option<(String, String)>,
}

impl UserChip {
    /// A person by name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), initials: None, note: None, links: Vec::new(), sign_out: None }
    }

    /// Other initials than the first letters of the name.
    #[must_use]
    pub fn initials(mut self, initials: impl Into<String>) -> Self {
        self.initials = Some(initials.into());
        self
    }

    /// Below the name: the position or e-mail address.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// A link in the menu.
    #[must_use]
    pub fn link(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.links.push((label.into(), href.into(), None));
        self
    }

    /// A link in the menu with an icon.
    #[must_use]
    pub fn icon_link(mut self, icon: Icon, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.links.push((label.into(), href.into(), Some(icon)));
        self
    }

    /// The button that signs out, sent with POST to the address.
    #[must_use]
    pub fn sign_out(mut self, label: impl Into<String>, action: impl Into<String>) -> Self {
        self.sign_out = Some((label.into(), action.into()));
        self
    }
}

/// A step of the way from the start to this page.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub(super) label: String,
    pub(super) href: Option<String>,
}

/// The search in the header.
#[derive(Clone, Debug)]
pub struct SearchSlot {
    pub(super) action: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) suggest: Option<String>,
}

impl SearchSlot {
    /// A search that asks `action?q=…`.
    pub fn new(action: impl Into<String>, label: impl Into<String>) -> Self {
        Self { action: action.into(), label: label.into(), value: String::new(), suggest: None }
    }

    /// What was asked.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// The address that suggests.
    #[must_use]
    pub fn suggest(mut self, url: impl Into<String>) -> Self {
        self.suggest = Some(url.into());
        self
    }
}
