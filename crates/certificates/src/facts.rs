//! What a certificate says of the course: written down when a version is published, so that issuing reads one row.

use courses::CourseRow;
use db::{Conn, Json, q};
use jiff::{Span, civil::Date};
use kernel::{Lang, Result, ids::CourseVersionId};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// What a version of a course said of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The course's name in addresses.
    pub slug: String,
    /// The title.
    pub title: String,
    /// The title in English; may be empty.
    pub title_en: String,
    /// Two or three sentences.
    pub summary: String,
    /// The language of its lessons.
    pub language: String,
    /// Minutes of its required activities.
    pub minutes: u32,
    /// Months a certificate is valid; none for ever.
    pub valid_months: Option<u32>,
    /// Competences of DigComp 2.2.
    pub competences: Vec<String>,
    /// What a learner can do afterwards.
    pub outcomes: Vec<String>,
}

impl Facts {
    fn of(row: &CourseRow) -> Self {
        Self {
            slug: row.slug.clone(),
            title: row.title.clone(),
            title_en: row.title_en.clone(),
            summary: row.summary.clone(),
            language: row.language.clone(),
            minutes: row.minutes,
            valid_months: row.valid_months,
            competences: row.competences.0.clone(),
            outcomes: row.outcomes.0.clone(),
        }
    }

    fn of_version(facts: &courses::Facts) -> Self {
        Self {
            slug: facts.slug.clone(),
            title: facts.title.clone(),
            title_en: facts.title_en.clone(),
            summary: facts.summary.clone(),
            language: facts.language.clone(),
            minutes: facts.minutes,
            valid_months: facts.valid_months,
            competences: facts.competences.clone(),
            outcomes: facts.outcomes.clone(),
        }
    }

    /// The title in a language; the course's own where it has no other.
    pub fn title_in(&self, lang: Lang) -> &str {
        lang.choose(&self.title, &self.title_en)
    }

    /// The language of the course's own words, where a page in this language has to mark them (WCAG 2.1, 3.1.2).
    pub fn foreign(&self, page: Lang) -> Option<&str> {
        Some(self.language.as_str()).filter(|own| !own.is_empty() && *own != page.code())
    }

    /// The title as a page in a language shows it: marked where it is in another.
    pub(crate) fn title_on(&self, page: Lang) -> Markup {
        let translated = page == Lang::En && !self.title_en.is_empty();
        let foreign = self.foreign(page).filter(|_| !translated);
        html! { @if foreign.is_some() { span lang=[foreign] { (self.title) } } @else { (self.title_in(page)) } }
    }

    /// The last day on which a certificate issued on a day is valid; none for ever.
    pub fn valid_until(&self, issued: Date) -> Option<Date> {
        let span = Span::new().try_months(i64::from(self.valid_months?)).ok()?;
        issued.checked_add(span).ok()
    }
}

/// Writes down what a course says, under the version just published.
pub(crate) async fn keep(c: &mut Conn, course: &CourseRow, version: CourseVersionId) -> Result<()> {
    store(c, version, &Facts::of(course)).await
}

async fn store(c: &mut Conn, version: CourseVersionId, facts: &Facts) -> Result<()> {
    c.exec(q!(
        "INSERT INTO certificate_facts (version_id, facts) VALUES ($1, $2) ON CONFLICT (version_id) DO NOTHING",
        version,
        Json(facts)
    ))
    .await
    .map(|_| ())
}

/// What a version says.
///
/// # Errors
/// `NotFound` when there is no such version.
pub(crate) async fn facts(c: &mut Conn, version: CourseVersionId) -> Result<Facts> {
    let row: Option<(Json<Facts>,)> =
        c.opt(q!("SELECT facts FROM certificate_facts WHERE version_id = $1", version)).await?;
    if let Some((Json(facts),)) = row {
        return Ok(facts);
    }
    // Published before anybody listened.
    let facts = Facts::of_version(&courses::content_in(c, version).await?.course);
    store(c, version, &facts).await?;
    Ok(facts)
}

/// What a version says, without writing anything; `None` when there is no such version or nothing was written down.
pub(crate) async fn kept(c: &mut Conn, version: CourseVersionId) -> Result<Option<Facts>> {
    let row: Option<(Json<Facts>,)> =
        c.opt(q!("SELECT facts FROM certificate_facts WHERE version_id = $1", version)).await?;
    Ok(row.map(|(Json(facts),)| facts))
}
