//! Whoever opens the link of an e-mail about learning finds a page there.

use std::{collections::BTreeSet, sync::Arc};

use kernel::{Actor, Ctx, FixedClock, Lang, SeededEntropy};
use szpon::{compose, demo::Account};

use crate::stage::Stage;

/// Where pages of learning begin.
const LEARNING: &[&str] = &["/learn", "/c/", "/desk/"];

/// The addresses of this installation in an e-mail, after its public address.
fn links(html: &str) -> Vec<String> {
    let found = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let paths = found.filter_map(|to| to.split_once("://")?.1.split_once('/').map(|(_, path)| format!("/{path}")));
    paths.map(|path| path.replace("&amp;", "&")).filter(|p| LEARNING.iter().any(|l| p.starts_with(l))).collect()
}

#[tokio::test]
async fn every_link_of_an_email_about_learning_leads_to_a_page() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    // Two months later everybody with a term is reminded, and superiors hear of them.
    let clock = Arc::new(FixedClock::at(stage.app.clock.now().plus_days(60)));
    let later = Ctx::new(Actor::System, Lang::Pl, clock, Arc::new(SeededEntropy::new(7)));
    assert!(training::remind(&stage.app.db, &later).await.unwrap() > 0, "nobody was reminded");
    assert!(training::tell_superiors(&stage.app.db, &later).await.unwrap() > 0, "no superior was told");
    let mails = stage.app.db.read(|c| Box::pin(mail::list_recent(c, 5_000, None))).await.unwrap();
    let password = stage.account("operator", "").password.clone();
    let (mut tried, mut wrong, mut subjects) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    for mail in &mails {
        for link in links(&mail.body_html) {
            if !tried.insert((mail.recipient.clone(), link.clone())) {
                continue;
            }
            let account = Account {
                login: mail.recipient.clone(),
                password: password.clone(),
                ..stage.account("operator", "").clone()
            };
            let browser = stage.as_(&account).await;
            let (path, place) = link.split_once('#').unwrap_or((&link, ""));
            let page = browser.get(path).await;
            let found = place.is_empty() || page.text.contains(&format!("id=\"{place}\""));
            if page.status != 200 || !found {
                wrong.push(format!("{} of “{}” to {}: {}", link, mail.subject, mail.recipient, page.status));
            }
            subjects.insert(mail.subject.clone());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for wanted in ["Czeka na Ciebie szkolenie", "Szkolenia w Twoich komórkach"] {
        assert!(subjects.contains(wanted), "no link of “{wanted}” was followed: {subjects:?}");
    }
}

#[test]
fn links_are_found_in_html() {
    let html = r#"<a href="http://a.test/learn#mine">x</a> <a href="https://a.test/sign-in">y</a>"#;
    assert_eq!(links(html), ["/learn#mine"]);
}
