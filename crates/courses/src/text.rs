//! The text of a lesson: Markdown to HTML that cannot run anything.
//!
//! Raw HTML is shown as it was typed. A quotation that begins with a bold word and a full stop (**Ważne.**, **Przykład.**)
//! becomes a coloured box. Pictures come from the course's own files and always carry their alternative text.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use law::fold::fold;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// The deepest nesting of blocks that is read; what lies deeper is shown flat.
const DEEPEST: usize = 24;

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 for `##`, and so on; a text has no 1, which is the title of its page.
    pub level: u8,
    /// Its place in the page.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A picture of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file as named in the text.
    pub file: String,
    /// The alternative text; empty when the author gave none.
    pub alt: String,
}

/// A text made ready.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Safe HTML.
    pub html: String,
    /// Its headings in order.
    pub headings: Vec<Heading>,
    /// Its pictures in order.
    pub pictures: Vec<Picture>,
    /// Addresses of its links, with their words.
    pub links: Vec<(String, String)>,
    /// Its words without markup, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}

/// How a file named in a text is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Media {
    /// As a picture.
    Picture {
        /// Its address.
        src: String,
    },
    /// As a film with captions, and with its words below.
    Video {
        /// Its address.
        src: String,
        /// The addresses of its captions (WebVTT).
        captions: Vec<String>,
        /// What is said in it.
        transcript: String,
        /// The language it speaks.
        language: String,
    },
    /// As a recording, with its words below.
    Audio {
        /// Its address.
        src: String,
        /// What is said in it.
        transcript: String,
        /// The language it speaks.
        language: String,
    },
    /// As a link.
    Document {
        /// Its address.
        src: String,
    },
}

impl Media {
    fn src(&self) -> &str {
        match self {
            Media::Picture { src } | Media::Video { src, .. } | Media::Audio { src, .. } | Media::Document { src } => {
                src
            }
        }
    }
}

/// Renders a text with pictures only. `address` gives the address of a picture's file, if there is one.
pub fn render(markdown: &str, address: &dyn Fn(&str) -> Option<String>) -> Rendered {
    render_media(markdown, &|file| address(file).map(|src| Media::Picture { src }))
}

/// Renders a text. `media` tells how a file named in it is shown, if there is one.
pub fn render_media(markdown: &str, media: &dyn Fn(&str) -> Option<Media>) -> Rendered {
    let mut out = Rendered::default();
    let mut ids = Ids::default();
    let mut events = Vec::new();
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let mut parser = parser.collect::<Vec<_>>().into_iter();
    let mut depth = 0usize;
    // Words of films and recordings, shown after the paragraph they stand in.
    let mut words_below = String::new();
    while let Some(event) = parser.next() {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => events.push(Event::Text(raw)),
            Event::Start(Tag::HtmlBlock) => events.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => events.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Heading { level, .. }) => {
                let inner = until(&mut parser, |e| matches!(e, Event::End(TagEnd::Heading(_))));
                heading(level, &inner, &mut out, &mut ids, &mut events);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alt = words(&until(&mut parser, |e| matches!(e, Event::End(TagEnd::Image))));
                let found = media(&dest_url);
                events.push(Event::InlineHtml(shown(found.as_ref(), &alt).into()));
                if let Some(found) = &found {
                    words_below.push_str(&transcript(found));
                }
                out.pictures.push(Picture { file: dest_url.to_string(), alt });
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let inner = until(&mut parser, |e| matches!(e, Event::End(TagEnd::Link)));
                let text = words(&inner);
                out.links.push((dest_url.to_string(), text.clone()));
                let html = match media(&dest_url) {
                    None | Some(Media::Picture { .. }) => link(link_type, &dest_url, &text),
                    Some(file) => format!("<a href=\"{}\">{}</a>", escaped(file.src()), escaped(&text)),
                };
                if let Some(last) = out.paragraphs.last_mut() {
                    last.push_str(&text);
                }
                events.push(Event::InlineHtml(html.into()));
            }
            Event::Start(Tag::BlockQuote(_)) if depth < DEEPEST => {
                depth += 1;
                let open = match callout(parser.as_slice()) {
                    Some(tone) => format!("<div class=\"callout\" data-tone=\"{tone}\">"),
                    None => "<div class=\"quote\">".to_owned(),
                };
                events.push(Event::Html(open.into()));
            }
            Event::End(TagEnd::BlockQuote(_)) if depth > 0 => {
                depth -= 1;
                events.push(Event::Html("</div>".into()));
            }
            Event::Start(Tag::BlockQuote(_)) | Event::End(TagEnd::BlockQuote(_)) => {}
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Html("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\">".into()));
                events.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                events.push(Event::End(TagEnd::Table));
                events.push(Event::Html("</div>".into()));
            }
            Event::End(TagEnd::Paragraph) if !words_below.is_empty() => {
                events.push(event);
                events.push(Event::Html(std::mem::take(&mut words_below).into()));
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                out.paragraphs.push(String::new());
                events.push(event);
            }
            Event::Text(ref text) | Event::Code(ref text) => {
                if let Some(last) = out.paragraphs.last_mut() {
                    last.push_str(text);
                }
                events.push(event);
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(last) = out.paragraphs.last_mut() {
                    last.push(' ');
                }
                events.push(event);
            }
            other => events.push(other),
        }
    }
    events.push(Event::Html(words_below.into()));
    events.extend((0..depth).map(|_| Event::Html("</div>".into())));
    html::push_html(&mut out.html, events.into_iter());
    out.paragraphs.retain(|p| !p.trim().is_empty());
    out
}

/// Places of headings that are taken.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    /// The number the next heading of the same words begins with.
    next: HashMap<String, usize>,
}

impl Ids {
    /// A place of its own for a heading of these words.
    fn free(&mut self, base: &str) -> String {
        if self.taken.insert(base.to_owned()) {
            return base.to_owned();
        }
        let number = self.next.entry(base.to_owned()).or_insert(2);
        loop {
            let id = format!("{base}-{number}");
            *number += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The events until one, which is taken too.
fn until<'a>(parser: &mut impl Iterator<Item = Event<'a>>, mut end: impl FnMut(&Event<'a>) -> bool) -> Vec<Event<'a>> {
    parser.by_ref().take_while(|e| !end(e)).collect()
}

/// The words of events.
fn words(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(t) | Event::Code(t) | Event::Html(t) | Event::InlineHtml(t) => text.push_str(t),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}

fn heading<'a>(
    level: HeadingLevel,
    inner: &[Event<'a>],
    out: &mut Rendered,
    ids: &mut Ids,
    events: &mut Vec<Event<'a>>,
) {
    let level = (level as u8).max(2);
    let text = words(inner);
    let base: String =
        fold(&text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-");
    // Never one of the page's own places, such as `main`.
    let id = ids.free(&format!("h-{base}"));
    events.push(Event::Html(format!("<h{level} id=\"{}\">", escaped(&id)).into()));
    events.push(Event::Text(CowStr::from(text.clone())));
    events.push(Event::Html(format!("</h{level}>\n").into()));
    out.headings.push(Heading { level, id, text });
}

/// The tone of a box, if the quotation whose inside this is begins with one of the words that make one.
fn callout(inside: &[Event<'_>]) -> Option<&'static str> {
    let [Event::Start(Tag::Paragraph), Event::Start(Tag::Strong), Event::Text(word), ..] = inside else { return None };
    match fold(word).trim_end_matches(['.', ':', '!']) {
        "wazne" | "important" | "zapamietaj" | "remember" => Some("important"),
        "uwaga" | "warning" => Some("warning"),
        "przyklad" | "example" => Some("example"),
        _ => None,
    }
}

/// A file in the text, or its alternative text where there is no such file.
fn shown(media: Option<&Media>, alt: &str) -> String {
    let alt = escaped(alt);
    let Some(media) = media else { return format!("<em>{alt}</em>") };
    let src = escaped(media.src());
    match media {
        Media::Picture { .. } => format!("<img src=\"{src}\" alt=\"{alt}\" loading=\"lazy\">"),
        Media::Video { captions, language, .. } => {
            let mut tracks = String::new();
            for (i, track) in captions.iter().enumerate() {
                let default = if i == 0 { " default" } else { "" };
                let (track, language) = (escaped(track), escaped(language));
                let _ = write!(tracks, "<track kind=\"captions\" src=\"{track}\" srclang=\"{language}\"{default}>");
            }
            format!("<video controls preload=\"metadata\" src=\"{src}\" aria-label=\"{alt}\">{tracks}</video>")
        }
        Media::Audio { .. } => {
            format!("<audio controls preload=\"metadata\" src=\"{src}\" aria-label=\"{alt}\"></audio>")
        }
        Media::Document { .. } => format!("<a href=\"{src}\">{alt}</a>"),
    }
}

/// The words of a film or a recording, to be opened below it.
fn transcript(media: &Media) -> String {
    let (Media::Video { transcript, language, .. } | Media::Audio { transcript, language, .. }) = media else {
        return String::new();
    };
    if transcript.trim().is_empty() {
        return String::new();
    }
    let label = if language == "en" { "Transcript" } else { "Tekst nagrania" };
    let mut html = format!("<details class=\"transcript\"><summary>{label}</summary>");
    for paragraph in transcript.split("\n\n").filter(|p| !p.trim().is_empty()) {
        let _ = write!(html, "<p>{}</p>", escaped(paragraph.trim()));
    }
    html.push_str("</details>\n");
    html
}

fn link(kind: LinkType, address: &str, text: &str) -> String {
    let address = if kind == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
    let lower = address.trim().to_ascii_lowercase();
    let outside = lower.starts_with("https://") || lower.starts_with("http://");
    let inside =
        lower.starts_with('/') && !lower.starts_with("//") || lower.starts_with('#') || lower.starts_with("mailto:");
    if outside {
        format!("<a href=\"{}\" rel=\"noopener external\">{}</a>", escaped(&address), escaped(text))
    } else if inside {
        format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(text))
    } else {
        escaped(text)
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Into a string it never fails.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(markdown: &str) -> Rendered {
        render(markdown, &|file| Some(format!("/files/{file}")))
    }

    #[test]
    fn nothing_of_a_text_can_run() {
        for text in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](//evil.example)",
            "![\"><script>](a.svg)",
            "## <script>x</script>",
        ] {
            let html = plain(text).html;
            assert!(!html.contains("<script") && !html.contains("<img src=x") && !html.contains("href=\"j"), "{html}");
            assert!(!html.to_lowercase().contains("href=\"javascript") && !html.contains("evil.example\""), "{html}");
        }
    }

    #[test]
    fn headings_have_places_of_their_own() {
        let text = plain("# Jeden\n\n## Żółw\n\n## Żółw\n");
        let ids: Vec<_> = text.headings.iter().map(|h| (h.level, h.id.as_str())).collect();
        assert_eq!(ids, [(2, "h-jeden"), (2, "h-zolw"), (2, "h-zolw-2")]);
    }

    #[test]
    fn a_quotation_that_begins_with_a_known_word_is_a_box() {
        let html = plain("> **Ważne.** Termin biegnie.\n\n> Zwykły cytat.").html;
        assert!(html.contains("<div class=\"callout\" data-tone=\"important\">"), "{html}");
        assert!(html.contains("<div class=\"quote\">"), "{html}");
    }

    #[test]
    fn pictures_keep_their_alternative_text() {
        let text = plain("![Droga sprawy](pictures/droga.svg)");
        assert_eq!(text.pictures, [Picture { file: "pictures/droga.svg".into(), alt: "Droga sprawy".into() }]);
        assert!(text.html.contains("alt=\"Droga sprawy\""), "{}", text.html);
    }

    proptest! {
        #[test]
        fn any_text_gives_html_without_foreign_tags(text in "[ -~ąęłżź\\n]{0,300}") {
            let html = plain(&text).html;
            let known = ["a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img",
                "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"];
            for tag in html.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(known.contains(&name.as_str()), "<{}> in {}", name, html);
            }
        }
    }
}
