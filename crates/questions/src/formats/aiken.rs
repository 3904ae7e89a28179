//! Aiken: plain text, one right option a question.
//!
//! ```text
//! Kto prowadzi rejestr?
//! A) Wójt
//! B) Starosta
//! ANSWER: B
//! ```

use crate::{
    check::check,
    finding::{Finding, Severity},
    formats::{Entry, Export, Import, Limits, Reading, bare, decoded, one_line},
    model::{Choice, Feedback, Kind},
    msg, text,
};

#[derive(Default)]
struct Draft {
    line: usize,
    asked: Vec<String>,
    options: Vec<(char, String)>,
}

/// Reads Aiken. A question may have several lines; `A)` and `A.` begin an option; `ANSWER: A` ends the question.
///
/// # Errors
/// A file that is refused whole: the finding says why and in which line.
pub fn import(bytes: &[u8], limits: &Limits) -> Result<Import, Finding> {
    let content = text::clean(&decoded(bytes, limits)?);
    let mut import = Import::default();
    let mut draft = Draft::default();
    let mut count = 0;
    for (i, line) in content.lines().enumerate() {
        let (number, line) = (i + 1, line.trim());
        if line.is_empty() {
            continue;
        }
        if let Some(letter) = answer_line(line) {
            count += 1;
            if count > limits.questions {
                return Err(Finding::refused(msg::QUESTIONS_FILE_TOO_MANY)
                    .with("limit", limits.questions)
                    .at(number, ""));
            }
            draft.line = if draft.line == 0 { number } else { draft.line };
            finish(std::mem::take(&mut draft), letter, &mut import);
        } else if let Some((letter, option)) = option_line(line) {
            draft.line = if draft.line == 0 { number } else { draft.line };
            draft.options.push((letter, option.to_owned()));
        } else {
            if !draft.options.is_empty() {
                // Another question begins before this one had its answer.
                give_up(std::mem::take(&mut draft), msg::QUESTIONS_AIKEN_NO_ANSWER, &mut import);
            }
            draft.line = if draft.line == 0 { number } else { draft.line };
            draft.asked.push(line.to_owned());
        }
    }
    if draft.line > 0 {
        give_up(draft, msg::QUESTIONS_AIKEN_NO_ANSWER, &mut import);
    }
    Ok(import)
}

fn answer_line(line: &str) -> Option<&str> {
    let head = line.get(..7)?;
    head.eq_ignore_ascii_case("answer:").then(|| line[7..].trim())
}

fn option_line(line: &str) -> Option<(char, &str)> {
    let mut chars = line.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    let mark = chars.next()?;
    let rest = chars.as_str();
    // "A.B" and "W. Witos" are words unless a space follows; "A)tak" is an option.
    (mark == ')' || (mark == '.' && rest.starts_with([' ', '\t']))).then(|| (letter, rest.trim()))
}

fn give_up(draft: Draft, key: &'static str, import: &mut Import) {
    let name = draft.asked.first().map(|l| crate::check::short(l)).unwrap_or_default();
    import.findings.push(Finding::refused(key).at(draft.line, &name));
}

fn finish(draft: Draft, letter: &str, import: &mut Import) {
    if draft.asked.is_empty() {
        return give_up(draft, msg::QUESTIONS_CHECK_TEXT_EMPTY, import);
    }
    let expected = ('A'..='Z').take(draft.options.len());
    if !draft.options.iter().map(|(l, _)| *l).eq(expected) {
        return give_up(draft, msg::QUESTIONS_AIKEN_LETTERS, import);
    }
    let right = letter.trim_end_matches(['.', ')']).trim();
    let mut letters = right.chars();
    let right = letters.next().map(|l| l.to_ascii_uppercase()).filter(|_| letters.next().is_none());
    if !draft.options.iter().any(|(l, _)| Some(*l) == right) {
        return give_up(draft, msg::QUESTIONS_AIKEN_WRONG_ANSWER, import);
    }
    let answers = draft
        .options
        .iter()
        .map(|(l, option)| Choice {
            text: text::escape(option),
            fraction: f64::from(u8::from(Some(*l) == right)),
            feedback: String::new(),
        })
        .collect();
    let question = bare(String::new(), text::escape(&draft.asked.join("\n")), Kind::Single { answers, shuffle: true });
    Reading::new().finish(question, draft.line, import);
}

/// Writes Aiken. Only questions with one right option can be written, and only their bare text.
#[must_use]
pub fn export(entries: &[Entry]) -> Export {
    let mut export = Export::default();
    for Entry { question, files } in entries {
        let mut refused = check(question);
        refused.retain(|f| f.severity == Severity::Refused);
        let Kind::Single { answers, shuffle } = &question.kind else {
            let kind = question.kind.name();
            let finding = Finding::refused(msg::QUESTIONS_EXPORT_KIND).with("kind", kind).with("format", "Aiken");
            export.findings.push(finding.at(0, &question.name));
            continue;
        };
        if !refused.is_empty() {
            export.findings.extend(refused);
            continue;
        }
        let mut lost: Vec<&'static str> = Vec::new();
        let full = answers.iter().filter(|a| a.fraction >= 1.0).count();
        let asked: Vec<String> = text::plain(&question.text).lines().map(one_line).filter(|l| !l.is_empty()).collect();
        let clash = |line: &String| answer_line(line).is_some() || option_line(line).is_some();
        if answers.len() > 26 || full != 1 || asked.is_empty() || asked.iter().any(clash) {
            let finding = Finding::refused(msg::QUESTIONS_EXPORT_AIKEN);
            export.findings.push(finding.at(0, &question.name));
            continue;
        }
        let options: Vec<String> = answers.iter().map(|a| one_line(&text::plain(&a.text))).collect();
        if options.iter().any(String::is_empty) {
            export.findings.push(Finding::refused(msg::QUESTIONS_EXPORT_AIKEN).at(0, &question.name));
            continue;
        }
        let same = text::escape(&asked.join("\n")) == question.text
            && options.iter().zip(answers).all(|(o, a)| text::escape(o) == a.text);
        let mut lose = |is: bool, key| {
            if is {
                lost.push(key);
            }
        };
        lose(!same, msg::QUESTIONS_EXPORT_FORMATTING);
        lose(!shuffle, msg::QUESTIONS_EXPORT_SHUFFLE);
        lose(question.points != 1.0, msg::QUESTIONS_EXPORT_POINTS);
        lose(answers.iter().any(|a| a.fraction != 0.0 && a.fraction < 1.0), msg::QUESTIONS_EXPORT_PARTIAL);
        let said = answers.iter().any(|a| !a.feedback.is_empty())
            || question.feedback != Feedback::default()
            || !question.explanation.is_empty();
        lose(said, msg::QUESTIONS_EXPORT_FEEDBACK);
        lose(!question.hint.is_empty(), msg::QUESTIONS_EXPORT_HINT);
        lose(!files.is_empty(), msg::QUESTIONS_EXPORT_FILES);
        lose(
            !question.category.is_empty() || !question.code.is_empty() || !question.tags.is_empty(),
            msg::QUESTIONS_EXPORT_CATEGORY,
        );
        export.text.push_str(&asked.join("\n"));
        export.text.push('\n');
        let mut right = 'A';
        for ((letter, option), answer) in ('A'..='Z').zip(&options).zip(answers) {
            export.text.push_str(&format!("{letter}) {option}\n"));
            if answer.fraction >= 1.0 {
                right = letter;
            }
        }
        export.text.push_str(&format!("ANSWER: {right}\n\n"));
        export.findings.extend(lost.into_iter().map(|key| Finding::changed(key).at(0, &question.name)));
    }
    export
}
