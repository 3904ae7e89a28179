//! Status lists: in which anyone sees that a credential was revoked, and nobody sees whose.

use badges::{KeyPlace, StatusList, StatusListCredential, sign_status_list};
use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::OfficeId};
use offices::OfficeRow;
use web::App;

use crate::{issue::LIST, keys};

/// How long others may rely on what they fetched, in hours.
const HOURS: i64 = 24;

async fn bits(c: &mut Conn, office: OfficeId, number: i64) -> Result<StatusList> {
    let (issued,): (i64,) = c
        .one(q!("SELECT CAST(COALESCE(SUM(last), 0) AS BIGINT) FROM certificate_counter WHERE office_id = $1", office))
        .await?;
    // A list is there from the first certificate that has a place in it.
    if number < 1 || issued == 0 || number > (issued - 1) / LIST + 1 {
        return Err(Fault::not_found());
    }
    let rows: Vec<(i64,)> = c
        .all(q!(
            "SELECT place FROM certificate WHERE office_id = $1 AND list = $2 AND revoked_at IS NOT NULL LIMIT 131072",
            office,
            number
        ))
        .await?;
    let mut list = StatusList::default();
    for place in rows.into_iter().filter_map(|(place,)| usize::try_from(place).ok()) {
        list.set(place, true);
    }
    Ok(list)
}

/// A status list of an office as it is at this moment, signed.
///
/// # Errors
/// `NotFound` when there is no such list; `Internal` when the office's key cannot be used.
pub async fn status_list(app: &App, ctx: &Ctx, office: &OfficeRow, number: i64) -> Result<String> {
    let id = office.id;
    let list = app.db.read(move |c| Box::pin(async move { bits(c, id, number).await })).await?;
    let address = |rest: &str| keys::address(app, &office.slug, rest);
    let signing = keys::signing(app, ctx, office.id).await?;
    let (own, issuer) = (address(&format!("/status/{number}")), address("/issuer"));
    let credential = StatusListCredential::revocations(&own, &issuer, ctx.now, HOURS, list);
    let place = KeyPlace::Both(address(&format!("/keys/{}", signing.short)));
    sign_status_list(&credential, &signing.key, &place).map_err(Fault::internal)
}
