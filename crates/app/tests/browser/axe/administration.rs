//! Pages of an office's administrator and of the operator.

use std::fs;

use web::Guard;

use super::{KODEN, Review};
use crate::harness::{Browser, Site};

pub const GUARDS: &[Guard] = &[Guard::Administrator, Guard::Operator];

#[tokio::test]
async fn administration_is_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let mut r = Review::default();
    b.sign_in(&site.account("admin", "koden")).await;
    an_administrator(&site, &b, &mut r).await;
    b.leave().await;

    b.sign_in(&site.account("citizen", "")).await;
    b.go("/offices/1061011/claim").await;
    b.fill("position", "Sekretarz").await;
    b.fill("justification", "Prowadzę sprawy organizacyjne urzędu od pięciu lat.").await;
    b.press("Wyślij zgłoszenie").await;
    b.sees("Czeka na decyzję").await;
    b.leave().await;

    b.sign_in(&site.account("operator", "")).await;
    r.rest(&b, &[Guard::Operator], &[KODEN]).await;
    r.pages(&b, &["/operator/claims?status=all"]).await;
    r.linked(&b, &[("/operator/claims", "main a[href*='/operator/claims/']")]).await;
    r.refused(&b, &[("/operator/offices/new", "main form[action='/operator/offices/new']")]).await;
    r.end(GUARDS);
}

async fn an_administrator(site: &Site, b: &Browser, r: &mut Review) {
    r.rest(b, &[Guard::Administrator], &[KODEN, ("service", "odpis-aktu")]).await;
    r.pages(b, &["/desk/koden/admin/services/odpis-aktu/form?at_step=0&at_field=0", "/desk/koden/templates/new"]).await;
    let from = [
        ("/desk/koden/admin/units", "main a[href*='/units/0']"),
        ("/desk/koden/admin/people", "main a[href*='/people/0']"),
        ("/desk/koden/admin/points", "main a[href*='/points/0']"),
        ("/desk/koden/admin/file-plan", "main a[href*='/file-plan/0']"),
        ("/desk/koden/templates", "main a[href*='/templates/0']"),
    ];
    r.linked(b, &from).await;
    let forms = [
        ("/desk/koden/admin/units/new", "main form[action$='/units/new']"),
        ("/desk/koden/admin/people/new", "main form[action$='/people/new']"),
        ("/desk/koden/admin/points/new", "main form[action$='/points/new']"),
        ("/desk/koden/admin/data", "main form[action$='/data']"),
        ("/desk/koden/admin/import", "main form:has([name=people_file])"),
        ("/desk/koden/admin/hooks", "main form[action$='/hooks']"),
    ];
    r.refused(b, &forms).await;

    // A file with a right row and a wrong one, before it is taken.
    let file = site.data().join("osoby.csv");
    let rows = "e-mail;imię;nazwisko;komórka;stanowisko;role;od;do\n\
        jan.bury@koden.example;Jan;Bury;GK;inspektor;urzędnik;2026-01-01;\n\
        ewa.sowa@koden.example;Ewa;Sowa;XYZ;inspektorka;urzędnik;2026-01-01;\n";
    for (text, said) in [(rows.to_owned(), "XYZ"), (rows.replace("XYZ", "GK"), "Sowa")] {
        fs::write(&file, text).unwrap();
        b.go("/desk/koden/admin/import").await;
        b.attach("people_file", &file).await;
        b.press_css("main form:has([name=people_file]) button[type=submit]").await;
        b.sees(said).await;
        let preview = b.path().await;
        r.pages(b, &[&preview]).await;
    }

    // A hook and its deliveries; the host's name leads nowhere, and that is what the page tells.
    b.go("/desk/koden/admin/hooks").await;
    b.fill("url", "https://system.example/szpon").await;
    b.press_css("main form[action$='/hooks'] button[type=submit]").await;
    b.sees("system.example").await;
    r.linked(b, &[("/desk/koden/admin/hooks", "main a[href*='/hooks/0']")]).await;
}
