//! A certificate: its row, whether it holds, and how it is found.

use badges::IdentityObject;
use db::{Conn, Json, Q, q};
use jiff::civil::Date;
use kernel::{
    Fault, Micros, OfficeScope, Result,
    ids::{CertificateId, CourseId, CourseVersionId, EnrolmentId, OfficeId, PersonId, UnitId},
};
use law::fold::fold;
use offices::Day;
use uuid::Uuid;
use web::Cursor;

use crate::{Facts, code, msg};

db::text_enum! {
    /// Whether a certificate holds on a day.
    pub enum Standing {
        /// It holds.
        Valid = "valid",
        /// Its time is over.
        Expired = "expired",
        /// The office revoked it, or the person had their account deleted.
        Revoked = "revoked",
    }
}

impl Standing {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Standing::Valid => msg::CERTIFICATES_VALID,
            Standing::Expired => msg::CERTIFICATES_EXPIRED,
            Standing::Revoked => msg::CERTIFICATES_REVOKED,
        }
    }
    /// How it is coloured.
    pub fn tone(self) -> ui::Tone {
        match self {
            Standing::Valid => ui::Tone::Success,
            Standing::Expired => ui::Tone::Warning,
            Standing::Revoked => ui::Tone::Danger,
        }
    }
}

macro_rules! columns {
    () => {
        "z.id, z.office_id, z.label, z.code, z.enrolment_id, z.course_id, z.version_id, z.person_id, z.served_id, z.unit_id, \
         z.name, z.facts, z.score, z.completed, z.issued, z.expires, z.revoked_at, z.revoked_by, z.reason, z.erased, \
         z.template, z.subject, z.identity, z.list, z.place"
    };
}

db::row! {
    /// A certificate.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Certificate {
        /// The identifier.
        pub id: CertificateId,
        /// The office that issued it.
        pub office: OfficeId,
        /// Its number: `SZ/2026/000123`.
        pub number: String,
        /// The code one checks it with; see [`crate::code`].
        pub code: String,
        /// The completed enrolment.
        pub enrolment: EnrolmentId,
        /// The course.
        pub course: CourseId,
        /// The version of the course that was completed.
        pub version: CourseVersionId,
        /// The person; none after their account was deleted.
        pub person: Option<PersonId>,
        /// The office the person served in when they were enrolled, if they did.
        pub served: Option<OfficeId>,
        /// The unit they served in.
        pub unit: Option<UnitId>,
        /// The person's name as it was at the time of issue.
        pub name: String,
        /// What the version of the course said of itself.
        pub facts: Json<Facts>,
        /// The score, 0 to 1.
        pub score: Option<f64>,
        /// When the course was completed.
        pub completed: Micros,
        /// When it was issued.
        pub issued: Micros,
        /// The last day on which it is valid; none for ever.
        pub expires: Option<Day>,
        /// When it was revoked.
        pub revoked_at: Option<Micros>,
        /// Who revoked it, by name.
        pub revoked_by: String,
        /// Why.
        pub reason: String,
        /// Whether it ended because the person had their account deleted.
        pub erased: bool,
        /// The number of the office's wording it was issued with; 0 for the usual one.
        pub template: i64,
        /// What names the person in the credential, and nowhere else.
        pub subject: Uuid,
        /// The person's hashed e-mail address, for the credential.
        pub identity: Json<Option<IdentityObject>>,
        /// The number of its status list.
        pub list: i64,
        /// Its place there.
        pub place: i64,
    }
}

impl Certificate {
    /// Whether it holds on a day.
    pub fn standing(&self, today: Date) -> Standing {
        if self.revoked_at.is_some() {
            Standing::Revoked
        } else if self.expires.is_some_and(|last| last.0 < today) {
            Standing::Expired
        } else {
            Standing::Valid
        }
    }
    /// Where anyone can check it, within the installation: `/c/ACDEFGHJKMNP`.
    pub fn path(&self) -> String {
        format!("/c/{}", self.code)
    }
    /// The day of issue.
    pub fn issued_on(&self) -> Date {
        self.issued.warsaw_date()
    }
}

/// Everything of a certificate, without a condition yet.
const SELECT: &str = concat!("SELECT ", columns!(), " FROM certificate z");

/// A certificate by its code as somebody typed it. Anyone may look.
///
/// # Errors
/// Those of the database.
pub async fn by_code(c: &mut Conn, typed: &str) -> Result<Option<Certificate>> {
    let Some(code) = code::read(typed) else { return Ok(None) };
    c.opt(q!(concat!("SELECT ", columns!(), " FROM certificate z WHERE z.code = $1"), code)).await
}

/// A certificate of this office.
///
/// # Errors
/// `NotFound` when the office issued none such.
pub async fn certificate(c: &mut Conn, scope: OfficeScope, id: CertificateId) -> Result<Certificate> {
    let text = concat!("SELECT ", columns!(), " FROM certificate z WHERE z.office_id = $1 AND z.id = $2");
    c.one(q!(text, scope.office(), id)).await
}

/// A person's certificates, the newest first, at most 500, those that ended too.
///
/// # Errors
/// Those of the database.
pub async fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<Certificate>> {
    let text =
        concat!("SELECT ", columns!(), " FROM certificate z WHERE z.person_id = $1 ORDER BY z.issued DESC LIMIT 500");
    c.all(q!(text, person)).await
}

/// The certificate of an enrolment, if it was issued.
///
/// # Errors
/// Those of the database.
pub async fn of_enrolment(c: &mut Conn, enrolment: EnrolmentId) -> Result<Option<Certificate>> {
    c.opt(q!(concat!("SELECT ", columns!(), " FROM certificate z WHERE z.enrolment_id = $1"), enrolment)).await
}

/// Which certificates of an office are looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Words of the name, the number, the code or the course's title.
    pub text: String,
    /// Only of this course.
    pub course: Option<CourseId>,
    /// Only of people who served in these units.
    pub units: Vec<UnitId>,
    /// Only those that stand so.
    pub standing: Option<Standing>,
}

/// How many stand on a page.
pub(crate) const PAGE: usize = 50;
/// The most rows of a file.
const MOST: usize = 100_000;

impl Filter {
    fn query(&self, scope: OfficeScope, today: Date) -> Q {
        let mut q = Q::new(SELECT).push(" WHERE z.office_id = ", scope.office());
        for word in fold(&self.text).split_whitespace().take(8) {
            // A code is printed in groups.
            let word = code::read(word).map_or_else(|| word.to_owned(), |code| fold(&code));
            q = q.contains(" AND z.folded", &word);
        }
        if let Some(course) = self.course {
            q = q.push(" AND z.course_id = ", course);
        }
        if !self.units.is_empty() {
            q = q.push_in(" AND z.unit_id IN ", self.units.iter().copied());
        }
        match self.standing {
            Some(Standing::Revoked) => q.text(" AND z.revoked_at IS NOT NULL"),
            Some(Standing::Expired) => q.text(" AND z.revoked_at IS NULL").push(" AND z.expires < ", Day(today)),
            Some(Standing::Valid) => q
                .text(" AND z.revoked_at IS NULL")
                .push(" AND (z.expires IS NULL OR z.expires >= ", Day(today))
                .text(")"),
            None => q,
        }
    }
}

/// A page of an office's certificates, the newest first, and where the next one begins.
///
/// # Errors
/// Those of the database.
pub async fn list(
    c: &mut Conn,
    scope: OfficeScope,
    filter: &Filter,
    today: Date,
    after: Option<Cursor>,
) -> Result<(Vec<Certificate>, Option<Cursor>)> {
    let mut q = filter.query(scope, today);
    if let Some(after) = after {
        q = q.push(" AND (z.issued, z.id) < (", after.key).push(", ", after.id).text(")");
    }
    let mut rows: Vec<Certificate> = c.all(q.push(" ORDER BY z.issued DESC, z.id DESC LIMIT ", PAGE + 1)).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|last| Cursor { key: last.issued.0, id: last.id.0 });
    Ok((rows, next))
}

/// All certificates of an office that fit, in the order of their numbers, for a file.
///
/// # Errors
/// Those of the database.
pub async fn all(c: &mut Conn, scope: OfficeScope, filter: &Filter, today: Date) -> Result<Vec<Certificate>> {
    c.all(filter.query(scope, today).push(" ORDER BY z.year, z.number LIMIT ", MOST)).await
}

/// Makes sure that a certificate may still be handed out.
///
/// # Errors
/// `Conflict` when it was revoked.
pub(crate) fn held(row: &Certificate) -> Result<()> {
    if row.revoked_at.is_some() { Err(Fault::conflict(msg::CERTIFICATES_IS_REVOKED)) } else { Ok(()) }
}
