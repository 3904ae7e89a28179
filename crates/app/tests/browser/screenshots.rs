//! The pictures of the README: into the folder that `SZPON_SCREENSHOTS` names, else into one that is thrown away.

use std::path::{Path, PathBuf};

use crate::{
    forms,
    harness::{Browser, Site},
};

#[tokio::test]
async fn screenshots() {
    let site = Site::start();
    let thrown = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("SZPON_SCREENSHOTS").map_or_else(|| thrown.path().to_owned(), PathBuf::from);
    let of = |name: &str| folder.join(format!("{name}.png"));
    let b = Browser::open(&site, 1280).await;
    b.go("/").await;
    b.picture(&of("start"), 1280, 800).await;
    b.go("/o/lublin/services/zezwolenie-usuniecie-drzew").await;
    b.picture(&of("service"), 1280, 900).await;

    b.sign_in(&site.account("citizen", "")).await;
    b.go("/my").await;
    b.picture(&of("my"), 1280, 900).await;
    b.go("/").await;
    b.picture(&of("start-phone"), 390, 844).await;
    b.go("/my").await;
    b.picture(&of("my-phone"), 390, 844).await;
    b.resize(1280, 1000).await;
    forms::begin(&b).await;
    forms::applicant(&b, "Zofia", "Maj", "zofia.maj@mieszkancy.example").await;
    b.picture(&of("form-step"), 1280, 900).await;
    forms::record(&b).await;
    forms::rest(&b, None).await;
    forms::send(&b).await;
    b.picture(&of("receipt"), 1280, 900).await;

    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.tomasz()).await;
    b.go("/desk/koden").await;
    b.picture(&of("desk"), 1280, 900).await;
    b.go("/desk/koden/cases?view=all").await;
    let cases = b.links("main a[href*='/cases/0']").await;
    let case = cases.first().expect("no case");
    b.go(case).await;
    b.picture(&of("case"), 1280, 1000).await;
    b.go(&format!("{case}/record")).await;
    b.picture(&of("record"), 1280, 900).await;

    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.account("superior", "lublin")).await;
    b.go("/desk/lublin/approvals").await;
    let letters = b.links("main a[href*='/letters/0']").await;
    b.go(letters.first().expect("no letter to approve")).await;
    b.picture(&of("letter"), 1280, 1000).await;
    b.c.delete_all_cookies().await.unwrap();
    learning(&b, &site, &folder).await;
}

/// A course as a guest takes it, as its author makes it, as a coordinator follows it, and what a stranger sees of a certificate.
async fn learning(b: &Browser, site: &Site, folder: &Path) {
    const WASTE: &str = "/learn/segregacja-odpadow";
    let of = |name: &str| folder.join(format!("{name}.png"));
    b.go(WASTE).await;
    b.picture(&of("course"), 1280, 900).await;
    b.press("Zacznij bez konta").await;
    b.sees("Kurs jest Twój").await;
    let lessons = b.links("main a[href^='/learn/segregacja-odpadow/0']").await;
    b.go(lessons.first().expect("no lesson")).await;
    b.picture(&of("lesson-phone"), 390, 844).await;
    b.resize(1280, 1000).await;
    b.go(WASTE).await;
    b.go(b.links("main a[href*='/quiz/']").await.first().expect("no test")).await;
    b.press("Zacznij").await;
    b.waits_for("main [data-question]").await;
    b.picture(&of("quiz"), 1280, 900).await;
    b.c.delete_all_cookies().await.unwrap();

    b.sign_in(&site.account("author", "lublin")).await;
    b.go("/desk/lublin/courses/kpa").await;
    b.picture(&of("course-author"), 1280, 900).await;
    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.account("coordinator", "lublin")).await;
    b.go("/desk/lublin/training").await;
    b.picture(&of("training"), 1280, 900).await;
    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.account("official", "lublin")).await;
    b.go("/learn/certificates").await;
    let address = b.links("main a[href^='/c/']").await.into_iter().next().expect("no certificate");
    b.c.delete_all_cookies().await.unwrap();
    b.go(&address).await;
    b.picture(&of("certificate"), 1280, 900).await;
}
