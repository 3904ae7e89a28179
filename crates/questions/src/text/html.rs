//! HTML from outside as Markdown. What Markdown cannot say is left out and noted; nothing of the HTML itself remains.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use super::{escape, files::Files, html_writer::Writer, markdown, plain};

/// What was left out of a text, for the report.
#[derive(Debug, Default)]
pub struct Notes {
    /// Elements and attributes that were dangerous: `script`, `onclick`, `javascript:`.
    pub removed: BTreeSet<String>,
    /// Pictures that were not taken: from other servers, or not in the file.
    pub pictures: BTreeSet<String>,
}

/// Elements whose content is not text for a reader.
const DROPPED: &[&str] = &[
    "script",
    "style",
    "head",
    "title",
    "iframe",
    "object",
    "embed",
    "applet",
    "noscript",
    "template",
    "svg",
    "math",
    "form",
    "select",
    "textarea",
    "button",
    "frameset",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "link",
    "meta",
    "base",
    "input",
];
/// Of these the ones that are not worth a word.
const QUIET: &[&str] = &["style", "head", "title", "link", "meta", "noscript", "template"];
/// Elements without an end.
const VOID: &[&str] =
    &["br", "hr", "img", "input", "link", "meta", "base", "embed", "source", "track", "wbr", "col", "area", "param"];

/// Converts HTML to Markdown. Any text is taken; works in one pass without a tree, so depth costs nothing.
#[must_use]
pub fn to_markdown(html: &str, files: &mut Files, notes: &mut Notes) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut writer = Writer::default();
    // The element being dropped and how deep elements of its name lie in one another.
    let mut dropping: Option<(String, usize)> = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                dangerous(&name, &tag, notes);
                if let Some((dropped, depth)) = &mut dropping {
                    *depth += usize::from(*dropped == name && !tag.self_closing);
                } else if DROPPED.contains(&name.as_str()) {
                    if !tag.self_closing && !VOID.contains(&name.as_str()) {
                        dropping = Some((name, 1));
                    }
                } else {
                    open(&name, &tag, &mut writer, files, notes);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                if let Some((dropped, depth)) = &mut dropping {
                    *depth -= usize::from(*dropped == name);
                    if *depth == 0 {
                        dropping = None;
                    }
                } else {
                    close(&name, &mut writer);
                }
            }
            Token::String(string) if dropping.is_none() => writer.text(&text(&string)),
            _ => {}
        }
    }
    let written = writer.finish();
    // Whatever sequence of tags was meant to outwit the writer: its words remain, nothing else.
    if markdown::is_clean(&written) { written } else { escape(&plain(&written)) }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.iter().find(|(key, _)| key.as_slice() == name.as_bytes()).map(|(_, value)| text(value))
}

fn dangerous(name: &str, tag: &StartTag<()>, notes: &mut Notes) {
    if DROPPED.contains(&name) && !QUIET.contains(&name) {
        notes.removed.insert(name.to_owned());
    }
    for key in tag.attributes.keys().filter(|k| k.len() > 2 && k.starts_with(b"on")) {
        let key: String = text(key).chars().filter(char::is_ascii_alphanumeric).take(20).collect();
        notes.removed.insert(key);
    }
}

fn open(name: &str, tag: &StartTag<()>, writer: &mut Writer, files: &mut Files, notes: &mut Notes) {
    match name {
        "br" => writer.line_break(),
        "hr" => writer.rule(),
        "b" | "strong" => writer.begin_mark("**"),
        "i" | "em" | "cite" | "dfn" | "var" => writer.begin_mark("*"),
        "s" | "del" | "strike" => writer.begin_mark("~~"),
        "code" | "kbd" | "samp" | "tt" => writer.begin_code(),
        "pre" => writer.begin_pre(),
        "a" => {
            let target = attribute(tag, "href").unwrap_or_default();
            writer.begin_link(link(&target, files, notes));
        }
        "img" => picture(tag, writer, files, notes),
        "audio" | "video" | "source" => {
            if let Some(target) = attribute(tag, "src").and_then(|src| link(&src, files, notes)) {
                let label = target.strip_prefix("files/").unwrap_or(&target).to_owned();
                writer.link(&label, &target);
            }
        }
        "sup" => writer.script(true),
        "sub" => writer.script(false),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => writer.heading(name.as_bytes()[1].saturating_sub(b'0')),
        "ul" | "menu" | "dir" => writer.begin_list(None),
        "ol" => {
            let start = attribute(tag, "start").and_then(|s| s.trim().parse().ok()).filter(|n| *n < 100_000);
            writer.begin_list(Some(start.unwrap_or(1)));
        }
        "li" => writer.item(),
        "blockquote" => writer.begin_quote(),
        "table" => writer.begin_table(),
        "tr" => writer.row(),
        "td" | "th" => writer.cell(),
        name if is_block(name) => writer.block(),
        _ => {}
    }
}

fn close(name: &str, writer: &mut Writer) {
    match name {
        "b" | "strong" => writer.end_mark("**"),
        "i" | "em" | "cite" | "dfn" | "var" => writer.end_mark("*"),
        "s" | "del" | "strike" => writer.end_mark("~~"),
        "code" | "kbd" | "samp" | "tt" => writer.end_code(),
        "pre" => writer.end_pre(),
        "a" => writer.end_link(),
        "sup" | "sub" => writer.end_script(),
        "ul" | "ol" | "menu" | "dir" => writer.end_list(),
        "blockquote" => writer.end_quote(),
        "table" => writer.end_table(),
        "td" | "th" | "tr" => writer.end_cell(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => writer.block(),
        name if is_block(name) => writer.block(),
        _ => {}
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "figure"
            | "figcaption"
            | "dl"
            | "dt"
            | "dd"
            | "address"
            | "fieldset"
            | "legend"
            | "caption"
            | "center"
            | "main"
            | "aside"
            | "nav"
            | "details"
            | "summary"
            | "body"
            | "html"
            | "audio"
            | "video"
    )
}

/// Where a link leads, or nothing where it may not lead.
fn link(target: &str, files: &Files, notes: &mut Notes) -> Option<String> {
    let target = target.trim();
    if let Some(name) = plugin_file(target) {
        return files.find(&name).map(|n| format!("files/{n}"));
    }
    if target.is_empty() || target.starts_with('#') {
        return None;
    }
    if markdown::is_link(target) {
        return Some(target.to_owned());
    }
    let scheme: String = target
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take_while(|c| c.is_ascii_alphanumeric() || *c == ':')
        .take(20)
        .collect();
    if let Some((scheme, _)) = scheme.split_once(':') {
        notes.removed.insert(format!("{}:", scheme.to_ascii_lowercase()));
    }
    None
}

/// The name of a file that came with the text in Moodle's way.
fn plugin_file(target: &str) -> Option<String> {
    let name = target.strip_prefix("@@PLUGINFILE@@/").or_else(|| target.strip_prefix("@@PLUGINFILE@@%2F"))?;
    Some(percent_decoded(name.split(['?', '#']).next().unwrap_or_default()))
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let coded = (*byte == b'%')
            .then(|| text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok()))
            .flatten();
        at += if coded.is_some() { 3 } else { 1 };
        out.push(coded.unwrap_or(*byte));
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn picture(tag: &StartTag<()>, writer: &mut Writer, files: &mut Files, notes: &mut Notes) {
    let alt = attribute(tag, "alt").unwrap_or_default();
    let source = attribute(tag, "src").unwrap_or_default();
    let source = source.trim();
    let name = if let Some(name) = plugin_file(source) {
        let found = files.find(&name).map(str::to_owned);
        if found.is_none() {
            notes.pictures.insert(crate::check::short(&name));
        }
        found
    } else if markdown::is_own_file(source) {
        Some(source.to_owned())
    } else if let Some((end, bytes)) = inline_picture(source).filter(|_| !files.is_full()) {
        Some(files.add(&format!("picture.{end}"), bytes))
    } else {
        notes.pictures.insert(crate::check::short(source));
        None
    };
    match name {
        Some(name) => {
            files.describe(&name, alt.trim());
            let target = if markdown::is_own_file(&name) { name } else { format!("files/{name}") };
            writer.picture(&alt, &target);
        }
        None => writer.text(&alt),
    }
}

/// `data:image/png;base64,…`: the end of its file name and what it holds.
fn inline_picture(source: &str) -> Option<(&'static str, Vec<u8>)> {
    let (kind, content) = source.strip_prefix("data:image/")?.split_once(";base64,")?;
    let end = match kind.to_ascii_lowercase().as_str() {
        "png" => "png",
        "jpeg" | "jpg" => "jpg",
        "gif" => "gif",
        "webp" => "webp",
        _ => return None,
    };
    crate::formats::base64_bytes(content).map(|bytes| (end, bytes))
}
