//! From questions to Moodle XML.

use super::{cloze, write_kind};
use crate::{
    check::check,
    finding::{Finding, Severity},
    formats::{Entry, Export, base64_text},
    model::{Kind, OrderScoring, Question},
    msg,
    text::Attachment,
};

pub(super) fn export(entries: &[Entry]) -> Export {
    let mut export =
        Export { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n".to_owned(), ..Export::default() };
    let mut category = String::new();
    for entry in entries {
        let mut refused = check(&entry.question);
        refused.retain(|f| f.severity == Severity::Refused);
        if !refused.is_empty() {
            export.findings.extend(refused);
            continue;
        }
        let mut writer = Writer { out: String::new(), lost: Vec::new(), files: &entry.files };
        match question(&entry.question, &mut writer) {
            Ok(()) => {
                if entry.question.category != category {
                    category.clone_from(&entry.question.category);
                    let path = if category.is_empty() { String::new() } else { format!("/{category}") };
                    export.text.push_str("  <question type=\"category\">\n    <category>\n");
                    export.text.push_str(&format!("      <text>{}</text>\n", escaped(&format!("$course$/top{path}"))));
                    export.text.push_str("    </category>\n  </question>\n");
                }
                export.text.push_str(&writer.out);
                writer.lost.dedup();
                export.findings.extend(writer.lost.into_iter().map(|f| f.at(0, &entry.question.name)));
            }
            Err(finding) => export.findings.push(finding.at(0, &entry.question.name)),
        }
    }
    export.text.push_str("</quiz>\n");
    export
}

/// Writes one question.
pub(super) struct Writer<'a> {
    pub(super) out: String,
    pub(super) lost: Vec<Finding>,
    files: &'a [Attachment],
}

/// Text within XML; characters that XML 1.0 does not have are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

impl Writer<'_> {
    /// `<name>value</name>`.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!("    <{name}>{}</{name}>\n", escaped(value)));
    }

    /// `<name><text>value</text></name>` of plain text.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!("    <{name}>\n      <text>{}</text>\n    </{name}>\n", escaped(value)));
    }

    /// A Markdown text with the files it names.
    pub(super) fn markdown(&mut self, name: &str, attributes: &str, text: &str, within: &str) {
        let mut body = text.to_owned();
        let mut files = String::new();
        for file in self.files {
            let target = format!("](files/{})", file.name);
            if body.contains(&target) {
                body = body.replace(&target, &format!("](@@PLUGINFILE@@/{})", file.name));
                files.push_str(&format!(
                    "      <file name=\"{}\" path=\"/\" encoding=\"base64\">{}</file>\n",
                    escaped(&file.name),
                    base64_text(&file.bytes)
                ));
            }
        }
        self.out.push_str(&format!(
            "    <{name}{attributes} format=\"markdown\">\n      <text>{}</text>\n{files}{within}    </{name}>\n",
            escaped(&body)
        ));
    }

    pub(super) fn lose(&mut self, key: &'static str) {
        let finding = Finding::changed(key);
        if !self.lost.contains(&finding) {
            self.lost.push(finding);
        }
    }
}

fn question(question: &Question, writer: &mut Writer<'_>) -> Result<(), Finding> {
    let kind = match &question.kind {
        Kind::Single { .. } | Kind::Multiple { .. } => "multichoice",
        Kind::TrueFalse { .. } => "truefalse",
        Kind::Numeric { .. } => "numerical",
        Kind::Short { .. } => "shortanswer",
        Kind::Matching { .. } => "matching",
        Kind::Ordering { .. } => "ordering",
        Kind::Gaps { .. } => "cloze",
        Kind::Essay { .. } => "essay",
    };
    writer.out.push_str(&format!("  <question type=\"{kind}\">\n"));
    writer.plain("name", &question.name);
    let text = match &question.kind {
        Kind::Gaps { gaps } => cloze::write(&question.text, gaps, &mut writer.lost)?,
        _ => question.text.clone(),
    };
    writer.markdown("questiontext", "", &text, "");
    writer.markdown("generalfeedback", "", &question.explanation, "");
    match &question.kind {
        Kind::Gaps { gaps } => {
            let weights: f64 = gaps.iter().map(|g| f64::from(g.weight)).sum();
            if (weights - question.points).abs() > 1e-9 {
                writer.lose(msg::QUESTIONS_EXPORT_GAP_POINTS);
            }
        }
        _ => writer.value("defaultgrade", &question.points.to_string()),
    }
    writer.value("penalty", "0");
    writer.value("hidden", "0");
    writer.value("idnumber", &question.code);
    let feedback = &question.feedback;
    let combined = matches!(
        question.kind,
        Kind::Single { .. } | Kind::Multiple { .. } | Kind::Matching { .. } | Kind::Ordering { .. }
    );
    if combined {
        writer.markdown("correctfeedback", "", &feedback.correct, "");
        writer.markdown("partiallycorrectfeedback", "", &feedback.partial, "");
        writer.markdown("incorrectfeedback", "", &feedback.incorrect, "");
    } else if *feedback != crate::model::Feedback::default() {
        writer.lose(msg::QUESTIONS_EXPORT_FEEDBACK);
    }
    write_kind::kind(&question.kind, writer);
    if !question.hint.is_empty() {
        if matches!(question.kind, Kind::TrueFalse { .. } | Kind::Essay { .. }) {
            writer.lose(msg::QUESTIONS_EXPORT_HINT);
        } else {
            writer.markdown("hint", "", &question.hint, "");
        }
    }
    if !question.tags.is_empty() {
        writer.out.push_str("    <tags>\n");
        for tag in &question.tags {
            writer.out.push_str(&format!("      <tag><text>{}</text></tag>\n", escaped(tag)));
        }
        writer.out.push_str("    </tags>\n");
    }
    writer.out.push_str("  </question>\n");
    Ok(())
}

/// How Moodle names the ways to count an order.
pub(super) fn grading(scoring: OrderScoring) -> &'static str {
    match scoring {
        OrderScoring::AdjacentPairs => "RELATIVE_NEXT_EXCLUDE_LAST",
        OrderScoring::AbsolutePosition => "ABSOLUTE_POSITION",
        OrderScoring::AllOrNothing => "ALL_OR_NOTHING",
    }
}
