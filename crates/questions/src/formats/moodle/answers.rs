//! Answers of the kinds that have them as elements.

use super::{read, tree::Element};
use crate::{
    finding::Finding,
    formats::{Format, Reading, fraction_of_percent},
    model::{Accepted, Choice, Forgive, Gap, GapKind, Kind, NumberAnswer, Pair, Tolerance, Unit, UnitRule},
    msg,
    text::{self, GAP_CLOSE, GAP_OPEN},
};

/// `<answer fraction="33.33333">` as a fraction; missing means 0.
fn fraction(answer: &Element) -> Result<f64, Finding> {
    let said = answer.attribute("fraction").map_or_else(|| answer.value("fraction"), str::trim);
    if said.is_empty() {
        return Ok(0.0);
    }
    said.replace(',', ".")
        .parse()
        .ok()
        .and_then(fraction_of_percent)
        .ok_or_else(|| Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", crate::check::short(said)))
}

fn switch(element: &Element, name: &str, otherwise: bool) -> bool {
    match element.value(name) {
        "true" | "1" => true,
        "false" | "0" => false,
        _ => otherwise,
    }
}

pub(super) fn choices(element: &Element, set: bool, reading: &mut Reading) -> Result<Kind, Finding> {
    let mut answers = Vec::new();
    for answer in element.all("answer") {
        let text = read::own_markdown(answer, reading);
        let feedback = read::markdown(answer, "feedback", reading);
        answers.push(Choice { text, fraction: fraction(answer)?, feedback });
    }
    let shuffle = switch(element, "shuffleanswers", true);
    if set {
        let right = answers.iter().filter(|a| a.fraction > 0.0).count();
        #[expect(clippy::cast_precision_loss, reason = "a handful of options")]
        let part = 1.0 / right.max(1) as f64;
        for answer in &mut answers {
            answer.fraction = if answer.fraction > 0.0 { part } else { 0.0 };
        }
        return Ok(Kind::Multiple { answers, shuffle, all_or_nothing: true });
    }
    Ok(if switch(element, "single", true) {
        Kind::Single { answers, shuffle }
    } else {
        Kind::Multiple { answers, shuffle, all_or_nothing: false }
    })
}

pub(super) fn true_false(element: &Element, reading: &mut Reading) -> Result<Kind, Finding> {
    let mut correct = None;
    let (mut on_true, mut on_false) = (String::new(), String::new());
    for answer in element.all("answer") {
        let value = match answer.inner().to_lowercase().as_str() {
            "true" => true,
            "false" => false,
            other => {
                return Err(Finding::refused(msg::QUESTIONS_IMPORT_TRUE_FALSE).with("what", crate::check::short(other)));
            }
        };
        let feedback = read::markdown(answer, "feedback", reading);
        *(if value { &mut on_true } else { &mut on_false }) = feedback;
        if fraction(answer)? > 0.5 {
            correct = Some(value);
        }
    }
    match correct {
        Some(correct) => Ok(Kind::TrueFalse { correct, on_true, on_false }),
        None => Err(Finding::refused(msg::QUESTIONS_CHECK_NO_RIGHT_OPTION)),
    }
}

pub(super) fn short(element: &Element, reading: &mut Reading) -> Result<Kind, Finding> {
    let mut accepted = Vec::new();
    for answer in element.all("answer") {
        let words = reading.plain(answer.inner(), Format::Plain);
        let feedback = read::markdown(answer, "feedback", reading);
        accepted.push(Accepted { answer: words, fraction: fraction(answer)?, feedback });
    }
    let forgive = Forgive { case: !switch(element, "usecase", false), ..Forgive::default() };
    Ok(Kind::Short { accepted, forgive })
}

/// A number of a file: with a point, and now and then with a comma.
pub(super) fn number(text: &str) -> Result<f64, Finding> {
    let text = text.trim();
    text.replace(',', ".")
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite())
        .ok_or_else(|| Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", crate::check::short(text)))
}

pub(super) fn numeric(element: &Element, reading: &mut Reading) -> Result<Kind, Finding> {
    let mut accepted = Vec::new();
    for answer in element.all("answer") {
        let said = answer.inner();
        let feedback = read::markdown(answer, "feedback", reading);
        let near = if said == "*" {
            NumberAnswer::Any
        } else {
            let far = answer.value("tolerance");
            let tolerance = Tolerance::Absolute(if far.is_empty() { 0.0 } else { number(far)? });
            NumberAnswer::Near { value: number(said)?, tolerance }
        };
        accepted.push(Accepted { answer: near, fraction: fraction(answer)?, feedback });
    }
    let mut units = Vec::new();
    for unit in element.child("units").iter().flat_map(|u| u.all("unit")) {
        let name = reading.plain(unit.value("unit_name"), Format::Plain);
        units.push(Unit { name, multiplier: number(unit.value("multiplier"))? });
    }
    // 0: no unit is asked for; 1 and 2: without it a part of the worth is lost (of the answer, of the question).
    let required = matches!(element.value("unitgradingtype"), "1" | "2") && !units.is_empty();
    let unit_rule = if required {
        let penalty = element.value("unitpenalty");
        UnitRule::Required(if penalty.is_empty() { 0.1 } else { number(penalty)? })
    } else {
        UnitRule::Optional
    };
    if element.value("showunits") == "1" || element.value("showunits") == "2" {
        reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_SETTING).with("what", "showunits"));
    }
    Ok(Kind::Numeric { accepted, units, unit_rule })
}

pub(super) fn matching(element: &Element, reading: &mut Reading) -> Kind {
    let (mut pairs, mut distractors) = (Vec::new(), Vec::new());
    for sub in element.all("subquestion") {
        let left = read::own_markdown(sub, reading);
        let right = reading.plain(sub.value("answer"), Format::Plain);
        if left.is_empty() {
            distractors.push(right);
        } else {
            pairs.push(Pair { left, right });
        }
    }
    Kind::Matching { pairs, distractors, shuffle: switch(element, "shuffleanswers", true) }
}

/// Gaps filled from lists: `[[2]]` in the text names the right option, and options of one group are one list.
pub(super) fn selected_gaps(
    kind: &str,
    element: &Element,
    text_element: &Element,
    reading: &mut Reading,
) -> Result<(String, Kind), Finding> {
    let options: Vec<(String, String)> = element
        .all(if kind == "ddwtos" { "dragbox" } else { "selectoption" })
        .map(|o| {
            let words = o.child("text").map_or("", |t| t.text.trim());
            (reading.plain(words, Format::Auto), o.value("group").to_owned())
        })
        .collect();
    if options.len() > super::MAX_GAPS {
        return Err(Finding::refused(msg::QUESTIONS_CHECK_TOO_MANY)
            .with("most", super::MAX_GAPS)
            .with("have", options.len()));
    }
    let (raw, format) = read::source(text_element, reading);
    let raw = text::clean(&raw);
    let mut marked = String::with_capacity(raw.len());
    let mut gaps = Vec::new();
    let mut from = 0;
    for (number, place) in crate::model::gap_marks(&raw) {
        let Some((right, group)) = number.checked_sub(1).and_then(|n| options.get(n)) else {
            return Err(Finding::refused(msg::QUESTIONS_IMPORT_GAP_OPTION).with("number", number));
        };
        if gaps.len() >= super::MAX_GAPS {
            return Err(Finding::refused(msg::QUESTIONS_CHECK_TOO_MANY)
                .with("most", super::MAX_GAPS)
                .with("have", gaps.len() + 1));
        }
        let mut answers: Vec<Choice> = Vec::new();
        for (words, _) in options.iter().filter(|(_, g)| g == group) {
            if !answers.iter().any(|a| a.text == *words) {
                let fraction = f64::from(u8::from(words == right));
                answers.push(Choice { text: words.clone(), fraction, feedback: String::new() });
            }
        }
        gaps.push(Gap { weight: 1, kind: GapKind::Choice { answers } });
        marked.push_str(&raw[from..place.start]);
        marked.push_str(&format!("{GAP_OPEN}{}{GAP_CLOSE}", gaps.len()));
        from = place.end;
    }
    marked.push_str(&raw[from..]);
    Ok((reading.markdown_marked(&marked, format), Kind::Gaps { gaps }))
}
