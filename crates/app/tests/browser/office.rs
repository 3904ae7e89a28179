//! What the office does with a form that was sent, for several journeys: the registry passes it on, and the official to whom
//! it goes opens a case.

use crate::harness::{Browser, Site};

/// The registry gives the application for a copy of a civil status record its number and passes it to Tomasz, who opens a
/// case. Tomasz stays signed in. Gives the case's address.
pub async fn case_of_copy(site: &Site, b: &Browser) -> String {
    b.sign_in(&site.account("registry", "koden")).await;
    b.go("/desk/koden/incoming").await;
    b.press("Odpis aktu stanu cywilnego (urodzenia, małżeństwa, zgonu)").await;
    b.press("Nadaj numer").await;
    b.pick("to", "Tomasz Kuźmicki").await;
    let incoming = b.path().await;
    b.press("Przekaż").await;
    b.sees("Przesyłka jest przekazana").await;
    b.leave().await;
    b.sign_in(&site.tomasz()).await;
    b.go(&incoming).await;
    b.press("Załóż sprawę").await;
    b.fill("class", "5362").await;
    b.pick("unit", "GK").await;
    b.press("Załóż sprawę").await;
    b.sees("GK.5362.").await;
    b.path().await.split('?').next().unwrap().to_owned()
}
