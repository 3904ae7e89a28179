//! Numbers in GIFT: `{#3.14:0.01}`, `{#3..4}`, `{#=1822:0 =%50%1822:2 ~#else}`.

use super::{
    read::{markdown, weight},
    scan::shown,
};
use crate::{
    finding::Finding,
    formats::{Format, Reading},
    model::{Accepted, Kind, NumberAnswer, Tolerance, UnitRule},
    msg,
};

pub(super) fn kind(numbers: &str, base: Format, reading: &mut Reading) -> Result<Kind, Finding> {
    let mut accepted = Vec::new();
    let mut from = 0;
    let mut otherwise = false;
    let signs = numbers.char_indices().filter(|(_, c)| matches!(c, '=' | '~')).chain([(numbers.len(), ' ')]);
    for (at, sign) in signs {
        let piece = numbers[from..at].trim();
        if otherwise {
            let feedback = piece.strip_prefix('#').unwrap_or(piece);
            let feedback = markdown(feedback, base, reading);
            accepted.push(Accepted { answer: NumberAnswer::Any, fraction: 0.0, feedback });
        } else if !piece.is_empty() {
            accepted.push(number(piece, base, reading)?);
        }
        otherwise = sign == '~';
        from = (at + 1).min(numbers.len());
    }
    Ok(Kind::Numeric { accepted, units: Vec::new(), unit_rule: UnitRule::Optional })
}

fn number(piece: &str, base: Format, reading: &mut Reading) -> Result<Accepted<NumberAnswer>, Finding> {
    let (weight, piece) = weight(piece)?;
    let (said, feedback) = piece.split_once('#').unwrap_or((piece, ""));
    let said = said.trim();
    let fault = || Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", crate::check::short(&shown(said)));
    let read =
        |text: &str| text.trim().replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite()).ok_or_else(fault);
    let answer = if said == "*" {
        NumberAnswer::Any
    } else if let Some((low, high)) = said.split_once("..") {
        let (low, high): (f64, f64) = (read(low)?, read(high)?);
        if low > high {
            return Err(fault());
        }
        NumberAnswer::Near { value: (low + high) / 2.0, tolerance: Tolerance::Absolute((high - low) / 2.0) }
    } else {
        let (value, far) = said.split_once(':').unwrap_or((said, "0"));
        NumberAnswer::Near { value: read(value)?, tolerance: Tolerance::Absolute(read(far)?) }
    };
    Ok(Accepted { answer, fraction: weight.unwrap_or(1.0), feedback: markdown(feedback, base, reading) })
}
