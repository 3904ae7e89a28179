//! With scripts switched off: a form is sent, and the desk settles the matter.

use crate::{
    forms,
    harness::{Browser, Site},
};

#[tokio::test]
async fn a_form_is_sent_and_settled_without_scripts() {
    let site = Site::start();
    let b = Browser::without_scripts(&site, 1280).await;
    b.sign_in(&site.account("citizen", "")).await;
    forms::begin(&b).await;
    forms::applicant(&b, "Zofia", "Maj", "zofia.maj@mieszkancy.example").await;
    forms::record(&b).await;
    forms::rest(&b, Some(&forms::picture(site.data()))).await;
    forms::send(&b).await;
    forms::number(&b).await;
    b.sees("przelew.png").await;

    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.account("registry", "koden")).await;
    b.go("/desk/koden/incoming").await;
    b.press("Odpis aktu stanu cywilnego (urodzenia, małżeństwa, zgonu)").await;
    b.press("Nadaj numer").await;
    b.pick("to", "Tomasz Kuźmicki").await;
    let incoming = b.path().await;
    b.press("Przekaż").await;
    b.sees("Przesyłka jest przekazana").await;

    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.tomasz()).await;
    b.go(&incoming).await;
    b.press("Załóż sprawę").await;
    b.fill("class", "5362").await;
    b.pick("unit", "GK").await;
    b.press("Załóż sprawę").await;
    b.sees("GK.5362.").await;
    let case = b.path().await.split('?').next().unwrap().to_owned();
    b.go(&format!("{case}/settle")).await;
    b.choose("outcome", "granted").await;
    b.choose("sure", "on").await;
    b.press("Załatw i zamknij akta").await;
    b.go(&case).await;
    b.sees("Załatwiona").await;
}
