//! The keyboard alone: the skip link, the focus that can be seen, a search sent with Enter.

use fantoccini::key::Key;

use crate::harness::{Browser, Site};

/// What has the focus, tag and name, once something shows that it has it. The page itself need not show it.
async fn focused(b: &Browser) -> (String, String) {
    let seen = "const e = document.activeElement; return [document.body, document.documentElement].includes(e) || \
        [e, e.parentElement].some(x => { const s = getComputedStyle(x); \
            return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; })";
    let seen = b.until(seen, vec![]).await;
    let what = "const e = document.activeElement; return [e.tagName, e.name || e.getAttribute('href') || '']";
    let (tag, name) = serde_json::from_value(b.c.execute(what, vec![]).await.unwrap()).unwrap();
    assert!(seen, "the focus cannot be seen on {tag} {name} of {}", b.path().await);
    (tag, name)
}

#[tokio::test]
async fn an_office_is_found_and_a_service_asked_for_without_a_mouse() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;

    // The first stop is the link over the navigation, and it leads into the page.
    b.key(Key::Tab).await;
    let (tag, href) = focused(&b).await;
    assert!(tag == "A" && href.starts_with('#'), "the first stop is {tag} {href}");
    b.key(Key::Enter).await;
    let inside = "const m = document.querySelector('main'); return location.hash.length > 1 && (m.matches(':target') || m.contains(document.querySelector(':target')))";
    assert!(b.until(inside, vec![]).await, "the link leads not into the page: {}", b.path().await);

    to_field(&b, "q").await;
    b.c.active_element().await.unwrap().send_keys("kodeń").await.unwrap();
    b.key(Key::Enter).await;
    assert!(b.path().await.contains("q="), "{}", b.path().await);
    b.waits_for("main a[href='/o/koden'], main a[href^='/offices/0601062']").await;

    b.go("/o/koden/services").await;
    to_field(&b, "q").await;
    b.c.active_element().await.unwrap().send_keys("zgubiłem dowód").await.unwrap();
    b.key(Key::Enter).await;
    assert!(b.path().await.contains("q="), "{}", b.path().await);
    let first = b.links("main a[href*='/services/']").await.into_iter().next().unwrap_or_default();
    assert!(first.ends_with("/services/utrata-dowodu"), "the first answer is {first}");
}

/// Goes on with Tab until the field has the focus; every stop on the way can be seen.
async fn to_field(b: &Browser, name: &str) {
    for _ in 0..60 {
        b.key(Key::Tab).await;
        let (tag, at) = focused(b).await;
        if tag == "INPUT" && at == name {
            return;
        }
    }
    panic!("Tab does not reach {name} on {}", b.path().await);
}
