//! Reading what was handed in: token, JSON or picture.

use serde_json::{Map, Value};

use super::{Reason, summary};
use crate::{
    bake::{self, BakeFault},
    jws::{self, Compact},
};

/// The most bytes that are looked at: a picture with a credential.
pub const LARGEST: usize = 5 * 1024 * 1024;
/// The most bytes of the credential itself.
const TEXT_LARGEST: usize = 1024 * 1024;

/// A credential and what secures it.
pub(super) struct Secured {
    pub(super) body: Map<String, Value>,
    pub(super) security: Security,
}

/// How it is secured.
pub(super) enum Security {
    /// A token; the claims beside or around the credential.
    Token { token: Box<Compact>, claims: Map<String, Value>, wrapped: bool },
    /// Data Integrity proofs within the JSON; may be none.
    Proofs(Vec<Map<String, Value>>),
}

const CLAIMS: [&str; 7] = ["iss", "jti", "nbf", "sub", "exp", "iat", "aud"];
const OBLIGATORY: [&str; 3] = ["iss", "jti", "nbf"];

pub(super) fn read(input: &[u8]) -> Result<Secured, Reason> {
    if input.len() > LARGEST {
        return Err(Reason::TooLarge);
    }
    let extracted;
    let text = if bake::is_picture(input) {
        extracted = bake::extract(input).map_err(|fault| match fault {
            BakeFault::Empty => Reason::EmptyPicture,
            BakeFault::TooLarge => Reason::TooLarge,
            BakeFault::Broken => Reason::BrokenPicture,
        })?;
        extracted.as_str()
    } else {
        std::str::from_utf8(input).map_err(|_| Reason::Unreadable)?
    };
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.len() > TEXT_LARGEST {
        return Err(Reason::TooLarge);
    }
    if !text.starts_with('{') {
        return token(text);
    }
    let Ok(Value::Object(mut body)) = serde_json::from_str(text) else { return Err(Reason::Unreadable) };
    // VCDM 2.0 §4.13: a token within a JSON envelope.
    if summary::has_type(&body, "EnvelopedVerifiableCredential") {
        let data = body.get("id").and_then(Value::as_str).unwrap_or_default();
        let inner = data.strip_prefix("data:application/vc").and_then(|rest| rest.split_once(','));
        return token(inner.ok_or(Reason::Unreadable)?.1);
    }
    let proofs = match body.remove("proof") {
        None => Vec::new(),
        Some(Value::Object(proof)) => vec![proof],
        Some(Value::Array(list)) => list
            .into_iter()
            .map(|p| if let Value::Object(p) = p { Ok(p) } else { Err(Reason::Malformed("proof".into())) })
            .collect::<Result<_, _>>()?,
        Some(_) => return Err(Reason::Malformed("proof".into())),
    };
    Ok(Secured { body, security: Security::Proofs(proofs) })
}

fn token(text: &str) -> Result<Secured, Reason> {
    let token = Box::new(jws::parse(text).ok_or(Reason::Unreadable)?);
    let Ok(Value::Object(mut claims)) = serde_json::from_slice(&token.payload) else {
        return Err(Reason::Unreadable);
    };
    if let Some(Value::Object(body)) = claims.remove("vc") {
        return Ok(Secured { body, security: Security::Token { token, claims, wrapped: true } });
    }
    let mut body = claims.clone();
    for name in CLAIMS {
        body.remove(name);
    }
    // A token may carry a proof inside, too; the token's own signature is what counts then.
    body.remove("proof");
    Ok(Secured { body, security: Security::Token { token, claims, wrapped: false } })
}

/// The claims must say what the credential says (Open Badges 3.0 §8.2.4): who reads one must not be told other than
/// who reads the other. In an
/// Open Badge of the plain type `JWT` `iss`, `jti` and `nbf` are obligatory; `sub` and `exp` too by the text, but not in
/// the credentials that 1EdTech itself publishes as examples.
pub(super) fn check_claims(secured: &Secured, obligatory: bool) -> Result<(), Reason> {
    let Security::Token { token, claims, wrapped } = &secured.security else { return Ok(()) };
    let body = &secured.body;
    let subject = body.get("credentialSubject").and_then(|s| s.get("id")).and_then(Value::as_str);
    let pairs = [
        ("iss", Some(summary::issuer(body)).filter(|i| !i.is_empty())),
        ("jti", body.get("id").and_then(Value::as_str)),
        ("sub", subject),
    ];
    let strict = obligatory && !wrapped && token.text("typ").is_none_or(|t| t.eq_ignore_ascii_case("JWT"));
    for (name, said) in pairs {
        match (claims.get(name), said) {
            (Some(claim), Some(said)) if claim.as_str() != Some(said) => return Err(Reason::Claim(name.into())),
            (None, Some(_)) if strict && OBLIGATORY.contains(&name) => return Err(Reason::Missing(name.into())),
            _ => {}
        }
    }
    for (name, members) in [("nbf", ["validFrom", "issuanceDate"]), ("exp", ["validUntil", "expirationDate"])] {
        let said = members.iter().find_map(|m| body.get(*m)).and_then(super::dates::read);
        match (claims.get(name), said) {
            (Some(claim), Some(said)) => {
                let Some(seconds) = super::dates::seconds(claim) else { return Err(Reason::Malformed(name.into())) };
                // Older drafts differ by a fraction; some write the date of the award there.
                if !wrapped && (seconds - said.as_second()).abs() > 1 {
                    return Err(Reason::Claim(name.into()));
                }
            }
            (None, Some(_)) if strict && OBLIGATORY.contains(&name) => return Err(Reason::Missing(name.into())),
            _ => {}
        }
    }
    Ok(())
}
