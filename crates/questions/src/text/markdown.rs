//! Markdown from outside: taken as it is when it is clean, else made anew without what may not be there.

use pulldown_cmark::{Event, Parser, Tag};

use super::{
    escape::options,
    files::Files,
    html::{self, Notes},
};

/// Whether Markdown holds nothing but Markdown: no raw HTML, links only to web and mail addresses, pictures only from
/// the question's own files.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    !text.contains("@@PLUGINFILE@@")
        && Parser::new_ext(text, options()).all(|event| match event {
            Event::Html(_) | Event::InlineHtml(_) => false,
            Event::Start(Tag::Link { dest_url, .. }) => is_link(&dest_url),
            Event::Start(Tag::Image { dest_url, .. }) => is_own_file(&dest_url),
            _ => true,
        })
}

/// Where a link may lead.
pub(crate) fn is_link(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    let web = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    web.is_some_and(|rest| !rest.is_empty()) || lower.starts_with("mailto:") || is_own_file(address) || lower.is_empty()
}

/// `files/NAME` or `pictures/NAME`: a file that came with the question or the course.
pub(crate) fn is_own_file(address: &str) -> bool {
    let name = address.strip_prefix("files/").or_else(|| address.strip_prefix("pictures/"));
    name.is_some_and(|n| !n.is_empty() && !n.starts_with('.') && !n.contains(['/', '\\', ':', '%', '?', '#']))
}

/// Foreign Markdown as ours.
pub(crate) fn take(text: &str, files: &mut Files, notes: &mut Notes) -> String {
    let text = text.trim_end().trim_start_matches('\n');
    if is_clean(text) {
        return text.to_owned();
    }
    let mut page = String::new();
    pulldown_cmark::html::push_html(&mut page, Parser::new_ext(text, options()));
    html::to_markdown(&page, files, notes)
}
