//! Tokens of the JSON API: a person's rights, narrowed to some actions and perhaps one office, for a program.

use std::sync::OnceLock;

use db::{BoxFuture, Conn, Json, q};
use kernel::{
    Actor, Arg, Ctx, Fault, FieldFault, Micros, Result,
    ids::{ApiTokenId, OfficeId, PersonId},
};
use serde_json::json;

use crate::{log, msg, person::tidy, secret};

/// How tokens begin, so that scanners of leaked secrets know them.
pub const PREFIX: &str = "szpon_";
/// What tokens may be allowed: the scope and the key of the sentence that explains it.
pub const SCOPES: &[(&str, &str)] = &[
    ("cases:read", msg::IDENTITY_SCOPE_CASES_READ),
    ("cases:write", msg::IDENTITY_SCOPE_CASES_WRITE),
    ("learning:read", msg::IDENTITY_SCOPE_LEARNING_READ),
    ("learning:write", msg::IDENTITY_SCOPE_LEARNING_WRITE),
    ("hooks:write", msg::IDENTITY_SCOPE_HOOKS_WRITE),
    ("office:admin", msg::IDENTITY_SCOPE_OFFICE_ADMIN),
];
/// The most characters the name of a token may have.
pub const NAME_LIMIT: usize = 80;
/// The most tokens a person may have at once.
const MOST: i64 = 100;
/// `used` is written at most once in so many seconds.
const USED_EVERY: i64 = 60;

db::row! {
    /// A token as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct TokenRow {
        /// The token.
        pub id: ApiTokenId,
        /// The name its owner gave it.
        pub name: String,
        /// The office it is limited to.
        pub office: Option<OfficeId>,
        /// What it may do.
        pub scopes: Json<Vec<String>>,
        /// When it was made.
        pub created: Micros,
        /// When it ends by itself.
        pub expires: Option<Micros>,
        /// When it was last used, to the minute.
        pub used: Option<Micros>,
    }
}

impl TokenRow {
    /// Whether it has ended by itself.
    pub fn expired(&self, now: Micros) -> bool {
        self.expires.is_some_and(|at| at <= now)
    }
}

/// Tells in which offices a person serves, with the offices' names, so that a token can be limited to one.
pub type OfficesOf = for<'c> fn(&'c mut Conn, &'c Ctx, PersonId) -> BoxFuture<'c, Result<Vec<(OfficeId, String)>>>;

static OFFICES: OnceLock<OfficesOf> = OnceLock::new();

/// Registers, once, who knows where a person serves.
pub fn register_offices(of: OfficesOf) {
    let _ = OFFICES.set(of);
}

/// The offices a person's token may be limited to.
///
/// # Errors
/// When the database is away.
pub async fn offices_of(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<(OfficeId, String)>> {
    match OFFICES.get() {
        Some(of) => of(c, ctx, person).await,
        None => Ok(Vec::new()),
    }
}

/// Tells the names of tokens for the audit log; see [`audit::register_names`].
pub fn names<'c>(
    c: &'c mut Conn,
    _: audit::Reach,
    things: &'c [audit::Thing],
) -> BoxFuture<'c, Result<Vec<(audit::Thing, audit::Named)>>> {
    Box::pin(async move {
        let ids: Vec<uuid::Uuid> = things.iter().filter(|(kind, _)| kind == "token_id").map(|(_, id)| *id).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<(uuid::Uuid, String)> =
            c.all(db::Q::new("SELECT id, name FROM api_token WHERE id IN ").push_in("", ids)).await?;
        let told = |(id, name)| (("token_id".to_owned(), id), audit::Named { name, href: None });
        Ok(rows.into_iter().map(told).collect())
    })
}

/// Makes a token and gives its secret, which is shown once and stored only as its hash.
///
/// # Errors
/// `Invalid` with the fields at fault: `name`, `scopes`, `expires`.
pub async fn create(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    office: Option<OfficeId>,
    name: &str,
    scopes: Vec<String>,
    expires: Option<Micros>,
) -> Result<String> {
    let name = tidy(name);
    let mut wrong = Vec::new();
    let mut fault = |field: &str, key, args| wrong.push(FieldFault { field: field.into(), key, args });
    if name.is_empty() {
        fault("name", web::msg::FIELD_REQUIRED, vec![]);
    } else if name.chars().count() > NAME_LIMIT {
        fault("name", web::msg::FIELD_TOO_LONG, vec![("max", Arg::from(NAME_LIMIT))]);
    }
    if scopes.is_empty() {
        fault("scopes", msg::IDENTITY_TOKEN_NO_SCOPE, vec![]);
    } else if scopes.iter().any(|s| SCOPES.iter().all(|(known, _)| known != s)) {
        fault("scopes", web::msg::FIELD_CHOICE, vec![]);
    }
    if expires.is_some_and(|at| at <= ctx.now) {
        fault("expires", web::msg::FIELD_DATE, vec![]);
    }
    Fault::check(wrong)?;
    let (count, same): (i64, i64) = c
        .one(q!(
            "SELECT COUNT(*), COALESCE(CAST(SUM(CASE WHEN name = $2 THEN 1 ELSE 0 END) AS BIGINT), 0) FROM api_token \
             WHERE person_id = $1 AND ended IS NULL",
            person,
            &name
        ))
        .await?;
    if same > 0 {
        return Err(Fault::field("name", msg::IDENTITY_TOKEN_NAME_TAKEN));
    }
    if count >= MOST {
        return Err(Fault::field("name", msg::IDENTITY_TOKEN_TOO_MANY));
    }
    let fresh = format!("{PREFIX}{}", secret::fresh(ctx));
    let id: ApiTokenId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO api_token (id, person_id, office_id, name, scopes, secret_hash, created, expires) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        person,
        office,
        &name,
        Json(&scopes),
        secret::digest(&fresh),
        ctx.now,
        expires
    ))
    .await?;
    let details = json!({ "token_id": id, "token_name": name, "token_scopes": scopes, "office": office });
    log::security(c, ctx, person, "token.created", details).await?;
    Ok(fresh)
}

/// A person's tokens that were not ended, the newest first.
///
/// # Errors
/// When the database is away.
pub async fn list(c: &mut Conn, _: &Ctx, person: PersonId) -> Result<Vec<TokenRow>> {
    c.all(q!(
        "SELECT id, name, office_id, scopes, created, expires, used FROM api_token WHERE person_id = $1 AND ended IS NULL \
         ORDER BY created DESC, id DESC LIMIT 100",
        person
    ))
    .await
}

/// Ends a token. Ending one that is over already is no fault.
///
/// # Errors
/// When the database is away.
pub async fn end(c: &mut Conn, ctx: &Ctx, person: PersonId, token: ApiTokenId) -> Result<()> {
    let ended = c
        .exec(q!(
            "UPDATE api_token SET ended = $1 WHERE id = $2 AND person_id = $3 AND ended IS NULL",
            ctx.now,
            token,
            person
        ))
        .await?;
    if ended > 0 {
        let (name,): (String,) = c.one(q!("SELECT name FROM api_token WHERE id = $1", token)).await?;
        log::security(c, ctx, person, "token.ended", json!({ "token_id": token, "token_name": name })).await?;
    }
    Ok(())
}

type Found =
    (ApiTokenId, String, PersonId, String, String, Option<OfficeId>, Json<Vec<String>>, Option<Micros>, Option<Micros>);

/// A living token.
pub(crate) struct Living {
    pub actor: Actor,
    pub expires: Option<Micros>,
    /// Whether its use should be written down.
    pub stale: bool,
}

/// The living token of a secret, by its SHA-256.
pub(crate) async fn find(c: &mut Conn, now: Micros, digest: [u8; 32]) -> Result<Option<Living>> {
    let found: Option<Found> = c
        .opt(q!(
            "SELECT t.id, t.name, t.person_id, p.given_name, p.family_name, t.office_id, t.scopes, t.used, t.expires FROM api_token t \
             JOIN person p ON p.id = t.person_id WHERE t.secret_hash = $1 AND t.ended IS NULL \
             AND (t.expires IS NULL OR t.expires > $2) AND p.deleted_at IS NULL",
            digest,
            now
        ))
        .await?;
    Ok(found.map(|(id, name, person, given, family, office, Json(scopes), used, expires)| Living {
        actor: Actor::Token { id, name, person, holder: format!("{given} {family}").trim().to_owned(), office, scopes },
        expires,
        stale: used.is_none_or(|at| at.plus_seconds(USED_EVERY) <= now),
    }))
}

/// Writes that a token is in use.
pub(crate) async fn touch(c: &mut Conn, now: Micros, token: ApiTokenId) -> Result<()> {
    c.exec(q!("UPDATE api_token SET used = $1 WHERE id = $2", now, token).unnoted()).await.map(|_| ())
}
