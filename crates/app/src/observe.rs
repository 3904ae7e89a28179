//! Logs and metrics: a span for every request, named by its screen; counts and times by route.

use std::{io::IsTerminal as _, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing::{Instrument as _, field::Empty};
use tracing_subscriber::EnvFilter;

use crate::{
    config::Config,
    language::{because, t},
    msg,
};

/// Starts the log. Logs are a message and fields: never secrets, never personal data.
pub fn start_log(config: &Config) {
    // `Config::read` has refused what is no filter.
    let filter = EnvFilter::new(&config.log);
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Colours are for people at a terminal; in a file or the journal they would be noise.
    let builder = if std::io::stderr().is_terminal() { builder } else { builder.with_ansi(false) };
    // A second start in one process (tests) keeps the first.
    let _ = if config.log_json { builder.json().try_init() } else { builder.try_init() };
}

/// Starts the collection of metrics.
///
/// # Errors
/// When another collector is installed already.
pub fn start_metrics() -> Result<PrometheusHandle, String> {
    const SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), SECONDS)
        .and_then(|b| {
            b.set_buckets_for_metric(
                Matcher::Suffix("_units".into()),
                &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0],
            )
        })
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(|e| because(t().s(msg::CLI_START), e))
}

/// A method as a label. Whoever asks may invent methods, and every label is a time series of its own: what is not known is
/// `other`. Routes are patterns of ours, `none` for all addresses without one.
fn method(said: &Method) -> &'static str {
    match *said {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// The layer around all routes that counts, times and logs.
pub async fn requests(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = method(request.method()).to_owned();
    let span = tracing::info_span!("request", method, route, screen = Empty);
    let response = next.run(request).instrument(span.clone()).await;
    let seconds = began.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let labels = [("route", route), ("method", method), ("status", status.to_string())];
    metrics::counter!("szpon_requests_total", &labels).increment(1);
    metrics::histogram!("szpon_request_seconds", "route" => labels[0].1.clone()).record(seconds);
    tracing::debug!(parent: &span, status, millis = seconds * 1000.0, "answered");
    response
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware, routing::get};
    use tower::ServiceExt as _;

    use super::*;

    #[test]
    fn strangers_cannot_make_time_series() {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        metrics::with_local_recorder(&recorder, || {
            runtime.block_on(async {
                let app: Router =
                    Router::new().route("/o/{office}", get(|| async {})).layer(middleware::from_fn(requests));
                for n in 0..50 {
                    for (method, path) in
                        [(format!("HACK{n}"), "/o/koden".to_owned()), ("GET".into(), format!("/x{n}"))]
                    {
                        let request = Request::builder().method(method.as_str()).uri(path).body(Body::empty()).unwrap();
                        app.clone().oneshot(request).await.unwrap();
                    }
                }
            });
        });
        let said = handle.render();
        let series = said.lines().filter(|l| l.starts_with("szpon_requests_total{")).count();
        assert_eq!(series, 2, "{said}");
        assert!(said.contains(r#"method="other""#) && !said.contains("HACK"), "{said}");
    }
}
