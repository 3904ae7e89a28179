//! How much waits in the courses of an office, counted by the subjects that keep it: works, answers, questions.

use db::{Conn, Q};
use kernel::{Lang, Result, ids::OfficeId};

db::row! {
    /// A course in which something waits.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Waiting {
        /// The course's name in addresses.
        pub slug: String,
        /// Its title.
        pub title: String,
        /// Its title in English; may be empty.
        pub title_en: String,
        /// How many wait.
        pub count: i64,
    }
}

impl Waiting {
    /// The title in a language; the course's own where it has no other.
    pub fn title_in(&self, lang: Lang) -> &str {
        lang.choose(&self.title, &self.title_en)
    }
}

/// The twenty courses of an office in which most waits: `rows` is what is counted, joined to the course `k`
/// (`work w ON w.course_id = k.id`).
///
/// # Errors
/// Those of the database.
pub async fn waiting(c: &mut Conn, office: OfficeId, rows: &'static str) -> Result<Vec<Waiting>> {
    let q = Q::new("SELECT k.slug, k.title, k.title_en, COUNT(*) AS n FROM course k JOIN ").text(rows);
    let q = q.push(" WHERE k.office_id = ", office);
    c.all(q.text(" GROUP BY k.slug, k.title, k.title_en ORDER BY n DESC, k.slug LIMIT 20")).await
}
