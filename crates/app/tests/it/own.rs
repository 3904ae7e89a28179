//! The copy of a person's own data has every part of it and nothing of other people.

use db::q;
use kernel::{Actor, Lang, OfficeScope};
use serde_json::Value;
use szpon::compose;
use testkit::Browser;

use crate::stage::Stage;

async fn copy(browser: &Browser) -> (Value, String) {
    let file = browser.post("/my/account/export", &[]).await;
    assert_eq!(file.status, 200, "{}", file.text);
    (file.json(), file.text)
}

fn list<'v>(data: &'v Value, part: &str) -> &'v [Value] {
    data[part].as_array().unwrap_or_else(|| panic!("no {part}"))
}

/// A draft with a file, begun and left.
async fn begin_something(browser: &Browser) {
    let begun = browser.post("/o/koden/services/informacja-publiczna/apply", &[]).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    let form = begun.location().trim_end_matches("/applicant").to_owned();
    let pdf: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    let fields = [("version", "0"), ("go", "stay")];
    let kept = browser.upload(&format!("{form}/attachments"), &fields, &[("attachments", "moja-mapa.pdf", pdf)]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    let told = [("information", "rejestr umów za rok 2025"), ("version", "0"), ("go", "stay")];
    assert_eq!(browser.post(&format!("{form}/information"), &told).await.status, 303);
}

db::both! { &[&compose::migrations()];

async fn the_copy_of_a_citizen_has_all_parts_and_nothing_of_others(db) {
    let stage = Stage::new(&db).await;
    let maj = stage.demo.accounts.iter().find(|a| a.name.ends_with(" Maj")).unwrap();
    let other = stage.demo.accounts.iter().find(|a| a.name.ends_with(" Hryciuk")).unwrap();
    let (zofia, jan) = (stage.as_(maj).await, stage.as_(other).await);
    begin_something(&zofia).await;
    let (data, text) = copy(&zofia).await;
    assert_eq!(data["account"]["email"], maj.login.as_str());
    assert!(!list(&data, "sessions").is_empty() && !list(&data, "api_tokens").is_empty());
    assert!(list(&data, "memberships").is_empty() && list(&data, "claims").is_empty());

    let cases = list(&data, "cases");
    assert!(cases.len() >= 2, "{text}");
    let trees = cases.iter().find(|c| c["reference"] == "GK.6131.1.2026").unwrap();
    assert!(trees["messages"].as_array().unwrap().iter().any(|m| m["text"].as_str().unwrap().contains("należy tylko do mnie")));
    let letter = &trees["letters"][0];
    assert!(letter["title"].as_str().is_some_and(|t| !t.is_empty()) && letter["sha256"].as_str().unwrap().len() == 64);
    assert!(!trees["documents"].as_array().unwrap().is_empty() && !trees["record"].as_array().unwrap().is_empty());

    let sent = list(&data, "submissions");
    assert!(sent.len() >= cases.len());
    assert!(sent.iter().all(|s| s["number"].as_str().unwrap().starts_with("WE/") && !s["answers_in_words"].as_array().unwrap().is_empty()));
    assert!(sent.iter().any(|s| s["files"].as_array().is_some_and(|f| !f.is_empty())), "no file of a form: {text}");
    let draft = &list(&data, "drafts")[0];
    assert_eq!(draft["files"][0]["name"], "moja-mapa.pdf");
    assert_eq!(draft["answers"]["information"], "rejestr umów za rok 2025");
    let log = list(&data, "audit_log");
    assert!(log.iter().any(|e| e["action"] == "sign_in"), "{log:?}");

    let (theirs, _) = copy(&jan).await;
    let foreign = list(&theirs, "cases").iter().map(|c| c["reference"].as_str().unwrap()).collect::<Vec<_>>();
    assert!(!foreign.is_empty());
    for secret in foreign.into_iter().chain(["Hryciuk", other.login.as_str(), "Oględziny umówione telefonicznie", "argon2"]) {
        assert!(!text.contains(secret), "{secret} in the copy of {}", maj.name);
    }
}

async fn the_copy_of_an_official_has_where_they_serve_and_no_citizens(db) {
    let stage = Stage::new(&db).await;
    let admin = stage.account("admin", "koden");
    let (data, text) = copy(&stage.as_(admin).await).await;
    let serves = list(&data, "memberships");
    assert_eq!(serves[0]["office"], "Urząd Gminy Kodeń");
    assert!(serves[0]["roles"].as_array().unwrap().contains(&"administrator".into()));
    assert!(!list(&data, "audit_log").is_empty());
    for account in stage.demo.accounts.iter().filter(|a| a.login != admin.login) {
        assert!(!text.contains(&account.login) && !text.contains(&account.name), "{} in the copy of {}", account.name, admin.name);
    }
}

async fn a_case_joined_by_a_link_is_in_the_copy_too(db) {
    let stage = Stage::new(&db).await;
    let citizen = |name: &str| stage.demo.accounts.iter().find(|a| a.name.ends_with(name)).unwrap();
    let (login, ctx) = (citizen(" Maj").login.clone(), stage.app.ctx(Actor::System, Lang::Pl));
    let joiner = citizen(" Hryciuk").login.clone();
    let reference = db
        .write(move |c| {
            let (ctx, login, joiner) = (ctx.clone(), login.clone(), joiner.clone());
            Box::pin(async move {
                let maj = identity::find_by_email(c, &login).await?.unwrap().id;
                let jan = identity::find_by_email(c, &joiner).await?.unwrap().id;
                let (cases, _) = records::citizen_cases(c, maj, None, 1).await?;
                let scope = OfficeScope::checked(cases[0].office);
                my::secret_link(c, &ctx, scope, cases[0].id, &login).await?;
                c.exec(q!("UPDATE my_link SET person_id = $1 WHERE case_id = $2", jan, cases[0].id)).await?;
                Ok(cases[0].reference.clone())
            })
        })
        .await
        .unwrap();
    let (data, _) = copy(&stage.as_(citizen(" Hryciuk")).await).await;
    assert!(list(&data, "cases").iter().any(|c| c["reference"] == reference.as_str()));
}

}
