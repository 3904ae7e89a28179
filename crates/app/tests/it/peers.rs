//! The demonstration's whole month on PostgreSQL, and what outsiders rely on.

use szpon::compose;

use crate::stage::Stage;

#[tokio::test]
async fn the_month_is_played_on_postgresql_too() {
    let db = db::testing::postgres(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let official = stage.signed_in("official", "koden").await;
    let cases = official.get("/desk/koden/cases?view=all").await;
    assert_eq!(cases.status, 200);
    assert!(cases.text.contains("GK.6131.1.2026"), "{}", cases.text);
    let found = official.get("/desk/koden/search?q=usuni%C4%99cia%20drzewa").await;
    assert!(found.text.contains("GK.6131.1.2026"), "{}", found.text);
}

#[tokio::test]
async fn the_search_of_an_office_forgives_and_needs_no_token() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let browser = stage.browser();
    for (q, first) in [
        ("zgubilem dowod", "utrata-dowodu"),
        ("karta parkingowa", "karta-parkingowa"),
        ("odpis aktu urodzienia", "odpis-aktu"),
    ] {
        let q = q.replace(' ', "%20");
        let answer = browser.get(&format!("/api/v1/offices/lublin/services?q={q}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json()["items"][0]["id"], first, "{}", answer.text);
    }
    let answer = browser.get("/api/v1/directory?q=lodz").await;
    assert_eq!(answer.json()["items"][0]["name"], "Łódź");
    let roles: Vec<&str> = stage.demo.accounts.iter().map(|a| a.role.as_str()).collect();
    for role in ["operator", "admin", "registry", "official", "superior", "citizen"] {
        assert!(roles.contains(&role), "no {role} in demo.json");
    }
}
