//! Which settled cases are past the years they are kept for (Dz.U. 2006 nr 206 poz. 1518, § 6).

use db::{Conn, q};
use kernel::{OfficeScope, Result, ids::CaseId};

db::row! {
    /// A case whose years are over.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DueRow {
        /// The case.
        pub case: CaseId,
        /// Its reference.
        pub reference: String,
        /// Its title.
        pub title: String,
        /// Its archival category: B… to be disposed of, BE… to be reviewed by the archive's experts.
        pub category: String,
        /// The last year through which it is kept.
        pub kept_through: i64,
    }
}

/// Cases due for disposal or review in a year, the longest due first, at most `limit`. Nothing is removed by the program:
/// disposal needs the state archive's consent.
///
/// # Errors
/// Those of the database.
pub async fn due(c: &mut Conn, scope: OfficeScope, year: i64, limit: u32) -> Result<Vec<DueRow>> {
    c.all(q!(
        "SELECT id, reference, title, COALESCE(category, ''), kept_through FROM case_file
         WHERE office_id = $1 AND kept_through IS NOT NULL AND kept_through < $2 ORDER BY kept_through, id LIMIT $3",
        scope.office(),
        year,
        i64::from(limit)
    ))
    .await
}
