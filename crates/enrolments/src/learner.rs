//! Who learns: a person with an account, or a guest known by a cookie.

use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
};

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use db::{Conn, Q};
use kernel::{
    Ctx, Result,
    ids::{CourseId, PersonId},
};
use sha2::{Digest as _, Sha256};
use web::{Redirect, Req};

use crate::{
    Enrolment, claim,
    enrolment::{SELECT, State},
};

/// The cookie that holds a guest's secret.
pub const COOKIE: &str = "szpon_learner";
/// How long the cookie is kept, in seconds: 400 days, the longest browsers allow (RFC 6265bis).
pub const COOKIE_SECONDS: i64 = 400 * 86_400;
/// The length of a secret in hexadecimal digits.
const DIGITS: usize = 64;

/// What the cookie `szpon_learner` holds: 32 random bytes. Only their SHA-256 is stored. It is an extractor: a handler
/// takes it beside the request.
///
/// ```ignore
/// pub async fn show(path: CoursePath, req: Req, guest: Guest) -> Answer<Markup> {
///     let mine = enrolments::learner(&req, &guest, course).await?;
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guest(Option<String>);

impl Guest {
    /// Of a cookie's value; what cannot be one of ours is nobody's.
    pub fn of(value: &str) -> Self {
        let ours = value.len() == DIGITS && value.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        Self(ours.then(|| value.to_owned()))
    }
    /// A new guest, with a secret nobody can guess.
    pub fn fresh(ctx: &Ctx) -> Self {
        Self(Some(hex::encode(ctx.secret())))
    }
    /// What is stored of the secret.
    pub fn hash(&self) -> Option<[u8; 32]> {
        self.0.as_ref().map(|secret| Sha256::digest(secret.as_bytes()).into())
    }
    /// Lets the browser keep the secret; a response that enrols a guest must carry it.
    pub fn keep(&self, redirect: Redirect) -> Redirect {
        match &self.0 {
            Some(secret) => redirect.cookie(COOKIE, secret, COOKIE_SECONDS),
            None => redirect,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let found = parts
            .headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
            .flat_map(|v| v.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(name, value)| (name == COOKIE).then_some(value));
        Ok(found.map(Self::of).unwrap_or_default())
    }
}

/// Who learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learner {
    /// A person with an account.
    Person(PersonId),
    /// A guest, by the SHA-256 of the secret in their cookie.
    Guest([u8; 32]),
}

impl Learner {
    /// Who asks: the person signed in, else the guest of the cookie, else nobody.
    pub fn of(req: &Req, guest: &Guest) -> Option<Self> {
        req.ctx.actor.person().map(Self::Person).or_else(|| guest.hash().map(Self::Guest))
    }
    /// The account, if there is one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Learner::Person(id) => Some(id),
            Learner::Guest(_) => None,
        }
    }
    pub(crate) fn hash(self) -> Option<[u8; 32]> {
        match self {
            Learner::Person(_) => None,
            Learner::Guest(hash) => Some(hash),
        }
    }
}

/// The enrolments of a learner, the newest first, at most 500.
///
/// # Errors
/// Those of the database.
pub async fn of_learner(c: &mut Conn, who: Learner) -> Result<Vec<Enrolment>> {
    c.all(whose(who).text(" ORDER BY e.id DESC LIMIT 500")).await
}

fn whose(who: Learner) -> Q {
    match who {
        Learner::Person(id) => Q::new(SELECT).push(" WHERE e.person_id = ", id),
        Learner::Guest(hash) => Q::new(SELECT).push(" WHERE e.guest_hash = ", hash),
    }
}

/// A learner's enrolment on a course: the one that goes on, else the newest completed one, else the newest that ended.
///
/// # Errors
/// Those of the database.
pub async fn on_course(c: &mut Conn, who: Learner, course: CourseId) -> Result<Option<Enrolment>> {
    Ok(best(all_on_course(c, who, course).await?))
}

/// All enrolments of this learner on a course, the newest first.
///
/// All of one learner are read, which are few: asked for by course and newest first, SQLite walks over everybody on the course.
pub(crate) async fn all_on_course(c: &mut Conn, who: Learner, course: CourseId) -> Result<Vec<Enrolment>> {
    let mut rows: Vec<Enrolment> = c.all(whose(who).text(" LIMIT 500")).await?;
    rows.retain(|e| e.course == course);
    rows.sort_unstable_by_key(|e| std::cmp::Reverse(e.id));
    Ok(rows)
}

/// How many people are asked for in one query.
const AT_ONCE: usize = 500;

/// As [`on_course`], for many people at once; only those with an enrolment there.
///
/// As there, all of these people's enrolments are read.
pub(crate) async fn people_on_course(
    c: &mut Conn,
    people: impl Iterator<Item = PersonId>,
    course: CourseId,
) -> Result<HashMap<PersonId, Enrolment>> {
    let people: HashSet<PersonId> = people.collect();
    let people: Vec<PersonId> = people.into_iter().collect();
    let mut of: HashMap<PersonId, Vec<Enrolment>> = HashMap::new();
    for some in people.chunks(AT_ONCE) {
        let rows: Vec<Enrolment> =
            c.all(Q::new(SELECT).push_in(" WHERE e.person_id IN ", some.iter().copied())).await?;
        for row in rows.into_iter().filter(|e| e.course == course) {
            if let Some(person) = row.person {
                of.entry(person).or_default().push(row);
            }
        }
    }
    Ok(of
        .into_iter()
        .filter_map(|(person, mut rows)| {
            rows.sort_unstable_by_key(|e| std::cmp::Reverse(e.id));
            best(rows).map(|row| (person, row))
        })
        .collect())
}

/// Of enrolments of one learner on one course, the newest first: the one that goes on, else one completed, else the newest.
pub(crate) fn best(rows: Vec<Enrolment>) -> Option<Enrolment> {
    let live = rows.iter().position(|e| e.state.live());
    let chosen = live.or_else(|| rows.iter().position(|e| e.state == State::Completed)).unwrap_or(0);
    rows.into_iter().nth(chosen)
}

/// Whether this learner's enrolment it is.
///
/// # Errors
/// Those of the database.
pub async fn owns(c: &mut Conn, who: Learner, row: &Enrolment) -> Result<bool> {
    let found: Option<Enrolment> = c.opt(whose(who).push(" AND e.id = ", row.id)).await?;
    Ok(found.is_some())
}

/// The enrolment of whoever asks on a course, as [`on_course`]. What somebody learned as a guest in this browser is moved
/// to their account the first time they come signed in.
///
/// # Errors
/// Those of the database.
pub async fn learner(req: &Req, guest: &Guest, course: CourseId) -> Result<Option<Enrolment>> {
    claim::bring_along(req, guest).await?;
    let Some(who) = Learner::of(req, guest) else { return Ok(None) };
    req.app.db.read(move |c| Box::pin(async move { on_course(c, who, course).await })).await
}

/// All enrolments of whoever asks, as [`of_learner`], what they learned as a guest included.
///
/// # Errors
/// Those of the database.
pub async fn mine(req: &Req, guest: &Guest) -> Result<Vec<Enrolment>> {
    claim::bring_along(req, guest).await?;
    let Some(who) = Learner::of(req, guest) else { return Ok(Vec::new()) };
    req.app.db.read(move |c| Box::pin(async move { of_learner(c, who).await })).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_secrets_of_ours_are_taken() {
        assert_eq!(Guest::of("abc"), Guest(None));
        assert_eq!(Guest::of(&"A".repeat(64)), Guest(None));
        let ours = "0f".repeat(32);
        assert_eq!(Guest::of(&ours), Guest(Some(ours.clone())));
        assert!(Guest::of(&ours).hash().is_some() && Guest::of("").hash().is_none());
    }
}
