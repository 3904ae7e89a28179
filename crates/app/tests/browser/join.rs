//! An office joins: its representative, the operator, and the office's own first administrator.

use std::fs;

use crate::harness::{Browser, Site};

const MAIL: &str = "iga.lis@miedzyrzec.example";
const PASSWORD: &str = "cztery zielone kajaki";
const OFFICE: &str = "Urząd Miasta Międzyrzec Podlaski";

#[tokio::test]
async fn an_office_joins_and_sets_itself_up() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;

    // The representative has an account once the e-mail is proven.
    b.go("/register").await;
    b.fill("given_name", "Iga").await;
    b.fill("family_name", "Lis").await;
    b.fill("email", MAIL).await;
    b.fill("password", PASSWORD).await;
    b.press_css("main form[action='/register'] button[type=submit]").await;
    b.sees("Sprawdź pocztę").await;
    b.open_mail(MAIL).await;
    b.fill("password", PASSWORD).await;
    b.press_css("main form[action^='/verify/'] button[type=submit]").await;

    // The gmina is found without Polish letters, and claimed.
    b.go("/").await;
    b.fill("q", "miedzyrzec podlaski").await;
    b.press("Szukaj").await;
    b.press_css("main a[href='/offices/0601011']").await;
    b.sees(OFFICE).await;
    b.press("Poprowadź ten urząd tutaj").await;
    b.fill("position", "Sekretarz").await;
    b.fill("justification", "Prowadzę sprawy organizacyjne urzędu od pięciu lat.").await;
    b.press("Wyślij zgłoszenie").await;
    b.sees("Czeka na decyzję").await;

    // The operator must say why, then approves.
    let operator = Browser::open(&site, 1280).await;
    operator.sign_in(&site.account("operator", "")).await;
    operator.opens("/operator/claims", "main a[href*='/operator/claims/']", "Iga Lis").await;
    operator.fill("reason", "Potwierdzone telefonicznie w sekretariacie urzędu.").await;
    operator.press_css("main button[name=decision][value=approve]").await;
    operator.leads_to("/operator/claims").await;
    drop(operator);

    // The new administrator works alone from here.
    b.go("/").await;
    b.go("/desk").await;
    let path = b.path().await;
    let slug =
        path.split('/').nth(2).unwrap_or_else(|| panic!("no desk at {path}")).split('?').next().unwrap().to_owned();
    let admin = format!("/desk/{slug}/admin");
    for (code, name) in [("BM", "Burmistrz Miasta"), ("GK", "Referat Gospodarki Komunalnej")] {
        b.go(&format!("{admin}/units/new")).await;
        b.fill("code", code).await;
        b.fill("name", name).await;
        b.set("from", "2026-01-01").await;
        b.press("Zapisz").await;
        b.sees(name).await;
    }
    b.go(&format!("{admin}/people/new")).await;
    b.fill("email", "olga.zych@miedzyrzec.example").await;
    b.fill("given_name", "Olga").await;
    b.fill("family_name", "Zych").await;
    b.pick("unit", "GK").await;
    b.press("Dodaj i zaproś").await;
    b.sees("Zych").await;

    // A file with a bad row changes nothing and says which row and why; the corrected one is taken whole.
    let good = "e-mail;imię;nazwisko;komórka;stanowisko;role;od;do\n\
        jan.bury@miedzyrzec.example;Jan;Bury;GK;inspektor;urzędnik;2026-01-01;\n";
    let bad = format!("{good}ewa.sowa@miedzyrzec.example;Ewa;Sowa;XYZ;inspektorka;urzędnik;2026-01-01;\n");
    let right = bad.replace("XYZ", "BM");
    for (name, text) in [("zle.csv", &bad), ("dobre.csv", &right)] {
        let file = site.data().join(name);
        fs::write(&file, text).unwrap();
        b.go(&format!("{admin}/import")).await;
        b.attach("people_file", &file).await;
        b.press_css("main form:has([name=people_file]) button[type=submit]").await;
        if name == "zle.csv" {
            b.sees("Nie ma komórki o symbolu „XYZ”.").await;
            b.go(&format!("{admin}/people")).await;
            b.sees_not("Bury").await;
        } else {
            b.sees("Sowa").await;
            b.press_css("main form button[type=submit]").await;
            b.go(&format!("{admin}/people")).await;
            b.sees("Bury").await;
            b.sees("Sowa").await;
        }
    }

    // Anybody sees the new office.
    let stranger = Browser::open(&site, 390).await;
    stranger.go(&format!("/o/{slug}")).await;
    stranger.sees(OFFICE).await;
    stranger.go("/?q=miedzyrzec").await;
    stranger.press_css(&format!("main a[href='/o/{slug}'], main a[href='/offices/0601011']")).await;
    stranger.sees(OFFICE).await;
}

#[tokio::test]
async fn a_claim_refused_says_why_and_can_be_made_again() {
    const WHY: &str = "Proszę dołączyć upoważnienie podpisane przez wójta.";
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let zofia = site.account("citizen", "");
    b.sign_in(&zofia).await;
    b.go("/offices/0601011/claim").await;
    b.fill("position", "Sekretarz").await;
    b.fill("justification", "Prowadzę sprawy organizacyjne urzędu od pięciu lat.").await;
    b.press("Wyślij zgłoszenie").await;
    b.sees("Czeka na decyzję").await;
    let claim = b.path().await;

    // Without a reason nothing is decided.
    let operator = Browser::open(&site, 1280).await;
    operator.sign_in(&site.account("operator", "")).await;
    operator.opens("/operator/claims", "main a[href*='/operator/claims/']", "Zofia Maj").await;
    let decision = operator.path().await;
    operator.send_without_checks("main button[name=decision][value=refuse]").await;
    assert_eq!(operator.status().await, 422);
    operator.waits_for("main .error-summary").await;
    operator.axe("no reason").await;
    operator.fill("reason", WHY).await;
    operator.press_css("main button[name=decision][value=refuse]").await;
    operator.leads_to("/operator/claims").await;
    operator.go(&decision).await;
    operator.sees(WHY).await;
    operator.axe("refused").await;

    // The person reads why, in the e-mail and on the page, has got no office, and may ask again.
    b.go(&claim).await;
    b.sees(WHY).await;
    b.axe("refused").await;
    b.go(&format!("/demo/mail?to={}", zofia.login)).await;
    let mails = b.links("main a[href^='/demo/mail/']").await;
    b.go(&mails[0]).await;
    b.sees(OFFICE).await;
    b.go("/offices/0601011").await;
    b.sees("Poprowadź ten urząd tutaj").await;
    b.go(&claim).await;
    b.press_css("main a[href='/offices/0601011/claim']").await;
    b.waits_for("main [name=justification]").await;
}
