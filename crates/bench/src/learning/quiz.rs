//! Everybody in one quiz: they begin within ten seconds and answer one question after another. Then all change their answers,
//! as fast as the server saves them.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use db::{Db, q};
use hyper::{Method, StatusCode};

use super::{
    attempts,
    fill::{Filled, QUESTIONS},
};
use crate::{
    limit::{Broken, Limit},
    load::{self, Ask, Connection, FORM, Figures},
    serve::Server,
};

/// Within how long all begin.
const WITHIN: Duration = Duration::from_secs(10);
/// How long somebody thinks about a question, at least.
const THINKS: Duration = Duration::from_millis(2_000);

/// Lets everybody sit the quiz and counts the answers kept: every one must be.
pub async fn sit(server: &Server, filled: &Filled, db: &Db, database: &str, broken: &mut Broken) -> Result<(), String> {
    let people = filled.sitting.len();
    let tasks: Vec<_> = filled
        .sitting
        .iter()
        .enumerate()
        .map(|(n, secret)| {
            let at = WITHIN.mul_f64(n as f64 / people.max(1) as f64);
            let path = format!("/learn/{}/quiz/{}", filled.quizzed, filled.quiz);
            tokio::spawn(one(server.address, path, secret.clone(), at, n))
        })
        .collect();
    let (mut times, mut failed, mut saved_at) = (Vec::new(), 0, Vec::new());
    for task in tasks {
        let (t, f, to) = task.await.map_err(|e| e.to_string())??;
        times.extend(t);
        failed += f;
        saved_at.push(to);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share).max(0.0) as usize).copied().unwrap_or(0.0);
    let kept: (i64,) = db
        .read(|c| Box::pin(async move { c.one(q!("SELECT COUNT(*) FROM attempt_answer")).await }))
        .await
        .map_err(|f| f.to_string())?;
    let (what, all) = (format!("{people} people in one quiz of {QUESTIONS} questions"), people * QUESTIONS);
    let figures = Figures { per_second: 0.0, p50: at(0.5), p99: at(0.99), failed, bytes: 0 };
    let said = broken.look(&what, &figures, &[Limit::P99(200.0)]);
    let whole = usize::try_from(kept.0).is_ok_and(|kept| kept == all);
    if !whole {
        broken.add(format!("{what}: {} of {all} answers kept", kept.0));
    }
    println!(
        "{what:<46} {:>9} {:>9.2} {:>9.2} {:>8} {:>7}   {said}, {} of {all} answers kept{}",
        "",
        figures.p50,
        figures.p99,
        "",
        failed,
        kept.0,
        if whole { "" } else { ": LOST" }
    );
    let what = "changing an answer of a quiz, 16 users";
    let asks = changes(&filled.sitting, &saved_at);
    let f = load::run(server.address, super::USERS, super::TIME, Arc::new(asks)).await?;
    super::row(what, f, database, broken, &[]);
    attempts::measure(server, filled).await
}

/// Every answer of everybody changed several times over, each time to another choice: more than are sent, as one sent again
/// would change nothing.
fn changes(secrets: &[String], paths: &[String]) -> Vec<Ask> {
    let people = || secrets.iter().zip(paths);
    let turns = (2..12).flat_map(|turn| (0..QUESTIONS).map(move |slot| (turn, slot)));
    turns
        .flat_map(|(turn, slot)| {
            people().map(move |(secret, path)| form(path.clone(), secret, answer(slot, turn, turn)))
        })
        .collect()
}

/// One person: begins, answers each question, each answer a request of its own. Also tells where answers are sent.
async fn one(
    address: SocketAddr,
    path: String,
    secret: String,
    begins: Duration,
    n: usize,
) -> Result<(Vec<f64>, usize, String), String> {
    tokio::time::sleep(begins).await;
    let mut connection = Connection::open(address).await?;
    let (mut times, mut failed) = (Vec::new(), 0);
    let mut ask = form(path, &secret, String::new());
    for slot in 0..=QUESTIONS {
        let asked = Instant::now();
        let told = connection.send(&ask).await?;
        times.push(asked.elapsed().as_secs_f64() * 1000.0);
        if slot == 0 {
            let attempt = told.leads.ok_or_else(|| format!("the quiz did not begin: {}", told.status))?;
            ask.path = format!("{attempt}/answers");
        } else if told.status != StatusCode::OK {
            failed += 1;
        }
        ask.body = Some((FORM, answer(slot, n + slot, 1)));
        // Not all in step.
        tokio::time::sleep(THINKS + Duration::from_millis(((n * 37 + slot * 101) % 1_000) as u64)).await;
    }
    connection.close().await;
    Ok((times, failed, ask.path))
}

/// A form a learner sends.
pub(super) fn form(path: String, secret: &str, fields: String) -> Ask {
    Ask { method: Method::POST, path, who: ("cookie", format!("szpon_learner={secret}")), body: Some((FORM, fields)) }
}

/// The answer to a question: one of three choices.
pub(super) fn answer(slot: usize, choice: usize, ordinal: usize) -> String {
    format!("q{slot}={}&o{slot}={ordinal}", choice % 3)
}
