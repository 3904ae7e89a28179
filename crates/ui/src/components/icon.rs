//! Icons in one stroke style.

use maud::{Markup, PreEscaped, Render, html};

use super::icon_paths::paths;

/// Declares the icons with the list of all of them.
macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// An icon of the set, drawn for SZPON. It always goes with words: screen readers skip it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name),* }

        impl Icon {
            /// Every icon, in the order of names.
            pub const ALL: &'static [Icon] = &[$(Icon::$name),*];

            /// The name as in the code, for the gallery.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Icon::$name => stringify!($name)),* }
            }
        }
    };
}

icons! {
    /// The archive.
    Archive,
    /// Back.
    ArrowLeft,
    /// Forward.
    ArrowRight,
    /// An attachment.
    Attach,
    /// A notification.
    Bell,
    /// An office.
    Building,
    /// A date.
    Calendar,
    /// A tick.
    Check,
    /// Done well.
    CheckCircle,
    /// Opens below.
    ChevronDown,
    /// The previous one.
    ChevronLeft,
    /// The next one, or deeper.
    ChevronRight,
    /// A term or time.
    Clock,
    /// Close.
    Close,
    /// Copy.
    Copy,
    /// Something failed or is refused.
    Danger,
    /// A document with text.
    Document,
    /// Download.
    Download,
    /// Edit.
    Edit,
    /// Leads to another site.
    External,
    /// Look, preview.
    Eye,
    /// A file of any kind.
    File,
    /// Narrow a list.
    Filter,
    /// A case or folder.
    Folder,
    /// Language, public site.
    Globe,
    /// Help.
    Help,
    /// History, the record of a case.
    History,
    /// Start page.
    Home,
    /// A picture.
    Image,
    /// What came in.
    Inbox,
    /// Information.
    Info,
    /// Access, token.
    Key,
    /// A link.
    Link,
    /// A list or register.
    List,
    /// Closed, protected.
    Lock,
    /// E-mail, letter.
    Mail,
    /// Menu.
    Menu,
    /// A message.
    Message,
    /// Take away.
    Minus,
    /// More.
    More,
    /// A person.
    Person,
    /// People, unit.
    People,
    /// Telephone.
    Phone,
    /// A place.
    Pin,
    /// Add.
    Plus,
    /// Print.
    Print,
    /// Again.
    Refresh,
    /// Reply, return.
    Reply,
    /// Law, legal basis.
    Scales,
    /// Search.
    Search,
    /// Send.
    Send,
    /// Settings.
    Settings,
    /// Security, proof.
    Shield,
    /// Sign out.
    SignOut,
    /// Display: colours and text.
    Sliders,
    /// Official decision, receipt.
    Stamp,
    /// Followed.
    Star,
    /// Delete.
    Trash,
    /// Upload.
    Upload,
    /// Warning.
    Warning,
}

impl Icon {
    /// The icon as drawn by the [`Drawings`] of the page: a quarter of the bytes, for lists that show few icons many times.
    #[must_use]
    pub fn again(self) -> Markup {
        html! { svg class="icon" width="24" height="24" aria-hidden="true" { use href={ "#icon-" (self.name()) } {} } }
    }
}

/// Drawings put once into a page, before [`Icon::again`] shows them.
#[derive(Debug, Clone, Copy)]
pub struct Drawings<'a>(pub &'a [Icon]);

impl Render for Drawings<'_> {
    fn render(&self) -> Markup {
        html! {
            div hidden { svg aria-hidden="true" {
                @for icon in self.0 {
                    symbol id={ "icon-" (icon.name()) } viewBox="0 0 24 24" fill="none" stroke="currentColor"
                        stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" { (PreEscaped(paths(*icon))) }
                }
            } }
        }
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor"
                stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"
                aria-hidden="true" focusable="false" { (PreEscaped(paths(*self))) }
        }
    }
}
