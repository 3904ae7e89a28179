//! What a person chose about the look of pages.

use std::fmt;

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As on the device.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Yellow on black.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The name in `data-theme`, forms and cookies.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// Reads the name; `None` when unknown.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name)
    }
}

/// Size of text, in percent of the browser's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// 100 %.
    #[default]
    Normal,
    /// 125 %.
    Large,
    /// 150 %.
    Larger,
}

impl TextSize {
    /// Every size.
    pub const ALL: [TextSize; 3] = [TextSize::Normal, TextSize::Large, TextSize::Larger];

    /// The percent in `data-text`, forms and cookies.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TextSize::Normal => "100",
            TextSize::Large => "125",
            TextSize::Larger => "150",
        }
    }

    /// Reads the percent; `None` when unknown.
    #[must_use]
    pub fn parse(percent: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.as_str() == percent)
    }
}

/// Theme and text size. Written as `dark-125` in a cookie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// Colours.
    pub theme: Theme,
    /// Size of text.
    pub text: TextSize,
}

impl Prefs {
    /// Reads what [`fmt::Display`] wrote; anything unknown falls back to the default.
    #[must_use]
    pub fn parse(cookie: &str) -> Self {
        let (theme, text) = cookie.split_once('-').unwrap_or((cookie, ""));
        Self { theme: Theme::parse(theme).unwrap_or_default(), text: TextSize::parse(text).unwrap_or_default() }
    }
}

impl fmt::Display for Prefs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.theme.as_str(), self.text.as_str())
    }
}
