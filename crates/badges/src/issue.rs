//! Issuing: a credential or a status list as a signed token (VC-JWT, Open Badges 3.0 §8.2).

use serde_json::{Map, Value};

use crate::{
    credential::AchievementCredential,
    jws::{self, KeyPlace},
    key::{KeyFault, SigningKey},
    status::StatusListCredential,
};

/// Why nothing was signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IssueFault {
    /// The key.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// The credential would not pass its own verification; the member is named.
    #[error("the credential is not sound: {0}")]
    Unsound(String),
}

/// Signs a credential. The payload is the credential itself, unwrapped, with `iss`, `jti`, `nbf`, `sub` and `exp`
/// beside its members (§8.2.4.1). What this crate's own verifier would find fault with is not signed.
pub fn sign_credential(
    credential: &AchievementCredential,
    key: &SigningKey,
    place: &KeyPlace,
) -> Result<String, IssueFault> {
    let unsound = |what: String| IssueFault::Unsound(what);
    let Ok(Value::Object(mut payload)) = serde_json::to_value(credential) else {
        return Err(unsound("it is no JSON object".into()));
    };
    if let Err(reason) = crate::verify::check_schema(&payload) {
        return Err(unsound(reason.to_string()));
    }
    if credential.valid_until.is_some_and(|until| until <= credential.valid_from) {
        return Err(unsound("validUntil".into()));
    }
    claims(&mut payload, &credential.issuer.id, &credential.id);
    payload.insert("nbf".into(), credential.valid_from.as_second().into());
    if let Some(until) = credential.valid_until {
        payload.insert("exp".into(), until.as_second().into());
    }
    if let Some(id) = &credential.credential_subject.id {
        payload.insert("sub".into(), id.as_str().into());
    }
    Ok(jws::sign(&Value::Object(payload), key, place)?)
}

/// Signs a status list; the answer at its address, of type `application/vc+jwt`.
pub fn sign_status_list(list: &StatusListCredential, key: &SigningKey, place: &KeyPlace) -> Result<String, IssueFault> {
    let Value::Object(mut payload) = list.json() else {
        return Err(IssueFault::Unsound("it is no JSON object".into()));
    };
    claims(&mut payload, &list.issuer, &list.id);
    payload.insert("nbf".into(), list.valid_from.as_second().into());
    payload.insert("exp".into(), list.valid_until.as_second().into());
    payload.insert("sub".into(), format!("{}#list", list.id).into());
    Ok(jws::sign(&Value::Object(payload), key, place)?)
}

fn claims(payload: &mut Map<String, Value>, issuer: &str, id: &str) {
    payload.insert("iss".into(), issuer.into());
    payload.insert("jti".into(), id.into());
}
