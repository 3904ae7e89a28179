//! Finding courses of all offices: published ones by words, any by their identifiers.

use std::collections::{HashMap, HashSet};

use db::Conn;
use kernel::{
    Result,
    ids::{CourseId, OfficeId},
};
use law::fold::fold;
use web::Cursor;

use crate::{
    CourseRow,
    course::{Audience, select},
};

/// What courses are looked for.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// Only those made for these people; for officials leave it out, they may take all.
    pub audience: Option<Audience>,
    /// Only those that need no account.
    pub open: bool,
    /// Only of this office.
    pub office: Option<OfficeId>,
    /// Words of the title or the summary, in any form.
    pub text: String,
    /// Where the page before ended; see [`Find::next`].
    pub cursor: Option<Cursor>,
    /// The most rows, 1 to 100.
    pub limit: usize,
}

impl Find {
    /// The marker of the page after these rows, when there may be one.
    pub fn next(&self, rows: &[CourseRow]) -> Option<Cursor> {
        let last = rows.last().filter(|_| rows.len() >= self.limit.clamp(1, 100))?;
        Some(Cursor { key: last.published_at?.0, id: last.id.0 })
    }
}

/// A word without the letters that inflection changes as a rule: `odpady` and `odpadów` find each other.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    let ending = match letters {
        0..=4 => 0,
        5 => 1,
        _ => 2,
    };
    word.chars().take(letters - ending).collect()
}

/// Published courses of all offices, the latest first.
///
/// # Errors
/// Those of the database.
pub async fn published(c: &mut Conn, find: &Find) -> Result<Vec<CourseRow>> {
    let mut q = select().text(" WHERE state = 'published' AND published_version IS NOT NULL");
    if let Some(audience) = find.audience {
        q = q.push(" AND audience = ", audience);
    }
    if find.open {
        q = q.text(" AND open");
    }
    if let Some(office) = find.office {
        q = q.push(" AND office_id = ", office);
    }
    let text = fold(&find.text);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(8) {
        q = q.push(" AND words LIKE ", format!("%{}%", stem(word)));
    }
    if let Some(cursor) = find.cursor {
        q = q.push(" AND (published_at, id) < (", cursor.key).push(", ", cursor.id).text(")");
    }
    c.all(q.push(" ORDER BY published_at DESC, id DESC LIMIT ", find.limit.clamp(1, 100))).await
}

/// How many courses are asked for in one query.
const AT_ONCE: usize = 500;

/// Courses by their identifiers, of any office, each asked for once; those that are not there are left out.
///
/// # Errors
/// Those of the database.
pub async fn courses_in(c: &mut Conn, ids: impl IntoIterator<Item = CourseId>) -> Result<HashMap<CourseId, CourseRow>> {
    let ids: HashSet<CourseId> = ids.into_iter().collect();
    let ids: Vec<CourseId> = ids.into_iter().collect();
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows: Vec<CourseRow> = c.all(select().push_in(" WHERE id IN ", some.iter().copied())).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}
