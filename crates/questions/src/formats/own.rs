//! Our own `questions.toml`, as people write it by hand beside a course.
//!
//! ```toml
//! [[question]]
//! id = "kpa-01"
//! category = "01-wlasciwosc"
//! kind = "single"
//! text = "Kto przekazuje podanie?"
//! explanation = "Art. 65 § 1 k.p.a."
//! answers = [{ text = "organ niewłaściwy", correct = true }, { text = "strona", feedback = "Nie." }]
//! ```
//!
//! Kinds: `single`, `multiple` (answers), `true_false` (correct), `numeric` (value, tolerance, unit), `short` (accepted,
//! inflection, typos), `matching` (pairs, distractors), `ordering` (items), `gaps` (`[[right|also right]]` in the text),
//! `essay` (guide, min_words). In `multiple`, right options share the worth evenly and each wrong one takes away as much as
//! makes choosing everything worth nothing.

use serde::Deserialize;
use toml::Spanned;

use crate::{
    finding::Finding,
    formats::{Format, Import, Limits, Lines, Reading, bare, decoded, one_line},
    model::{
        Accepted, Choice, Forgive, Gap, GapKind, Kind, NumberAnswer, OrderScoring, Pair, Question, Tolerance, Unit,
        UnitRule,
    },
    msg,
    text::{self, GAP_CLOSE, GAP_OPEN},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    question: Vec<Spanned<toml::Table>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    category: String,
    kind: String,
    text: String,
    #[serde(default = "one")]
    points: f64,
    #[serde(default)]
    explanation: String,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    tags: Vec<String>,
    answers: Option<Vec<OptionRow>>,
    correct: Option<bool>,
    value: Option<f64>,
    tolerance: Option<f64>,
    unit: Option<String>,
    accepted: Option<Vec<String>>,
    inflection: Option<bool>,
    typos: Option<u8>,
    pairs: Option<Vec<Pair>>,
    distractors: Option<Vec<String>>,
    items: Option<Vec<String>>,
    guide: Option<String>,
    min_words: Option<u32>,
    max_words: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionRow {
    text: String,
    #[serde(default)]
    correct: bool,
    #[serde(default)]
    feedback: String,
}

fn one() -> f64 {
    1.0
}

/// Reads `questions.toml`.
///
/// # Errors
/// A file that is no TOML or holds anything but `[[question]]`: with the line.
pub fn import(bytes: &[u8], limits: &Limits) -> Result<Import, Finding> {
    let content = decoded(bytes, limits)?;
    let file: File = toml::from_str(&content).map_err(|e| {
        let line = e.span().map_or(1, |span| Lines::of(&content).at(span.start));
        Finding::refused(msg::QUESTIONS_TOML_BROKEN).with("what", first_line(e.message())).at(line, "")
    })?;
    if file.question.len() > limits.questions {
        return Err(Finding::refused(msg::QUESTIONS_FILE_TOO_MANY).with("limit", limits.questions));
    }
    let mut import = Import::default();
    let mut lines = Lines::of(&content);
    for table in file.question {
        let line = lines.at(table.span().start);
        let id = table.get_ref().get("id").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
        let mut reading = Reading::new();
        let built = table
            .into_inner()
            .try_into::<Row>()
            .map_err(|e| Finding::refused(msg::QUESTIONS_TOML_QUESTION).with("what", first_line(e.message())))
            .and_then(|row| question(row, &mut reading));
        match built {
            Ok(question) => reading.finish(question, line, &mut import),
            Err(finding) => import.findings.push(finding.at(line, &id)),
        }
    }
    Ok(import)
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

fn needed<T>(value: Option<T>, field: &'static str) -> Result<T, Finding> {
    value.ok_or_else(|| Finding::refused(msg::QUESTIONS_TOML_FIELD).with("field", field))
}

fn question(row: Row, reading: &mut Reading) -> Result<Question, Finding> {
    let gaps = row.kind == "gaps";
    let forgive = Forgive {
        diacritics: row.inflection == Some(true),
        inflection: row.inflection == Some(true),
        typos: row.typos.unwrap_or(0),
        case: true,
    };
    let (asked, cut) =
        if gaps { cut_gaps(&text::clean(&row.text), forgive) } else { (text::clean(&row.text), Vec::new()) };
    let asked = reading.markdown_marked(&asked, Format::Markdown);
    let kind = if gaps { Kind::Gaps { gaps: cut } } else { kind(&row, forgive, reading)? };
    let mut question = bare(one_line(&row.name), asked, kind);
    question.code = one_line(&row.id);
    question.category = one_line(&row.category);
    question.points = row.points;
    question.explanation = reading.markdown(&row.explanation, Format::Markdown);
    question.hint = reading.markdown(&row.hint, Format::Markdown);
    question.tags = row.tags.iter().map(|t| one_line(t)).collect();
    Ok(question)
}

fn kind(row: &Row, forgive: Forgive, reading: &mut Reading) -> Result<Kind, Finding> {
    Ok(match row.kind.as_str() {
        "single" => Kind::Single { answers: options(row, false, reading)?, shuffle: true },
        "multiple" => Kind::Multiple { answers: options(row, true, reading)?, shuffle: true, all_or_nothing: false },
        "true_false" => Kind::TrueFalse {
            correct: needed(row.correct, "correct")?,
            on_true: String::new(),
            on_false: String::new(),
        },
        "numeric" => {
            let tolerance = Tolerance::Absolute(row.tolerance.unwrap_or(0.0));
            let answer = NumberAnswer::Near { value: needed(row.value, "value")?, tolerance };
            let units = row.unit.iter().map(|name| Unit { name: one_line(name), multiplier: 1.0 }).collect();
            let accepted = vec![Accepted { answer, fraction: 1.0, feedback: String::new() }];
            Kind::Numeric { accepted, units, unit_rule: UnitRule::Optional }
        }
        "short" => {
            let accepted = needed(row.accepted.as_ref(), "accepted")?
                .iter()
                .map(|a| Accepted { answer: one_line(a), fraction: 1.0, feedback: String::new() })
                .collect();
            Kind::Short { accepted, forgive }
        }
        "matching" => {
            let pairs = needed(row.pairs.as_ref(), "pairs")?
                .iter()
                .map(|p| Pair { left: reading.markdown(&p.left, Format::Markdown), right: one_line(&p.right) })
                .collect();
            let distractors = row.distractors.iter().flatten().map(|d| one_line(d)).collect();
            Kind::Matching { pairs, distractors, shuffle: true }
        }
        "ordering" => {
            let items = needed(row.items.as_ref(), "items")?;
            let items = items.iter().map(|i| reading.markdown(i, Format::Markdown)).collect();
            Kind::Ordering { items, scoring: OrderScoring::AdjacentPairs }
        }
        "essay" => Kind::Essay {
            guide: reading.markdown(row.guide.as_deref().unwrap_or_default(), Format::Markdown),
            min_words: row.min_words.unwrap_or(0),
            max_words: row.max_words.unwrap_or(0),
            template: String::new(),
        },
        other => return Err(Finding::refused(msg::QUESTIONS_IMPORT_KIND).with("kind", crate::check::short(other))),
    })
}

#[expect(clippy::cast_precision_loss, reason = "a handful of options")]
fn options(row: &Row, several: bool, reading: &mut Reading) -> Result<Vec<Choice>, Finding> {
    let rows = needed(row.answers.as_ref(), "answers")?;
    let right = rows.iter().filter(|o| o.correct).count();
    let wrong = rows.len() - right;
    let (plus, minus) = if several { (1.0 / right.max(1) as f64, -1.0 / wrong.max(1) as f64) } else { (1.0, 0.0) };
    if !several && right != 1 {
        return Err(Finding::refused(msg::QUESTIONS_TOML_ONE_RIGHT).with("have", right));
    }
    let choice = |o: &OptionRow| Choice {
        text: reading.markdown(&o.text, Format::Markdown),
        fraction: if o.correct { plus } else { minus },
        feedback: reading.markdown(&o.feedback, Format::Markdown),
    };
    Ok(rows.iter().map(choice).collect())
}

/// `[[right|also right]]` becomes a mark and a gap.
fn cut_gaps(text: &str, forgive: Forgive) -> (String, Vec<Gap>) {
    let mut out = String::new();
    let mut gaps = Vec::new();
    let mut rest = text;
    while let Some((before, (inner, after))) = rest.split_once("[[").and_then(|(b, r)| Some((b, r.split_once("]]")?))) {
        let accepted = inner
            .split('|')
            .map(one_line)
            .filter(|a| !a.is_empty())
            .map(|answer| Accepted { answer, fraction: 1.0, feedback: String::new() })
            .collect();
        gaps.push(Gap { weight: 1, kind: GapKind::Text { accepted, forgive } });
        out.push_str(&format!("{before}{GAP_OPEN}{}{GAP_CLOSE}", gaps.len()));
        rest = after;
    }
    out.push_str(rest);
    (out, gaps)
}
