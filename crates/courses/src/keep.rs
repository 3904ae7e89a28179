//! Versions kept ready in memory. They never change, so nothing need be forgotten but for room.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use db::{Conn, q};
use kernel::{Fault, Result, ids::CourseVersionId};

use crate::content::{Content, Snapshot};

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
