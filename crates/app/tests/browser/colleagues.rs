//! Officials who work on the same things: handing a case over, editing at once, paper mail, double clicks.

use crate::{
    forms,
    harness::{Browser, Site},
};

const EWA: &str = "ewa.demianiuk@koden.example";
const TITLE: &str = "Ustalenie warunków zabudowy";

/// A window of an official of Kodeń.
async fn window(site: &Site, login: &str) -> Browser {
    let b = Browser::open(site, 1280).await;
    b.sign_in(&site.person(login)).await;
    b
}

/// The case of a title, as its handler finds it.
async fn case(b: &Browser, title: &str) -> String {
    b.go("/desk/koden/cases?view=mine").await;
    b.press(title).await;
    b.waits_for("main a[href$='/hand-over']").await;
    b.path().await
}

#[tokio::test]
async fn two_edit_one_case_at_once_and_it_is_handed_over() {
    let site = Site::start();
    let tomasz = window(&site, &site.tomasz().login).await;
    let ewa = window(&site, EWA).await;
    let case = case(&tomasz, TITLE).await;
    let edit = format!("{case}/edit");

    // Both open the form; the second to save sees both versions and has lost nothing.
    tomasz.go(&edit).await;
    ewa.go(&edit).await;
    tomasz.fill("title", "Warunki zabudowy: działka 112/4").await;
    tomasz.fill("remarks", "Mapa wpłynęła, komplet dokumentów.").await;
    tomasz.press("Zapisz").await;
    tomasz.sees("działka 112/4").await;
    ewa.fill("title", "Warunki zabudowy dla domu przy ul. Sadowej").await;
    ewa.fill("remarks", "Zlecić analizę urbanistyczną do końca miesiąca.").await;
    ewa.press("Zapisz").await;
    ewa.waits_for("main .diff").await;
    for said in ["działka 112/4", "komplet dokumentów", "przy ul. Sadowej", "do końca miesiąca"] {
        ewa.sees(said).await;
    }
    assert_eq!(ewa.value("title").await, "Warunki zabudowy dla domu przy ul. Sadowej");
    assert_eq!(ewa.value("remarks").await, "Zlecić analizę urbanistyczną do końca miesiąca.");
    ewa.axe("both versions").await;

    // Nothing was written over meanwhile; saved again, knowing of the other version, it counts.
    tomasz.go(&edit).await;
    assert_eq!(tomasz.value("title").await, "Warunki zabudowy: działka 112/4");
    ewa.fill("title", "Warunki zabudowy: działka 112/4, ul. Sadowa").await;
    ewa.press("Zapisz").await;
    ewa.leads_to(&case).await;
    tomasz.go(&edit).await;
    assert_eq!(tomasz.value("title").await, "Warunki zabudowy: działka 112/4, ul. Sadowa");
    assert_eq!(tomasz.value("remarks").await, "Zlecić analizę urbanistyczną do końca miesiąca.");

    // Handed over: the colleague has it on her desk, with the reason in the record; he has not got it any more.
    ewa.go("/desk/koden/cases?view=mine").await;
    ewa.sees_not("Warunki zabudowy").await;
    tomasz.go(&format!("{case}/hand-over")).await;
    tomasz.pick("to", "Ewa Demianiuk").await;
    tomasz.fill("reason", "Urlop od poniedziałku, proszę o odbiór analizy.").await;
    tomasz.press_css("main form[action$='/hand-over'] button[type=submit]").await;
    ewa.comes("/desk/koden/cases?view=mine", "Warunki zabudowy").await;
    ewa.go(&format!("{case}/record")).await;
    ewa.sees("Urlop od poniedziałku").await;
    ewa.sees("Ewa Demianiuk").await;
    tomasz.go("/desk/koden/cases?view=mine").await;
    tomasz.sees_not("Warunki zabudowy").await;
}

#[tokio::test]
async fn paper_mail_is_typed_in_passed_on_and_opened_as_one_case() {
    const WHAT: &str = "Wniosek o dopłatę do wymiany pieca";
    let site = Site::start();
    let b = window(&site, &site.account("registry", "koden").login).await;
    b.go("/desk/koden/incoming/new").await;
    b.fill("title", WHAT).await;
    b.fill("sender", "Stefan Bury").await;
    b.fill("sender_address", "ul. Krótka 2").await;
    b.fill("town", "Kodeń").await;
    b.attach("files", &forms::picture(site.data())).await;
    b.press_twice("main form[action$='/incoming/new'] button.btn-primary").await;
    b.sees("RPW.").await;
    b.sees("przelew.png").await;
    b.pick("to", "Tomasz Kuźmicki").await;
    b.press("Przekaż").await;
    b.sees("Przesyłka jest przekazana").await;
    b.comes("/desk/koden/incoming?state=assigned", WHAT).await;
    assert_eq!(b.text().await.matches(WHAT).count(), 1, "typed in once");
    b.leave().await;

    b.sign_in(&site.tomasz()).await;
    b.go("/desk/koden/incoming?state=mine").await;
    b.press(WHAT).await;
    b.sees("przelew.png").await;
    b.sees("Stefan Bury").await;
    b.press("Załóż sprawę").await;
    b.waits_for("main [name=class]").await;
    assert_eq!(b.value("title").await, WHAT);
    b.fill("class", "6131").await;
    b.pick("unit", "GK").await;
    b.press_twice("main form[action$='/cases/new'] button.btn-primary").await;
    b.sees("GK.6131.").await;
    b.sees("przelew.png").await;
    b.go("/desk/koden/cases?view=mine").await;
    assert_eq!(b.text().await.matches(WHAT).count(), 1, "one case");
}
