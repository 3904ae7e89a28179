//! SVG: the credential is the element `credential` in the namespace of Open Badges 3.0, right below the root: a token
//! in its attribute `verify`, JSON as its text.

use std::ops::Range;

use quick_xml::{
    NsReader, XmlVersion,
    events::{BytesStart, Event},
    name::{Namespace, ResolveResult},
};

use super::{BakeFault, TEXT_MOST};

const NAMESPACE: &str = "https://purl.imsglobal.org/ob/v3p0";
/// Deeper nesting than any picture has.
const DEEPEST: usize = 200;

/// Where things stand in a picture.
#[derive(Default)]
struct Found {
    /// Where the root's start tag ends, and whether it is an empty element.
    root: Option<(Range<usize>, bool)>,
    /// The credentials: place and text.
    credentials: Vec<(Range<usize>, String)>,
}

fn place(at: u64) -> Result<usize, BakeFault> {
    usize::try_from(at).map_err(|_| BakeFault::Broken)
}

fn read(picture: &str) -> Result<Found, BakeFault> {
    let mut reader = NsReader::from_str(picture);
    let mut found = Found::default();
    let mut depth = 0usize;
    // Where the credential being read began, at which depth, and its text so far.
    let mut inside: Option<(usize, usize, String)> = None;
    loop {
        let start = place(reader.buffer_position())?;
        let (namespace, event) = reader.read_resolved_event().map_err(|_| BakeFault::Broken)?;
        let ours = matches!(namespace, ResolveResult::Bound(Namespace(NAMESPACE)));
        match event {
            Event::Eof => break,
            // The attribute of a document type may define entities; none is resolved here.
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(BakeFault::Broken);
                }
                if depth == 1 {
                    root(&mut found, &element, start, place(reader.buffer_position())?, false)?;
                } else if ours && element.local_name().as_ref() == "credential" && inside.is_none() {
                    inside = Some((start, depth, token(&element)?));
                }
            }
            Event::Empty(element) => {
                let end = place(reader.buffer_position())?;
                if depth == 0 {
                    root(&mut found, &element, start, end, true)?;
                } else if ours && element.local_name().as_ref() == "credential" && inside.is_none() {
                    found.credentials.push((start..end, token(&element)?));
                }
            }
            Event::End(_) => {
                if let Some((start, _, text)) = inside.take_if(|(_, at, _)| *at == depth) {
                    found.credentials.push((start..place(reader.buffer_position())?, text.trim().to_owned()));
                }
                depth = depth.checked_sub(1).ok_or(BakeFault::Broken)?;
            }
            Event::Text(text) => {
                if let Some((_, _, all)) = &mut inside {
                    all.push_str(&text.xml10_content());
                }
            }
            Event::CData(text) => {
                if let Some((_, _, all)) = &mut inside {
                    all.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                if let Some((_, _, all)) = &mut inside {
                    all.push(character(&name.xml10_content())?);
                }
            }
            _ => {}
        }
    }
    if depth != 0 { Err(BakeFault::Broken) } else { Ok(found) }
}

fn root(found: &mut Found, element: &BytesStart<'_>, start: usize, end: usize, empty: bool) -> Result<(), BakeFault> {
    if element.local_name().as_ref() != "svg" || found.root.is_some() {
        return Err(BakeFault::Broken);
    }
    found.root = Some((start..end, empty));
    Ok(())
}

/// The token in the attribute `verify`; empty where there is none.
fn token(element: &BytesStart<'_>) -> Result<String, BakeFault> {
    let attribute = element.try_get_attribute("verify").map_err(|_| BakeFault::Broken)?;
    match attribute {
        None => Ok(String::new()),
        Some(attribute) => {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| BakeFault::Broken)?;
            Ok(value.into_owned())
        }
    }
}

/// A character reference, or one of the five entities every document has.
fn character(name: &str) -> Result<char, BakeFault> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match name.strip_prefix("#x") {
            Some(digits) => number(digits, 16),
            None => name.strip_prefix('#').and_then(|digits| number(digits, 10)),
        },
    }
    .ok_or(BakeFault::Broken)
}

pub(super) fn bake(picture: &str, credential: &str) -> Result<String, BakeFault> {
    let found = read(picture)?;
    let (root, empty) = found.root.ok_or(BakeFault::Broken)?;
    let element = if credential.trim_start().starts_with('{') {
        // A CDATA section ends at the first `]]>`; one within is split over two.
        let text = credential.replace("]]>", "]]]]><![CDATA[>");
        format!("<openbadges:credential xmlns:openbadges=\"{NAMESPACE}\"><![CDATA[{text}]]></openbadges:credential>")
    } else {
        let token = crate::picture::escape(credential);
        format!("<openbadges:credential xmlns:openbadges=\"{NAMESPACE}\" verify=\"{token}\"/>")
    };
    let mut baked = String::with_capacity(picture.len() + element.len() + 16);
    let mut at = root.end;
    if empty {
        let tag = &picture[root.clone()];
        let name = tag[1..].split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or("svg");
        let open = tag.strip_suffix("/>").ok_or(BakeFault::Broken)?;
        baked.push_str(&picture[..root.start]);
        baked.push_str(&format!("{open}>{element}</{name}>"));
    } else {
        baked.push_str(&picture[..root.end]);
        baked.push_str(&element);
        for (range, _) in &found.credentials {
            baked.push_str(&picture[at..range.start]);
            at = range.end;
        }
    }
    baked.push_str(&picture[at..]);
    Ok(baked)
}

pub(super) fn extract(picture: &str) -> Result<String, BakeFault> {
    let found = read(picture)?;
    found.root.ok_or(BakeFault::Broken)?;
    let mut credentials = found.credentials.into_iter().map(|(_, text)| text);
    let text = credentials.next().filter(|t| !t.is_empty()).ok_or(BakeFault::Empty)?;
    if credentials.next().is_some() {
        return Err(BakeFault::Broken);
    }
    if text.len() > TEXT_MOST { Err(BakeFault::TooLarge) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn baking_again_replaces_and_keeps_the_picture() {
        let picture =
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A &amp; B</title></svg>";
        let once = bake(picture, "e30.e30.x").unwrap();
        assert!(once.contains("<title>A &amp; B</title>") && once.contains("verify=\"e30.e30.x\""), "{once}");
        let twice = bake(&once, "{\"a\": \"]]>\"}").unwrap();
        assert_eq!(extract(&twice).unwrap(), "{\"a\": \"]]>\"}");
        assert!(!twice.contains("e30.e30.x"));
    }

    #[test]
    fn other_prefixes_and_escaped_text_are_read() {
        let picture = "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\">\
            <o:credential> {&quot;a&quot;: &#34;&lt;&#x105;&#34;} </o:credential></s:svg>";
        assert_eq!(extract(picture).unwrap(), "{\"a\": \"<ą\"}");
    }

    #[test]
    fn entities_of_the_document_and_other_traps_are_refused() {
        let space = "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"";
        let entity = format!(
            "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg {space}><openbadges:credential>&x;</openbadges:credential></svg>"
        );
        assert_eq!(extract(&entity), Err(BakeFault::Broken));
        let twice =
            format!("<svg {space}><openbadges:credential verify=\"a\"/><openbadges:credential verify=\"b\"/></svg>");
        assert_eq!(extract(&twice), Err(BakeFault::Broken));
        let foreign = "<svg xmlns:openbadges=\"https://evil.example\"><openbadges:credential verify=\"a\"/></svg>";
        assert_eq!(extract(foreign), Err(BakeFault::Empty));
        assert_eq!(extract("<html/>"), Err(BakeFault::Broken));
        assert_eq!(extract("<svg><g></svg>"), Err(BakeFault::Broken));
        assert_eq!(extract(&"<svg>".repeat(100_000)), Err(BakeFault::Broken));
    }
}
