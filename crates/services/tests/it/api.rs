//! The JSON API.

use axum::http::Method;
use serde_json::json;

use crate::setting::{MIGRATIONS, Setting};

db::both! { MIGRATIONS;

async fn services_are_ranked_listed_and_described(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let base = format!("/api/v1/offices/{}/services", s.slug);
    let found = b.get(&format!("{base}?q=zgubi%C5%82em+dow%C3%B3d")).await.json();
    assert_eq!(found["items"][0]["id"], "utrata-dowodu");
    assert!(found["items"][0]["score"].as_f64().unwrap() > 0.0 && found["next"].is_null());
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = b.get(&format!("{base}?limit=20&cursor={cursor}")).await.json();
        all.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(all.len(), 54);
    assert!(all.iter().all(|i| i["score"] == 0.0));
    let one = b.get(&format!("{base}/odpis-aktu")).await.json();
    assert_eq!((one["level"].as_str(), one["form"]["format"].as_u64()), (Some("gmina"), Some(1)));
    assert_eq!(b.get(&format!("{base}/nic")).await.status, 404);
}

async fn a_neighbouring_system_sends_a_form_once(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let path = format!("/api/v1/offices/{}/services/informacja-publiczna/submissions", s.slug);
    let token = s.anna.to_string();
    let answers = json!({ "applicant": "person", "given_name": "Anna", "family_name": "Nowak", "email": "anna@example.pl",
        "information": "Proszę o rejestr umów.", "information_way": "email", "information_form": "any", "truth": true });
    let body = json!({ "answers": answers });
    assert_eq!(b.api(Method::POST, &path, None, Some(body.clone())).await.status, 401);
    let reader = format!("{token} learning:read");
    assert_eq!(b.api(Method::POST, &path, Some(&reader), Some(body.clone())).await.status, 403);
    let mut bad = body.clone();
    bad["answers"]["email"] = "anna".into();
    let refused = b.api(Method::POST, &path, Some(&token), Some(bad)).await;
    assert_eq!((refused.status.as_u16(), refused.json()["errors"][0]["field"].as_str().unwrap().to_owned()), (422, "email".into()));
    let mut unknown = body.clone();
    unknown["answers"]["sql"] = "' OR 1=1".into();
    assert_eq!(b.api(Method::POST, &path, Some(&token), Some(unknown)).await.json()["errors"][0]["field"], "sql");
    let send = || async {
        let request = axum::http::Request::builder().method("POST").uri(&path).header("content-type", "application/json")
            .header("authorization", format!("Bearer {token}")).header("idempotency-key", "k1");
        b.send(request, axum::body::Body::from(body.to_string())).await
    };
    let (first, second) = (send().await, send().await);
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 200), "{}", first.text);
    assert_eq!(first.json(), second.json());
    assert_eq!(first.json()["number"], "WE/1/2026");
    let mut other = body.clone();
    other["answers"]["information"] = "Proszę o coś zupełnie innego.".into();
    let request = axum::http::Request::builder().method("POST").uri(&path).header("content-type", "application/json")
        .header("authorization", format!("Bearer {token}")).header("idempotency-key", "k1");
    let refused = b.send(request, axum::body::Body::from(other.to_string())).await;
    assert_eq!(refused.status, 409, "the same key with other answers: {}", refused.text);
}

async fn a_neighbouring_system_sends_a_form_with_its_files(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let path = format!("/api/v1/offices/{}/services/informacja-publiczna/submissions", s.slug);
    let answers = json!({ "applicant": "person", "given_name": "Anna", "family_name": "Nowak", "email": "anna@example.pl",
        "information": "Proszę o rejestr umów.", "information_way": "email", "information_form": "any", "truth": true }).to_string();
    let field = file_field(&s, "informacja-publiczna").await;
    let send = |parts: Vec<Part>| {
        let body = multipart(&parts);
        let request = axum::http::Request::builder().method("POST").uri(&path)
            .header("content-type", "multipart/form-data; boundary=edge").header("authorization", format!("Bearer {}", s.anna));
        b.send(request, axum::body::Body::from(body))
    };
    let refused = |answer: testkit::Answer, field: &str| {
        let errors = answer.json()["errors"].clone();
        assert!(answer.status == 422 && errors.as_array().unwrap().iter().any(|e| e["field"] == field), "{}", answer.text);
    };
    let pdf = b"%PDF-1.4\n%%EOF".as_slice();
    refused(send(vec![("answers", None, answers.as_bytes()), (&field, Some("wirus.exe"), b"MZ\x90\0")]).await, &field);
    refused(send(vec![("answers", None, answers.as_bytes()), (&field, Some("skan.png"), pdf)]).await, &field);
    refused(send(vec![("answers", None, answers.as_bytes()), ("nic", Some("skan.pdf"), pdf)]).await, "nic");
    refused(send(vec![(&field, Some("skan.pdf"), pdf)]).await, "answers");
    let many: Vec<String> = (0..11).map(|i| format!("skan{i}.pdf")).collect();
    let mut parts: Vec<Part> = vec![("answers", None, answers.as_bytes())];
    parts.extend(many.iter().map(|name| (field.as_str(), Some(name.as_str()), pdf)));
    refused(send(parts).await, &field);

    // The answers as a file, as many clients send JSON.
    let sent = send(vec![("answers", Some("answers.json"), answers.as_bytes()), (&field, Some("pełnomocnictwo.pdf"), pdf)]).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    let (scope, id) = (s.scope, sent.json()["id"].as_str().unwrap().parse().unwrap());
    let files = s.kit.app.db.read(move |c| Box::pin(async move { services::submission_files(c, scope, id).await })).await.unwrap();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!((file.name.as_str(), file.field.as_str(), file.media_type.as_str()), ("pełnomocnictwo.pdf", field.as_str(), "application/pdf"));
    let kept = s.kit.app.blobs.get_bytes(&blob::parse_hash(&file.hash).unwrap()).await.unwrap();
    assert_eq!(kept.as_ref(), pdf);
}

}

/// A part of a request: its name, its file name, its content.
type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

fn multipart(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|f| format!("; filename=\"{f}\"")).unwrap_or_default();
        body.extend_from_slice(
            format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge--\r\n");
    body
}

/// Publishes a form of the service that also asks for files, and gives the question's id.
async fn file_field(s: &Setting, slug: &'static str) -> String {
    let (scope, ctx) = (s.scope, s.kit.ctx(kernel::Actor::System));
    let published = s.kit.app.db.write(move |c| {
        Box::pin(async move {
            let service = services::service_by_slug(c, scope, slug).await?;
            let mut form = services::form(c, scope, service.form_id.unwrap()).await?;
            let asked = json!({ "id": "scan", "type": "file", "label": { "pl": "Skan", "en": "Scan" } });
            form.steps[1].fields.push(serde_json::from_value(asked).unwrap());
            let version = services::admin::save_working(c, &ctx, scope, service.id, &form, 0).await?;
            services::admin::publish_form(c, &ctx, scope, service.id, version).await
        })
    });
    published.await.unwrap();
    "scan".into()
}
