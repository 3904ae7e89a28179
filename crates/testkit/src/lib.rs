//! For a subject's flows in `tests/it`: an application over a test database, with a clock that stands still, repeatable
//! randomness, a key for what is sealed, objects in a folder that goes away, and requests without a network.
//!
//! ```ignore
//! let kit = testkit::Kit::new(&db, Box::new(identity::Web), date(2026, 3, 2));
//! let browser = kit.browser(mysubject::routes());
//! let page = browser.get("/o/lipowa").await;
//! assert_eq!(page.status, 200);
//! assert!(page.text.contains("Urząd Gminy"));
//! ```

#![expect(clippy::expect_used, reason = "a test that cannot be set up must stop")]

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
    middleware,
};
use db::Db;
use http_body_util::BodyExt as _;
use jiff::civil::Date;
use kernel::{Actor, Ctx, FixedClock, Lang, SeededEntropy};
use tower::ServiceExt as _;
use web::{App, Authenticate, Parts, Routes, Settings};

/// An application for one test.
pub struct Kit {
    /// The application.
    pub app: App,
    /// Its clock; starts at noon of the day given.
    pub clock: Arc<FixedClock>,
    _dir: tempfile::TempDir,
}

impl Kit {
    /// An application over a database, at noon of a day in Poland.
    ///
    /// # Panics
    /// When no folder can be made.
    pub fn new(db: &Db, auth: Box<dyn Authenticate>, day: Date) -> Self {
        install_key();
        let dir = tempfile::tempdir().expect("a folder for the test");
        let clock = Arc::new(FixedClock::noon(day));
        let url = format!("file:{}", dir.path().display());
        let settings =
            Settings { public_url: "http://szpon.test".into(), max_upload: 5 << 20, demo: false, trust_proxy: false };
        let app = App::new(Parts {
            db: db.clone(),
            blobs: blob::Store::open(&url, &blob::Options::default()).expect("objects"),
            pdf: pdf::Renderer::new(1),
            clock: clock.clone(),
            entropy: Arc::new(SeededEntropy::new(7)),
            settings,
            auth,
        });
        Self { app, clock, _dir: dir }
    }
    /// A context of somebody, in Polish, now.
    pub fn ctx(&self, actor: Actor) -> Ctx {
        self.app.ctx(actor, Lang::Pl)
    }
    /// A browser for these routes, without a session yet.
    pub fn browser(&self, routes: Routes) -> Browser {
        Browser::over(&self.app, routes)
    }
}

/// Gives this process the key of tests, for an application that is not made here.
///
/// # Panics
/// Never: the key is a good one.
pub fn install_key() {
    seal::install(seal::Keyring::parse(&"42".repeat(32)).expect("a key of 32 bytes"));
}

/// A browser without a network: keeps cookies, does not follow redirects by itself.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: Arc<Mutex<Vec<(String, String)>>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body's bytes.
    pub bytes: Vec<u8>,
    /// The body as text.
    pub text: String,
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
    /// The body as JSON.
    ///
    /// # Panics
    /// When it is not JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("a JSON body")
    }
}

impl Browser {
    /// A browser for the routes of an application, without a session yet.
    pub fn over(app: &App, routes: Routes) -> Self {
        let layer = middleware::from_fn_with_state(app.clone(), web::layers::faults);
        let router = routes.router.layer(layer).with_state(app.clone());
        Self { router, cookies: Arc::default() }
    }
    /// The same browser without any cookies.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self { router: self.router.clone(), cookies: Arc::default() }
    }
    /// Puts a cookie into it, in place of an older one of the name.
    pub fn cookie(&self, name: &str, value: &str) {
        let mut jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        jar.retain(|(n, _)| n != name);
        jar.push((name.to_owned(), value.to_owned()));
    }
    /// Reads a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::builder().uri(path), Body::empty()).await
    }
    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let owned = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(web::Fields(owned).encode())).await
    }
    /// Sends a form with files: (field, file name, content).
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        const EDGE: &str = "szpon-test-edge";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (name, file, content) in files {
            let head =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n");
            body.extend(head.bytes());
            body.extend_from_slice(content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").bytes());
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
        self.send(request, Body::from(body)).await
    }
    /// Calls the JSON API, with a token if given.
    pub async fn api(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<serde_json::Value>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        self.send(request, body.map_or_else(Body::empty, |b| Body::from(b.to_string()))).await
    }
    /// Sends any request.
    ///
    /// # Panics
    /// When the request itself cannot be built.
    pub async fn send(&self, mut request: axum::http::request::Builder, body: Body) -> Answer {
        let jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if !jar.is_empty() {
            let line: Vec<String> = jar.iter().map(|(n, v)| format!("{n}={v}")).collect();
            request = request.header(header::COOKIE, line.join("; "));
        }
        let request = request.body(body).expect("a request");
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let Some((name, value)) = cookie.split(';').next().and_then(|c| c.split_once('=')) else { continue };
            if cookie.contains("Max-Age=0") {
                self.cookies.lock().unwrap_or_else(PoisonError::into_inner).retain(|(n, _)| n != name);
            } else {
                self.cookie(name, value);
            }
        }
        let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, bytes, text }
    }
}
