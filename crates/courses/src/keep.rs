//! Versions kept ready in memory, which never change, so nothing need be forgotten but for room; and courses as they
//! were a moment ago.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use db::{Conn, Recent, q};
use kernel::{Fault, Result, ids::CourseVersionId};

use crate::{
    content::{Content, Snapshot},
    course::{self, CourseRow},
};

/// How many bytes of stored texts are kept ready at most, in each process.
const ROOM: usize = 24 << 20;

#[derive(Default)]
struct Kept(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    /// Counts uses, so that what was used longest ago goes first.
    clock: u64,
    bytes: usize,
    versions: HashMap<CourseVersionId, (u64, usize, Arc<Content>)>,
}

impl Shelf {
    fn get(&mut self, id: CourseVersionId) -> Option<Arc<Content>> {
        self.clock += 1;
        let (used, _, content) = self.versions.get_mut(&id)?;
        *used = self.clock;
        Some(Arc::clone(content))
    }

    fn put(&mut self, id: CourseVersionId, size: usize, content: Arc<Content>) {
        self.clock += 1;
        if let Some((_, old, _)) = self.versions.insert(id, (self.clock, size, content)) {
            self.bytes -= old;
        }
        self.bytes += size;
        while self.bytes > ROOM && self.versions.len() > 1 {
            let Some(oldest) = self.versions.iter().min_by_key(|(_, (used, ..))| *used).map(|(id, _)| *id) else {
                return;
            };
            if let Some((_, size, _)) = self.versions.remove(&oldest) {
                self.bytes -= size;
            }
        }
    }
}

/// Courses read a moment ago, by their names in addresses.
struct Lately(Recent<String, Arc<CourseRow>>);

/// A course by its name in addresses, of any office and in any state, as it was a moment ago: for pages asked for often.
///
/// # Errors
/// `NotFound` when there is none of that name.
pub async fn lately(req: &web::Req, slug: &str) -> Result<Arc<CourseRow>> {
    let db = &req.app.db;
    let known = db.shared(|db| Lately(Recent::new(db.watch(&["course"]))));
    let name = slug.to_owned();
    let read = db.read(move |c| {
        Box::pin(async move { course::by_slug(c, &name).await?.map(Arc::new).ok_or_else(Fault::not_found) })
    });
    known.0.or_else(slug.to_owned(), req.ctx.now, read).await
}

/// A version of a course, made ready at its first use in this process.
///
/// # Errors
/// `NotFound` when there is no such version.
pub async fn content(app: &web::App, id: CourseVersionId) -> Result<Arc<Content>> {
    let kept = app.db.shared(|_| Kept::default());
    if let Some(content) = kept.0.lock().unwrap_or_else(PoisonError::into_inner).get(id) {
        return Ok(content);
    }
    let (number, text) = app.db.read(move |c| Box::pin(async move { stored(c, id).await })).await?;
    let content = Arc::new(ready(id, number, &text)?);
    kept.0.lock().unwrap_or_else(PoisonError::into_inner).put(id, text.len(), Arc::clone(&content));
    Ok(content)
}

/// A version of a course inside a unit of work, made ready anew: for listeners and jobs. Pages use [`content`].
///
/// # Errors
/// `NotFound` when there is no such version.
pub async fn content_in(c: &mut Conn, id: CourseVersionId) -> Result<Content> {
    let (number, text) = stored(c, id).await?;
    ready(id, number, &text)
}

async fn stored(c: &mut Conn, id: CourseVersionId) -> Result<(u32, String)> {
    c.one(q!("SELECT number, content FROM course_version WHERE id = $1", id)).await
}

fn ready(id: CourseVersionId, number: u32, text: &str) -> Result<Content> {
    let snapshot: Snapshot = serde_json::from_str(text).map_err(Fault::internal)?;
    Ok(Content::of(snapshot, Some(id), number))
}

/// A version as it is stored.
pub(crate) async fn snapshot(c: &mut Conn, id: CourseVersionId) -> Result<Snapshot> {
    let (_, text) = stored(c, id).await?;
    serde_json::from_str(&text).map_err(Fault::internal)
}
