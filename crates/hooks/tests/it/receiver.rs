//! A receiver of webhooks that answers as it was told, then 200.

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    http::{HeaderMap, StatusCode, Uri, header},
    response::IntoResponse as _,
};

/// A message as it came.
#[derive(Debug, Clone)]
pub struct Message {
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Message {
    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

pub struct Receiver {
    address: SocketAddr,
    taken: Arc<Mutex<Vec<Message>>>,
}

impl Receiver {
    pub async fn start(answers: &[u16]) -> Self {
        let taken: Arc<Mutex<Vec<Message>>> = Arc::default();
        let answers = Arc::new(Mutex::new(VecDeque::from(answers.to_vec())));
        let kept = Arc::clone(&taken);
        let take = move |uri: Uri, headers: HeaderMap, body: String| {
            let (kept, answers) = (Arc::clone(&kept), Arc::clone(&answers));
            async move {
                kept.lock().unwrap().push(Message { path: uri.to_string(), headers, body });
                let status = answers.lock().unwrap().pop_front().unwrap_or(200);
                (StatusCode::from_u16(status).unwrap(), [(header::LOCATION, "/elsewhere")]).into_response()
            }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = Router::new().fallback(take);
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, taken }
    }
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
    pub fn port(&self) -> u16 {
        self.address.port()
    }
    pub fn taken(&self) -> Vec<Message> {
        self.taken.lock().unwrap().clone()
    }
}
