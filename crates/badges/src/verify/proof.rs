//! Whether the signature is right: of a token (VC-JWT), or a Data Integrity proof `eddsa-rdfc-2022`.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::{
    Known, Outcome, Reason, dates,
    form::{Secured, Security},
    keys::{self, Found, Source},
    summary::text,
};
use crate::{
    encoding::from_multibase,
    jwk::Jwk,
    jws::Compact,
    key::Algorithm,
    rdf::{self, RdfFault},
};

/// The most proofs of one credential that are looked at.
const PROOFS_MOST: usize = 5;

/// Checks the signature; also says where the key came from.
pub(super) fn check(secured: &Secured, issuer: &str, known: &Known) -> (Outcome, Option<Source>) {
    let checked = match &secured.security {
        Security::Token { token, .. } => check_token(token, issuer, known),
        Security::Proofs(proofs) => check_proofs(&secured.body, proofs, known),
    };
    match checked {
        Ok(source) => (Outcome::Ok, Some(source)),
        Err(outcome) => (outcome, None),
    }
}

fn check_token(token: &Compact, issuer: &str, known: &Known) -> Result<Source, Outcome> {
    let algorithm = token.algorithm().map_err(|name| Outcome::Failed(Reason::Algorithm(name)))?;
    let found = token_keys(token, issuer, known)?;
    // The key decides which algorithm is right; the header may only agree.
    let fits = |key: &crate::jwk::PublicKey| key.verify(algorithm, token.signed.as_bytes(), &token.signature).is_ok();
    if found.keys.iter().any(fits) { Ok(found.source) } else { Err(Outcome::Failed(Reason::BadSignature)) }
}

/// `kid` as an address or DID; else the key in the header; else what the issuer publishes.
fn token_keys(token: &Compact, issuer: &str, known: &Known) -> Result<Found, Outcome> {
    let kid = token.text("kid").unwrap_or_default();
    if kid.starts_with("did:") || kid.starts_with("https:") || kid.starts_with("http:") {
        return keys::find(kid, known);
    }
    if let Some(jwk) = token.header.get("jwk") {
        let jwk: Option<Jwk> = serde_json::from_value(jwk.clone()).ok();
        let key = jwk.and_then(|jwk| jwk.public_key().ok());
        let key = key.ok_or_else(|| Outcome::Failed(Reason::NoKey("jwk".into())))?;
        return Ok(Found { keys: vec![key], source: Source::Embedded });
    }
    let kid = kid.strip_prefix('#').unwrap_or(kid);
    let reference = if kid.is_empty() || issuer.contains('#') { issuer.to_owned() } else { format!("{issuer}#{kid}") };
    keys::find(&reference, known)
}

/// Every proof of a kind known here must be right, and there must be one.
fn check_proofs(body: &Map<String, Value>, proofs: &[Map<String, Value>], known: &Known) -> Result<Source, Outcome> {
    if proofs.len() > PROOFS_MOST {
        return Err(Outcome::Failed(Reason::Malformed("proof".into())));
    }
    let mut right = None;
    let mut unknown = Outcome::Failed(Reason::Unsigned);
    for proof in proofs {
        match kind(proof) {
            Ok(kind) => right = Some(check_proof(body, proof, kind, known)?),
            Err(name) => unknown = Outcome::Doubt(Reason::UnsupportedProof(name)),
        }
    }
    right.ok_or(unknown)
}

/// A kind of proof: the names differ, what is signed does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Data Integrity EdDSA Cryptosuites 1.0 §3.2, and its draft of 2022.
    DataIntegrity,
    /// The older Ed25519Signature2020.
    Ed25519Signature2020,
}

fn kind(proof: &Map<String, Value>) -> Result<Kind, String> {
    if proof.contains_key("previousProof") {
        return Err("previousProof".into());
    }
    match (text(proof, "type"), text(proof, "cryptosuite")) {
        ("DataIntegrityProof", "eddsa-rdfc-2022" | "eddsa-2022") => Ok(Kind::DataIntegrity),
        ("Ed25519Signature2020", _) => Ok(Kind::Ed25519Signature2020),
        (name, "") => Err(keys::shortened(name)),
        (_, suite) => Err(keys::shortened(suite)),
    }
}

fn check_proof(
    body: &Map<String, Value>,
    proof: &Map<String, Value>,
    kind: Kind,
    known: &Known,
) -> Result<Source, Outcome> {
    let malformed = |name: &str| Outcome::Failed(Reason::Malformed(format!("proof.{name}")));
    if text(proof, "proofPurpose") != "assertionMethod" {
        return Err(malformed("proofPurpose"));
    }
    let signature = from_multibase(text(proof, "proofValue")).ok_or_else(|| malformed("proofValue"))?;
    for name in ["created", "expires"] {
        if let Some(value) = proof.get(name) {
            let at = dates::read(value).ok_or_else(|| malformed(name))?;
            if name == "expires" && at < known.now.timestamp() {
                return Err(Outcome::Failed(Reason::Expired(at)));
            }
        }
    }
    let found = keys::find(text(proof, "verificationMethod"), known)?;
    let mut options = proof.clone();
    options.remove("proofValue");
    let context = body.get("@context").cloned().unwrap_or(Value::Null);
    match options.get("@context") {
        Some(own) if *own != context => return Err(malformed("@context")),
        _ => options.insert("@context".into(), with_suite(context, kind)),
    };
    let mut document = body.clone();
    if kind == Kind::Ed25519Signature2020 {
        let context = options.get("@context").cloned().unwrap_or(Value::Null);
        document.insert("@context".into(), context);
    }
    let digest = |part: &Map<String, Value>| match rdf::canonical(part) {
        Ok(quads) => Ok(Sha256::digest(quads)),
        Err(RdfFault::Context(name)) => Err(Outcome::Doubt(Reason::UnsupportedContext(name))),
        // What a stricter reader takes for broken another may take; it is not said to be forged.
        Err(RdfFault::Broken) => Err(Outcome::Doubt(Reason::UnsupportedProof("JSON-LD".into()))),
    };
    let signed = [digest(&options)?, digest(&document)?].concat();
    let right = found.keys.iter().any(|key| key.verify(Algorithm::EdDsa, &signed, &signature).is_ok());
    if right { Ok(found.source) } else { Err(Outcome::Failed(Reason::BadSignature)) }
}

/// Ed25519Signature2020 needs its own context, which signers added when the document had none.
fn with_suite(context: Value, kind: Kind) -> Value {
    const SUITE: &str = "https://w3id.org/security/suites/ed25519-2020/v1";
    if kind == Kind::DataIntegrity {
        return context;
    }
    let mut list = match context {
        Value::Array(list) => list,
        other => vec![other],
    };
    if !list.iter().any(|c| c.as_str() == Some(SUITE)) {
        list.push(SUITE.into());
    }
    Value::Array(list)
}
