//! Whether a document has the shape of an AchievementCredential (Open Badges 3.0 appendix B). What this program shows
//! or relies on is checked member by member; members it does not know may stand.

use serde_json::{Map, Value};
use url::Url;

use super::{
    Reason, dates,
    summary::{has_type, many, text},
};

type Object = Map<String, Value>;
type Checked = Result<(), Reason>;

const BASE: [&str; 2] = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"];
/// How addresses of the Open Badges 3.0 context begin.
const OPEN_BADGES: [&str; 2] =
    ["https://purl.imsglobal.org/spec/ob/v3p0/", "https://imsglobal.github.io/openbadges-specification/"];

/// Checks a credential without its proof.
pub(crate) fn check(body: &Object) -> Checked {
    check_context(body)?;
    if !has_type(body, "VerifiableCredential") {
        return Err(Reason::NotOpenBadges3);
    }
    if !has_type(body, "OpenBadgeCredential") && !has_type(body, "AchievementCredential") {
        return Err(Reason::NotOpenBadges3);
    }
    uri(body, "id", "id")?;
    check_issuer(body)?;
    let from = ["validFrom", "issuanceDate"].iter().find_map(|n| body.get(*n));
    dates::read(from.ok_or_else(|| missing("validFrom"))?).ok_or_else(|| malformed("validFrom"))?;
    for name in ["validUntil", "expirationDate", "awardedDate"] {
        if body.get(name).is_some_and(|v| dates::read(v).is_none()) {
            return Err(malformed(name));
        }
    }
    each(body, "evidence", "evidence", |evidence, at| typed(evidence, "Evidence", at))?;
    each(body, "credentialStatus", "credentialStatus", |status, at| filled(status, "type", at).map(|_| ()))?;
    let subject = object(body.get("credentialSubject"), "credentialSubject")?;
    check_subject(subject)
}

fn check_context(body: &Object) -> Checked {
    let contexts = many(body.get("@context"));
    let first = contexts.first().and_then(Value::as_str).ok_or_else(|| missing("@context"))?;
    if !BASE.contains(&first) {
        return Err(malformed("@context"));
    }
    let known = |c: &Value| c.as_str().is_some_and(|c| OPEN_BADGES.iter().any(|start| c.starts_with(start)));
    if contexts.iter().any(known) { Ok(()) } else { Err(Reason::NotOpenBadges3) }
}

fn check_issuer(body: &Object) -> Checked {
    match body.get("issuer") {
        None => Err(missing("issuer")),
        Some(Value::String(id)) => absolute(id, "issuer"),
        Some(Value::Object(profile)) => check_profile(profile, "issuer", true),
        Some(_) => Err(malformed("issuer")),
    }
}

fn check_profile(profile: &Object, at: &str, with_id: bool) -> Checked {
    typed(profile, "Profile", at)?;
    if with_id || profile.contains_key("id") {
        uri(profile, "id", &format!("{at}.id"))?;
    }
    each(profile, "otherIdentifier", &format!("{at}.otherIdentifier"), |entry, at| {
        typed(entry, "IdentifierEntry", at)
    })?;
    match profile.get("parentOrg") {
        None => Ok(()),
        // Only one level is looked at: nobody shows more.
        Some(parent) => typed(object(Some(parent), &format!("{at}.parentOrg"))?, "Profile", &format!("{at}.parentOrg")),
    }
}

fn check_subject(subject: &Object) -> Checked {
    let at = "credentialSubject";
    typed(subject, "AchievementSubject", at)?;
    let identifiers = many(subject.get("identifier"));
    if !subject.contains_key("id") && identifiers.is_empty() {
        return Err(missing("credentialSubject.id"));
    }
    if subject.contains_key("id") {
        uri(subject, "id", "credentialSubject.id")?;
    }
    each(subject, "identifier", "credentialSubject.identifier", |identity, at| {
        typed(identity, "IdentityObject", at)?;
        filled(identity, "identityHash", at)?;
        filled(identity, "identityType", at)?;
        let hashed = identity.get("hashed").ok_or_else(|| missing(&format!("{at}.hashed")))?;
        hashed.as_bool().map(|_| ()).ok_or_else(|| malformed(&format!("{at}.hashed")))
    })?;
    each(subject, "result", "credentialSubject.result", |result, at| typed(result, "Result", at))?;
    if let Some(source) = subject.get("source") {
        check_profile(object(Some(source), "credentialSubject.source")?, "credentialSubject.source", true)?;
    }
    let at = "credentialSubject.achievement";
    let achievement = object(subject.get("achievement"), at)?;
    typed(achievement, "Achievement", at)?;
    uri(achievement, "id", &format!("{at}.id"))?;
    filled(achievement, "name", at)?;
    filled(achievement, "description", at)?;
    let criteria = object(achievement.get("criteria"), &format!("{at}.criteria"))?;
    if text(criteria, "id").is_empty() && text(criteria, "narrative").is_empty() {
        return Err(missing(&format!("{at}.criteria.narrative")));
    }
    if let Some(creator) = achievement.get("creator") {
        check_profile(object(Some(creator), &format!("{at}.creator"))?, &format!("{at}.creator"), true)?;
    }
    each(achievement, "alignment", &format!("{at}.alignment"), |alignment, at| {
        typed(alignment, "Alignment", at)?;
        filled(alignment, "targetName", at)?;
        filled(alignment, "targetUrl", at).map(|_| ())
    })?;
    each(achievement, "resultDescription", &format!("{at}.resultDescription"), |description, at| {
        typed(description, "ResultDescription", at)?;
        filled(description, "resultType", at).map(|_| ())
    })
}

fn missing(at: &str) -> Reason {
    Reason::Missing(at.to_owned())
}

fn malformed(at: &str) -> Reason {
    Reason::Malformed(at.to_owned())
}

fn object<'a>(value: Option<&'a Value>, at: &str) -> Result<&'a Object, Reason> {
    value.ok_or_else(|| missing(at))?.as_object().ok_or_else(|| malformed(at))
}

fn typed(object: &Object, name: &str, at: &str) -> Checked {
    match object.get("type") {
        None => Err(missing(&format!("{at}.type"))),
        Some(_) if has_type(object, name) => Ok(()),
        Some(_) => Err(malformed(&format!("{at}.type"))),
    }
}

fn filled<'a>(object: &'a Object, name: &str, at: &str) -> Result<&'a str, Reason> {
    match object.get(name) {
        None => Err(missing(&format!("{at}.{name}"))),
        Some(value) => value.as_str().filter(|t| !t.is_empty()).ok_or_else(|| malformed(&format!("{at}.{name}"))),
    }
}

fn uri(object: &Object, name: &str, at: &str) -> Checked {
    let value = object.get(name).ok_or_else(|| missing(at))?;
    absolute(value.as_str().unwrap_or_default(), at)
}

fn absolute(id: &str, at: &str) -> Checked {
    if Url::parse(id).is_ok() { Ok(()) } else { Err(malformed(at)) }
}

fn each(object: &Object, name: &str, at: &str, check: impl Fn(&Object, &str) -> Checked) -> Checked {
    many(object.get(name)).iter().try_for_each(|one| check(one.as_object().ok_or_else(|| malformed(at))?, at))
}
