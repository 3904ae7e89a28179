//! Webhooks on both databases, with a receiver in this process.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod receiver;
mod setup;
mod signature;
mod web;

use db::Migration;
use hooks::{Change, NewHook, Policy, State, sign};
use kernel::{Clock as _, FaultKind};
use receiver::Receiver;
use serde_json::json;
use setup::{World, scope};

const TABLES: &[Migration] = &[jobs::MIGRATIONS[0], audit::MIGRATIONS[0], hooks::MIGRATIONS[0], hooks::MIGRATIONS[1]];

db::both! { &[TABLES];

async fn an_event_reaches_the_receiver_signed_and_says_what_happened(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    let id = world.create(1, &receiver.url("/in?key=1"), &["case.*"]).await;
    let object = world.emit(1, "case.opened", json!({"reference": "GK.6140.1.2026"})).await;
    world.run().await;
    let got = receiver.taken();
    assert_eq!(got.len(), 1);
    let (message, hook) = (&got[0], world.hook(1, id).await);
    assert_eq!(message.path, "/in?key=1");
    assert_eq!(message.header("content-type"), "application/json");
    let seconds: i64 = message.header("webhook-timestamp").parse().unwrap();
    assert_eq!(seconds, world.clock.now().0 / 1_000_000);
    let given = message.header("webhook-signature");
    assert!(sign::verify(&hook.secret, message.header("webhook-id"), seconds, &message.body, given));
    assert!(signature::genuine(&hook.secret, message), "by a computation of one's own");
    assert!(message.header("webhook-id").starts_with("evt_"));
    let body: serde_json::Value = serde_json::from_str(&message.body).unwrap();
    assert_eq!((&body["type"], &body["timestamp"]), (&json!("case.opened"), &json!("2026-03-02T11:00:00.000000Z")));
    assert_eq!(body["data"]["object"], json!(object));
    assert_eq!(body["data"]["facts"]["reference"], "GK.6140.1.2026");
    assert!(!message.body.contains("concerns"), "whom it concerns is not told");
    let delivery = &world.deliveries(1, id).await[0];
    assert_eq!((delivery.state, delivery.attempts, delivery.status_code), (State::Delivered, 1, Some(200)));
}

async fn only_hooks_of_that_office_that_ask_for_it_are_told(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    for (office, path, events) in
        [(1, "/exact", &["case.opened"][..]), (1, "/other", &["case.settled", "incoming.*"]), (1, "/all", &["*"]), (2, "/foreign", &["*"])]
    {
        world.create(office, &receiver.url(path), events).await;
    }
    world.emit(1, "case.opened", json!({})).await;
    world.emit_outside("person.changed").await;
    world.run().await;
    let mut paths: Vec<String> = receiver.taken().into_iter().map(|m| m.path).collect();
    paths.sort();
    assert_eq!(paths, ["/all", "/exact"]);
}

async fn what_is_undone_is_not_told(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    world.create(1, &receiver.url("/"), &["*"]).await;
    world.emit_and_fail(1, "case.opened").await;
    world.run().await;
    assert!(receiver.taken().is_empty());
}

async fn a_receiver_in_trouble_is_tried_again_with_the_same_id_and_body(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[500, 302]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    world.emit(1, "case.opened", json!({})).await;
    world.run().await;
    let delivery = world.deliveries(1, id).await[0].clone();
    assert_eq!((delivery.state, delivery.attempts, delivery.status_code), (State::Waiting, 1, Some(500)));
    assert!(delivery.next_at.unwrap() > world.clock.now());
    world.clock.advance_seconds(5);
    world.run().await;
    assert_eq!(world.deliveries(1, id).await[0].status_code, Some(302), "a redirect is not followed");
    world.clock.advance_seconds(300);
    world.run().await;
    let got = receiver.taken();
    assert_eq!(got.len(), 3);
    assert!(got.iter().all(|m| m.header("webhook-id") == got[0].header("webhook-id") && m.body == got[0].body));
    assert_ne!(got[0].header("webhook-timestamp"), got[2].header("webhook-timestamp"));
    assert_eq!(world.deliveries(1, id).await[0].state, State::Delivered);
}

async fn after_three_days_without_success_the_hook_is_switched_off_and_the_audit_log_says_so(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[500; 40]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    world.emit(1, "case.opened", json!({})).await;
    let mut hours = 0;
    while world.hook(1, id).await.active {
        world.run().await;
        world.clock.advance_seconds(3600);
        hours += 1;
        assert!(hours <= 80, "it is still on");
    }
    assert!((65..=80).contains(&hours), "{hours}");
    assert_eq!(receiver.taken().len(), 10);
    let hook = world.hook(1, id).await;
    assert_eq!(hook.disabled_reason.as_deref(), Some(hooks::msg::HOOKS_OFF_UNREACHABLE));
    let delivery = &world.deliveries(1, id).await[0];
    assert_eq!((delivery.state, delivery.attempts), (State::Failed, 10));
    assert_eq!(world.audit(1).await[0], "hook.disabled");
    world.emit(1, "case.opened", json!({})).await;
    assert_eq!(world.deliveries(1, id).await.len(), 1, "a hook that is off collects nothing");
    let refused = world.redeliver(1, id, delivery.id).await.unwrap_err();
    assert_eq!(refused.key, hooks::msg::FAULT_HOOK_OFF);
    world.change(1, id, Change { active: Some(true), ..Change::default() }).await.unwrap();
    assert_eq!(world.hook(1, id).await.disabled_reason, None);
}

async fn a_receiver_that_is_gone_is_not_called_again(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[410]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    world.emit(1, "case.opened", json!({})).await;
    world.run().await;
    let hook = world.hook(1, id).await;
    assert_eq!((hook.active, hook.disabled_reason.as_deref()), (false, Some(hooks::msg::HOOKS_OFF_GONE)));
    world.clock.advance_days(1);
    world.run().await;
    assert_eq!(receiver.taken().len(), 1);
}

async fn a_delivery_can_be_sent_again_and_a_hook_tried_out(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    let id = world.create(1, &receiver.url("/"), &["case.*"]).await;
    world.try_out(1, id).await;
    world.run().await;
    let delivery = world.deliveries(1, id).await[0].clone();
    assert_eq!((delivery.kind.as_str(), delivery.state), ("hook.test", State::Delivered));
    world.redeliver(1, id, delivery.id).await.unwrap();
    world.redeliver(1, id, delivery.id).await.unwrap();
    world.run().await;
    let got = receiver.taken();
    assert_eq!(got.len(), 2, "pressed twice, sent once more");
    assert_eq!(got[0].header("webhook-id"), got[1].header("webhook-id"));
}

async fn for_a_day_after_a_new_secret_both_count(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    let old = world.hook(1, id).await.secret;
    let new = world.rotate(1, id).await;
    assert_ne!(old, new);
    world.emit(1, "case.opened", json!({})).await;
    world.run().await;
    world.clock.advance_days(1);
    world.emit(1, "case.opened", json!({})).await;
    world.run().await;
    let good = |m: &receiver::Message, secret: &str| {
        let seconds = m.header("webhook-timestamp").parse().unwrap();
        sign::verify(secret, m.header("webhook-id"), seconds, &m.body, m.header("webhook-signature"))
    };
    let got = receiver.taken();
    assert!(good(&got[0], &old) && good(&got[0], &new));
    assert!(!good(&got[1], &old) && good(&got[1], &new));
    assert!(world.audit(1).await.contains(&"hook.secret_rotated".to_owned()));
}

async fn the_database_does_not_hold_the_secret_as_it_is(db) {
    let world = World::trial(&db);
    let id = world.create(1, "https://example.pl/", &["*"]).await;
    let old = world.hook(1, id).await.secret;
    let new = world.rotate(1, id).await;
    let (secret, before) = db
        .read(|c| Box::pin(async move { c.one::<(String, String)>(db::q!("SELECT secret, old_secret FROM hook")).await }))
        .await
        .unwrap();
    assert!(seal::is_sealed(&secret) && seal::is_sealed(&before));
    assert_eq!(world.hook(1, id).await.secret, new);
    assert_eq!(world.hook(1, id).await.old_secret, Some(old.clone()));
    assert!(!format!("{:?}", world.hook(1, id).await).contains(&new), "a secret in a log");
}

async fn nothing_is_sent_unsigned_when_the_key_is_lost(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    seal::install(seal::Keyring::parse(&"43".repeat(32)).unwrap());
    world.emit(1, "case.opened", json!({})).await;
    world.run().await;
    assert!(receiver.taken().is_empty());
    assert!(world.deliveries(1, id).await[0].error.as_deref().unwrap().contains("give the hook a new one"));
    let new = world.rotate(1, id).await;
    world.clock.advance_seconds(10);
    world.run().await;
    let got = receiver.taken();
    let seconds = got[0].header("webhook-timestamp").parse().unwrap();
    assert!(sign::verify(&new, got[0].header("webhook-id"), seconds, &got[0].body, got[0].header("webhook-signature")));
}

async fn a_foreign_offices_hook_does_not_exist(db) {
    let world = World::trial(&db);
    let id = world.create(1, "https://example.pl/", &["*"]).await;
    let ctx = world.ctx();
    let faults = db.write(move |c| Box::pin(async move {
        let other = scope(2);
        let (change, none) = (Change::default(), kernel::ids::DeliveryId(id.0));
        let policy = Policy::default();
        Ok([
            hooks::hook(c, other, id).await.map(|_| ()),
            hooks::change(c, &ctx, other, policy, id, &change, None).await,
            hooks::rotate(c, &ctx, other, id).await.map(|_| ()),
            hooks::deliveries(c, other, id, None, 9).await.map(|_| ()),
            hooks::redeliver(c, &ctx, other, id, none).await,
            hooks::try_out(c, &ctx, other, id).await.map(|_| ()),
            hooks::delete(c, &ctx, other, id).await,
        ])
    })).await.unwrap();
    for (i, fault) in faults.into_iter().enumerate() {
        assert_eq!(fault.unwrap_err().kind, FaultKind::NotFound, "{i}");
    }
    assert_eq!(world.list(1).await.len(), 1);
    assert!(world.list(2).await.is_empty());
}

async fn an_edit_of_what_somebody_else_changed_is_noticed(db) {
    let world = World::trial(&db);
    let id = world.create(1, "https://example.pl/a", &["case.*"]).await;
    let seen = world.hook(1, id).await.changed;
    let edit = |url: &str| Change { url: Some(url.into()), ..Change::default() };
    world.change_seen(1, id, edit("https://example.pl/b"), Some(seen)).await.unwrap();
    let fault = world.change_seen(1, id, edit("https://example.pl/c"), Some(seen)).await.unwrap_err();
    assert_eq!((fault.kind, fault.key), (FaultKind::Conflict, hooks::msg::FAULT_HOOK_STALE));
    assert_eq!(world.hook(1, id).await.url, "https://example.pl/b");
}

async fn a_deleted_hook_is_called_no_more_and_takes_its_history_along(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    world.emit(1, "case.opened", json!({})).await;
    world.delete(1, id).await;
    world.run().await;
    assert!(receiver.taken().is_empty() && world.list(1).await.is_empty());
    let mut said = world.audit(1).await;
    said.sort();
    assert_eq!(said, ["hook.created", "hook.deleted"]);
    assert_eq!(world.jobs_left().await, (0, 0));
}

async fn addresses_inside_the_network_are_refused_when_made_and_when_called(db) {
    let strict = World::strict(&db);
    let receiver = Receiver::start(&[]).await;
    let refused = strict.try_create(1, &receiver.url("/"), &["*"]).await.unwrap_err();
    assert_eq!((refused.kind, refused.fields[0].field.as_str()), (FaultKind::Invalid, "url"));
    // Made while it was allowed, called when it is not: by number, and by a name that leads inside.
    let trial = World::trial(&db);
    let number = trial.create(1, &receiver.url("/"), &["*"]).await;
    let name = trial.create(1, &format!("https://localhost:{}/", receiver.port()), &["*"]).await;
    strict.emit(1, "case.opened", json!({})).await;
    strict.run().await;
    assert!(receiver.taken().is_empty());
    for id in [number, name] {
        let delivery = &strict.deliveries(1, id).await[0];
        assert_eq!((delivery.state, delivery.status_code), (State::Waiting, None));
    }
}

async fn deliveries_are_kept_for_thirty_days(db) {
    let world = World::trial(&db);
    let receiver = Receiver::start(&[]).await;
    let id = world.create(1, &receiver.url("/"), &["*"]).await;
    world.emit(1, "case.opened", json!({})).await;
    world.run().await;
    world.clock.advance_days(29);
    world.run().await;
    assert_eq!(world.deliveries(1, id).await.len(), 1);
    world.clock.advance_days(2);
    world.run().await;
    assert!(world.deliveries(1, id).await.is_empty());
}

async fn an_office_has_at_most_fifty_hooks(db) {
    let world = World::trial(&db);
    for n in 0..50 {
        world.create(1, &format!("https://example.pl/{n}"), &["*"]).await;
    }
    let fault = world.try_create(1, "https://example.pl/more", &["*"]).await.unwrap_err();
    assert_eq!(fault.key, hooks::msg::FAULT_HOOK_MANY);
    world.try_create(2, "https://example.pl/more", &["*"]).await.unwrap();
}

}

/// The resolver itself: a name that leads inside is refused where the address is known, not where the name is read.
#[tokio::test]
async fn a_name_is_judged_by_its_addresses() {
    setup::tls();
    let receiver = Receiver::start(&[]).await;
    let client = hooks::guard::client(Policy::default()).unwrap();
    let refused = client.get(format!("http://localhost:{}/", receiver.port())).send().await.unwrap_err();
    let said = format!("{:?}", refused);
    assert!(said.contains("Inside"), "{said}");
    let trial = hooks::guard::client(Policy { allow_private: true }).unwrap();
    assert!(trial.get(format!("http://localhost:{}/", receiver.port())).send().await.is_ok());
    let new = NewHook { url: "https://localhost/".into(), events: vec!["*".into()] };
    assert!(hooks::guard::check_url(Policy::default(), &new.url).is_err());
}
