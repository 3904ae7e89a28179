//! Whether a credential holds at a moment.

use jiff::Timestamp;
use kernel::Micros;
use serde_json::Value;

use super::{
    Outcome, Reason,
    form::{Secured, Security},
};

/// By how much clocks may differ.
const LEEWAY: i64 = 60;

/// A date-time of RFC 3339 with its offset.
pub(super) fn read(value: &Value) -> Option<Timestamp> {
    value.as_str()?.trim().parse().ok()
}

/// Whole seconds of a NumericDate (RFC 7519 §2).
pub(super) fn seconds(claim: &Value) -> Option<i64> {
    claim.as_i64().or_else(|| claim.as_f64().filter(|f| f.is_finite() && f.abs() < 1e12).map(|f| f as i64))
}

/// Every date must allow the present moment: those of the credential and those of the token.
pub(super) fn check(secured: &Secured, now: Micros) -> Outcome {
    let mut starts = vec!["validFrom", "issuanceDate", "issued"];
    if secured.body.contains_key("validFrom") {
        // Both stand in some credentials; only the newer name counts then.
        starts.truncate(1);
    }
    let (Ok(mut from), Ok(mut until)) = (dates(secured, &starts), dates(secured, &["validUntil", "expirationDate"]))
    else {
        return Outcome::Failed(Reason::Malformed("validFrom".into()));
    };
    if let Security::Token { claims, .. } = &secured.security {
        for (name, list) in [("nbf", &mut from), ("exp", &mut until)] {
            if let Some(claim) = claims.get(name) {
                let Some(at) = seconds(claim).and_then(|s| Timestamp::from_second(s).ok()) else {
                    return Outcome::Failed(Reason::Malformed(name.into()));
                };
                list.push(at);
            }
        }
    }
    within(&from, &until, now)
}

/// Whether a status list or another document holds at a moment.
pub(super) fn check_window(body: &serde_json::Map<String, Value>, now: Micros) -> Outcome {
    let date = |name: &str| body.get(name).map(|v| read(v).ok_or(())).transpose();
    match (date("validFrom"), date("validUntil")) {
        (Ok(from), Ok(until)) => within(from.as_slice(), until.as_slice(), now),
        _ => Outcome::Failed(Reason::Malformed("validFrom".into())),
    }
}

fn dates(secured: &Secured, names: &[&str]) -> Result<Vec<Timestamp>, ()> {
    names.iter().filter_map(|n| secured.body.get(*n)).map(|v| read(v).ok_or(())).collect()
}

fn within(from: &[Timestamp], until: &[Timestamp], now: Micros) -> Outcome {
    let early = now.plus_seconds(LEEWAY).timestamp();
    let late = now.plus_seconds(-LEEWAY).timestamp();
    if let Some(at) = from.iter().max().filter(|at| **at > early) {
        return Outcome::Failed(Reason::NotYetValid(*at));
    }
    if let Some(at) = until.iter().min().filter(|at| **at < late) {
        return Outcome::Failed(Reason::Expired(*at));
    }
    Outcome::Ok
}
