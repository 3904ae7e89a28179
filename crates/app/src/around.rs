//! What stands around every route: how long a request may last, what becomes of a panic, faults as pages or JSON, headers.

use std::{any::Any, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
};
use futures::StreamExt as _;
use kernel::{Fault, FaultKind};
use tokio::{sync::watch, time::sleep};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};
use web::{App, Problem};

use crate::{msg, observe};

/// How long a request may take after the last byte of it has come.
const SILENCE: Duration = Duration::from_secs(120);
/// How long a request may last at most, however steadily it comes: 50 MB over 0.25 Mbit/s.
const LONGEST: Duration = Duration::from_secs(30 * 60);

/// Puts around routes what every answer has. What can go wrong stands inside the layer that makes pages of faults, so that
/// people read of a panic or of an answer that took too long in their language, and programs get problem+json.
pub fn around(routes: Router<App>, app: &App) -> Router<App> {
    layers(routes, app, SILENCE)
}

fn layers(routes: Router<App>, app: &App, silence: Duration) -> Router<App> {
    routes
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(silence, patience))
        .layer(middleware::from_fn_with_state(app.clone(), web::layers::faults))
        // What remains: a panic of the layer of faults itself.
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), web::layers::headers))
        .layer(DefaultBodyLimit::disable())
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(observe::requests))
}

/// What a handler said when it panicked goes to the log by the panic hook, not to whoever asked.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Problem(Fault::internal("a handler panicked")).into_response()
}

/// Gives up on a request of which nothing has come, and to which no answer was found, for a while. As long as a file comes
/// over a slow line, the time begins anew with each piece of it, up to [`LONGEST`] in all.
async fn patience(State(silence): State<Duration>, request: Request, next: Next) -> Response {
    let (heard, hears) = watch::channel(());
    let (parts, body) = request.into_parts();
    let body = Body::from_stream(body.into_data_stream().inspect(move |_| {
        heard.send_replace(());
    }));
    let answer = next.run(Request::from_parts(parts, body));
    let given = within(answer, hears, || sleep(silence), sleep(LONGEST)).await;
    given.unwrap_or_else(|| Problem(Fault::new(FaultKind::Unavailable, msg::FAULT_LATE)).into_response())
}

/// The answer, unless there is silence until the timer ends or all of it lasts too long.
async fn within<T, S: Future<Output = ()>>(
    answer: impl Future<Output = T>,
    mut hears: watch::Receiver<()>,
    silence: impl Fn() -> S,
    longest: impl Future<Output = ()>,
) -> Option<T> {
    tokio::pin!(answer, longest);
    loop {
        tokio::select! {
            biased;
            given = &mut answer => return Some(given),
            () = &mut longest => return None,
            Ok(()) = hears.changed() => {}
            () = silence() => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{future::pending, sync::Arc};

    use axum::{http::Request, routing::get};
    use clap::Command;
    use kernel::{FixedClock, Micros, SeededEntropy};
    use tokio::task::yield_now;
    use tower::ServiceExt as _;

    use super::*;
    use crate::{compose, config, config::Config, server};

    async fn turns(n: usize) {
        for _ in 0..n {
            yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_file_that_comes_slowly_is_waited_for_and_one_that_stops_is_not() {
        let upload = |pieces: usize| {
            let (heard, hears) = watch::channel(());
            let come = async move {
                for _ in 0..pieces {
                    turns(2).await;
                    heard.send_replace(());
                }
            };
            (come, hears)
        };
        // A hundred pieces take far longer than the five turns that may pass in silence.
        let (come, hears) = upload(100);
        assert_eq!(within(come, hears, || turns(5), pending()).await, Some(()));
        let (come, hears) = upload(3);
        let stops = async move {
            come.await;
            pending::<()>().await;
        };
        assert_eq!(within(stops, hears, || turns(5), pending()).await, None);
        let (come, hears) = upload(1_000);
        assert_eq!(within(come, hears, || turns(5), turns(500)).await, None, "it may not last for ever");
    }

    /// Asks a router with a route that panics and one that never answers.
    async fn ask(path: &str, language: &str, silence: Duration) -> (u16, String, String) {
        compose::init();
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().display().to_string();
        let matches = Command::new("szpon").args(config::arguments()).get_matches_from(["szpon", "--data", &data]);
        let config = Config::read(&matches).unwrap();
        let db = db::testing::sqlite(&[&compose::migrations()]).await;
        let clock = Arc::new(FixedClock::at(Micros(1_772_622_000_000_000)));
        let app = server::build(&config, db.clone(), clock, Arc::new(SeededEntropy::new(1)), false).unwrap();
        async fn panics() -> &'static str {
            panic!("a defect")
        }
        let late = || async { pending::<&'static str>().await };
        let routes = Router::new()
            .route("/breaks", get(panics))
            .route("/api/v1/breaks", get(panics))
            .route("/late", get(late))
            .route("/api/v1/late", get(late));
        let router: Router = layers(routes, &app, silence).with_state(app);
        let request = Request::builder().uri(path).header("accept-language", language).body(Body::empty()).unwrap();
        let Ok(response) = router.oneshot(request).await;
        let (status, kind) =
            (response.status().as_u16(), response.headers()["content-type"].to_str().unwrap().to_owned());
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, kind, String::from_utf8(bytes.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_panic_and_an_answer_that_never_comes_are_told_like_any_other_fault() {
        for (path, status, silence, polish, english) in [
            ("breaks", 500, SILENCE, "Wystąpił błąd po naszej stronie", "Something went wrong on our side"),
            ("late", 503, Duration::ZERO, "To trwało zbyt długo", "This took too long"),
        ] {
            for (language, words) in [("pl", polish), ("en", english)] {
                let (said, kind, text) = ask(&format!("/{path}"), language, silence).await;
                assert_eq!((said, kind.starts_with("text/html")), (status, true), "{path}: {kind}");
                assert!(text.contains(words) && text.contains("<html"), "{path}: {text}");
                let (said, kind, text) = ask(&format!("/api/v1/{path}"), language, silence).await;
                assert_eq!((said, kind.as_str()), (status, "application/problem+json"), "{path}");
                assert!(text.contains(words), "{path}: {text}");
            }
        }
    }
}
