//! Whole attempts at a quiz: begun, looked at, every question answered, handed in, the result read.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use hyper::{Method, StatusCode};

use super::{
    USERS,
    fill::{Filled, QUESTIONS},
    quiz::{answer, form},
};
use crate::{load::Connection, serve::Server};

/// Lets everybody end the attempt they are in, then measures a new one of each.
pub async fn measure(server: &Server, filled: &Filled) -> Result<(), String> {
    let path = format!("/learn/{}/quiz/{}", filled.quizzed, filled.quiz);
    let people = Arc::new(filled.sitting.clone());
    all(server.address, &path, &people).await?;
    let began = Instant::now();
    all(server.address, &path, &people).await?;
    let seconds = began.elapsed().as_secs_f64();
    let what = format!("whole attempts at {QUESTIONS} questions, {USERS} users");
    println!("{what:<46} {:>9.0}", people.len() as f64 / seconds);
    Ok(())
}

/// One attempt of each, so many at once as there are users.
async fn all(address: SocketAddr, path: &str, people: &Arc<Vec<String>>) -> Result<(), String> {
    let next = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..USERS)
        .map(|_| {
            let (path, people, next) = (path.to_owned(), Arc::clone(people), Arc::clone(&next));
            tokio::spawn(async move {
                let mut connection = Connection::open(address).await?;
                while let Some(secret) = people.get(next.fetch_add(1, Ordering::Relaxed)) {
                    attempt(&mut connection, &path, secret).await?;
                }
                connection.close().await;
                Ok::<_, String>(())
            })
        })
        .collect();
    for task in tasks {
        task.await.map_err(|e| e.to_string())??;
    }
    Ok(())
}

async fn attempt(connection: &mut Connection, path: &str, secret: &str) -> Result<(), String> {
    let told = connection.send(&form(path.to_owned(), secret, String::new())).await?;
    let here = told.leads.ok_or_else(|| format!("the quiz did not begin: {}", told.status))?;
    read(connection, here.clone(), secret).await?;
    for slot in 0..QUESTIONS {
        let told = connection.send(&form(format!("{here}/answers"), secret, answer(slot, slot, 100))).await?;
        if told.status != StatusCode::OK {
            return Err(format!("an answer was not saved: {}", told.status));
        }
    }
    let told = connection.send(&form(format!("{here}/finish"), secret, String::new())).await?;
    let result = told.leads.ok_or_else(|| format!("the attempt was not handed in: {}", told.status))?;
    read(connection, result, secret).await
}

async fn read(connection: &mut Connection, path: String, secret: &str) -> Result<(), String> {
    let mut ask = form(path, secret, String::new());
    (ask.method, ask.body) = (Method::GET, None);
    let told = connection.send(&ask).await?;
    if told.status == StatusCode::OK { Ok(()) } else { Err(format!("{}: {}", ask.path, told.status)) }
}
