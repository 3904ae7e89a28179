//! `bench asks HOST:PORT FILE`: requests of a file sent to any server by the same users as in the other measurements, so that
//! another program can be measured beside this one.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use hyper::Method;
use serde::Deserialize;

use crate::load::{self, Ask, FORM};

const USERS: usize = 16;
const TIME: Duration = Duration::from_secs(20);

/// A line of the file, as JSON: a page to read, or a form to send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// Path and query.
    path: String,
    /// The cookies of whoever asks.
    cookie: String,
    /// Fields as a browser sends them: `a=1&b=2`. Without them the page is read.
    form: Option<String>,
}

/// Sends the requests in turn, over and over, and prints the figures.
pub async fn run(args: &[String]) -> Result<(), String> {
    let [_, address, file] = args else { return Err("asks HOST:PORT FILE".into()) };
    let address: SocketAddr = address.parse().map_err(|e| format!("{address}: {e}"))?;
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let asks = text.lines().map(|line| serde_json::from_str::<Line>(line).map(ask).map_err(|e| format!("{file}: {e}")));
    let asks = asks.collect::<Result<Vec<Ask>, String>>()?;
    let f = load::run(address, USERS, TIME, Arc::new(asks)).await?;
    println!(
        "{USERS} users: {:.1} a second, median {:.2} ms, p99 {:.2} ms, {} bytes, {} failed",
        f.per_second, f.p50, f.p99, f.bytes, f.failed
    );
    Ok(())
}

fn ask(line: Line) -> Ask {
    Ask {
        method: if line.form.is_some() { Method::POST } else { Method::GET },
        path: line.path,
        who: ("cookie", line.cookie),
        body: line.form.map(|form| (FORM, form)),
    }
}
