//! Finding the key that is said to have signed, and whether it is the issuer's.

use serde_json::{Map, Value};
use url::Url;

use super::{
    Known, Need, Outcome, Reason,
    summary::{many, text},
};
use crate::{
    encoding::from_base64url,
    jwk::{Jwk, PublicKey},
};

/// The longest address that is followed.
const ADDRESS_LONGEST: usize = 2048;
/// The most keys of one document that are tried.
const KEYS_MOST: usize = 20;

/// Where a key came from; this decides whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// From this address.
    Address(String),
    /// From the document of this DID, or from the DID itself.
    Did(String),
    /// From the credential.
    Embedded,
}

/// The keys to try.
pub(super) struct Found {
    pub(super) keys: Vec<PublicKey>,
    pub(super) source: Source,
}

/// Finds the keys a reference means: `did:key`, `did:jwk` and `did:web` with a fragment or none, or an address.
pub(super) fn find(reference: &str, known: &Known) -> Result<Found, Outcome> {
    let none = || Outcome::Failed(Reason::NoKey(shortened(reference)));
    let (did, _) = reference.split_once('#').unwrap_or((reference, ""));
    if let Some(key) = did.strip_prefix("did:key:") {
        let key = PublicKey::from_multikey(key)
            .ok_or_else(|| Outcome::Doubt(Reason::UnsupportedProof(shortened(reference))))?;
        return Ok(Found { keys: vec![key], source: Source::Did(did.to_owned()) });
    }
    if let Some(key) = did.strip_prefix("did:jwk:") {
        let jwk: Option<Jwk> = from_base64url(key).and_then(|json| serde_json::from_slice(&json).ok());
        let key = jwk.and_then(|jwk| jwk.public_key().ok()).ok_or_else(none)?;
        return Ok(Found { keys: vec![key], source: Source::Did(did.to_owned()) });
    }
    let (address, source) = if let Some(name) = did.strip_prefix("did:web:") {
        (web_address(name).ok_or_else(none)?, Source::Did(did.to_owned()))
    } else if did.starts_with("did:") {
        return Err(Outcome::Doubt(Reason::UnsupportedProof(shortened(did))));
    } else {
        (did.to_owned(), Source::Address(did.to_owned()))
    };
    let document = fetched(&address, known).map_err(|problem| match problem {
        Problem::Refused => none(),
        Problem::Absent => Outcome::Needs(Need::Key { url: address.clone() }),
        Problem::Unreachable => Outcome::Failed(Reason::KeyUnreachable(shortened(&address))),
    })?;
    let document: Value = serde_json::from_slice(document).map_err(|_| none())?;
    let keys = keys_of(document.as_object().ok_or_else(none)?, reference);
    if keys.is_empty() { Err(none()) } else { Ok(Found { keys, source }) }
}

/// Why there is no document.
pub(super) enum Problem {
    /// The address may not be followed.
    Refused,
    /// Nobody fetched it yet.
    Absent,
    /// It was tried in vain.
    Unreachable,
}

/// A fetched document by an address that may be followed: `https`, no user name, not too long.
pub(super) fn fetched<'k>(address: &str, known: &'k Known) -> Result<&'k [u8], Problem> {
    let url = Url::parse(address).map_err(|_| Problem::Refused)?;
    let scheme = url.scheme() == "https" || (known.allow_http && url.scheme() == "http");
    let plain = url.username().is_empty() && url.password().is_none() && url.has_host();
    if !scheme || !plain || address.len() > ADDRESS_LONGEST {
        return Err(Problem::Refused);
    }
    known.fetched.get(address).ok_or(Problem::Absent)?.ok_or(Problem::Unreachable)
}

/// The address of a DID document by the method `web`.
fn web_address(name: &str) -> Option<String> {
    let mut parts = name.split(':');
    let host = parts.next()?.replace("%3A", ":").replace("%3a", ":");
    let path: Vec<&str> = parts.collect();
    let sound = |part: &&str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'%'))
    };
    if host.is_empty() || host.contains(['/', '@', '?', '#', '\\']) || !path.iter().all(sound) {
        return None;
    }
    Some(match path.as_slice() {
        [] => format!("https://{host}/.well-known/did.json"),
        path => format!("https://{host}/{}/did.json", path.join("/")),
    })
}

/// The keys of a JWK, a JWK Set, a Multikey, a DID document or a profile that the reference names; all of them where
/// it names none in particular.
fn keys_of(document: &Map<String, Value>, reference: &str) -> Vec<PublicKey> {
    if document.contains_key("kty")
        || document.contains_key("publicKeyMultibase")
        || document.contains_key("publicKeyJwk")
    {
        return key_of(document).into_iter().collect();
    }
    let fragment = reference.split_once('#').map(|(_, fragment)| fragment);
    let mut listed: Vec<&Map<String, Value>> = Vec::new();
    let mut allowed: Vec<&str> = Vec::new();
    for name in ["keys", "verificationMethod", "publicKey", "assertionMethod"] {
        for entry in many(document.get(name)).iter().take(KEYS_MOST) {
            match entry {
                Value::Object(entry) => {
                    listed.push(entry);
                    if name == "assertionMethod" {
                        allowed.push(text(entry, "id"));
                    }
                }
                Value::String(id) if name == "assertionMethod" => allowed.push(id),
                _ => {}
            }
        }
    }
    // A key that the document keeps for other purposes signs no credentials (Controlled Identifiers 1.0 §2.3.2).
    let fits = |id: &str| !document.contains_key("assertionMethod") || allowed.contains(&id);
    let named = |entry: &Map<String, Value>| {
        let id = if entry.contains_key("id") { text(entry, "id") } else { text(entry, "kid") };
        let last = id.rsplit_once('#').map_or(id, |(_, last)| last);
        fits(id) && (id == reference || fragment.is_none_or(|fragment| fragment == last))
    };
    listed.into_iter().filter(|entry| named(entry)).filter_map(key_of).collect()
}

fn key_of(entry: &Map<String, Value>) -> Option<PublicKey> {
    let jwk = match entry.get("publicKeyJwk") {
        Some(jwk) => Some(jwk.clone()),
        None => entry.contains_key("kty").then(|| Value::Object(entry.clone())),
    };
    if let Some(jwk) = jwk {
        return serde_json::from_value::<Jwk>(jwk).ok()?.public_key().ok();
    }
    PublicKey::from_multikey(text(entry, "publicKeyMultibase"))
}

/// Whether a key is the issuer's: named by the issuer's DID, or published at the issuer's own origin (scheme, host and
/// port), which is how Open Badges 3.0 binds an issuer with an ordinary address to a key. A `did:key` is itself the key,
/// so for any other issuer it says as little as a key within the credential.
pub(super) fn check_issuer(source: &Source, issuer: &str) -> Outcome {
    let place = match source {
        Source::Embedded => return Outcome::Doubt(Reason::SelfAsserted),
        Source::Did(did) if did == issuer.split('#').next().unwrap_or_default() => return Outcome::Ok,
        Source::Did(did) if !did.starts_with("did:web:") => return Outcome::Doubt(Reason::SelfAsserted),
        Source::Did(place) | Source::Address(place) => place,
    };
    let url = |id: &str| match id.strip_prefix("did:web:") {
        Some(name) => web_address(name).and_then(|address| Url::parse(&address).ok()),
        None => Url::parse(id).ok(),
    };
    // Two DIDs at one host may belong to two people; an address and a DID, or two addresses, go by the host.
    let two_dids = place.starts_with("did:") && issuer.starts_with("did:");
    let same = url(place).zip(url(issuer)).is_some_and(|(a, b)| a.has_host() && a.origin() == b.origin());
    if same && !two_dids { Outcome::Ok } else { Outcome::Failed(Reason::ForeignKey(shortened(place))) }
}

pub(super) fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn did_web_becomes_an_address() {
        assert_eq!(web_address("a.example").unwrap(), "https://a.example/.well-known/did.json");
        assert_eq!(web_address("a.example%3A8443:b:c").unwrap(), "https://a.example:8443/b/c/did.json");
        assert_eq!(web_address("a.example/b"), None);
        assert_eq!(web_address("u@a.example"), None);
        assert_eq!(web_address("a.example:..%2f:?x"), None);
    }

    #[test]
    fn a_key_belongs_to_the_origin_it_stands_at() {
        let at = |address: &str| Source::Address(address.to_owned());
        let issuer = "https://a.example/issuer";
        assert_eq!(check_issuer(&at("https://a.example/keys/1"), issuer), Outcome::Ok);
        assert_eq!(check_issuer(&at("https://a.example/keys/1"), "did:web:a.example"), Outcome::Ok);
        for other in ["https://a.example:8443/k", "http://a.example/k", "https://b.example/k", "https://a.example.b/k"]
        {
            assert!(matches!(check_issuer(&at(other), issuer), Outcome::Failed(Reason::ForeignKey(_))), "{other}");
        }
        let did = |did: &str| Source::Did(did.to_owned());
        assert_eq!(check_issuer(&did("did:key:z6Mkx"), issuer), Outcome::Doubt(Reason::SelfAsserted));
        assert_eq!(check_issuer(&did("did:key:z6Mkx"), "did:key:z6Mkx"), Outcome::Ok);
        assert_eq!(check_issuer(&did("did:web:a.example:x"), issuer), Outcome::Ok);
        for other in ["did:web:b.example", "did:web:a.example%3A8443"] {
            assert!(matches!(check_issuer(&did(other), issuer), Outcome::Failed(Reason::ForeignKey(_))), "{other}");
        }
        let neighbour = check_issuer(&did("did:web:a.example:x"), "did:web:a.example:y");
        assert!(matches!(neighbour, Outcome::Failed(Reason::ForeignKey(_))));
        assert_eq!(check_issuer(&Source::Embedded, issuer), Outcome::Doubt(Reason::SelfAsserted));
    }

    #[test]
    fn keys_kept_for_other_purposes_are_not_taken() {
        let key = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
        let document = serde_json::json!({"verificationMethod": [{"id": "did:web:a#1", "publicKeyMultibase": key}],
            "assertionMethod": ["did:web:a#2"]});
        assert!(keys_of(document.as_object().unwrap(), "did:web:a#1").is_empty());
        let document = serde_json::json!({"verificationMethod": [{"id": "did:web:a#1", "publicKeyMultibase": key}],
            "assertionMethod": ["did:web:a#1"]});
        assert_eq!(keys_of(document.as_object().unwrap(), "did:web:a#1").len(), 1);
        assert!(keys_of(document.as_object().unwrap(), "did:web:a#3").is_empty());
    }
}
