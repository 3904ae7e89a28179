//! What the demonstration shows whoever signs in first.

use szpon::compose;

use crate::stage::Stage;

/// The desk exists to show what is late and what is near: the first official of an office must find both.
#[tokio::test]
async fn an_official_of_the_demonstration_has_a_case_overdue_and_one_due_this_week() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    for office in ["koden", "lublin"] {
        let token = &stage.account("official", office).api_token;
        for view in ["overdue", "due"] {
            let path = format!("/api/v1/offices/{office}/cases?view={view}");
            let found = stage.browser().api(axum::http::Method::GET, &path, Some(token), None).await;
            let own = found.json()["items"].as_array().map_or(0, Vec::len);
            assert!(own > 0, "{office} has no case {view}: {}", found.text);
        }
    }
}
