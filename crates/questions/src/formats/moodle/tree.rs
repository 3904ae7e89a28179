//! The XML of one question at a time as a small tree. No document types, no entities but the five of XML, no
//! namespaces.

use quick_xml::{
    Error, Reader,
    errors::{IllFormedError, SyntaxError},
    events::{BytesStart, Event},
};

use crate::{
    finding::Finding,
    formats::{Limits, Lines},
    msg,
};

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// All character data directly within.
    pub(super) text: String,
    pub(super) children: Vec<Element>,
    /// The line it begins in.
    pub(super) line: usize,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The first `<text>` with elements in it: HTML that was not escaped, whose words stand outside the text.
    pub(super) fn unescaped(&self) -> Option<&Element> {
        if self.name == "text" && !self.children.is_empty() {
            return Some(self);
        }
        self.children.iter().find_map(Element::unescaped)
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|c| c.name == name)
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |c| c.name == name)
    }

    /// The text of a child, trimmed; of its `<text>` when it has one.
    pub(super) fn value(&self, name: &str) -> &str {
        self.child(name).map_or("", Element::inner)
    }

    /// Its own text, or that of its `<text>`.
    pub(super) fn inner(&self) -> &str {
        self.child("text").unwrap_or(self).text.trim()
    }
}

/// Reads `<quiz>` and gives each of its children to `take`.
pub(super) fn read(
    text: &str,
    limits: &Limits,
    mut take: impl FnMut(Element) -> Result<(), Finding>,
) -> Result<(), Finding> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines::of(text);
    let mut stack: Vec<Element> = Vec::new();
    let mut elements = 0;
    let mut done = false;
    loop {
        let before = place(reader.buffer_position());
        let event = reader.read_event();
        let line = lines.at(before);
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                let at = place(reader.error_position()).max(before);
                return Err(fault(&error, &stack, lines.at(at)));
            }
        };
        match event {
            Event::Start(start) => {
                elements += 1;
                if elements > limits.elements || stack.len() >= limits.depth {
                    return Err(Finding::refused(msg::QUESTIONS_XML_TOO_DEEP).at(line, &question(&stack)));
                }
                if stack.is_empty() && (done || start.name().as_ref() != QUIZ) {
                    return Err(Finding::refused(msg::QUESTIONS_XML_NOT_QUIZ).at(line, ""));
                }
                stack.push(element(&start, line)?);
            }
            Event::Empty(start) => {
                elements += 1;
                if elements > limits.elements {
                    return Err(Finding::refused(msg::QUESTIONS_XML_TOO_DEEP).at(line, &question(&stack)));
                }
                let element = element(&start, line)?;
                close(element, &mut stack, &mut done, &mut take)?;
            }
            Event::End(_) => {
                let Some(element) = stack.pop() else { continue };
                close(element, &mut stack, &mut done, &mut take)?;
            }
            Event::Text(text) => put(&mut stack, &text.xml10_content(), line)?,
            Event::CData(text) => put(&mut stack, &text.xml10_content(), line)?,
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(c)) => Some(c),
                    Ok(None) => predefined(&reference.xml10_content()),
                    Err(_) => None,
                };
                match character {
                    Some(c) => put(&mut stack, c.encode_utf8(&mut [0; 4]), line)?,
                    None => {
                        let name: String = reference.xml10_content().chars().take(20).collect();
                        return Err(Finding::refused(msg::QUESTIONS_XML_ENTITY)
                            .with("entity", name)
                            .at(line, &question(&stack)));
                    }
                }
            }
            Event::DocType(_) => return Err(Finding::refused(msg::QUESTIONS_XML_DOCTYPE).at(line, "")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    if !stack.is_empty() {
        return Err(Finding::refused(msg::QUESTIONS_FILE_TRUNCATED).at(lines.at(text.len()), &question(&stack)));
    }
    if done { Ok(()) } else { Err(Finding::refused(msg::QUESTIONS_XML_NOT_QUIZ).at(1, "")) }
}

const QUIZ: &str = "quiz";
/// The longest start tag, in bytes.
const LONGEST_ATTRIBUTES: usize = 8192;

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, Finding> {
    let broken = || Finding::refused(msg::QUESTIONS_XML_BROKEN).at(line, "");
    let mut attributes = Vec::new();
    // The check for double attributes compares all with all.
    if start.attributes_raw().len() > LONGEST_ATTRIBUTES {
        return Err(broken());
    }
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| broken())?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|_| broken())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.name().as_ref().to_owned(), attributes, line, ..Element::default() })
}

/// Puts a finished element into its parent; children of the root go out.
fn close(
    element: Element,
    stack: &mut [Element],
    done: &mut bool,
    take: &mut impl FnMut(Element) -> Result<(), Finding>,
) -> Result<(), Finding> {
    let inner = stack.len();
    match stack.last_mut() {
        None if element.name == QUIZ && !*done => *done = true,
        None => return Err(Finding::refused(msg::QUESTIONS_XML_NOT_QUIZ).at(element.line, "")),
        Some(_) if inner == 1 => take(element)?,
        Some(parent) => parent.children.push(element),
    }
    Ok(())
}

fn put(stack: &mut [Element], text: &str, line: usize) -> Result<(), Finding> {
    let inner = stack.len();
    match stack.last_mut() {
        Some(element) if inner > 1 => {
            element.text.push_str(text);
            Ok(())
        }
        // Text between questions carries nothing; before and after the quiz it means that this is no XML.
        Some(_) => Ok(()),
        None if text.trim().trim_start_matches('\u{feff}').is_empty() => Ok(()),
        None => Err(Finding::refused(msg::QUESTIONS_XML_NOT_QUIZ).at(line, "")),
    }
}

/// The name of the question being read, for a finding.
fn question(stack: &[Element]) -> String {
    let Some(question) = stack.get(1) else { return String::new() };
    let name = question.child("name").or_else(|| stack.iter().find(|e| e.name == "name"));
    name.map(|n| crate::check::short(n.inner())).unwrap_or_default()
}

fn fault(error: &Error, stack: &[Element], line: usize) -> Finding {
    let truncated = match error {
        Error::Syntax(syntax) => !matches!(syntax, SyntaxError::InvalidBangMarkup),
        Error::IllFormed(fault) => matches!(fault, IllFormedError::MissingEndTag(_)),
        _ => false,
    };
    let key = if truncated { msg::QUESTIONS_FILE_TRUNCATED } else { msg::QUESTIONS_XML_BROKEN };
    Finding::refused(key).at(line, &question(stack))
}
