//! The team of `testlearning`, with who learns on its course, and what was told.

use std::ops::{Deref, DerefMut};

use db::{BoxFuture, Conn, Db, Migration};
use enrolments::{Enrolment, ItemState, Mark};
use kernel::{
    Ctx,
    ids::{EnrolmentId, PersonId},
};
use testkit::Browser;
use testlearning::Team;
pub(crate) use testlearning::{TODAY, course, get, post};

pub(crate) const ALL: &[&[Migration]] =
    testlearning::tables![&[Migration::new("told", 1, "CREATE TABLE told (kind TEXT NOT NULL, object UUID NOT NULL)")]];

pub(crate) struct World(Team);

/// Writes down what was told, so that tests can count it.
fn hear<'c>(c: &'c mut Conn, _: &'c Ctx, event: &'c kernel::Event) -> BoxFuture<'c, kernel::Result<()>> {
    Box::pin(async move {
        c.exec(db::q!("INSERT INTO told (kind, object) VALUES ($1, $2)", &event.kind, event.object)).await.map(|_| ())
    })
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        enrolments::connect();
        db.listen(vec![hear, enrolments::listener()]);
        Self(Team::new(db, &[]).await)
    }

    pub(crate) async fn enrol(&self, who: PersonId) -> Enrolment {
        self.join(who, self.course).await
    }

    pub(crate) async fn mark(&self, id: EnrolmentId, item: usize, mark: Mark) -> bool {
        let item = self.items[item];
        let marked = self.act(self.anna, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, item, mark))).await;
        marked.unwrap().completed
    }

    pub(crate) async fn row(&self, id: EnrolmentId) -> Enrolment {
        self.read(move |c| Box::pin(enrolments::enrolment(c, id))).await
    }

    pub(crate) async fn item_state(&self, id: EnrolmentId, item: usize) -> Option<ItemState> {
        let all = self.read(move |c| Box::pin(enrolments::progress(c, id))).await;
        all.get(&self.items[item]).map(|p| p.state)
    }

    /// How often something was told.
    pub(crate) async fn told(&self, kind: &'static str) -> i64 {
        let count = db::q!("SELECT COUNT(*) FROM told WHERE kind = $1", kind);
        let n: (i64,) = self.read(move |c| Box::pin(async move { c.one(count).await })).await;
        n.0
    }

    /// Does what is due in the background.
    pub(crate) async fn jobs(&self) {
        self.run_jobs(enrolments::register).await;
    }

    pub(crate) fn browser(&self) -> Browser {
        self.browser_of(enrolments::routes(), None)
    }
}

impl Deref for World {
    type Target = Team;
    fn deref(&self) -> &Team {
        &self.0
    }
}

impl DerefMut for World {
    fn deref_mut(&mut self) -> &mut Team {
        &mut self.0
    }
}
