//! Killing the process at any moment loses nothing that was confirmed.

use std::{collections::BTreeSet, sync::Arc};

use axum::http::{Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use crate::commands::demo;

type Http = Client<HttpConnector, Full<axum::body::Bytes>>;

async fn ask(http: &Http, token: &str, method: &str, url: &str, body: Option<Value>) -> Result<Value, String> {
    let request = Request::builder()
        .method(method)
        .uri(url)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Full::from(body.map(|b| b.to_string()).unwrap_or_default()))
        .unwrap();
    let response = http.request(request).await.map_err(|e| e.to_string())?;
    let good = response.status().is_success();
    let bytes = response.into_body().collect().await.map_err(|e| e.to_string())?.to_bytes();
    if good {
        serde_json::from_slice(&bytes).map_err(|e| e.to_string())
    } else {
        Err(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// All cases of the office as (identifier, reference).
async fn cases(http: &Http, token: &str, base: &str) -> Vec<(String, String)> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let url = format!("{base}/api/v1/offices/koden/cases?limit=50&cursor={cursor}");
        let page = ask(http, token, "GET", &url, None).await.unwrap();
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        all.extend(page["items"].as_array().unwrap().iter().map(|c| (text(&c["id"]), text(&c["reference"]))));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return all,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_confirmed_is_there_after_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    let http: Http = Client::builder(TokioExecutor::new()).build_http();
    let confirmed = Arc::new(Mutex::new(BTreeSet::new()));
    for round in 0..3 {
        let (mut child, told) = demo(dir.path());
        let base = told["base_url"].as_str().unwrap().to_owned();
        let account = told["accounts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["role"] == "official" && a["office"] == "koden")
            .unwrap();
        let token = account["api_token"].as_str().unwrap().to_owned();
        let have = cases(&http, &token, &base).await;
        let known: BTreeSet<String> = have.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(known.len(), have.len());
        let missing: Vec<String> = confirmed.lock().await.difference(&known).cloned().collect();
        assert!(missing.is_empty(), "round {round}: {} confirmed cases are gone", missing.len());
        let before = confirmed.lock().await.len();
        let workers: Vec<_> = (0..8)
            .map(|_| {
                let (http, token, base, confirmed) = (http.clone(), token.clone(), base.clone(), Arc::clone(&confirmed));
                tokio::spawn(async move {
                    loop {
                        let body = json!({ "symbol": "6131", "title": "Sprawa pod obciążeniem", "party": { "name": "Zofia Maj" } });
                        let Ok(made) = ask(&http, &token, "POST", &format!("{base}/api/v1/offices/koden/cases"), Some(body)).await else { return };
                        confirmed.lock().await.insert(made["id"].as_str().unwrap().to_owned());
                    }
                })
            })
            .collect();
        while confirmed.lock().await.len() < before + 60 {
            assert!(child.try_wait().unwrap().is_none(), "the server ended by itself");
            assert!(workers.iter().any(|w| !w.is_finished()), "nothing could be opened");
            tokio::task::yield_now().await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for worker in workers {
            worker.await.unwrap();
        }
    }
    // A last start: all there, and the numbers of the class have no gap and no repeat.
    let (mut child, told) = demo(dir.path());
    let base = told["base_url"].as_str().unwrap();
    let token = told["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["role"] == "official" && a["office"] == "koden")
        .unwrap()["api_token"]
        .as_str()
        .unwrap();
    let have = cases(&http, token, base).await;
    let references: BTreeSet<&String> = have.iter().map(|(_, reference)| reference).collect();
    assert_eq!(references.len(), have.len(), "a reference was given twice");
    assert!(confirmed.lock().await.len() >= 180);
    let known: BTreeSet<&String> = have.iter().map(|(id, _)| id).collect();
    assert!(confirmed.lock().await.iter().all(|id| known.contains(id)));
    child.kill().unwrap();
    child.wait().unwrap();
}
