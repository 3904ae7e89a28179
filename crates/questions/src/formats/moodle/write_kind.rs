//! What each kind adds to its question in Moodle XML.

use super::write::{Writer, escaped, grading};
use crate::{
    formats::percent_of,
    model::{Accepted, Choice, Forgive, Kind, NumberAnswer, Tolerance, Unit, UnitRule},
    msg,
};

pub(super) fn kind(kind: &Kind, writer: &mut Writer<'_>) {
    match kind {
        Kind::Single { answers, shuffle } => choices(answers, *shuffle, true, writer),
        Kind::Multiple { answers, shuffle, all_or_nothing } => {
            if *all_or_nothing {
                writer.lose(msg::QUESTIONS_EXPORT_ALL_OR_NOTHING);
            }
            choices(answers, *shuffle, false, writer);
        }
        Kind::TrueFalse { correct, on_true, on_false } => {
            answer("true", if *correct { 1.0 } else { 0.0 }, on_true, "", writer);
            answer("false", if *correct { 0.0 } else { 1.0 }, on_false, "", writer);
        }
        Kind::Numeric { accepted, units, unit_rule } => numeric(accepted, units, *unit_rule, writer),
        Kind::Short { accepted, forgive } => {
            if *forgive != (Forgive { case: forgive.case, ..Forgive::default() }) {
                writer.lose(msg::QUESTIONS_EXPORT_FORGIVE);
            }
            writer.value("usecase", if forgive.case { "0" } else { "1" });
            for a in accepted {
                answer(&a.answer, a.fraction, &a.feedback, "", writer);
            }
        }
        Kind::Matching { pairs, distractors, shuffle } => {
            writer.value("shuffleanswers", if *shuffle { "true" } else { "false" });
            for pair in pairs {
                let right = format!("      <answer>\n        <text>{}</text>\n      </answer>\n", escaped(&pair.right));
                writer.markdown("subquestion", "", &pair.left, &right);
            }
            for distractor in distractors {
                let right = format!("      <answer>\n        <text>{}</text>\n      </answer>\n", escaped(distractor));
                writer.markdown("subquestion", "", "", &right);
            }
        }
        Kind::Ordering { items, scoring } => {
            writer.value("layouttype", "VERTICAL");
            writer.value("selecttype", "ALL");
            writer.value("selectcount", "0");
            writer.value("gradingtype", grading(*scoring));
            writer.value("showgrading", "SHOW");
            for (place, item) in items.iter().enumerate() {
                writer.markdown("answer", &format!(" fraction=\"{}\"", place + 1), item, "");
            }
        }
        Kind::Gaps { .. } => {}
        Kind::Essay { guide, min_words, max_words, template } => {
            writer.value("responseformat", "editor");
            writer.value("responserequired", "1");
            writer.value("minwordlimit", &limit(*min_words));
            writer.value("maxwordlimit", &limit(*max_words));
            writer.value("attachments", "0");
            writer.markdown("graderinfo", "", guide, "");
            let body = escaped(template);
            writer.out.push_str(&format!(
                "    <responsetemplate format=\"plain_text\">\n      <text>{body}</text>\n    </responsetemplate>\n"
            ));
            if crate::text::plain(&crate::text::escape(template)) != *template {
                writer.lose(msg::QUESTIONS_EXPORT_FORMATTING);
            }
        }
    }
}

fn limit(words: u32) -> String {
    if words == 0 { String::new() } else { words.to_string() }
}

fn choices(answers: &[Choice], shuffle: bool, single: bool, writer: &mut Writer<'_>) {
    writer.value("single", if single { "true" } else { "false" });
    writer.value("shuffleanswers", if shuffle { "true" } else { "false" });
    writer.value("answernumbering", "abc");
    for a in answers {
        let feedback = feedback(&a.feedback, writer);
        writer.markdown("answer", &format!(" fraction=\"{}\"", percent_of(a.fraction)), &a.text, &feedback);
    }
}

/// `<feedback>` as it stands within an answer.
fn feedback(text: &str, writer: &mut Writer<'_>) -> String {
    let before = std::mem::take(&mut writer.out);
    writer.markdown("feedback", "", text, "");
    std::mem::replace(&mut writer.out, before)
}

/// An answer of plain text.
fn answer(words: &str, fraction: f64, said: &str, within: &str, writer: &mut Writer<'_>) {
    let feedback = feedback(said, writer);
    writer.out.push_str(&format!(
        "    <answer fraction=\"{}\" format=\"moodle_auto_format\">\n      <text>{}</text>\n{within}{feedback}    </answer>\n",
        percent_of(fraction),
        escaped(words)
    ));
}

fn numeric(accepted: &[Accepted<NumberAnswer>], units: &[Unit], rule: UnitRule, writer: &mut Writer<'_>) {
    for a in accepted {
        let (value, far) = match a.answer {
            NumberAnswer::Any => ("*".to_owned(), 0.0),
            NumberAnswer::Near { value, tolerance: Tolerance::Absolute(far) } => (value.to_string(), far),
            NumberAnswer::Near { value, tolerance: Tolerance::Relative(part) } => {
                writer.lose(msg::QUESTIONS_EXPORT_TOLERANCE);
                (value.to_string(), value.abs() * part)
            }
        };
        answer(&value, a.fraction, &a.feedback, &format!("      <tolerance>{far}</tolerance>\n"), writer);
    }
    if units.is_empty() {
        return;
    }
    writer.out.push_str("    <units>\n");
    for unit in units {
        writer.out.push_str(&format!(
            "      <unit>\n        <multiplier>{}</multiplier>\n        <unit_name>{}</unit_name>\n      </unit>\n",
            unit.multiplier,
            escaped(&unit.name)
        ));
    }
    writer.out.push_str("    </units>\n");
    let (grading, penalty) = match rule {
        UnitRule::Optional => ("0", 0.1),
        UnitRule::Required(penalty) => ("1", penalty),
    };
    writer.value("unitgradingtype", grading);
    writer.value("unitpenalty", &penalty.to_string());
    writer.value("showunits", if grading == "0" { "3" } else { "0" });
}
