//! A queue with a clock that stands still.

use std::sync::Arc;

use db::Db;
use jiff::civil::date;
use jobs::{Runner, Stats};
use kernel::{Clock as _, Ctx, FixedClock, SeededEntropy, ids::JobId};
use serde::Serialize;

pub struct World {
    pub db: Db,
    pub clock: Arc<FixedClock>,
    pub entropy: Arc<SeededEntropy>,
}

impl World {
    pub fn new(db: &Db) -> Self {
        let clock = Arc::new(FixedClock::noon(date(2026, 3, 2)));
        Self { db: db.clone(), clock, entropy: Arc::new(SeededEntropy::new(7)) }
    }
    pub fn ctx(&self) -> Ctx {
        Ctx::system(self.clock.clone(), self.entropy.clone())
    }
    pub fn runner(&self) -> Runner {
        Runner::new(self.db.clone(), self.clock.clone(), self.entropy.clone())
    }
}

pub async fn put<P>(world: &World, kind: &'static str, payload: P, in_seconds: i64) -> JobId
where
    P: Serialize + Clone + Send + Sync + 'static,
{
    let ctx = world.ctx();
    world
        .db
        .write(move |c| {
            Box::pin(async move { jobs::enqueue(c, &ctx, kind, &payload, ctx.now.plus_seconds(in_seconds)).await })
        })
        .await
        .unwrap()
}

pub async fn put_limited<P>(world: &World, payload: P, attempts: u32) -> JobId
where
    P: Serialize + Clone + Send + Sync + 'static,
{
    let ctx = world.ctx();
    world
        .db
        .write(move |c| {
            Box::pin(async move { jobs::enqueue_limited(c, &ctx, "note", &payload, ctx.now, attempts).await })
        })
        .await
        .unwrap()
}

pub async fn stats(world: &World) -> Stats {
    let now = world.clock.now();
    world.db.read(move |c| Box::pin(async move { jobs::stats(c, now).await })).await.unwrap()
}
