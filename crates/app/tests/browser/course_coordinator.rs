//! A coordinator enrols a whole unit: sees whom, confirms once, and the people have the course and an e-mail.

use crate::harness::{Browser, Site};

const ENROL: &str = "/desk/lublin/courses/prosty-jezyk/learners/enrol";

#[tokio::test]
async fn a_coordinator_enrols_a_unit() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("coordinator", "lublin")).await;
    b.go("/desk/lublin/courses").await;
    b.press("Prosty język w urzędzie").await;
    b.press("Uczestnicy").await;
    b.press_css("main a[href$='/learners/enrol']").await;
    b.pick("unit", "Biuro Obsługi Mieszkańców").await;
    let due = "const d = new Date(Date.now() + 30 * 86400000); return d.toISOString().slice(0, 10)";
    let due = b.c.execute(due, vec![]).await.unwrap();
    b.set("due", due.as_str().unwrap()).await;
    b.press_css("#by-unit button[type=submit]").await;

    // Whom it is about stands there before anybody is enrolled.
    b.sees("Do zapisania").await;
    for name in ["Lis", "Mazurek", "Gołąb", "Szulc"] {
        b.sees(name).await;
    }
    b.sees_not("Wójtowicz").await;
    b.axe("whom it is about").await;
    let list = b.path().await;
    b.press_twice("main form[action*='/enrol/'] button[type=submit]").await;
    b.leads_to("/learners").await;
    b.go("/desk/lublin/courses/prosty-jezyk/learners").await;
    assert_eq!(b.text().await.matches("Mazurek").count(), 1, "enrolled once");
    b.axe("the learners").await;
    b.go(&list).await;
    b.sees("Te osoby są już zapisane").await;
    b.go(ENROL).await;
    b.pick("unit", "Biuro Obsługi Mieszkańców").await;
    b.press_css("#by-unit button[type=submit]").await;
    b.sees("Już zapisane").await;

    // One of them reads of it and begins.
    let person = Browser::open(&site, 390).await;
    person.sign_in(&site.account("registry", "lublin")).await;
    person.go("/demo/mail?to=katarzyna.mazurek@lublin.example").await;
    person.comes("/demo/mail?to=katarzyna.mazurek@lublin.example", "Nowy kurs dla Ciebie").await;
    person.go("/learn").await;
    person.press_css("main a[href='/learn/prosty-jezyk']").await;
    person.sees("Do kiedy").await;
    person.fits().await;
}
