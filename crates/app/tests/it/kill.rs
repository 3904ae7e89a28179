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

/// What the server has confirmed: identifiers of cases and messages, numbers of sent forms.
#[derive(Default)]
struct Confirmed {
    cases: BTreeSet<String>,
    forms: BTreeSet<String>,
    messages: BTreeSet<String>,
}

/// A server with the tokens of an official and of a citizen.
#[derive(Clone)]
struct Served {
    http: Http,
    base: String,
    official: String,
    citizen: String,
    /// A case of the citizen's that is still open.
    case: String,
}

impl Served {
    async fn new(http: &Http, told: &Value) -> Self {
        let token = |role: &str, name: &str| {
            let fits = |a: &&Value| a["role"] == role && (a["office"] == "koden" || a["name"] == name);
            told["accounts"].as_array().unwrap().iter().find(fits).unwrap()["api_token"].as_str().unwrap().to_owned()
        };
        let base = told["base_url"].as_str().unwrap().to_owned();
        let (official, citizen) = (token("official", ""), token("citizen", "Zofia Maj"));
        let mut served = Self { http: http.clone(), base, official, citizen, case: String::new() };
        let mine = ask(http, &served.citizen, "GET", &format!("{}/api/v1/my/cases", served.base), None).await.unwrap();
        for case in mine["items"].as_array().unwrap() {
            served.case = case["id"].as_str().unwrap().to_owned();
            if served.message().await.is_ok() {
                return served;
            }
        }
        panic!("the citizen has no open case: {mine}");
    }

    async fn case(&self) -> Result<String, String> {
        let body = json!({ "symbol": "6131", "title": "Sprawa pod obciążeniem", "party": { "name": "Zofia Maj" } });
        let url = format!("{}/api/v1/offices/koden/cases", self.base);
        let made = ask(&self.http, &self.official, "POST", &url, Some(body)).await?;
        Ok(made["id"].as_str().unwrap().to_owned())
    }

    async fn form(&self) -> Result<String, String> {
        let answers = json!({ "applicant": "person", "given_name": "Zofia", "family_name": "Maj", "email": "zofia@example.pl",
            "information": "Proszę o rejestr umów.", "information_way": "email", "information_form": "any", "truth": true });
        let url = format!("{}/api/v1/offices/koden/services/informacja-publiczna/submissions", self.base);
        let sent = ask(&self.http, &self.citizen, "POST", &url, Some(json!({ "answers": answers }))).await?;
        Ok(sent["number"].as_str().unwrap().to_owned())
    }

    async fn message(&self) -> Result<String, String> {
        let url = format!("{}/api/v1/my/cases/{}/messages", self.base, self.case);
        let sent = ask(&self.http, &self.citizen, "POST", &url, Some(json!({ "text": "Dzień dobry" }))).await?;
        Ok(sent["id"].as_str().unwrap().to_owned())
    }
}

/// What the file of the database holds, read when no program has it open.
async fn stored(data: &std::path::Path) -> (Vec<(String, i64)>, BTreeSet<String>) {
    let file = format!("sqlite:{}", data.join("szpon.db").display());
    let db = db::Db::open(&file, &db::Options::default()).unwrap();
    let read = db.read(|c| {
        Box::pin(async move {
            let forms = "SELECT s.number, s.ordinal FROM submission s JOIN office o ON o.id = s.office_id \
                         WHERE o.slug = 'koden' AND s.year = (SELECT MAX(year) FROM submission) ORDER BY s.ordinal";
            let forms: Vec<(String, i64)> = c.all(db::Q::new(forms)).await?;
            let messages: Vec<(uuid::Uuid,)> = c.all(db::Q::new("SELECT id FROM message")).await?;
            Ok((forms, messages))
        })
    });
    let (forms, messages) = read.await.unwrap();
    (forms, messages.into_iter().map(|(id,)| id.to_string()).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_confirmed_is_there_after_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    let http: Http = Client::builder(TokioExecutor::new()).build_http();
    let confirmed = Arc::new(Mutex::new(Confirmed::default()));
    for round in 0..3 {
        let (mut child, told) = demo(dir.path());
        let served = Served::new(&http, &told).await;
        let have = cases(&http, &served.official, &served.base).await;
        let known: BTreeSet<String> = have.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(known.len(), have.len());
        let missing: Vec<String> = confirmed.lock().await.cases.difference(&known).cloned().collect();
        assert!(missing.is_empty(), "round {round}: {} confirmed cases are gone", missing.len());
        let counts = || async {
            let confirmed = confirmed.lock().await;
            (confirmed.cases.len(), confirmed.forms.len(), confirmed.messages.len())
        };
        let before = counts().await;
        let workers: Vec<_> = (0..8)
            .map(|n| {
                let (served, confirmed) = (served.clone(), Arc::clone(&confirmed));
                tokio::spawn(async move {
                    loop {
                        let made = match n {
                            0..4 => served.case().await,
                            4..6 => served.form().await,
                            _ => served.message().await,
                        };
                        let Ok(made) = made else { return };
                        let mut confirmed = confirmed.lock().await;
                        match n {
                            0..4 => confirmed.cases.insert(made),
                            4..6 => confirmed.forms.insert(made),
                            _ => confirmed.messages.insert(made),
                        };
                    }
                })
            })
            .collect();
        loop {
            let now = counts().await;
            if now.0 >= before.0 + 60 && now.1 >= before.1 + 20 && now.2 >= before.2 + 20 {
                break;
            }
            assert!(child.try_wait().unwrap().is_none(), "the server ended by itself");
            assert!(workers.iter().all(|w| !w.is_finished()), "something could not be done: {now:?}");
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
    let served = Served::new(&http, &told).await;
    let have = cases(&http, &served.official, &served.base).await;
    let references: BTreeSet<&String> = have.iter().map(|(_, reference)| reference).collect();
    assert_eq!(references.len(), have.len(), "a reference was given twice");
    child.kill().unwrap();
    child.wait().unwrap();
    let confirmed = confirmed.lock().await;
    assert!(confirmed.cases.len() >= 180 && confirmed.forms.len() >= 60 && confirmed.messages.len() >= 60);
    let known: BTreeSet<&String> = have.iter().map(|(id, _)| id).collect();
    assert!(confirmed.cases.iter().all(|id| known.contains(id)));
    let (forms, messages) = stored(dir.path()).await;
    let ordinals: Vec<i64> = forms.iter().map(|(_, ordinal)| *ordinal).collect();
    assert!(ordinals.iter().copied().eq(1..=forms.len() as i64), "the numbers of sent forms have a gap: {ordinals:?}");
    let numbers: BTreeSet<String> = forms.into_iter().map(|(number, _)| number).collect();
    let lost: Vec<&String> =
        confirmed.forms.difference(&numbers).chain(confirmed.messages.difference(&messages)).collect();
    assert!(lost.is_empty(), "confirmed forms or messages are gone: {lost:?}");
}
