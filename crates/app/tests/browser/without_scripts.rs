//! With scripts switched off: a form is sent, and the desk settles the matter.

use crate::{
    forms,
    harness::{Browser, Site},
    office,
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

    b.leave().await;
    let case = office::case_of_copy(&site, &b).await;
    b.go(&format!("{case}/settle")).await;
    b.choose("outcome", "granted").await;
    b.choose("sure", "on").await;
    b.press("Załatw i zamknij akta").await;
    b.go(&case).await;
    b.sees("Załatwiona").await;
}
