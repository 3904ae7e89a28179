//! A database, a clock that stands still, and a poster.

use std::sync::Arc;

use db::Db;
use hooks::{Change, Delivery, Hook, NewHook, Policy, Poster};
use jiff::civil::date;
use jobs::Runner;
use kernel::{
    Clock as _, Ctx, Event, Fault, FixedClock, Micros, OfficeScope, Result, SeededEntropy,
    ids::{DeliveryId, HookId, OfficeId, PersonId},
};
use serde_json::Value;
use uuid::Uuid;

pub struct World {
    pub db: Db,
    pub clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
    runner: Runner,
    policy: Policy,
}

pub fn scope(office: u128) -> OfficeScope {
    OfficeScope::checked(OfficeId(Uuid::from_u128(office)))
}

/// As the program does it first of all.
pub fn tls() {
    seal::install(seal::Keyring::parse(&"42".repeat(32)).unwrap());
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
}

impl World {
    /// Private addresses are allowed.
    pub fn trial(db: &Db) -> Self {
        Self::new(db, Policy { allow_private: true })
    }
    /// They are not.
    pub fn strict(db: &Db) -> Self {
        Self::new(db, Policy::default())
    }
    fn new(db: &Db, policy: Policy) -> Self {
        tls();
        db.listen(vec![hooks::listener()]);
        let clock = Arc::new(FixedClock::noon(date(2026, 3, 2)));
        let entropy = Arc::new(SeededEntropy::new(if policy.allow_private { 7 } else { 8 }));
        let mut runner = Runner::new(db.clone(), clock.clone(), entropy.clone());
        Poster::new(policy).unwrap().register(&mut runner);
        Self { db: db.clone(), clock, entropy, runner, policy }
    }
    pub fn ctx(&self) -> Ctx {
        Ctx::system(self.clock.clone(), self.entropy.clone())
    }
    pub async fn run(&self) {
        self.runner.run_until_idle().await.unwrap();
    }
    pub async fn try_create(&self, office: u128, url: &str, events: &[&str]) -> Result<HookId> {
        let new = NewHook { url: url.into(), events: events.iter().map(|e| (*e).to_owned()).collect() };
        let (ctx, policy) = (self.ctx(), self.policy);
        self.db.write(move |c| Box::pin(async move { hooks::create(c, &ctx, scope(office), policy, &new).await })).await
    }
    pub async fn create(&self, office: u128, url: &str, events: &[&str]) -> HookId {
        self.try_create(office, url, events).await.unwrap()
    }
    async fn emit_in(&self, office: Option<u128>, kind: &str, payload: Value, fail: bool) -> Result<Uuid> {
        let ctx = self.ctx();
        let object: Uuid = ctx.new_id();
        let event = Event {
            kind: kind.into(),
            office: office.map(|o| scope(o).office()),
            object,
            concerns: Some(PersonId(object)),
            payload,
        };
        self.db
            .write(move |c| {
                Box::pin(async move {
                    c.emit(&ctx, &event).await?;
                    if fail { Err(Fault::invalid("no")) } else { Ok(object) }
                })
            })
            .await
    }
    pub async fn emit(&self, office: u128, kind: &str, payload: Value) -> Uuid {
        self.emit_in(Some(office), kind, payload, false).await.unwrap()
    }
    pub async fn emit_outside(&self, kind: &str) {
        self.emit_in(None, kind, Value::Null, false).await.unwrap();
    }
    pub async fn emit_and_fail(&self, office: u128, kind: &str) {
        assert!(self.emit_in(Some(office), kind, Value::Null, true).await.is_err());
    }
    pub async fn hook(&self, office: u128, id: HookId) -> Hook {
        self.db.read(move |c| Box::pin(async move { hooks::hook(c, scope(office), id).await })).await.unwrap()
    }
    pub async fn list(&self, office: u128) -> Vec<Hook> {
        self.db.read(move |c| Box::pin(async move { hooks::list(c, scope(office)).await })).await.unwrap()
    }
    pub async fn deliveries(&self, office: u128, id: HookId) -> Vec<Delivery> {
        self.db
            .read(move |c| Box::pin(async move { hooks::deliveries(c, scope(office), id, None, 100).await }))
            .await
            .unwrap()
    }
    pub async fn change_seen(&self, office: u128, id: HookId, change: Change, seen: Option<Micros>) -> Result<()> {
        let (ctx, policy) = (self.ctx(), self.policy);
        self.db
            .write(move |c| {
                Box::pin(async move { hooks::change(c, &ctx, scope(office), policy, id, &change, seen).await })
            })
            .await
    }
    pub async fn change(&self, office: u128, id: HookId, change: Change) -> Result<()> {
        self.change_seen(office, id, change, None).await
    }
    pub async fn rotate(&self, office: u128, id: HookId) -> String {
        let ctx = self.ctx();
        self.db.write(move |c| Box::pin(async move { hooks::rotate(c, &ctx, scope(office), id).await })).await.unwrap()
    }
    pub async fn delete(&self, office: u128, id: HookId) {
        let ctx = self.ctx();
        self.db.write(move |c| Box::pin(async move { hooks::delete(c, &ctx, scope(office), id).await })).await.unwrap();
    }
    pub async fn try_out(&self, office: u128, id: HookId) {
        let ctx = self.ctx();
        self.db
            .write(move |c| Box::pin(async move { hooks::try_out(c, &ctx, scope(office), id).await }))
            .await
            .unwrap();
    }
    pub async fn redeliver(&self, office: u128, id: HookId, delivery: DeliveryId) -> Result<()> {
        let ctx = self.ctx();
        self.db
            .write(move |c| Box::pin(async move { hooks::redeliver(c, &ctx, scope(office), id, delivery).await }))
            .await
    }
    /// The actions in the office's audit log, the newest first.
    pub async fn audit(&self, office: u128) -> Vec<String> {
        let reach = audit::Reach::Office(scope(office));
        let all = self
            .db
            .read(move |c| Box::pin(async move { audit::list(c, reach, &audit::Filter::default(), 100).await }))
            .await
            .unwrap();
        all.into_iter().map(|e| e.action).collect()
    }
    /// Jobs due and dead.
    pub async fn jobs_left(&self) -> (i64, i64) {
        let now = self.clock.now();
        let stats = self.db.read(move |c| Box::pin(async move { jobs::stats(c, now).await })).await.unwrap();
        (stats.due, stats.dead)
    }
}
