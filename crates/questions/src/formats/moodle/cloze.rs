//! Moodle's gap texts, "embedded answers": `{1:SHORTANSWER:=Warszawa~%50%Kraków#blisko}`.
//!
//! Grammar after `question/type/multianswer/questiontype.php` of moodle/moodle.

use super::{answers::number, read, tree::Element};
use crate::{
    finding::Finding,
    formats::{Format, Reading, fraction_of_percent, percent_of},
    model::{Accepted, Choice, Forgive, Gap, GapKind, Kind, NumberAnswer, Tolerance, gap_marks},
    msg,
    text::{self, GAP_CLOSE, GAP_OPEN},
};

/// The most gaps of one text.
pub(crate) const MAX_GAPS: usize = 200;

/// The kinds of gaps by their names in Moodle: what they are, and whether case matters.
const KINDS: &[(&str, What, bool)] = &[
    ("MULTICHOICE", What::Choice, false),
    ("MC", What::Choice, false),
    ("MULTICHOICE_V", What::Choice, false),
    ("MCV", What::Choice, false),
    ("MULTICHOICE_H", What::Choice, false),
    ("MCH", What::Choice, false),
    ("MULTICHOICE_S", What::Choice, false),
    ("MCS", What::Choice, false),
    ("MULTICHOICE_VS", What::Choice, false),
    ("MCVS", What::Choice, false),
    ("MULTICHOICE_HS", What::Choice, false),
    ("MCHS", What::Choice, false),
    ("NUMERICAL", What::Number, false),
    ("NM", What::Number, false),
    ("SHORTANSWER", What::Text, false),
    ("SA", What::Text, false),
    ("MW", What::Text, false),
    ("SHORTANSWER_C", What::Text, true),
    ("SAC", What::Text, true),
    ("MWC", What::Text, true),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    Text,
    Number,
    Choice,
}

pub(super) fn question(element: &Element, reading: &mut Reading) -> Result<(String, Kind), Finding> {
    let (raw, format) = read::source(element, reading);
    let raw = text::clean(&raw);
    let mut marked = String::with_capacity(raw.len());
    let mut gaps = Vec::new();
    let mut from = 0;
    for (open, _) in raw.match_indices('{') {
        if open < from {
            continue;
        }
        let Some((weight, name, body)) = head(&raw[open..]) else { continue };
        if raw[..open].ends_with('\\') {
            continue;
        }
        let Some((_, what, case)) = KINDS.iter().find(|(n, _, _)| *n == name) else {
            return Err(Finding::refused(msg::QUESTIONS_IMPORT_CLOZE_KIND).with("kind", crate::check::short(name)));
        };
        let body = open + body;
        let Some(end) = end(&raw[body..]).map(|e| body + e) else {
            return Err(Finding::refused(msg::QUESTIONS_IMPORT_CLOZE_OPEN));
        };
        if gaps.len() >= MAX_GAPS {
            return Err(Finding::refused(msg::QUESTIONS_CHECK_TOO_MANY)
                .with("most", MAX_GAPS)
                .with("have", gaps.len() + 1));
        }
        gaps.push(Gap { weight, kind: gap(&raw[body..end], *what, *case, reading)? });
        marked.push_str(&raw[from..open]);
        marked.push_str(&format!("{GAP_OPEN}{}{GAP_CLOSE}", gaps.len()));
        from = end + 1;
    }
    marked.push_str(&raw[from..]);
    Ok((reading.markdown_marked(&marked, format), Kind::Gaps { gaps }))
}

/// `{2:NAME:`: the weight, the name and where the answers begin. `{NAME}` and other braces are text.
fn head(text: &str) -> Option<(u32, &str, usize)> {
    let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
    let weight = match &text[1..=digits] {
        "" => 1,
        digits => digits.parse().ok()?,
    };
    let rest = text[1 + digits..].strip_prefix(':')?;
    let letters = rest.bytes().take_while(|b| b.is_ascii_uppercase() || *b == b'_').count();
    let name = rest.get(..letters).filter(|n| !n.is_empty())?;
    match rest.as_bytes().get(letters) {
        Some(b':') => Some((weight, name, digits + letters + 3)),
        _ => None,
    }
}

/// Where the answers end: at a brace that is not escaped.
fn end(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    (0..bytes.len()).find(|i| bytes[*i] == b'}' && !escaped(bytes, *i))
}

/// Signs behind a backslash are text; so is the `#` of `&#39;`.
fn escaped(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at].iter().rev().take_while(|b| **b == b'\\').count();
    before % 2 == 1 || (bytes[at] == b'#' && bytes[..at].ends_with(b"&"))
}

fn split(body: &str, sign: u8, most: usize) -> Vec<&str> {
    let bytes = body.as_bytes();
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in 0..bytes.len() {
        if bytes[at] == sign && !escaped(bytes, at) && pieces.len() + 1 < most {
            pieces.push(&body[from..at]);
            from = at + 1;
        }
    }
    pieces.push(&body[from..]);
    pieces
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' && chars.peek().is_some_and(|n| matches!(n, '}' | '#' | '~' | '/' | '"' | '\\' | '{' | '=' | '%'))
        {
            out.extend(chars.next());
        } else {
            out.push(c);
        }
    }
    out
}

struct Part {
    fraction: f64,
    answer: String,
    feedback: String,
}

fn gap(body: &str, what: What, case: bool, reading: &mut Reading) -> Result<GapKind, Finding> {
    let mut parts = Vec::new();
    for piece in split(body, b'~', usize::MAX) {
        let mut piece = piece.trim_start();
        let mut fraction = 0.0;
        if let Some(rest) = piece.strip_prefix('=') {
            fraction = 1.0;
            piece = rest;
        } else if let Some((percent, rest)) = piece.strip_prefix('%').and_then(|p| p.split_once('%')) {
            fraction = fraction_of_percent(number(percent)?)
                .ok_or_else(|| Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", percent))?;
            piece = rest.trim_start().strip_prefix('=').unwrap_or(rest);
        }
        let mut halves = split(piece, b'#', 2).into_iter();
        let answer = unescaped(halves.next().unwrap_or_default());
        let feedback = unescaped(halves.next().unwrap_or_default());
        if answer.trim().is_empty() && feedback.trim().is_empty() {
            continue;
        }
        let answer = reading.plain(&answer, if answer.contains(['<', '&']) { Format::Html } else { Format::Plain });
        parts.push(Part { fraction, answer, feedback: reading.markdown(&feedback, Format::Auto) });
    }
    Ok(match what {
        What::Choice => GapKind::Choice {
            answers: parts
                .into_iter()
                .map(|p| Choice { text: p.answer, fraction: p.fraction, feedback: p.feedback })
                .collect(),
        },
        What::Text => GapKind::Text {
            accepted: parts
                .into_iter()
                .map(|p| Accepted { answer: p.answer, fraction: p.fraction, feedback: p.feedback })
                .collect(),
            forgive: Forgive { case: !case, ..Forgive::default() },
        },
        What::Number => {
            let mut accepted = Vec::new();
            for part in parts {
                let answer = near(&part.answer)?;
                accepted.push(Accepted { answer, fraction: part.fraction, feedback: part.feedback });
            }
            GapKind::Number { accepted }
        }
    })
}

fn near(text: &str) -> Result<NumberAnswer, Finding> {
    if text == "*" {
        return Ok(NumberAnswer::Any);
    }
    let (value, far) = text.split_once(':').map_or((text, 0.0), |(value, far)| (value, number(far).unwrap_or(-1.0)));
    if far < 0.0 {
        return Err(Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", crate::check::short(text)));
    }
    Ok(NumberAnswer::Near { value: number(value)?, tolerance: Tolerance::Absolute(far) })
}

/// Writes a gap text in Moodle's way.
///
/// # Errors
/// What cannot be said in this format.
pub(super) fn write(text: &str, gaps: &[Gap], lost: &mut Vec<Finding>) -> Result<String, Finding> {
    let mut out = String::new();
    let mut from = 0;
    for (number, place) in gap_marks(text) {
        let Some(gap) = number.checked_sub(1).and_then(|n| gaps.get(n)) else { continue };
        let before = &text[from..place.start];
        literal(before, &mut out)?;
        out.push_str(&write_gap(gap, lost)?);
        from = place.end;
    }
    literal(&text[from..], &mut out)?;
    Ok(out)
}

/// Text between gaps; a brace that would begin a gap cannot be said.
fn literal(text: &str, out: &mut String) -> Result<(), Finding> {
    if text.match_indices('{').any(|(at, _)| head(&text[at..]).is_some()) || text.ends_with('\\') {
        return Err(Finding::refused(msg::QUESTIONS_EXPORT_CLOZE_TEXT));
    }
    out.push_str(text);
    Ok(())
}

fn write_gap(gap: &Gap, lost: &mut Vec<Finding>) -> Result<String, Finding> {
    let mut parts = Vec::new();
    let name = match &gap.kind {
        GapKind::Text { accepted, forgive } => {
            if *forgive != (Forgive { case: forgive.case, ..Forgive::default() }) {
                lost.push(Finding::changed(msg::QUESTIONS_EXPORT_FORGIVE));
            }
            for a in accepted {
                parts.push(part(a.fraction, &answer(&a.answer)?, &a.feedback, lost));
            }
            if forgive.case { "SHORTANSWER" } else { "SHORTANSWER_C" }
        }
        GapKind::Number { accepted } => {
            for a in accepted {
                let said = match a.answer {
                    NumberAnswer::Any => "*".to_owned(),
                    NumberAnswer::Near { value, tolerance: Tolerance::Absolute(far) } => format!("{value}:{far}"),
                    NumberAnswer::Near { value, tolerance: Tolerance::Relative(part) } => {
                        lost.push(Finding::changed(msg::QUESTIONS_EXPORT_TOLERANCE));
                        format!("{value}:{}", value.abs() * part)
                    }
                };
                parts.push(part(a.fraction, &said, &a.feedback, lost));
            }
            "NUMERICAL"
        }
        GapKind::Choice { answers } => {
            for a in answers {
                parts.push(part(a.fraction, &answer(&a.text)?, &a.feedback, lost));
            }
            "MULTICHOICE"
        }
    };
    Ok(format!("{{{}:{name}:{}}}", gap.weight, parts.join("~")))
}

/// An answer as HTML, with the signs of the format escaped.
fn answer(text: &str) -> Result<String, Finding> {
    if text.contains('\\')
        || text != crate::formats::one_line(text)
        || text.is_empty()
        || text.starts_with('=')
        || text.ends_with('&')
    {
        // Moodle takes a sign after "&amp;" for a part of the entity.
        return Err(Finding::refused(msg::QUESTIONS_EXPORT_CLOZE_ANSWER).with("what", crate::check::short(text)));
    }
    let html = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    Ok(signs(&html))
}

fn signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '}' | '#' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn part(fraction: f64, answer: &str, feedback: &str, lost: &mut Vec<Finding>) -> String {
    let feedback = if feedback.is_empty() {
        String::new()
    } else {
        // Feedback within a gap is plain text here: the format has no place for its own.
        let plain = text::plain(feedback);
        if text::escape(&plain) != feedback || plain.contains(['<', '&', '\\', '"', '\n']) {
            lost.push(Finding::changed(msg::QUESTIONS_EXPORT_FORMATTING));
        }
        let line = crate::formats::one_line(&plain).replace('\\', "/");
        format!("#{}", signs(&line.replace('&', "&amp;").replace('<', "&lt;")))
    };
    format!("%{}%{answer}{feedback}", percent_of(fraction))
}
