//! A course as its learner stands in it: the row, the pinned version, the enrolment and how far they are.

use std::{collections::BTreeMap, sync::Arc};

use courses::{Content, CourseRow, CourseState, Item};
use db::{BoxFuture, Conn};
use enrolments::{Enrolment, Guest, Learner, Progress};
use kernel::{
    Fault, Result,
    ids::{CourseId, ItemId},
};
use web::Req;

use crate::link;

/// A course and where whoever asks stands in it.
pub(crate) struct Place {
    pub course: Arc<CourseRow>,
    /// The version the learner is pinned to; for others the published one.
    pub content: Arc<Content>,
    /// Their enrolment, one that ended too.
    pub mine: Option<Enrolment>,
    pub progress: BTreeMap<ItemId, Progress>,
}

impl Place {
    /// Reads it. A course never published exists only for those who make it.
    ///
    /// # Errors
    /// `NotFound` when there is no such course to be seen.
    pub async fn of(req: &Req, guest: &Guest, slug: &str) -> Result<Self> {
        if req.signed_in.is_some() && guest.hash().is_some() {
            // What they learned before they signed in comes along first.
            enrolments::mine(req, guest).await?;
        }
        let course = courses::lately(req, slug).await?;
        if course.state == CourseState::Draft {
            return Err(Fault::not_found());
        }
        let (mine, progress) = match Learner::of(req, guest) {
            Some(who) => standing(req, who, course.id).await?,
            None => Default::default(),
        };
        if course.state == CourseState::Archived && !mine.as_ref().is_some_and(|e| e.state.open()) {
            return Err(Fault::not_found());
        }
        let pinned = mine.as_ref().filter(|e| e.state.live() || e.state.open()).map(|e| e.course_version);
        let version = pinned.or(course.published).ok_or_else(Fault::not_found)?;
        let content = courses::content(&req.app, version).await?;
        Ok(Self { course, content, mine, progress })
    }

    /// The enrolment of somebody who may open the course.
    pub fn open(&self) -> Option<&Enrolment> {
        self.mine.as_ref().filter(|e| e.state.open())
    }

    /// Where the course is.
    pub fn path(&self, rest: &str) -> String {
        format!("/learn/{}{rest}", self.course.slug)
    }

    /// Where an activity is.
    pub fn item_path(&self, item: &Item) -> String {
        link(&self.course.slug, item)
    }

    /// Whether an activity is no longer missing.
    pub fn did(&self, item: ItemId) -> bool {
        self.progress.get(&item).is_some_and(|p| p.state.counts())
    }

    /// What to do now: the activity the learner was at if it is required and not done, else the first such, else what is
    /// optional and was never opened.
    pub fn next(&self) -> Option<&Item> {
        let none_required = !self.content.items().any(|i| i.required);
        let missing = |i: &&Item| (i.required || none_required) && !self.did(i.id);
        let last = self.open().and_then(|e| e.last_item).and_then(|id| self.content.item(id)).filter(missing);
        last.or_else(|| self.content.items().find(missing))
            .or_else(|| self.content.items().find(|i| !self.progress.contains_key(&i.id)))
    }
}

/// A learner's enrolment on a course and, if they may open it, how far they are with each item.
async fn standing(
    req: &Req,
    who: Learner,
    course: CourseId,
) -> Result<(Option<Enrolment>, BTreeMap<ItemId, Progress>)> {
    read(req, move |c| {
        Box::pin(async move {
            let mine = enrolments::on_course(c, who, course).await?;
            let progress = match mine.as_ref().filter(|e| e.state.open()) {
                Some(mine) => enrolments::progress(c, mine.id).await?,
                None => BTreeMap::new(),
            };
            Ok((mine, progress))
        })
    })
    .await
}

/// Reads from the database.
pub(crate) async fn read<T, F>(req: &Req, work: F) -> Result<T>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
{
    req.app.db.read(work).await
}

/// Changes something in one unit of work.
pub(crate) async fn write<T, F>(req: &Req, work: F) -> Result<T>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
{
    req.app.db.write(work).await
}
