//! A stranger checks a certificate: by its address, by its code, and once it has been revoked.

use crate::harness::{Browser, Site};

#[tokio::test]
async fn a_stranger_checks_a_certificate_and_sees_it_revoked() {
    const WHY: &str = "Zaświadczenie wydano przez pomyłkę.";
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("official", "lublin")).await;
    b.go("/learn/certificates").await;
    let address = b.links("main a[href^='/c/']").await.into_iter().next().expect("no certificate");
    b.leave().await;

    // The address from the paper, on the phone of somebody who has never been here.
    let stranger = Browser::open(&site, 390).await;
    stranger.go(&address).await;
    for text in ["Zaświadczenie jest ważne", "Agnieszka Wójtowicz", "KPA", "Lublin"] {
        stranger.sees(text).await;
    }
    stranger.sees_not("agnieszka.wojtowicz@lublin.example").await;
    stranger.axe("a certificate").await;
    stranger.fits().await;

    // The code, typed by hand: with a letter wrong, then right, in small letters and with spaces.
    let code = address.rsplit('/').next().unwrap().to_owned();
    stranger.go("/c").await;
    stranger.fill("code", &code[..11]).await;
    stranger.press("Sprawdź").await;
    stranger.sees("To nie jest kod zaświadczenia").await;
    let other = if code.starts_with('A') { "C" } else { "A" };
    stranger.fill("code", &format!("{other}{}", &code[1..])).await;
    stranger.press("Sprawdź").await;
    stranger.sees("Nie ma zaświadczenia o tym kodzie").await;
    stranger.fill("code", &format!(" {} {} {}", &code[..4], &code[4..8], &code[8..]).to_lowercase()).await;
    stranger.press("Sprawdź").await;
    stranger.sees("Zaświadczenie jest ważne").await;

    b.sign_in(&site.account("coordinator", "lublin")).await;
    b.opens("/desk/lublin/certificates", "main a[href*='/certificates/0']", &code_on_paper(&code)).await;
    b.press("Unieważnij").await;
    b.waits_for("main dialog[open] [name=reason]").await;
    b.fill("reason", WHY).await;
    b.press_css("main dialog form:has([name=reason]) button[type=submit]").await;
    b.sees("Zaświadczenie unieważnione").await;

    stranger.go(&address).await;
    stranger.sees("Zaświadczenie zostało unieważnione").await;
    stranger.sees(WHY).await;
    stranger.sees_not("Zaświadczenie jest ważne").await;
    stranger.axe("a certificate revoked").await;
}

/// The code in groups of four, as it is printed.
fn code_on_paper(code: &str) -> String {
    format!("{}-{}-{}", &code[..4], &code[4..8], &code[8..])
}
