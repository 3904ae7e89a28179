//! The log on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod views;

use std::sync::Arc;

use audit::{Entry, Event, Filter, Kind, MIGRATIONS, Reach};
use db::{Db, Migration, q};
use futures::TryStreamExt as _;
use i18n::T;
use jiff::civil::date;
use kernel::{
    Actor, Clock as _, Ctx, Fault, FixedClock, Lang, OfficeScope, SeededEntropy,
    ids::{OfficeId, PersonId},
};
use uuid::Uuid;

const TABLES: &[Migration] = &[jobs::MIGRATIONS[0], MIGRATIONS[0]];

fn office(n: u128) -> OfficeId {
    OfficeId(Uuid::from_u128(n))
}

fn scope(n: u128) -> Reach {
    Reach::Office(OfficeScope::checked(office(n)))
}

struct World {
    db: Db,
    clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
}

impl World {
    fn new(db: &Db) -> Self {
        let clock = Arc::new(FixedClock::noon(date(2026, 3, 2)));
        Self { db: db.clone(), clock, entropy: Arc::new(SeededEntropy::new(7)) }
    }
    fn ctx(&self, name: &str) -> Ctx {
        let actor = Actor::Person { id: PersonId(Uuid::from_u128(9)), name: name.into(), operator: false };
        let mut ctx = Ctx::new(actor, Lang::Pl, self.clock.clone(), self.entropy.clone());
        ctx.remote = Some("192.0.2.7".into());
        ctx
    }
    async fn write(&self, name: &str, office: Option<OfficeId>, entry: Entry) {
        let ctx = self.ctx(name);
        self.db
            .write(move |c| Box::pin(async move { audit::write(c, &ctx, office, &entry).await.map(|_| ()) }))
            .await
            .unwrap();
    }
    async fn list(&self, reach: Reach, filter: Filter, limit: usize) -> Vec<Event> {
        self.db.read(move |c| Box::pin(async move { audit::list(c, reach, &filter, limit).await })).await.unwrap()
    }
    async fn actions(&self, reach: Reach, filter: Filter) -> Vec<String> {
        self.list(reach, filter, 100).await.into_iter().map(|e| e.action).collect()
    }
}

async fn filled(db: &Db) -> World {
    let world = World::new(db);
    world.write("Łucja Żak", Some(office(1)), Entry::admin("membership.granted", "membership", 1)).await;
    world.clock.advance_days(1);
    world.write("Jan_Nowak", Some(office(1)), Entry::access("case.read", "case", 2)).await;
    world.write("Jan%Kos", Some(office(2)), Entry::access("case.exported", "case", 3)).await;
    world.clock.advance_days(1);
    world.write("Operator", None, Entry::security("office.suspended", "office", 4)).await;
    world
}

db::both! { &[TABLES];

async fn an_entry_says_who_when_from_where_and_what(db) {
    let world = World::new(&db);
    let entry = Entry::admin("membership.granted", "membership", 5).detail("role", "official").detail("days", 30);
    world.write("Łucja Żak", Some(office(1)), entry).await;
    let all = world.list(scope(1), Filter::default(), 10).await;
    assert_eq!(all.len(), 1);
    let e = &all[0];
    assert_eq!((e.actor_name.as_str(), e.actor), ("Łucja Żak", Some(PersonId(Uuid::from_u128(9)))));
    assert_eq!((e.at, e.remote.as_deref()), (world.clock.now(), Some("192.0.2.7")));
    assert_eq!((e.kind, e.object_kind.as_str(), e.object_id.as_str()), (Kind::Admin, "membership", "5"));
    assert_eq!((e.details.0["role"].as_str(), e.details.0["days"].as_i64()), (Some("official"), Some(30)));
}

async fn an_office_sees_its_own_entries_only_and_the_operator_all(db) {
    let world = filled(&db).await;
    assert_eq!(world.actions(scope(1), Filter::default()).await, ["case.read", "membership.granted"]);
    assert_eq!(world.actions(scope(2), Filter::default()).await, ["case.exported"]);
    assert!(world.actions(scope(3), Filter::default()).await.is_empty());
    let mut all = world.actions(Reach::Installation, Filter::default()).await;
    assert_eq!(all[0], "office.suspended");
    all.sort();
    assert_eq!(all, ["case.exported", "case.read", "membership.granted", "office.suspended"]);
}

async fn filters_narrow_by_day_name_kind_and_action(db) {
    let world = filled(&db).await;
    let found = |filter| world.actions(Reach::Installation, filter);
    let name = |text: &str| Filter { actor: text.into(), ..Filter::default() };
    assert_eq!(found(name("lucja")).await, ["membership.granted"]);
    assert_eq!(found(name("ŻAK")).await, ["membership.granted"]);
    assert_eq!(found(name("jan_")).await, ["case.read"], "an underscore means itself");
    assert_eq!(found(name("n%k")).await, ["case.exported"], "a percent sign means itself");
    assert!(found(name("!")).await.is_empty());
    let day = Some(date(2026, 3, 3));
    assert_eq!(found(Filter { from: day, to: day, ..Filter::default() }).await.len(), 2);
    assert_eq!(found(Filter { to: Some(date(2026, 3, 2)), ..Filter::default() }).await, ["membership.granted"]);
    assert_eq!(found(Filter { from: Some(date(2026, 3, 4)), ..Filter::default() }).await, ["office.suspended"]);
    assert_eq!(found(Filter { kind: Some(Kind::Access), ..Filter::default() }).await.len(), 2);
    assert_eq!(found(Filter { action: "case.".into(), ..Filter::default() }).await.len(), 2);
    assert_eq!(found(Filter { action: "case.read".into(), ..Filter::default() }).await, ["case.read"]);
}

async fn pages_follow_each_other_without_gaps_even_within_one_moment(db) {
    let world = World::new(&db);
    for n in 0..25 {
        world.write("A", Some(office(1)), Entry::admin("thing.changed", "thing", n)).await;
    }
    let mut seen = Vec::new();
    let mut filter = Filter::default();
    loop {
        let page = world.list(scope(1), filter.clone(), 10).await;
        let Some(last) = page.last() else { break };
        filter.cursor = Some(last.cursor());
        seen.extend(page.into_iter().map(|e| e.object_id));
    }
    assert_eq!(seen.len(), 25);
    seen.sort_by_key(|id| id.parse::<u32>().unwrap());
    assert_eq!(seen, (0..25).map(|n| n.to_string()).collect::<Vec<_>>());
}

async fn what_is_undone_leaves_no_trace(db) {
    let world = World::new(&db);
    let ctx = world.ctx("A");
    let undone = db.write(move |c| Box::pin(async move {
        audit::write(c, &ctx, None, &Entry::admin("thing.changed", "thing", 1)).await?;
        Err::<(), _>(Fault::invalid("no"))
    })).await;
    assert!(undone.is_err());
    assert!(world.list(Reach::Installation, Filter::default(), 10).await.is_empty());
}

async fn an_entry_cannot_be_changed_even_by_sql(db) {
    let world = filled(&db).await;
    let changed = db.write(|c| Box::pin(async move { c.exec(q!("UPDATE audit_event SET actor_name = $1", "Nobody")).await })).await;
    assert!(changed.is_err());
    assert_eq!(world.list(scope(1), Filter::default(), 10).await[0].actor_name, "Jan_Nowak");
}

async fn entries_are_kept_for_two_years_at_least_and_their_removal_is_written_down(db) {
    let world = filled(&db).await;
    let mut runner = jobs::Runner::new(db.clone(), world.clock.clone(), world.entropy.clone());
    audit::register(&mut runner, 0);
    world.clock.set(kernel::Micros::start_of(date(2028, 3, 2)).plus_seconds(60));
    runner.run_until_idle().await.unwrap();
    assert_eq!(world.list(Reach::Installation, Filter::default(), 10).await.len(), 4);
    world.clock.set(kernel::Micros::start_of(date(2028, 3, 3)).plus_seconds(60));
    runner.run_until_idle().await.unwrap();
    let left = world.list(Reach::Installation, Filter::default(), 10).await;
    assert_eq!(left[0].action, "audit.expired");
    assert_eq!(left[0].details.0["removed"], 1);
    assert_eq!(left.len(), 4, "three entries and the note about the fourth");
}

async fn the_download_has_every_matching_entry_and_no_formula(db) {
    let world = World::new(&db);
    i18n::init(&[audit::msg::SOURCE]);
    for n in 0..1100 {
        world.write("=HYPERLINK(\"x\")", Some(office(1)), Entry::access("case.read", "case", n).detail("a;b", "\"c\"\n")).await;
    }
    world.write("A", Some(office(2)), Entry::access("case.read", "case", "foreign")).await;
    let filter = Filter { action: "case".into(), ..Filter::default() };
    let pieces: Vec<_> = audit::export(db.clone(), scope(1), filter, T(Lang::Pl)).try_collect().await.unwrap();
    assert!(pieces.len() > 1, "it comes in pieces");
    let bytes = pieces.concat();
    let text = std::str::from_utf8(&bytes).unwrap();
    assert!(text.starts_with("\u{feff}Czas;Rodzaj;Co się stało;"), "{}", &text[..100]);
    let mut csv = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1100);
    assert!(rows.iter().all(|r| &r[4] == "'=HYPERLINK(\"x\")"));
    assert_eq!(&rows[0][9], "a;b: \"c\"\n", "details as the page tells them");
    assert_eq!(&rows[0][13], "{\"a;b\":\"\\\"c\\\"\\n\"}", "and as they were written");
    assert_eq!((&rows[0][1], &rows[0][10]), ("Dostęp do danych", "192.0.2.7"));
}

}
