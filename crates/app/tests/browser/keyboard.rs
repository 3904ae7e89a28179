//! The keyboard alone: the skip link, the focus that can be seen, a search sent with Enter.

use fantoccini::{
    Locator,
    actions::{InputSource as _, KeyAction, KeyActions},
    key::Key,
};
use serde_json::json;

use crate::harness::{Browser, Site};

async fn key(b: &Browser, key: Key) {
    let value = char::from(key);
    let keys = KeyActions::new("keys".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
    b.c.perform_actions(keys).await.unwrap();
}

/// What has the focus: tag, name and whether anything shows that it has it.
async fn focused(b: &Browser) -> (String, String, bool) {
    let script = "const e = document.activeElement, s = getComputedStyle(e); \
        const near = [e, e.parentElement].some(x => { const s = getComputedStyle(x); \
            return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; }); \
        return [e.tagName, e.name || e.getAttribute('href') || '', near];";
    serde_json::from_value(b.c.execute(script, vec![]).await.unwrap()).unwrap()
}

#[tokio::test]
async fn an_office_is_found_and_a_service_asked_for_without_a_mouse() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;

    // The first stop is the link over the navigation, and it leads into the page.
    key(&b, Key::Tab).await;
    let (tag, href, seen) = focused(&b).await;
    assert_eq!((tag.as_str(), seen), ("A", true), "{href}");
    assert!(href.starts_with('#'), "the first stop leads to {href}");
    key(&b, Key::Enter).await;
    let inside = "const m = document.querySelector('main'); return location.hash.length > 1 && (m.matches(':target') || m.contains(document.querySelector(':target')))";
    assert_eq!(b.c.execute(inside, vec![]).await.unwrap(), json!(true));

    to_field(&b, "q").await;
    b.c.active_element().await.unwrap().send_keys("kodeń").await.unwrap();
    key(&b, Key::Enter).await;
    b.c.wait().for_element(Locator::Css("main a[href='/o/koden'], main a[href^='/offices/0601062']")).await.unwrap();

    b.go("/o/koden/services").await;
    to_field(&b, "q").await;
    b.c.active_element().await.unwrap().send_keys("zgubiłem dowód").await.unwrap();
    key(&b, Key::Enter).await;
    b.c.wait().for_element(Locator::Css("main a[href$='/services/utrata-dowodu']")).await.unwrap();
    assert!(b.path().await.contains("q="), "{}", b.path().await);
}

/// Goes on with Tab until the field has the focus; every stop on the way can be seen.
async fn to_field(b: &Browser, name: &str) {
    for _ in 0..60 {
        key(b, Key::Tab).await;
        let (tag, at, seen) = focused(b).await;
        assert!(seen || tag == "BODY" || tag == "HTML", "the focus cannot be seen on {tag} {at}");
        if tag == "INPUT" && at == name {
            return;
        }
    }
    panic!("Tab does not reach {name} on {}", b.path().await);
}
