//! The credential of a certificate (Open Badges 3.0), its achievement, its issuer, its picture.

use badges::{
    AchievedResult, Achievement, AchievementCredential, AchievementSubject, Alignment, IdentifierEntry, Image,
    KeyPlace, Picture, Profile, ResultDescription, StatusEntry, badge_svg, bake, moment, sign_credential,
};
use courses::digcomp;
use db::q;
use i18n::T;
use kernel::{Ctx, Fault, Lang, Micros, Result, ids::CourseVersionId};
use offices::OfficeRow;
use web::App;

use crate::{Certificate, Facts, certificate::held, keys, msg};

/// A picture of a badge without words, 512 by 512 dots, for those who need a PNG.
const PNG: &[u8] = include_bytes!("../assets/badge.png");

/// The office as an issuer: what its address answers.
pub fn issuer(app: &App, office: &OfficeRow) -> Profile {
    let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    let mut profile = Profile::new(&keys::address(app, &office.slug, "/issuer"), &office.name);
    profile.url = some(&office.website).or_else(|| Some(app.url(format_args!("/o/{}", office.slug))));
    profile.email = some(&office.email);
    profile.other_identifier = office.teryt.iter().map(|code| IdentifierEntry::of("teryt", code)).collect();
    profile
}

/// What one achieves by completing a version of a course.
pub fn achievement(app: &App, office: &OfficeRow, version: CourseVersionId, facts: &Facts) -> Achievement {
    let lang = Lang::parse(&facts.language).unwrap_or_default();
    let t = T(lang);
    let id = keys::address(app, &office.slug, &format!("/achievements/{version}"));
    let description = if facts.outcomes.is_empty() { facts.summary.clone() } else { facts.outcomes.join("\n") };
    let criteria = t.s(msg::CERTIFICATES_CRITERIA);
    let title = facts.title_in(lang);
    let described = if description.trim().is_empty() { title } else { description.as_str() };
    let mut achievement = Achievement::course(&id, title, described, &criteria, &facts.language);
    achievement.image = Some(Image::new(&format!("{id}/picture.svg"), title));
    achievement.alignment = facts
        .competences
        .iter()
        .filter_map(|id| digcomp::competence(id))
        .map(|competence| Alignment::digcomp(&competence.id, competence.name(lang)))
        .collect();
    // The mean of what was scored; each quiz has a threshold of its own, so none is stated.
    achievement.result_description =
        vec![ResultDescription::percent(&format!("urn:uuid:{version}"), &t.s(msg::CERTIFICATES_RESULT), None)];
    achievement
}

/// The picture of a badge, in the language of the course.
pub fn picture(office: &OfficeRow, facts: &Facts, note: &str) -> String {
    let lang = Lang::parse(&facts.language).unwrap_or_default();
    let title = facts.title_in(lang);
    badge_svg(&Picture { office: office.name_in(lang), title, note, language: lang.code() })
}

fn unsigned(app: &App, office: &OfficeRow, row: &Certificate) -> Result<AchievementCredential> {
    let identity = row.identity.0.clone().ok_or_else(Fault::not_found)?;
    let achieved = achievement(app, office, row.version, &row.facts.0);
    let mut subject = AchievementSubject::new(&format!("urn:uuid:{}", row.subject), identity, achieved);
    if let Some(score) = row.score {
        let percent = enrolments::score_percent(score);
        subject.result = vec![AchievedResult::value(&format!("urn:uuid:{}", row.version), &percent.to_string())];
    }
    let mut credential = AchievementCredential::new(&app.url(row.path()), issuer(app, office), subject, row.issued);
    credential.awarded_date = Some(moment(row.completed));
    // Through the whole of its last day in Poland.
    let end = row.expires.map(|day| day.0.tomorrow().map(Micros::start_of).unwrap_or(Micros(i64::MAX)));
    credential.valid_until = end.map(|end| moment(end.plus_seconds(-1)));
    let list = keys::address(app, &office.slug, &format!("/status/{}", row.list));
    let place = usize::try_from(row.place).map_err(Fault::internal)?;
    credential.credential_status = Some(StatusEntry::revocation(&list, place));
    Ok(credential)
}

/// The signed credential (VC-JWT) of a certificate; signed when somebody first asks for it, and kept. Whoever asks was
/// checked.
///
/// # Errors
/// `Conflict` when it was revoked; `Internal` when the office's key cannot be used.
pub async fn credential(app: &App, ctx: &Ctx, office: &OfficeRow, row: &Certificate) -> Result<String> {
    held(row)?;
    let id = row.id;
    let kept = || {
        app.db.read(move |c| {
            Box::pin(async move {
                // What a withdrawn key signed is signed anew.
                let row: Option<(String,)> = c
                    .opt(q!(
                        "SELECT z.jwt FROM certificate z JOIN badge_key k ON k.office_id = z.office_id \
                         AND k.short = z.jwt_key WHERE z.id = $1 AND z.jwt IS NOT NULL AND k.withdrawn IS NULL",
                        id
                    ))
                    .await?;
                Ok(row.map(|(token,)| token))
            })
        })
    };
    if let Some(token) = kept().await? {
        return Ok(token);
    }
    let signing = keys::signing(app, ctx, office.id).await?;
    let address = keys::address(app, &office.slug, &format!("/keys/{}", signing.short));
    let token = sign_credential(&unsigned(app, office, row)?, &signing.key, &KeyPlace::Both(address))
        .map_err(Fault::internal)?;
    app.db
        .write(move |c| {
            let (token, key) = (token.clone(), signing.short.clone());
            Box::pin(async move {
                c.exec(q!(
                    "UPDATE certificate SET jwt = $2, jwt_key = $3 WHERE id = $1 AND (jwt IS NULL OR EXISTS (SELECT 1 \
                     FROM badge_key k WHERE k.office_id = certificate.office_id AND k.short = certificate.jwt_key \
                     AND k.withdrawn IS NOT NULL))",
                    id,
                    token,
                    key
                ))
                .await
                .map(|_| ())
            })
        })
        .await?;
    kept().await?.ok_or_else(Fault::not_found)
}

/// The signed credential within JSON (VCDM 2.0 §4.13, enveloped), for programs that take JSON only.
pub fn enveloped(token: &str) -> serde_json::Value {
    serde_json::json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": format!("data:application/vc+jwt,{token}"),
        "type": "EnvelopedVerifiableCredential",
    })
}

/// The badge as SVG with the credential in it.
///
/// # Errors
/// `Internal` when the picture is broken.
pub fn baked_svg(office: &OfficeRow, row: &Certificate, token: &str) -> Result<Vec<u8>> {
    let note = row.issued_on().year().to_string();
    bake(picture(office, &row.facts.0, &note).as_bytes(), token).map_err(Fault::internal)
}

/// The badge as PNG with the credential in it.
///
/// # Errors
/// `Internal` when the picture is broken.
pub fn baked_png(token: &str) -> Result<Vec<u8>> {
    bake(PNG, token).map_err(Fault::internal)
}
