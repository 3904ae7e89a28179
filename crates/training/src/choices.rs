//! The courses an office can choose for its people.

use courses::{CourseRow, Find};
use db::Conn;
use kernel::{OfficeScope, Result};

/// How many courses of all offices can be chosen from.
const COURSES: usize = 1_000;

/// The published courses on which an office may enrol its people ([`enrolments::takes`]), its own first, by title; only those
/// with these words, if any.
///
/// # Errors
/// Those of the database.
pub(crate) async fn choices(c: &mut Conn, scope: OfficeScope, text: &str) -> Result<Vec<CourseRow>> {
    let mut find = Find { limit: 100, text: text.to_owned(), ..Find::default() };
    let mut all = Vec::new();
    loop {
        let rows = courses::published(c, &find).await?;
        find.cursor = find.next(&rows);
        all.extend(enrolments::open_to(c, scope.office(), rows).await?);
        if find.cursor.is_none() || all.len() >= COURSES {
            break;
        }
    }
    all.sort_by_cached_key(|r| (r.office != scope.office(), law::fold::sort_key(&r.title)));
    Ok(all)
}
