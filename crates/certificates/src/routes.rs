//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api,
    pages::{desk, issuer, keys, mine, public, template, verify},
};

/// The routes of this subject. Pages of coordinators are guarded as those of members of the office: the role is asked for
/// by [`courses::policy`].
pub fn routes() -> Routes {
    Routes::new()
        .get("certificates.find", Guard::Open, public::find)
        .get("certificates.public", Guard::Open, public::show)
        .get("certificates.verify", Guard::Open, verify::show)
        .post("certificates.verify", Guard::Open, verify::check)
        .get("certificates.issuer", Guard::Open, issuer::profile)
        .get("certificates.keys.public", Guard::Open, issuer::keys)
        .get("certificates.key.public", Guard::Open, issuer::key)
        .get("certificates.status", Guard::Open, issuer::status)
        .get("certificates.achievement", Guard::Open, issuer::achievement)
        .get("certificates.picture", Guard::Open, issuer::picture)
        .get("certificates.mine", Guard::Person, mine::show)
        .get("certificates.mine.file", Guard::Person, mine::file)
        .get("certificates.desk", Guard::Member, desk::list::show)
        .get("certificates.desk.export", Guard::Member, desk::list::export)
        .get("certificates.course", Guard::Member, desk::course::show)
        .get("certificates.template", Guard::Member, template::show)
        .post("certificates.template", Guard::Member, template::save)
        .post("certificates.template.preview", Guard::Member, template::preview)
        .get("certificates.keys", Guard::Member, keys::show)
        .post("certificates.keys", Guard::Member, keys::change)
        .get("certificates.desk.one", Guard::Member, desk::one::show)
        .post("certificates.desk.one", Guard::Member, desk::one::revoke)
        .get("certificates.desk.file", Guard::Member, desk::one::file)
        .get("certificates.api.one", Guard::Open, api::one)
}
