//! The keys offices sign credentials with: made at first use, sealed at rest. After a rotation the old public key stays
//! published, so that old credentials stay checkable; its secret half is gone. A key that somebody else may have is
//! [withdrawn](mod@crate::withdraw).

use audit::Entry;
use badges::{Jwk, JwkSet, SigningKey};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use db::{Conn, Json, q};
use kernel::{Ctx, Fault, Micros, OfficeScope, Result, ids::OfficeId};
use seal::Place;
use uuid::Uuid;
use web::App;

db::row! {
    /// A key as it is shown; its secret half is left out.
    #[derive(Debug, Clone, PartialEq)]
    pub struct KeyRow {
        /// The identifier.
        pub id: Uuid,
        /// Its short name, which stands in its address.
        pub short: String,
        /// The public half, without its address.
        pub public: Json<Jwk>,
        /// When it was made.
        pub made: Micros,
        /// When another took its place; none for the key in use.
        pub retired: Option<Micros>,
        /// When it was withdrawn: what it signed holds no longer.
        pub withdrawn: Option<Micros>,
    }
}

const COLUMNS: &str = "SELECT id, short, public, made, retired, withdrawn FROM badge_key WHERE office_id = $1";

/// An office's keys, the newest first.
///
/// # Errors
/// Those of the database.
pub async fn keys(c: &mut Conn, office: OfficeId) -> Result<Vec<KeyRow>> {
    c.all(q!(COLUMNS, office).text(" ORDER BY made DESC, id DESC LIMIT 1000")).await
}

/// An office's key by its short name.
///
/// # Errors
/// `NotFound`.
pub async fn key(c: &mut Conn, office: OfficeId, short: &str) -> Result<KeyRow> {
    c.one(q!(COLUMNS, office).push(" AND short = ", short)).await
}

/// Where an office's things of Open Badges stand: `https://…/badges/lipowa` and the rest.
pub fn address(app: &App, office: &str, rest: &str) -> String {
    app.url(format_args!("/badges/{office}{rest}"))
}

impl KeyRow {
    /// The key as it is published, its address in `kid`.
    pub fn jwk(&self, app: &App, office: &str) -> Jwk {
        let mut jwk = self.public.0.clone();
        jwk.kid = Some(address(app, office, &format!("/keys/{}", self.short)));
        jwk
    }
}

/// The public keys of an office, the old ones too; those withdrawn are not among them.
pub fn set(app: &App, office: &str, rows: &[KeyRow]) -> JwkSet {
    JwkSet { keys: rows.iter().filter(|row| row.withdrawn.is_none()).map(|row| row.jwk(app, office)).collect() }
}

/// What the address of a key answers: the key, or an empty set when it was withdrawn, so that a verifier learns that no
/// key stands there and does not take it for a failure of the network.
///
/// # Errors
/// `Internal` when it cannot be written.
pub fn published(app: &App, office: &str, row: &KeyRow) -> Result<Vec<u8>> {
    match row.withdrawn {
        None => serde_json::to_vec(&row.jwk(app, office)),
        Some(_) => serde_json::to_vec(&JwkSet { keys: Vec::new() }),
    }
    .map_err(Fault::internal)
}

/// A key to sign with, and its short name.
pub(crate) struct Signing {
    pub(crate) key: SigningKey,
    pub(crate) short: String,
}

fn place(id: Uuid) -> Place {
    Place::new("badge_key", id)
}

async fn in_use(c: &mut Conn, office: OfficeId) -> Result<Option<(Uuid, String, String)>> {
    c.opt(q!(
        "SELECT id, short, secret FROM badge_key WHERE office_id = $1 AND retired IS NULL AND secret IS NOT NULL",
        office
    ))
    .await
}

/// The key an office signs with now; its first one is made here.
///
/// # Errors
/// `Internal` when the key cannot be made, or opened because the installation's key is another.
pub(crate) async fn signing(app: &App, ctx: &Ctx, office: OfficeId) -> Result<Signing> {
    let read = || app.db.read(move |c| Box::pin(async move { in_use(c, office).await }));
    let found = match read().await? {
        Some(found) => Some(found),
        None => {
            let new = fresh(ctx).await?;
            app.db
                .write(move |c| {
                    let new = new.clone();
                    Box::pin(async move { insert(c, office, &new).await.map(|_| ()) })
                })
                .await?;
            // Somebody else's, when two asked at once.
            read().await?
        }
    };
    let (id, short, secret) = found.ok_or_else(|| Fault::internal("the office's key is missing"))?;
    let opened = seal::keyring()?.open(place(id), &secret)?;
    let der = STANDARD.decode(opened).map_err(Fault::internal)?;
    Ok(Signing { key: SigningKey::from_pkcs8(&der).map_err(Fault::internal)?, short })
}

/// A key about to be stored.
#[derive(Clone)]
pub(crate) struct New {
    id: Uuid,
    short: String,
    public: Jwk,
    secret: String,
    made: Micros,
}

/// Makes a key, RSA of 2048 bits, which every verifier knows; off the threads that answer requests.
pub(crate) async fn fresh(ctx: &Ctx) -> Result<New> {
    let key = tokio::task::spawn_blocking(SigningKey::generate_rsa)
        .await
        .map_err(Fault::internal)?
        .map_err(Fault::internal)?;
    let id: Uuid = ctx.new_id();
    let secret = STANDARD.encode(key.pkcs8().map_err(Fault::internal)?);
    Ok(New {
        id,
        short: key.short_name().map_err(Fault::internal)?,
        public: key.jwk(None).map_err(Fault::internal)?,
        secret: seal::keyring()?.seal(&**ctx.entropy(), place(id), &secret)?,
        made: ctx.now,
    })
}

/// Puts a key to use unless the office has one in use.
async fn insert(c: &mut Conn, office: OfficeId, new: &New) -> Result<bool> {
    c.exec(q!(
        "INSERT INTO badge_key (id, office_id, short, public, secret, made, retired) \
         VALUES ($1, $2, $3, $4, $5, $6, NULL) ON CONFLICT DO NOTHING",
        new.id,
        office,
        &new.short,
        Json(&new.public),
        &new.secret,
        new.made
    ))
    .await
    .map(|n| n > 0)
}

/// Puts a new key in the place of the one in use, whose secret half is forgotten.
///
/// # Errors
/// `Internal` when the key cannot be made.
pub async fn rotate(app: &App, ctx: &Ctx, scope: OfficeScope) -> Result<()> {
    let new = fresh(ctx).await?;
    let ctx = ctx.clone();
    app.db
        .write(move |c| {
            let (ctx, new) = (ctx.clone(), new.clone());
            Box::pin(async move {
                c.exec(q!(
                    "UPDATE badge_key SET retired = $2, secret = NULL WHERE office_id = $1 AND retired IS NULL",
                    scope.office(),
                    ctx.now
                ))
                .await?;
                replace(c, &ctx, scope.office(), &new).await
            })
        })
        .await
}

/// Puts a new key to use where the one before has been retired.
pub(crate) async fn replace(c: &mut Conn, ctx: &Ctx, office: OfficeId, new: &New) -> Result<()> {
    if insert(c, office, new).await? {
        let entry = Entry::security("badge_key.rotated", "office", office).detail("key", new.short.as_str());
        audit::write(c, ctx, Some(office), &entry).await?;
    }
    Ok(())
}
