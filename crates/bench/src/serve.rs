//! The server under measurement: the real binary in a process of its own.

use std::{
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// A running server; stopped when dropped.
pub struct Server {
    pub address: SocketAddr,
    pub child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The binary beside this one.
pub fn binary() -> Result<std::path::PathBuf, String> {
    let own = std::env::current_exe().map_err(|e| e.to_string())?;
    let path = own.with_file_name("szpon");
    if path.exists() { Ok(path) } else { Err(format!("{} is not built", path.display())) }
}

/// A port nobody uses.
pub fn free_address() -> Result<SocketAddr, String> {
    std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())
}

/// Starts the server over a database and waits until it is ready.
pub async fn start(data: &Path, database: &str) -> Result<Server, String> {
    let address = free_address()?;
    let child = Command::new(binary()?)
        .args(["serve", "--log", "warn", "--listen", &address.to_string(), "--database-url", database, "--data"])
        .arg(data)
        .stdout(Stdio::null())
        .spawn()
        .map_err(|e| e.to_string())?;
    let server = Server { address, child };
    wait(address, "/health/ready", Duration::from_secs(60)).await?;
    Ok(server)
}

/// Waits until a page answers, and tells how long that took.
pub async fn wait(address: SocketAddr, path: &str, limit: Duration) -> Result<Duration, String> {
    let began = Instant::now();
    loop {
        if let Ok((200, _, _)) = ask(address, path, None).await {
            return Ok(began.elapsed());
        }
        if began.elapsed() > limit {
            return Err(format!("{address} does not answer"));
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// One request: a form to send, or a page to read. Gives status, cookies, body.
pub async fn ask(address: SocketAddr, path: &str, form: Option<&str>) -> Result<(u16, String, String), String> {
    let stream = TcpStream::connect(address).await.map_err(|e| e.to_string())?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|e| e.to_string())?;
    tokio::spawn(connection);
    let mut request = Request::builder().uri(path).header(header::HOST, address.to_string());
    if form.is_some() {
        request = request.method("POST").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    let request =
        request.body(Full::new(Bytes::from(form.unwrap_or_default().to_owned()))).map_err(|e| e.to_string())?;
    let response = sender.send_request(request).await.map_err(|e| e.to_string())?;
    let status = response.status().as_u16();
    let cookies: Vec<String> = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok()?.split(';').next().map(str::to_owned))
        .collect();
    let body = response.into_body().collect().await.map_err(|e| e.to_string())?.to_bytes();
    Ok((status, cookies.join("; "), String::from_utf8_lossy(&body).into_owned()))
}

/// Signs in and gives the cookie.
pub async fn sign_in(address: SocketAddr, email: &str, password: &str) -> Result<String, String> {
    let form = format!("email={}&password={}", email.replace('@', "%40"), password.replace(' ', "+"));
    let (status, cookies, body) = ask(address, "/sign-in", Some(&form)).await?;
    if status == 303 && cookies.contains("szpon_session") {
        Ok(cookies)
    } else {
        Err(format!("sign-in as {email}: {status} {body}"))
    }
}
