//! The drawings of the icons: strokes on a 24 by 24 grid, one weight, round ends.

use super::icon::Icon;

/// The content of the `svg` element of an icon.
pub(super) fn paths(icon: Icon) -> &'static str {
    match icon {
        Icon::Archive => {
            r#"<path d="M3.5 5h17v4h-17zM5 9v9.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V9M10 13h4"/>"#
        }
        Icon::ArrowLeft => r#"<path d="M19.5 12h-15M11 5.5 4.5 12l6.5 6.5"/>"#,
        Icon::ArrowRight => r#"<path d="M4.5 12h15M13 5.5 19.5 12 13 18.5"/>"#,
        Icon::Attach => {
            r#"<path d="m20 11.5-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.3a1.7 1.7 0 0 1-2.4-2.4l7.7-7.6"/>"#
        }
        Icon::Bell => r#"<path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10M10 19.8a2.2 2.2 0 0 0 4 0"/>"#,
        Icon::Building => {
            r#"<path d="M3.5 20.5h17M5 20.5V9.5M19 20.5V9.5M3.5 9.5 12 4l8.5 5.5zM9.5 20.5v-7M14.5 20.5v-7"/>"#
        }
        Icon::Calendar => {
            r#"<path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v12a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-12A1.5 1.5 0 0 1 5.5 5zM4 10h16M8.5 3v4M15.5 3v4"/>"#
        }
        Icon::Check => r#"<path d="m4.5 12.5 5 5 10-11"/>"#,
        Icon::CheckCircle => r#"<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.7L16 9.3"/>"#,
        Icon::ChevronDown => r#"<path d="m6 9.5 6 6 6-6"/>"#,
        Icon::ChevronLeft => r#"<path d="m14.5 6-6 6 6 6"/>"#,
        Icon::ChevronRight => r#"<path d="m9.5 6 6 6-6 6"/>"#,
        Icon::Clock => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2"/>"#,
        Icon::Close => r#"<path d="m6 6 12 12M18 6 6 18"/>"#,
        Icon::Copy => {
            r#"<path d="M9.5 8h9A1.5 1.5 0 0 1 20 9.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 8 18.5v-9A1.5 1.5 0 0 1 9.5 8z"/><path d="M16 8V5.5A1.5 1.5 0 0 0 14.5 4h-9A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16H8"/>"#
        }
        Icon::Danger => r#"<path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 16.2v.1"/>"#,
        Icon::Document => {
            r#"<path d="M13.5 3.5h-6A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V8zM13.5 3.5V8H18M9 12.5h6M9 16.5h4"/>"#
        }
        Icon::Download => r#"<path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15"/>"#,
        Icon::Edit => {
            r#"<path d="m4 20 1-4.2L15.8 5a2.1 2.1 0 0 1 3 0l.2.2a2.1 2.1 0 0 1 0 3L8.2 19zM13.5 7.3l3.2 3.2"/>"#
        }
        Icon::External => {
            r#"<path d="M13.5 4.5h6v6M19.5 4.5 11 13M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4"/>"#
        }
        Icon::Eye => {
            r#"<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>"#
        }
        Icon::File => {
            r#"<path d="M13.5 3.5h-6A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V8zM13.5 3.5V8H18"/>"#
        }
        Icon::Filter => r#"<path d="M4 6.5h16M7 12h10M10 17.5h4"/>"#,
        Icon::Folder => {
            r#"<path d="M3.5 7A1.5 1.5 0 0 1 5 5.5h4l2.2 2.5H19A1.5 1.5 0 0 1 20.5 9.5v8A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5z"/>"#
        }
        Icon::Globe => {
            r#"<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.5 2.3 3.7 5.2 3.7 8.5s-1.2 6.2-3.7 8.5c-2.5-2.3-3.7-5.2-3.7-8.5s1.2-6.2 3.7-8.5z"/>"#
        }
        Icon::Help => {
            r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7a2.5 2.5 0 1 1 3.8 2.1c-.8.5-1.3 1-1.3 1.9M12 16.7v.1"/>"#
        }
        Icon::History => r#"<path d="M4 5v4.5h4.5M4.4 9.5A8.3 8.3 0 1 1 3.7 13M12 8v4.5l3 1.8"/>"#,
        Icon::Home => {
            r#"<path d="m3.5 11.5 8.5-7.5 8.5 7.5M6 9.5V19a1 1 0 0 0 1 1h3.5v-5.5h3V20H17a1 1 0 0 0 1-1V9.5"/>"#
        }
        Icon::Image => {
            r#"<path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5z"/><circle cx="9" cy="9.8" r="1.5"/><path d="m4.5 17.5 4.8-4.3 3 2.6 3.2-3.3 4.3 4.3"/>"#
        }
        Icon::Inbox => {
            r#"<path d="M4 13.5 6.7 6a1.5 1.5 0 0 1 1.4-1h7.8a1.5 1.5 0 0 1 1.4 1L20 13.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM4 13.5h4.7l1.3 2.3h4l1.3-2.3H20"/>"#
        }
        Icon::Info => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11.3v5M12 8v.1"/>"#,
        Icon::Key => r#"<circle cx="8" cy="15.5" r="4"/><path d="m11 12.7 8.5-8.2M16.5 7.5l2.7 2.7M13.8 10l1.8 1.8"/>"#,
        Icon::Link => {
            r#"<path d="M10 14a4 4 0 0 0 5.7.3l3-3A4 4 0 0 0 13 5.6l-1.4 1.3M14 10a4 4 0 0 0-5.7-.3l-3 3A4 4 0 0 0 11 18.4l1.4-1.3"/>"#
        }
        Icon::List => r#"<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1"/>"#,
        Icon::Lock => {
            r#"<path d="M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2"/>"#
        }
        Icon::Mail => {
            r#"<path d="M5 5.5h14A1.5 1.5 0 0 1 20.5 7v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5zM4 7l8 6 8-6"/>"#
        }
        Icon::Menu => r#"<path d="M4 7h16M4 12h16M4 17h16"/>"#,
        Icon::Message => {
            r#"<path d="M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 4v-4h-2A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5zM8 9h8M8 12.5h5"/>"#
        }
        Icon::Minus => r#"<path d="M5 12h14"/>"#,
        Icon::More => {
            r#"<circle cx="5.5" cy="12" r=".9"/><circle cx="12" cy="12" r=".9"/><circle cx="18.5" cy="12" r=".9"/>"#
        }
        Icon::Person => r#"<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20c.6-3.8 3.6-6 7.5-6s6.9 2.2 7.5 6"/>"#,
        Icon::People => {
            r#"<circle cx="9" cy="8.5" r="3.3"/><path d="M3 19.5c.4-3.3 2.7-5.2 6-5.2s5.6 1.9 6 5.2M15.5 5.5a3.3 3.3 0 0 1 0 6M17.5 14.6c2 .7 3.2 2.4 3.5 4.9"/>"#
        }
        Icon::Phone => {
            r#"<path d="M8.3 4H5.5A1.5 1.5 0 0 0 4 5.6C4.6 13.2 10.8 19.4 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-2.8l-4.3-1.7-1.9 1.9a12 12 0 0 1-5.7-5.7L10 8.3z"/>"#
        }
        Icon::Pin => {
            r#"<path d="M12 21s6.5-5.8 6.5-11.2A6.5 6.5 0 0 0 5.5 9.8C5.5 15.2 12 21 12 21z"/><circle cx="12" cy="9.8" r="2.3"/>"#
        }
        Icon::Plus => r#"<path d="M12 5v14M5 12h14"/>"#,
        Icon::Print => {
            r#"<path d="M7 8.5V4h10v4.5M7 16.5H5.5A1.5 1.5 0 0 1 4 15v-5a1.5 1.5 0 0 1 1.5-1.5h13A1.5 1.5 0 0 1 20 10v5a1.5 1.5 0 0 1-1.5 1.5H17M7 14h10v6.5H7z"/>"#
        }
        Icon::Refresh => {
            r#"<path d="M19.8 4.5V9h-4.5M19.4 9A8.2 8.2 0 0 0 4.2 9.8M4.2 19.5V15h4.5M4.6 15a8.2 8.2 0 0 0 15.2-.8"/>"#
        }
        Icon::Reply => r#"<path d="m9.5 6-5.5 5.5L9.5 17M4 11.5h9.5a6 6 0 0 1 6 6V19"/>"#,
        Icon::Scales => {
            r#"<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a2.6 2.6 0 0 0 5 0zM19 7l-2.5 6.5a2.6 2.6 0 0 0 5 0z"/>"#
        }
        Icon::Search => r#"<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.5 15.5 5 5"/>"#,
        Icon::Send => r#"<path d="M20.5 3.5 3.5 10l7 3.5 3.5 7zM10.5 13.5l4.3-4.3"/>"#,
        Icon::Settings => {
            r#"<path d="M4 7h9M18 7h2M4 17h2M11 17h9"/><circle cx="15.5" cy="7" r="2.5"/><circle cx="8.5" cy="17" r="2.5"/>"#
        }
        Icon::Shield => r#"<path d="M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6zM9 11.8l2.2 2.2 3.8-4.2"/>"#,
        Icon::SignOut => {
            r#"<path d="M13.5 4.5H6A1.5 1.5 0 0 0 4.5 6v12A1.5 1.5 0 0 0 6 19.5h7.5M10 12h10M16 8l4 4-4 4"/>"#
        }
        Icon::Sliders => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17M12 8h7M12 12h8.4M12 16h7"/>"#,
        Icon::Stamp => {
            r#"<path d="M5 20.5h14M5.5 17v-1.5A1.5 1.5 0 0 1 7 14h3.5l-1-5.5a2.8 2.8 0 1 1 5 0l-1 5.5H17a1.5 1.5 0 0 1 1.5 1.5V17z"/>"#
        }
        Icon::Star => r#"<path d="m12 4 2.5 5.2 5.7.8-4.1 4 1 5.6-5.1-2.7-5.1 2.7 1-5.6-4.1-4 5.7-.8z"/>"#,
        Icon::Trash => {
            r#"<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5L17.5 7M10 11v5.5M14 11v5.5"/>"#
        }
        Icon::Upload => r#"<path d="M12 15.5v-11M7 9l5-5 5 5M4.5 20h15"/>"#,
        Icon::Warning => r#"<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1"/>"#,
    }
}
