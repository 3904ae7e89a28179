//! A certificate as PDF: accessible and archival, made when somebody first asks for it and kept.

use bytes::Bytes;
use db::q;
use kernel::{
    Ctx, Fault, Lang, Result,
    ids::{CertificateId, OfficeId},
};
use offices::OfficeRow;
use pdf::{Certificate as Paper, Language, PdfError, markdown};
use web::App;

use crate::{
    Certificate,
    certificate::held,
    template::{self, Words},
};

/// What stands on a paper beside the office and its wording.
struct Content<'p> {
    number: &'p str,
    person: &'p str,
    course: &'p str,
    minutes: u32,
    outcomes: &'p [String],
    completed: jiff::civil::Date,
    issued: jiff::civil::Date,
    expires: Option<jiff::civil::Date>,
    code: String,
    address: String,
}

fn paper(office: &OfficeRow, words: &Words, lang: Lang, what: Content<'_>) -> Paper {
    let wording = words.of(lang);
    let place = [office.postal_code.as_str(), &office.town].join(" ");
    Paper {
        language: if lang == Lang::En { Language::En } else { Language::Pl },
        office: pdf::Office {
            name: office.name_in(lang).to_owned(),
            address: vec![office.street.clone(), place.trim().to_owned()],
            ..pdf::Office::default()
        },
        monogram: office.monogram(),
        heading: wording.heading.clone(),
        number: what.number.to_owned(),
        opening: wording.opening.clone(),
        person: what.person.to_owned(),
        between: wording.between.clone(),
        course: what.course.to_owned(),
        completed: what.completed,
        issued: what.issued,
        minutes: what.minutes,
        expires: what.expires,
        outcomes: what.outcomes.to_vec(),
        body: markdown::blocks(&wording.closing),
        signer: words.signer.clone(),
        position: wording.position.clone(),
        code: what.code,
        address: what.address,
    }
}

async fn render(app: &App, paper: Paper) -> Result<Bytes> {
    let date = paper.issued;
    match app.pdf.render(paper.into(), date).await {
        Ok(rendered) => {
            if !rendered.replaced.is_empty() {
                tracing::warn!(signs = ?rendered.replaced, "a certificate has signs the fonts lack");
            }
            Ok(rendered.bytes.into())
        }
        Err(PdfError::Busy) => Err(Fault::unavailable("too many documents wait to be rendered")),
        Err(other) => Err(Fault::internal(other)),
    }
}

/// The PDF of a certificate of an office in a language, as it was first made. Whoever asks was checked: it is the person's
/// own, or of the official's office.
///
/// # Errors
/// `Conflict` when it was revoked; `Unavailable` when too many wait already.
pub async fn pdf(app: &App, ctx: &Ctx, office: &OfficeRow, row: &Certificate, lang: Lang) -> Result<Bytes> {
    held(row)?;
    let (id, of, number) = (row.id, row.office, row.template);
    let kept: Option<(Vec<u8>,)> =
        app.db.read(move |c| Box::pin(async move { c.opt(q!(FILE, id, lang.code())).await })).await?;
    if let Some(hash) = kept.and_then(|(hash,)| <[u8; 32]>::try_from(hash).ok()) {
        return app.blobs.get_bytes(&hash).await;
    }
    let template = app.db.read(move |c| Box::pin(async move { template::numbered(c, of, number).await })).await?;
    let content = Content {
        number: &row.number,
        person: &row.name,
        course: row.facts.0.title_in(lang),
        minutes: row.facts.0.minutes,
        outcomes: &row.facts.0.outcomes,
        completed: row.completed.warsaw_date(),
        issued: row.issued_on(),
        expires: row.expires.map(|day| day.0),
        code: crate::code::grouped(&row.code),
        address: app.url(row.path()),
    };
    let bytes = render(app, paper(office, &template.words, lang, content)).await?;
    let stored = app.blobs.put_bytes(bytes.clone(), "certificate.pdf").await?;
    keep(app, ctx, id, lang, &stored).await?;
    Ok(bytes)
}

const FILE: &str = "SELECT hash FROM certificate_file WHERE certificate_id = $1 AND lang = $2";

async fn keep(app: &App, ctx: &Ctx, id: CertificateId, lang: Lang, stored: &blob::Stored) -> Result<()> {
    let (hash, size, now) = (stored.hash, stored.size, ctx.now);
    app.db
        .write(move |c| {
            Box::pin(async move {
                c.exec(q!(
                    "INSERT INTO certificate_file (certificate_id, lang, hash, size, made) VALUES ($1, $2, $3, $4, $5) \
                     ON CONFLICT (certificate_id, lang) DO NOTHING",
                    id,
                    lang.code(),
                    hash,
                    i64::try_from(size).unwrap_or(i64::MAX),
                    now
                ))
                .await
                .map(|_| ())
            })
        })
        .await
}

/// How certificates of an office would look with a wording: with the name of whoever asks, and a made-up course.
///
/// # Errors
/// `Unavailable` when too many wait already.
pub async fn preview(app: &App, ctx: &Ctx, office: &OfficeRow, words: &Words, lang: Lang) -> Result<Bytes> {
    let today = ctx.now.warsaw_date();
    let t = i18n::T(lang);
    let outcomes =
        [crate::msg::CERTIFICATES_SAMPLE_OUTCOME_1, crate::msg::CERTIFICATES_SAMPLE_OUTCOME_2].map(|k| t.s(k));
    let content = Content {
        number: &format!("SZ/{}/000000", today.year()),
        person: ctx.actor.name(),
        course: &t.s(crate::msg::CERTIFICATES_SAMPLE_COURSE),
        minutes: 180,
        outcomes: &outcomes,
        completed: today,
        issued: today,
        expires: crate::Facts { valid_months: Some(24), ..crate::Facts::default() }.valid_until(today),
        code: String::new(),
        address: app.url("/c"),
    };
    render(app, paper(office, words, lang, content)).await
}

/// Forgets the papers of a certificate, which bear the name of a person who had their account deleted.
pub(crate) async fn forget(c: &mut db::Conn, id: CertificateId) -> Result<()> {
    c.exec(q!("DELETE FROM certificate_file WHERE certificate_id = $1", id)).await.map(|_| ())
}

/// The office of a certificate, for pages that have the certificate only.
pub(crate) async fn office(app: &App, id: OfficeId) -> Result<OfficeRow> {
    app.db.read(move |c| Box::pin(async move { offices::by_id(c, id).await })).await
}
