//! Whether a credential was revoked: Bitstring Status List 1.0 (and its draft of 2021), and 1EdTech's revocation list.

use serde_json::{Map, Value};
use url::Url;

use super::{
    Known, Need, Outcome, Reason, dates, form, keys,
    keys::{Problem, shortened},
    proof,
    summary::{self, has_type, many, text},
};
use crate::status::StatusList;

/// The most entries of one credential that are looked at.
const ENTRIES_MOST: usize = 8;

/// Checks every entry; the first that is not right decides.
pub(super) fn check(body: &Map<String, Value>, issuer: &str, known: &Known) -> Outcome {
    let entries = many(body.get("credentialStatus"));
    if entries.len() > ENTRIES_MOST {
        return Outcome::Failed(Reason::Malformed("credentialStatus".into()));
    }
    let mut worst = Outcome::Ok;
    for entry in entries {
        let Some(entry) = entry.as_object() else {
            return Outcome::Failed(Reason::Malformed("credentialStatus".into()));
        };
        let outcome = if has_type(entry, "BitstringStatusListEntry") || has_type(entry, "StatusList2021Entry") {
            check_bit(entry, issuer, known)
        } else if has_type(entry, "1EdTechRevocationList") {
            check_listed(entry, text(body, "id"), issuer, known)
        } else {
            let kind = many(entry.get("type")).first().and_then(Value::as_str).unwrap_or("?");
            Outcome::Doubt(Reason::UnsupportedStatus(shortened(kind)))
        };
        match outcome {
            Outcome::Ok => {}
            Outcome::Failed(_) | Outcome::Needs(_) => return outcome,
            doubt => worst = doubt,
        }
    }
    worst
}

fn list<'k>(address: &str, known: &'k Known) -> Result<&'k [u8], Outcome> {
    keys::fetched(address, known).map_err(|problem| match problem {
        Problem::Absent => Outcome::Needs(Need::StatusList { url: address.to_owned() }),
        Problem::Refused | Problem::Unreachable => Outcome::Failed(Reason::StatusUnreachable(shortened(address))),
    })
}

fn bad(what: &str) -> Outcome {
    Outcome::Failed(Reason::BadStatusList(what.to_owned()))
}

fn check_bit(entry: &Map<String, Value>, issuer: &str, known: &Known) -> Outcome {
    let purpose = text(entry, "statusPurpose");
    let size = entry.get("statusSize").and_then(Value::as_u64).unwrap_or(1);
    if size != 1 {
        return Outcome::Doubt(Reason::UnsupportedStatus("statusSize".into()));
    }
    let index = match entry.get("statusListIndex") {
        Some(Value::String(digits)) => digits.parse::<usize>().ok(),
        Some(Value::Number(number)) => number.as_u64().and_then(|n| usize::try_from(n).ok()),
        _ => None,
    };
    let Some(index) = index else { return bad("statusListIndex") };
    match read_list(text(entry, "statusListCredential"), purpose, issuer, known) {
        Err(outcome) => outcome,
        Ok((list, proven)) => match (list.get(index), purpose) {
            (None, _) => bad("statusListIndex"),
            (Some(true), "revocation") => Outcome::Failed(Reason::Revoked),
            (Some(true), "suspension") => Outcome::Failed(Reason::Suspended),
            // Other purposes (refresh, message) say nothing against it.
            _ if proven => Outcome::Ok,
            _ => Outcome::Doubt(Reason::StatusUnproven),
        },
    }
}

/// The bits, and whether they are signed by the issuer.
fn read_list(address: &str, purpose: &str, issuer: &str, known: &Known) -> Result<(StatusList, bool), Outcome> {
    let body = list(address, known)?;
    let secured = form::read(body).map_err(|_| bad("form"))?;
    form::check_claims(&secured, false).map_err(|_| bad("claims"))?;
    let document = &secured.body;
    if !has_type(document, "BitstringStatusListCredential") && !has_type(document, "StatusList2021Credential") {
        return Err(bad("type"));
    }
    if let Outcome::Failed(_) = dates::check_window(document, known.now) {
        return Err(bad("validUntil"));
    }
    let signer = summary::issuer(document);
    let unsigned = matches!(&secured.security, form::Security::Proofs(proofs) if proofs.is_empty());
    let proven = if unsigned {
        false
    } else {
        match proof::check(&secured, signer, known) {
            (Outcome::Ok, Some(source)) => signer == issuer && keys::check_issuer(&source, issuer) == Outcome::Ok,
            (Outcome::Needs(need), _) => return Err(Outcome::Needs(need)),
            (Outcome::Failed(Reason::BadSignature), _) => return Err(bad("signature")),
            _ => false,
        }
    };
    let empty = Map::new();
    let subject = document.get("credentialSubject").and_then(Value::as_object).unwrap_or(&empty);
    if !many(subject.get("statusPurpose")).iter().any(|p| p.as_str() == Some(purpose)) {
        return Err(bad("statusPurpose"));
    }
    let list = StatusList::decode(text(subject, "encodedList")).ok_or_else(|| bad("encodedList"))?;
    Ok((list, proven))
}

/// 1EdTech Revocation List Status Method 1.0: a plain list of identifiers at the issuer's own address.
fn check_listed(entry: &Map<String, Value>, id: &str, issuer: &str, known: &Known) -> Outcome {
    let address = text(entry, "id");
    let body = match list(address, known) {
        Ok(body) => body,
        Err(outcome) => return outcome,
    };
    let Ok(Value::Object(document)) = serde_json::from_slice(body) else { return bad("form") };
    let origins = Url::parse(address).ok().zip(Url::parse(issuer).ok());
    let own = origins.is_some_and(|(a, b)| a.origin() == b.origin()) && summary::issuer(&document) == issuer;
    let listed = many(document.get("revokedCredential"))
        .iter()
        .filter_map(Value::as_object)
        .any(|row| text(row, "id") == id && row.get("revoked") != Some(&Value::Bool(false)));
    match (listed, own) {
        (true, _) => Outcome::Failed(Reason::Revoked),
        (false, true) => Outcome::Ok,
        (false, false) => Outcome::Doubt(Reason::StatusUnproven),
    }
}
