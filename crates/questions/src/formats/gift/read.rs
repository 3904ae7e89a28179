//! From GIFT to questions.

use super::{
    numbers,
    scan::{Paragraph, hide, paragraphs, shown},
};
use crate::{
    finding::Finding,
    formats::{Format, Import, Limits, Reading, bare, category_path, decoded, fraction_of_percent, one_line},
    model::{Accepted, Choice, Forgive, Kind, Pair, Question},
    msg, text,
};

pub(super) fn import(bytes: &[u8], limits: &Limits) -> Result<Import, Finding> {
    let text = text::clean(&decoded(bytes, limits)?);
    let mut import = Import::default();
    let mut category = String::new();
    let paragraphs = paragraphs(&text);
    if let Some(over) = paragraphs.get(limits.questions) {
        return Err(Finding::refused(msg::QUESTIONS_FILE_TOO_MANY).with("limit", limits.questions).at(over.line, ""));
    }
    for paragraph in paragraphs {
        if let Some(path) = paragraph.text.strip_prefix("$CATEGORY:") {
            category = category_path(path);
            continue;
        }
        take(&paragraph, &category, &mut import);
    }
    Ok(import)
}

fn take(paragraph: &Paragraph, category: &str, import: &mut Import) {
    let mut reading = Reading::new();
    let hidden = hide(&paragraph.text);
    let mut rest = hidden.trim();
    let mut name = String::new();
    if let Some((found, after)) = rest.strip_prefix("::").and_then(|r| r.split_once("::")) {
        name = one_line(&shown(found));
        rest = after.trim();
    }
    match question(rest, &name, &mut reading) {
        Ok(mut question) => {
            question.category = category.to_owned();
            question.code.clone_from(&paragraph.code);
            question.tags.clone_from(&paragraph.tags);
            reading.finish(question, paragraph.line, import);
        }
        Err(finding) => {
            let name = if name.is_empty() { crate::check::short(&shown(rest)) } else { name };
            import.findings.push(finding.at(paragraph.line, &name));
        }
    }
}

/// `[html]…`: the format said, else the one given, and the rest.
fn format(text: &str, otherwise: Format) -> (Format, &str) {
    let trimmed = text.trim_start();
    if let Some((name, rest)) = trimmed.strip_prefix('[').and_then(|r| r.split_once(']'))
        && !name.is_empty()
        && let Some(format) = Format::named(name)
    {
        return (format, rest);
    }
    (otherwise, text)
}

/// Text that still holds hidden signs as Markdown.
pub(super) fn markdown(hidden: &str, otherwise: Format, reading: &mut Reading) -> String {
    let (format, text) = format(hidden, otherwise);
    reading.markdown(shown(text).trim(), format)
}

fn question(rest: &str, name: &str, reading: &mut Reading) -> Result<Question, Finding> {
    let (base, rest) = format(rest, Format::Auto);
    let Some(open) = rest.find('{') else {
        let key = if rest.contains('}') { msg::QUESTIONS_GIFT_BRACES } else { msg::QUESTIONS_IMPORT_DESCRIPTION };
        return Err(Finding::refused(key));
    };
    let Some(end) = rest.rfind('}').filter(|end| *end > open) else {
        return Err(Finding::refused(msg::QUESTIONS_GIFT_OPEN));
    };
    let (before, inner, after) = (&rest[..open], &rest[open + 1..end], rest[end + 1..].trim());
    if inner.contains(['{', '}']) || after.contains(['{', '}']) {
        return Err(Finding::refused(msg::QUESTIONS_GIFT_BRACES));
    }
    let (inner, explanation) = match inner.split_once("####") {
        Some((inner, general)) => (inner.trim(), markdown(general, base, reading)),
        None => (inner.trim(), String::new()),
    };
    // The "missing word" form: the answers stand within the sentence.
    let mut asked = shown(before).trim().to_owned();
    if !after.is_empty() {
        let gap = if base == Format::Markdown { "\\_\\_\\_\\_\\_" } else { "_____" };
        let close = after.starts_with(|c: char| c.is_ascii_punctuation());
        asked.push_str(&format!(" {gap}{}{}", if close { "" } else { " " }, shown(after)));
    }
    let kind = kind(inner, base, reading)?;
    let text = reading.markdown(asked.trim(), base);
    Ok(Question { explanation, ..bare(name.to_owned(), text, kind) })
}

fn kind(inner: &str, base: Format, reading: &mut Reading) -> Result<Kind, Finding> {
    if inner.is_empty() {
        return Ok(Kind::Essay { guide: String::new(), min_words: 0, max_words: 0, template: String::new() });
    }
    if let Some(numbers) = inner.strip_prefix('#') {
        return numbers::kind(numbers, base, reading);
    }
    if inner.contains('~') {
        return choices(inner, base, reading);
    }
    if inner.contains('=') && inner.contains("->") {
        return matching(inner, base, reading);
    }
    if let Some(kind) = true_false(inner, base, reading) {
        return Ok(kind);
    }
    if inner.starts_with('=') {
        return short(inner, base, reading);
    }
    Err(Finding::refused(msg::QUESTIONS_GIFT_ANSWERS).with("what", crate::check::short(&shown(inner))))
}

/// `{T#said to who was wrong#said to who was right}`.
fn true_false(inner: &str, base: Format, reading: &mut Reading) -> Option<Kind> {
    let mut parts = inner.splitn(3, '#');
    let correct = match parts.next()?.trim() {
        "T" | "TRUE" | "true" | "t" => true,
        "F" | "FALSE" | "false" | "f" => false,
        _ => return None,
    };
    let wrong = markdown(parts.next().unwrap_or_default(), base, reading);
    let right = markdown(parts.next().unwrap_or_default(), base, reading);
    let (on_true, on_false) = if correct { (right, wrong) } else { (wrong, right) };
    Some(Kind::TrueFalse { correct, on_true, on_false })
}

/// A weight at the beginning of an answer, `%50%`, and the rest.
pub(super) fn weight(answer: &str) -> Result<(Option<f64>, &str), Finding> {
    let Some((percent, rest)) = answer.trim_start().strip_prefix('%').and_then(|a| a.split_once('%')) else {
        return Ok((None, answer));
    };
    let fraction = percent.trim().replace(',', ".").parse().ok().and_then(fraction_of_percent);
    match fraction {
        Some(fraction) => Ok((Some(fraction), rest)),
        None => Err(Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", crate::check::short(&shown(percent)))),
    }
}

/// Answers with the sign before each.
fn answers(inner: &str) -> Result<Vec<(char, &str)>, Finding> {
    let mut found: Vec<(char, &str)> = Vec::new();
    let mut start: Option<(char, usize)> = None;
    for (at, sign) in inner.char_indices().filter(|(_, c)| matches!(c, '=' | '~')) {
        match start {
            Some((before, from)) => found.push((before, &inner[from..at])),
            None if inner[..at].trim().is_empty() => {}
            None => {
                let what = crate::check::short(&shown(&inner[..at]));
                return Err(Finding::refused(msg::QUESTIONS_GIFT_ANSWERS).with("what", what));
            }
        }
        start = Some((sign, at + 1));
    }
    if let Some((sign, from)) = start {
        found.push((sign, &inner[from..]));
    }
    Ok(found)
}

fn choices(inner: &str, base: Format, reading: &mut Reading) -> Result<Kind, Finding> {
    let single = inner.contains('=');
    let mut choices = Vec::new();
    for (sign, answer) in answers(inner)? {
        let (weight, answer) = weight(answer)?;
        let (text, feedback) = answer.split_once('#').unwrap_or((answer, ""));
        let fraction = weight.unwrap_or(if sign == '=' { 1.0 } else { 0.0 });
        choices.push(Choice {
            text: markdown(text, base, reading),
            fraction,
            feedback: markdown(feedback, base, reading),
        });
    }
    Ok(if single {
        Kind::Single { answers: choices, shuffle: true }
    } else {
        Kind::Multiple { answers: choices, shuffle: true, all_or_nothing: false }
    })
}

fn short(inner: &str, base: Format, reading: &mut Reading) -> Result<Kind, Finding> {
    let mut accepted = Vec::new();
    for (_, answer) in answers(inner)? {
        let (weight, answer) = weight(answer)?;
        let (words, feedback) = answer.split_once('#').unwrap_or((answer, ""));
        let words = reading.plain(&shown(words), Format::Plain);
        let feedback = markdown(feedback, base, reading);
        accepted.push(Accepted { answer: words, fraction: weight.unwrap_or(1.0), feedback });
    }
    Ok(Kind::Short { accepted, forgive: Forgive::default() })
}

fn matching(inner: &str, base: Format, reading: &mut Reading) -> Result<Kind, Finding> {
    let (mut pairs, mut distractors) = (Vec::new(), Vec::new());
    for (_, answer) in answers(inner)? {
        let Some((left, right)) = answer.split_once("->") else {
            let what = crate::check::short(&shown(answer));
            return Err(Finding::refused(msg::QUESTIONS_GIFT_PAIR).with("what", what));
        };
        let left = markdown(left, base, reading);
        let right = reading.plain(&shown(right), Format::Plain);
        if left.is_empty() {
            distractors.push(right);
        } else {
            pairs.push(Pair { left, right });
        }
    }
    Ok(Kind::Matching { pairs, distractors, shuffle: true })
}
