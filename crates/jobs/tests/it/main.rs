//! The queue on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod setup;

use std::sync::{Arc, Mutex};

use jobs::{JobCtx, JobError, MIGRATIONS, Runner, State};
use kernel::{Clock as _, Fault, FaultKind, Micros};
use serde::{Deserialize, Serialize};
use setup::{World, put, put_limited, stats};

#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
struct Note {
    text: String,
}

fn note(text: &str) -> Note {
    Note { text: text.into() }
}

/// A handler's memory of what it was given.
type Seen = Arc<Mutex<Vec<String>>>;

/// A runner whose handler writes down every text and fails as the text says.
fn runner(world: &World) -> (Runner, Seen) {
    let seen = Seen::default();
    let mut runner = world.runner();
    let log = Arc::clone(&seen);
    runner.on("note", move |job: JobCtx, note: Note| {
        let log = Arc::clone(&log);
        async move {
            log.lock().unwrap().push(format!("{} {}", note.text, job.attempt));
            match note.text.as_str() {
                "away" => Err(Fault::unavailable("the other side is away").into()),
                "away once" if job.attempt == 1 => Err(JobError::retry("away")),
                "in an hour" if job.attempt == 1 => Err(JobError::Retry { after: Some(3600), error: "later".into() }),
                "nonsense" => Err(Fault::new(FaultKind::Invalid, "nonsense").into()),
                "panics" if job.attempt == 1 => panic!("a mistake in a handler"),
                _ => Ok(()),
            }
        }
    });
    (runner, seen)
}

fn taken(seen: &Seen) -> Vec<String> {
    let mut all = std::mem::take(&mut *seen.lock().unwrap());
    all.sort();
    all
}

db::both! { &[MIGRATIONS];

async fn a_job_is_done_once_and_only_when_its_time_has_come(db) {
    let world = World::new(&db);
    let (runner, seen) = runner(&world);
    runner.run_until_idle().await.unwrap();
    put(&world, "note", note("now"), 0).await;
    put(&world, "note", note("tomorrow"), 86_400).await;
    assert_eq!((stats(&world).await.waiting, stats(&world).await.due), (2, 1));
    assert_eq!(runner.run_due().await.unwrap(), 1);
    assert_eq!(runner.run_due().await.unwrap(), 0);
    assert_eq!(taken(&seen), ["now 1"]);
    world.clock.advance_seconds(86_400);
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["tomorrow 1"]);
    assert_eq!((stats(&world).await.waiting, stats(&world).await.dead), (0, 0));
}

async fn what_is_not_committed_is_never_done(db) {
    let world = World::new(&db);
    let (runner, seen) = runner(&world);
    let ctx = world.ctx();
    let undone = db.write(move |c| Box::pin(async move {
        jobs::enqueue(c, &ctx, "note", &note("never"), ctx.now).await?;
        Err::<(), _>(Fault::invalid("no"))
    })).await;
    assert_eq!(undone.unwrap_err().key, "no");
    runner.run_until_idle().await.unwrap();
    assert!(taken(&seen).is_empty());
}

async fn what_fails_is_tried_again_after_a_growing_pause(db) {
    let world = World::new(&db);
    let (runner, seen) = runner(&world);
    put(&world, "note", note("away"), 0).await;
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["away 1"]);
    world.clock.advance_seconds(10);
    runner.run_until_idle().await.unwrap();
    assert!(taken(&seen).is_empty(), "the first pause is at least 11 seconds");
    world.clock.advance_seconds(10);
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["away 2"]);
    world.clock.advance_seconds(20);
    runner.run_until_idle().await.unwrap();
    assert!(taken(&seen).is_empty(), "the second pause is at least 22 seconds");
    world.clock.advance_seconds(20);
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["away 3"]);
}

async fn after_the_last_try_a_job_is_kept_as_dead_and_can_be_revived(db) {
    let world = World::new(&db);
    let (runner, seen) = runner(&world);
    put_limited(&world, note("away"), 2).await;
    for _ in 0..5 {
        runner.run_until_idle().await.unwrap();
        world.clock.advance_seconds(3600);
    }
    assert_eq!(taken(&seen), ["away 1", "away 2"]);
    let dead = db.read(|c| Box::pin(async move { jobs::dead(c, 10).await })).await.unwrap();
    assert_eq!(dead.len(), 1);
    let job = dead[0].clone();
    assert_eq!((job.kind.as_str(), job.state, job.attempts, job.max_attempts), ("note", State::Dead, 2, 2));
    assert!(job.last_error.unwrap().contains("the other side is away"));
    let (ctx, id) = (world.ctx(), job.id);
    assert!(db.write(move |c| Box::pin(async move { jobs::revive(c, &ctx, id).await })).await.unwrap());
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["away 1"]);
    let removed = db.write(move |c| Box::pin(async move { jobs::remove(c, id).await })).await.unwrap();
    assert!(!removed, "a job that waits again is not removed");
}

async fn a_fault_of_the_input_gives_up_at_once_and_may_be_removed(db) {
    let world = World::new(&db);
    let (runner, seen) = runner(&world);
    let id = put(&world, "note", note("nonsense"), 0).await;
    put(&world, "note", "not a note", 0).await;
    runner.run_until_idle().await.unwrap();
    world.clock.advance_days(2);
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["nonsense 1"]);
    assert_eq!(stats(&world).await.dead, 2);
    assert!(db.write(move |c| Box::pin(async move { jobs::remove(c, id).await })).await.unwrap());
    assert_eq!(stats(&world).await.dead, 1);
}

async fn a_handler_chooses_its_pause_and_a_panic_is_a_failed_try(db) {
    let world = World::new(&db);
    let (runner, seen) = runner(&world);
    put(&world, "note", note("in an hour"), 0).await;
    put(&world, "note", note("panics"), 0).await;
    put(&world, "note", note("away once"), 0).await;
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["away once 1", "in an hour 1", "panics 1"]);
    world.clock.advance_seconds(3599);
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["away once 2", "panics 2"]);
    world.clock.advance_seconds(1);
    runner.run_until_idle().await.unwrap();
    assert_eq!(taken(&seen), ["in an hour 2"]);
}

async fn a_job_nobody_here_knows_waits_for_a_node_that_does(db) {
    let world = World::new(&db);
    let (runner, _) = runner(&world);
    put(&world, "from the future", (), 0).await;
    runner.run_until_idle().await.unwrap();
    assert_eq!((stats(&world).await.due, stats(&world).await.dead), (1, 0));
}

async fn a_job_whose_node_died_comes_back_and_the_late_end_of_the_first_try_counts_no_more(db) {
    let world = World::new(&db);
    let mut runner = world.runner();
    let first: Arc<Mutex<Option<JobCtx>>> = Arc::default();
    let keep = Arc::clone(&first);
    // Stands for a node that dies: the first try ends, but the clock says its lease ran out long ago.
    let clock = Arc::clone(&world.clock);
    runner.on("slow", move |job: JobCtx, (): ()| {
        let (keep, clock) = (Arc::clone(&keep), Arc::clone(&clock));
        async move {
            if job.attempt == 1 {
                *keep.lock().unwrap() = Some(job.clone());
                clock.advance_seconds(601);
                // Another node claims it meanwhile.
                let mut other = Runner::new(job.db.clone(), clock, Arc::clone(job.ctx.entropy()));
                other.on("slow", |_: JobCtx, (): ()| async { Err(JobError::retry("still slow")) });
                other.run_until_idle().await?;
                return Ok(());
            }
            Ok(())
        }
    });
    put(&world, "slow", (), 0).await;
    runner.run_until_idle().await.unwrap();
    assert_eq!(stats(&world).await.waiting, 1, "the second try's failure stands, not the first one's late success");
    let late = first.lock().unwrap().clone().unwrap();
    let fault = db.write(move |c| {
        let late = late.clone();
        Box::pin(async move { late.finish(c).await })
    }).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::Conflict);
    world.clock.advance_seconds(3600);
    runner.run_until_idle().await.unwrap();
    assert_eq!(stats(&world).await.waiting, 0);
}

async fn a_job_that_kills_its_node_each_time_is_written_off_after_its_tries(db) {
    let world = World::new(&db);
    put_limited(&world, note("kills"), 1).await;
    // A handler that never comes back is given up on, as when the process is killed.
    let mut doomed = world.runner();
    doomed.on("note", |_: JobCtx, _: Note| std::future::pending());
    tokio::select! {
        _ = doomed.run_due() => panic!("it never ends"),
        () = claimed(&world) => {}
    }
    world.clock.advance_seconds(601);
    let (runner, seen) = runner(&world);
    runner.run_until_idle().await.unwrap();
    assert!(taken(&seen).is_empty());
    assert_eq!(stats(&world).await.dead, 1);
}

async fn two_nodes_share_the_queue_and_no_job_is_done_twice(db) {
    let world = World::new(&db);
    let (one, seen_one) = runner(&world);
    let (two, seen_two) = runner(&world);
    for n in 0..60 {
        put(&world, "note", note(&format!("{n:02}")), 0).await;
    }
    let (a, b) = tokio::join!(one.run_until_idle(), two.run_until_idle());
    a.unwrap();
    b.unwrap();
    let mut all = [taken(&seen_one), taken(&seen_two)].concat();
    all.sort();
    assert_eq!(all, (0..60).map(|n| format!("{n:02} 1")).collect::<Vec<_>>());
}

async fn what_is_periodic_is_done_once_in_a_period_by_any_number_of_nodes(db) {
    let world = World::new(&db);
    let count = Arc::new(Mutex::new(0));
    let node = || {
        let mut runner = world.runner();
        let count = Arc::clone(&count);
        runner.every("hourly", 3600, move |_| {
            let count = Arc::clone(&count);
            async move { *count.lock().unwrap() += 1; Ok(()) }
        });
        runner
    };
    let (one, two) = (node(), node());
    for expected in 1..=3 {
        one.run_until_idle().await.unwrap();
        two.run_until_idle().await.unwrap();
        one.run_until_idle().await.unwrap();
        assert_eq!(*count.lock().unwrap(), expected);
        world.clock.advance_seconds(3600);
    }
    // A node started again within the same period does not do it again.
    world.clock.advance_seconds(-3600);
    node().run_until_idle().await.unwrap();
    assert_eq!(*count.lock().unwrap(), 3);
}

async fn jobs_done_are_kept_for_a_week(db) {
    let world = World::new(&db);
    let (runner, _) = runner(&world);
    put(&world, "note", note("a"), 0).await;
    runner.run_until_idle().await.unwrap();
    let before = world.clock.now();
    let kept = db.write(move |c| Box::pin(async move { jobs::prune(c, before).await })).await.unwrap();
    assert_eq!(kept, 0, "done at this very moment, not before it");
    let removed = db.write(move |c| Box::pin(async move { jobs::prune(c, Micros(before.0 + 1)).await })).await.unwrap();
    assert_eq!(removed, 2, "the note and the housekeeping itself");
}

async fn a_runner_that_is_told_to_stop_finishes_what_it_began(db) {
    let world = World::new(&db);
    let mut runner = world.runner();
    let (begun, is_begun) = tokio::sync::oneshot::channel::<()>();
    let (let_go, may_end) = tokio::sync::oneshot::channel::<()>();
    let hands = Arc::new(Mutex::new(Some((begun, may_end))));
    runner.on("long", move |_: JobCtx, (): ()| {
        let hands = hands.lock().unwrap().take().unwrap();
        async move {
            hands.0.send(()).unwrap();
            hands.1.await.unwrap();
            Ok(())
        }
    });
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(Arc::new(runner).run(async { drop(stopped.await); }));
    put(&world, "long", (), 0).await;
    is_begun.await.unwrap();
    stop.send(()).unwrap();
    tokio::task::yield_now().await;
    assert!(!running.is_finished());
    let_go.send(()).unwrap();
    running.await.unwrap();
    let waiting = stats(&world).await.waiting;
    assert_eq!(waiting, 0, "what was begun is written down as done");
}

async fn many_slow_jobs_of_one_kind_do_not_hold_up_the_others(db) {
    let world = World::new(&db);
    let mut runner = world.runner();
    let (let_go, may_end) = tokio::sync::watch::channel(false);
    runner.on("slow", move |_: JobCtx, (): ()| {
        let mut may_end = may_end.clone();
        async move {
            may_end.wait_for(|go| *go).await.unwrap();
            Ok(())
        }
    });
    let (done, mut is_done) = tokio::sync::mpsc::unbounded_channel();
    runner.on("quick", move |_: JobCtx, (): ()| {
        done.send(()).unwrap();
        async { Ok(()) }
    });
    for _ in 0..20 {
        put(&world, "slow", (), 0).await;
    }
    put(&world, "quick", (), 0).await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(Arc::new(runner).run(async { drop(stopped.await); }));
    is_done.recv().await.unwrap();
    let_go.send(true).unwrap();
    stop.send(()).unwrap();
    running.await.unwrap();
}

}

/// Waits until some job is claimed.
async fn claimed(world: &World) {
    loop {
        let (n,): (i64,) = world
            .db
            .read(|c| {
                Box::pin(async move {
                    c.one(db::Q::new("SELECT COUNT(*) FROM job WHERE kind = 'note' AND attempts > 0")).await
                })
            })
            .await
            .unwrap();
        if n > 0 {
            return;
        }
        tokio::task::yield_now().await;
    }
}
