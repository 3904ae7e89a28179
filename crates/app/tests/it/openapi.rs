//! The OpenAPI document tells of every endpoint below `/api/v1`, and of none that is not there.

use std::collections::BTreeSet;

use szpon::compose;

#[test]
fn the_document_and_the_routes_agree() {
    let document = serde_json::to_value(compose::openapi()).unwrap();
    let told: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.clone()))
        })
        .filter(|(method, _)| ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&method.as_str()))
        .collect();
    let there: BTreeSet<(String, String)> = compose::routes()
        .list
        .iter()
        .filter(|r| r.path.starts_with("/api/"))
        .map(|r| (r.method.to_string(), r.path.to_owned()))
        .collect();
    assert_eq!(told.difference(&there).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "told but not there");
    assert_eq!(there.difference(&told).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "there but not told");
}
