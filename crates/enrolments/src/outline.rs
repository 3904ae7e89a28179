//! The items of a published version, kept as rows so that completion is counted by the database.

use db::{Conn, q};
use kernel::{
    Result,
    ids::{CourseVersionId, ItemId},
};
use sha2::{Digest as _, Sha256};

db::row! {
    /// An item of a version.
    #[derive(Debug, Clone, PartialEq)]
    pub struct OutlineItem {
        /// The item, the same in every version.
        pub id: ItemId,
        /// What it is.
        pub kind: courses::ItemKind,
        /// Its title.
        pub title: String,
        /// Whether completing the course needs it. Where the author required nothing, everything is.
        pub required: bool,
        /// SHA-256 of what the author wrote: equal in two versions when nothing changed.
        pub digest: Vec<u8>,
    }
}

/// The items of a version in their order, at most 2,000.
///
/// # Errors
/// `NotFound` when there is no such version.
pub async fn outline(c: &mut Conn, version: CourseVersionId) -> Result<Vec<OutlineItem>> {
    c.all(q!(
        "SELECT item_id, kind, title, required, digest FROM version_item WHERE version_id = $1 ORDER BY sort LIMIT 2000",
        version
    ))
    .await
}

/// The items of a version whether or not they stand as rows yet.
pub(crate) async fn read(c: &mut Conn, version: CourseVersionId) -> Result<Vec<OutlineItem>> {
    let rows = outline(c, version).await?;
    if !rows.is_empty() {
        return Ok(rows);
    }
    Ok(items(&courses::content_in(c, version).await?))
}

fn items(content: &courses::Content) -> Vec<OutlineItem> {
    let none_required = !content.items().any(|i| i.required);
    let item = |i: &courses::Item| OutlineItem {
        id: i.id,
        kind: i.kind,
        title: i.title.clone(),
        required: i.required || none_required,
        digest: digest(i).to_vec(),
    };
    content.items().map(item).collect()
}

/// Makes sure the items of a version stand as rows, and gives how many are required. A version never changes, so the
/// first who enrols on it writes them.
pub(crate) async fn ensure(c: &mut Conn, version: CourseVersionId) -> Result<i64> {
    if let Some(n) = required(c, version).await? {
        return Ok(n);
    }
    for (sort, item) in items(&courses::content_in(c, version).await?).into_iter().enumerate() {
        c.exec(q!(
            "INSERT INTO version_item (version_id, item_id, sort, kind, title, required, digest) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (version_id, item_id) DO NOTHING",
            version,
            item.id,
            sort,
            item.kind,
            item.title,
            item.required,
            item.digest
        ))
        .await?;
    }
    Ok(required(c, version).await?.unwrap_or(0))
}

/// SHA-256 of what a learner takes of an item; its title, minutes and place are left out.
fn digest(item: &courses::Item) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(item.kind.as_str());
    for json in [&item.settings, &item.part] {
        sum.update([0]);
        sum.update(json.to_string());
    }
    if let Some(lesson) = &item.lesson {
        for text in [&lesson.body, &lesson.transcript] {
            sum.update([0]);
            sum.update(text);
        }
    }
    sum.finalize().into()
}

/// How many items of a version are required; `None` when the version has no rows yet.
async fn required(c: &mut Conn, version: CourseVersionId) -> Result<Option<i64>> {
    let (all, required): (i64, i64) = c
        .one(q!(
            "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN required THEN 1 ELSE 0 END), 0) AS BIGINT) \
             FROM version_item WHERE version_id = $1",
            version
        ))
        .await?;
    Ok((all > 0).then_some(required))
}
