//! From questions to GIFT.

use super::scan::escaped;
use crate::{
    check::check,
    finding::{Finding, Severity},
    formats::{Entry, Export, Format, one_line, percent_of},
    model::{Accepted, Choice, Feedback, Forgive, Kind, NumberAnswer, Question, Tolerance, UnitRule},
    msg,
};

pub(super) fn export(entries: &[Entry]) -> Export {
    let mut export = Export::default();
    let mut category = String::new();
    for entry in entries {
        let question = &entry.question;
        let mut refused = check(question);
        refused.retain(|f| f.severity == Severity::Refused);
        if !refused.is_empty() {
            export.findings.extend(refused);
            continue;
        }
        let mut lost = Vec::new();
        let answers = match answers(&question.kind, &mut lost) {
            Ok(answers) => answers,
            Err(finding) => {
                export.findings.push(finding.at(0, &question.name));
                continue;
            }
        };
        lost.extend(losses(entry));
        if question.category != category {
            category.clone_from(&question.category);
            let path = if category.is_empty() { String::new() } else { format!("/{category}") };
            export.text.push_str(&format!("$CATEGORY: {}\n\n", format_args!("$course$/top{path}")));
        }
        comment(question, &mut export.text);
        export.text.push_str(&format!("::{}::[markdown]{}{{", escaped(&question.name), escaped(&question.text)));
        export.text.push_str(&answers);
        if !question.explanation.is_empty() {
            export.text.push_str(&format!("####{}", escaped(&question.explanation)));
        }
        export.text.push_str("}\n\n");
        lost.dedup();
        export.findings.extend(lost.into_iter().map(|f| f.at(0, &question.name)));
    }
    export
}

fn comment(question: &Question, out: &mut String) {
    let value = |text: &str| one_line(text).replace('[', "\\[").replace(']', "\\]");
    let mut said = Vec::new();
    if !question.code.is_empty() {
        said.push(format!("[id:{}]", value(&question.code)));
    }
    said.extend(question.tags.iter().map(|t| format!("[tag:{}]", value(t))));
    if !said.is_empty() {
        out.push_str(&format!("// {}\n", said.join(" ")));
    }
}

/// What this format has no place for.
fn losses(entry: &Entry) -> Vec<Finding> {
    let question = &entry.question;
    let mut lost = Vec::new();
    let mut lose = |is: bool, key| {
        if is {
            lost.push(Finding::changed(key));
        }
    };
    lose(question.points != 1.0, msg::QUESTIONS_EXPORT_POINTS);
    lose(!question.hint.is_empty(), msg::QUESTIONS_EXPORT_HINT);
    lose(question.feedback != Feedback::default(), msg::QUESTIONS_EXPORT_FEEDBACK);
    lose(!entry.files.is_empty(), msg::QUESTIONS_EXPORT_FILES);
    lost
}

/// A Markdown text within answers; a text that begins like the name of a format gets one before it.
fn text(markdown: &str) -> String {
    let named = markdown
        .strip_prefix('[')
        .and_then(|r| r.split_once(']'))
        .is_some_and(|(name, _)| !name.is_empty() && Format::named(name).is_some());
    format!("{}{}", if named { "[markdown]" } else { "" }, escaped(markdown))
}

fn feedback(markdown: &str) -> String {
    if markdown.is_empty() { String::new() } else { format!("#{}", text(markdown)) }
}

fn answers(kind: &Kind, lost: &mut Vec<Finding>) -> Result<String, Finding> {
    let mut out = String::new();
    match kind {
        Kind::Single { answers, shuffle } => {
            kept_order(*shuffle, lost);
            answers.iter().for_each(|a| choice(a, true, &mut out));
            out.push('\n');
        }
        Kind::Multiple { answers, shuffle, all_or_nothing } => {
            kept_order(*shuffle, lost);
            if *all_or_nothing {
                lost.push(Finding::changed(msg::QUESTIONS_EXPORT_ALL_OR_NOTHING));
            }
            answers.iter().for_each(|a| choice(a, false, &mut out));
            out.push('\n');
        }
        Kind::TrueFalse { correct, on_true, on_false } => {
            let (right, wrong) = if *correct { (on_true, on_false) } else { (on_false, on_true) };
            out.push_str(if *correct { "TRUE" } else { "FALSE" });
            if !right.is_empty() || !wrong.is_empty() {
                out.push_str(&format!("#{}", text(wrong)));
            }
            out.push_str(&feedback(right));
        }
        Kind::Numeric { accepted, units, unit_rule } => {
            if !units.is_empty() || *unit_rule != UnitRule::Optional {
                lost.push(Finding::changed(msg::QUESTIONS_EXPORT_UNITS));
            }
            numbers(accepted, lost, &mut out);
        }
        Kind::Short { accepted, forgive } => {
            if *forgive != Forgive::default() {
                lost.push(Finding::changed(msg::QUESTIONS_EXPORT_FORGIVE));
            }
            // Between = and the end of the answers an arrow would make it a matching question.
            let mut texts = accepted.iter().flat_map(|a| [a.answer.as_str(), a.feedback.as_str()]);
            if let Some(text) = texts.find(|t| t.contains("->")) {
                return Err(Finding::refused(msg::QUESTIONS_EXPORT_ARROW).with("what", crate::check::short(text)));
            }
            for a in accepted {
                let words = escaped(&a.answer);
                out.push_str(&format!("\n\t=%{}%{words}{}", percent_of(a.fraction), feedback(&a.feedback)));
            }
            out.push('\n');
        }
        Kind::Matching { pairs, distractors, shuffle } => {
            kept_order(*shuffle, lost);
            let sides = pairs.iter().map(|p| (p.left.as_str(), p.right.as_str()));
            for (left, right) in sides.chain(distractors.iter().map(|d| ("", d.as_str()))) {
                if left.contains("->") || right.contains("->") || left.ends_with('-') && right.starts_with('>') {
                    let what = crate::check::short(if left.contains("->") { left } else { right });
                    return Err(Finding::refused(msg::QUESTIONS_EXPORT_ARROW).with("what", what));
                }
                out.push_str(&format!("\n\t={} -> {}", text(left), escaped(right)));
            }
            out.push('\n');
        }
        Kind::Essay { guide, min_words, max_words, template } => {
            if !guide.is_empty() || *min_words > 0 || *max_words > 0 || !template.is_empty() {
                lost.push(Finding::changed(msg::QUESTIONS_EXPORT_ESSAY));
            }
        }
        Kind::Ordering { .. } | Kind::Gaps { .. } => {
            return Err(Finding::refused(msg::QUESTIONS_EXPORT_KIND).with("kind", kind.name()).with("format", "GIFT"));
        }
    }
    Ok(out)
}

fn kept_order(shuffle: bool, lost: &mut Vec<Finding>) {
    if !shuffle {
        lost.push(Finding::changed(msg::QUESTIONS_EXPORT_SHUFFLE));
    }
}

fn choice(answer: &Choice, single: bool, out: &mut String) {
    let sign = if single && answer.fraction >= 1.0 { '=' } else { '~' };
    let weight = if sign == '=' { String::new() } else { format!("%{}%", percent_of(answer.fraction)) };
    // A text that begins like a weight needs one before it.
    let weight = if sign == '=' && answer.text.starts_with('%') { "%100%".to_owned() } else { weight };
    out.push_str(&format!("\n\t{sign}{weight}{}{}", text(&answer.text), feedback(&answer.feedback)));
}

fn numbers(accepted: &[Accepted<NumberAnswer>], lost: &mut Vec<Finding>, out: &mut String) {
    out.push('#');
    for a in accepted {
        match a.answer {
            NumberAnswer::Any if a.fraction == 0.0 && !a.feedback.is_empty() => {
                out.push_str(&format!("\n\t~{}", feedback(&a.feedback)));
            }
            NumberAnswer::Any => {
                out.push_str(&format!("\n\t=%{}%*{}", percent_of(a.fraction), feedback(&a.feedback)));
            }
            NumberAnswer::Near { value, tolerance } => {
                let far = match tolerance {
                    Tolerance::Absolute(far) => far,
                    Tolerance::Relative(part) => {
                        lost.push(Finding::changed(msg::QUESTIONS_EXPORT_TOLERANCE));
                        value.abs() * part
                    }
                };
                let weight = percent_of(a.fraction);
                out.push_str(&format!("\n\t=%{weight}%{value}:{far}{}", feedback(&a.feedback)));
            }
        }
    }
    out.push('\n');
}
