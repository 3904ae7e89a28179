//! What stands around every handler: where a request may come from, faults as pages or JSON, safe headers.

use axum::{
    Json,
    extract::{FromRequestParts as _, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kernel::{Fault, FaultKind};
use maud::html;
use serde_json::json;
use ui::{Area, Button, Icon};

use crate::{
    App, Problem, Req, Resume,
    form::{Carried, Sent},
    msg, problem,
    req::FLASH,
    resend,
    response::encode,
};

pub use crate::prefs::routes;

/// Accepts changes from our own pages only. Browsers say where a request comes from (`Sec-Fetch-Site`, Fetch
/// Metadata; else `Origin`); programs with a token are no browsers and carry no cookie.
fn cross_site(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) || headers.contains_key(header::AUTHORIZATION) {
        return false;
    }
    match headers.get("sec-fetch-site").map(HeaderValue::as_bytes) {
        Some(b"same-origin" | b"none") => false,
        Some(_) => true,
        None => {
            let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
            let origin = headers.get(header::ORIGIN).and_then(|o| o.to_str().ok());
            origin.is_some_and(|o| o.split_once("://").is_none_or(|(_, rest)| rest != host))
        }
    }
}

/// The layer around all routes: refuses changes from other sites, turns faults into pages or JSON, adds headers.
pub async fn faults(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let carried = Carried::default();
    parts.extensions.insert(carried.clone());
    let mut asking = parts.clone();
    let had_flash = crate::req::cookie(&parts.headers, FLASH).is_some();
    let api = parts.uri.path().starts_with("/api/");
    let mut rest = None;
    let mut response = if cross_site(&parts.method, &parts.headers) {
        Problem(Fault::new(FaultKind::Forbidden, msg::FAULT_CROSS_SITE)).into_response()
    } else {
        let (body, unread) = resend::shared(&parts, body);
        let response = next.run(Request::from_parts(parts, body)).await;
        rest = unread;
        response
    };
    let fault = response.extensions_mut().remove::<Fault>().or_else(|| bare(&response, api));
    if let Some(fault) = fault {
        let mut carried = carried.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        if carried.is_none() {
            carried = resend::unread(&app, &asking, &fault, rest).await;
        }
        response = answer(&app, &mut asking, fault, carried, api).await;
    } else if had_flash && response.status() == StatusCode::OK && is_html(&response) {
        let gone = HeaderValue::from_static("szpon_flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    secure(&app, &mut response);
    response
}

/// Answers that axum gives by itself, without a body of ours.
fn bare(response: &Response, api: bool) -> Option<Fault> {
    match response.status() {
        // Which methods there are is told by `Allow`, which axum adds outside this layer.
        StatusCode::METHOD_NOT_ALLOWED if api => Some(Fault::new(FaultKind::Method, msg::FAULT_METHOD)),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
            if !response.headers().contains_key(header::CONTENT_TYPE) =>
        {
            Some(Fault::not_found())
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            Some(Fault::new(FaultKind::TooLarge, msg::FAULT_TOO_LARGE).arg("limit", "4 MB"))
        }
        _ => None,
    }
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"))
}

async fn answer(
    app: &App,
    asking: &mut http::request::Parts,
    mut fault: Fault,
    carried: Option<Sent>,
    api: bool,
) -> Response {
    // When the database is away even the reader cannot be found out: then a stranger reads the page.
    let req = match Req::from_request_parts(asking, app).await {
        Ok(req) => req,
        Err(_) => {
            asking.headers.remove(header::COOKIE);
            asking.headers.remove(header::AUTHORIZATION);
            match Req::from_request_parts(asking, app).await {
                Ok(req) => req,
                Err(_) => return problem::status(fault.kind).into_response(),
            }
        }
    };
    if matches!(fault.kind, FaultKind::Internal | FaultKind::Unavailable) {
        tracing::error!(%fault, request = %req.ctx.request, "request failed");
        fault = fault.arg("request", req.ctx.request.to_string());
    }
    let status = problem::status(fault.kind);
    if api {
        return as_json(&req, &fault, status);
    }
    if fault.kind == FaultKind::SignIn {
        if asking.method == Method::GET && !req.fragment {
            return req.redirect(format!("/sign-in?next={}", encode(&req.path))).into_response();
        }
        let resume = Resume { path: req.path.clone(), body: carried.unwrap_or_default().fields };
        return (status, app.auth.sign_in_page(&req, &resume)).into_response();
    }
    let (title, icon) = match fault.kind {
        FaultKind::NotFound => (msg::FAULT_PAGE_NOT_FOUND_TITLE, Icon::Search),
        FaultKind::Forbidden | FaultKind::SignIn => (msg::FAULT_PAGE_FORBIDDEN_TITLE, Icon::Lock),
        FaultKind::Gone => (msg::FAULT_PAGE_GONE_TITLE, Icon::Clock),
        FaultKind::Conflict => (msg::FAULT_PAGE_CONFLICT_TITLE, Icon::Warning),
        FaultKind::Unavailable => (msg::FAULT_PAGE_UNAVAILABLE_TITLE, Icon::Clock),
        FaultKind::Internal => (msg::FAULT_PAGE_INTERNAL_TITLE, Icon::Warning),
        FaultKind::BadRequest
        | FaultKind::Invalid
        | FaultKind::Method
        | FaultKind::MediaType
        | FaultKind::TooLarge
        | FaultKind::TooMany => (msg::FAULT_PAGE_INVALID_TITLE, Icon::Warning),
    };
    let text = html! {
        p { (req.t.fault(&fault)) }
        @if !fault.fields.is_empty() {
            ul { @for f in &fault.fields { li { (req.t.args(f.key, &f.args)) } } }
        }
    };
    let home = Button::link(req.t.s(msg::FAULT_PAGE_HOME), "/");
    let again = resend::form(&req, asking, &fault, carried.as_ref());
    let action = html! {
        @match &again {
            Some(form) => { (form) (home.secondary()) }
            None => (home),
        }
    };
    let page = req.page("web.fault", req.t.s(title)).area(Area::Bare);
    (status, ui::fault_page(page, icon, text, action)).into_response()
}

/// `application/problem+json`, RFC 9457. What is wrong with a parameter of the query or a header is told by its name; what
/// is wrong with a body by a JSON pointer (RFC 6901) as a fragment, `#/party/identifier`, and by the name of the field.
fn as_json(req: &Req, fault: &Fault, status: StatusCode) -> Response {
    let told = |f: &kernel::FieldFault| {
        let detail = req.t.args(f.key, &f.args);
        if fault.kind == FaultKind::BadRequest {
            return json!({ "parameter": f.field, "code": f.key, "detail": detail });
        }
        let name = f.field.rsplit('/').next().unwrap_or_default();
        // The whole body is `#`; `#/` would be a field without a name.
        let pointer = if f.field.is_empty() { "#".to_owned() } else { format!("#/{}", f.field) };
        json!({ "pointer": pointer, "field": name, "code": f.key, "detail": detail })
    };
    let fields: Vec<_> = fault.fields.iter().map(told).collect();
    let mut body = json!({
        "type": format!("urn:szpon:fault:{}", fault.key),
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
        "detail": req.t.fault(fault),
        "code": fault.key,
        "request": req.ctx.request,
    });
    if !fields.is_empty() {
        body["errors"] = json!(fields);
    }
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// The layer around everything else, for answers that never came to [`faults`]: a panic, a request that took too long.
pub async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    secure(&app, &mut response);
    response
}

/// Adds the headers every answer has. What an answer set by itself stays: a download has a stricter policy of its own.
fn secure(app: &App, response: &mut Response) {
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::CONTENT_SECURITY_POLICY, ui::assets::CONTENT_SECURITY_POLICY);
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::X_FRAME_OPTIONS, "DENY");
    default(header::REFERRER_POLICY, "same-origin");
    default(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    default(
        HeaderName::from_static("permissions-policy"),
        "geolocation=(), camera=(), microphone=(), payment=(), usb=(), display-capture=()",
    );
    default(header::CACHE_CONTROL, "private, no-cache");
    if app.settings.secure() {
        default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn changes_from_other_sites_are_refused() {
        let own = [("host", "urzad.pl"), ("origin", "https://urzad.pl")];
        let foreign = [("host", "urzad.pl"), ("origin", "https://zlo.pl")];
        assert!(!cross_site(&Method::POST, &headers(&own)));
        assert!(cross_site(&Method::POST, &headers(&foreign)));
        assert!(cross_site(&Method::POST, &headers(&[("sec-fetch-site", "cross-site")])));
        assert!(cross_site(&Method::POST, &headers(&[("sec-fetch-site", "same-site")])));
        assert!(!cross_site(&Method::GET, &headers(&foreign)));
        assert!(!cross_site(&Method::POST, &headers(&[])), "a program without a browser");
    }
}
