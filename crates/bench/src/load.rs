//! Users who ask for pages one after another, each over a connection of their own.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Method, Request, StatusCode, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// The media type of forms.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// One request: method, path, cookie or bearer header, body.
#[derive(Debug, Clone)]
pub struct Ask {
    /// GET or POST.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// A header that says who asks.
    pub who: (&'static str, String),
    /// What is sent, if anything, with its media type.
    pub body: Option<(&'static str, String)>,
}

/// What a run showed. Times are of whole answers, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Answers a second.
    pub per_second: f64,
    /// Median.
    pub p50: f64,
    /// 99th percentile.
    pub p99: f64,
    /// Answers that were not 2xx.
    pub failed: usize,
    /// The mean size of an answer in bytes.
    pub bytes: usize,
}

/// Sends requests from so many users for a time, cycling through `asks`, after a short warm-up.
///
/// # Errors
/// When the server cannot be reached.
pub async fn run(address: SocketAddr, users: usize, time: Duration, asks: Arc<Vec<Ask>>) -> Result<Figures, String> {
    measure(address, users, time / 5, &asks).await?;
    measure(address, users, time, &asks).await
}

async fn measure(address: SocketAddr, users: usize, time: Duration, asks: &Arc<Vec<Ask>>) -> Result<Figures, String> {
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let tasks: Vec<_> =
        (0..users).map(|_| tokio::spawn(user(address, began + time, Arc::clone(asks), Arc::clone(&next)))).collect();
    let (mut times, mut failed, mut bytes) = (Vec::new(), 0, 0usize);
    for task in tasks {
        let (t, f, b) = task.await.map_err(|e| e.to_string())??;
        times.extend(t);
        failed += f;
        bytes += b;
    }
    let seconds = began.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share).max(0.0) as usize).copied().unwrap_or(0.0);
    let count = times.len().max(1);
    Ok(Figures { per_second: times.len() as f64 / seconds, p50: at(0.5), p99: at(0.99), failed, bytes: bytes / count })
}

type Seen = (Vec<f64>, usize, usize);

async fn user(
    address: SocketAddr,
    until: Instant,
    asks: Arc<Vec<Ask>>,
    next: Arc<AtomicUsize>,
) -> Result<Seen, String> {
    let mut connection = Connection::open(address).await?;
    let (mut times, mut failed, mut bytes) = (Vec::new(), 0, 0);
    while Instant::now() < until {
        let Some(ask) = asks.get(next.fetch_add(1, Ordering::Relaxed) % asks.len().max(1)) else { break };
        let asked = Instant::now();
        let told = connection.send(ask).await?;
        times.push(asked.elapsed().as_secs_f64() * 1000.0);
        bytes += told.bytes;
        if !told.status.is_success() {
            failed += 1;
        }
    }
    connection.close().await;
    Ok((times, failed, bytes))
}

/// A user's connection to the server, kept open.
pub struct Connection {
    address: SocketAddr,
    sender: http1::SendRequest<Full<Bytes>>,
    driver: tokio::task::JoinHandle<hyper::Result<()>>,
}

/// What the server told.
pub struct Told {
    /// The status.
    pub status: StatusCode,
    /// Where it leads to, without what follows `?` or `#`.
    pub leads: Option<String>,
    /// The size of the body.
    pub bytes: usize,
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub async fn open(address: SocketAddr) -> Result<Self, String> {
        let stream = TcpStream::connect(address).await.map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|e| e.to_string())?;
        Ok(Self { address, sender, driver: tokio::spawn(connection) })
    }

    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn send(&mut self, ask: &Ask) -> Result<Told, String> {
        let mut request = Request::builder()
            .method(&ask.method)
            .uri(&ask.path)
            .header(header::HOST, self.address.to_string())
            .header(ask.who.0, &ask.who.1);
        let (media, body) = ask.body.clone().unzip();
        if let Some(media) = media {
            request = request.header(header::CONTENT_TYPE, media);
        }
        let request = request.body(Full::new(Bytes::from(body.unwrap_or_default()))).map_err(|e| e.to_string())?;
        self.sender.ready().await.map_err(|e| e.to_string())?;
        let response = self.sender.send_request(request).await.map_err(|e| e.to_string())?;
        let leads = response.headers().get(header::LOCATION).and_then(|v| v.to_str().ok());
        let leads = leads.and_then(|to| to.split(['?', '#']).next()).map(str::to_owned);
        let status = response.status();
        let bytes = response.into_body().collect().await.map_err(|e| e.to_string())?.to_bytes().len();
        Ok(Told { status, leads, bytes })
    }

    /// Closes it.
    pub async fn close(self) {
        drop(self.sender);
        let _ = self.driver.await;
    }
}
