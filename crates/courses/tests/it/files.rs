//! Files of a course: what is accepted, and how it is served.

use axum::{body::Body, http::Request};
use courses::FileKind;

use crate::{
    act,
    world::{ALL, World},
};

const PAGE: &str = "/desk/lipowa/courses/obieg-pism/files";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 40\"><text x=\"5\" y=\"20\" fill=\"#ccc\">Termin</text></svg>";
const MP4: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom0123456789abcdef";

db::both! { ALL;

async fn a_picture_needs_its_description_and_is_not_chosen_twice(db) {
    let w = World::new(&db).await;
    let (id, _, [item, _]) = w.course().await;
    let browser = w.browser(w.author);
    let refused = browser.upload(PAGE, &[("alt", " ")], &[("file", "Droga pisma.png", PNG)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Opisz słowami, co jest w pliku") && refused.text.contains("Zachowaliśmy plik"), "{}", refused.text);
    let kept = refused.text.split("name=\"kept\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let added = browser.post(PAGE, &[("alt", "Droga pisma przez urząd"), ("kept", kept)]).await;
    assert_eq!(added.status, 303, "{}", added.text);
    let rows = act!(w, |c, _ctx, _scope| courses::file::files(c, id)).unwrap();
    assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].kind), (1, "droga-pisma.png", FileKind::Picture));
    w.write(item, "![Droga pisma przez urząd](droga-pisma.png)").await;
    let page = browser.get(&format!("/desk/lipowa/courses/obieg-pism/preview/{item}")).await;
    let src = courses::address(rows[0].id);
    assert!(page.text.contains(&format!("<img src=\"{src}\" alt=\"Droga pisma przez urząd\"")), "{}", page.text);
    let served = browser.get(&src).await;
    assert_eq!((served.status.as_u16(), served.bytes.as_slice()), (200, PNG));
    assert_eq!(served.headers["content-type"], "image/png");
}

async fn what_could_run_is_refused_or_served_in_a_sandbox(db) {
    let w = World::new(&db).await;
    let (id, ..) = w.course().await;
    let browser = w.browser(w.author);
    let evil = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    for (name, content, said) in [
        ("zly.svg", &evil[..], "skrypty"),
        ("strona.html", b"<html><script>alert(1)</script></html>", "Takiego pliku nie można"),
        ("obraz.png", b"<html><script>alert(1)</script></html>", "nie zgadza się"),
        ("napisy.vtt", b"1\n00:00:01.000 --> 00:00:02.000\nCze\xc5\x9b\xc4\x87", "nie są napisy WebVTT"),
        ("program.exe", b"MZ\x90\0", "Takiego pliku nie można"),
    ] {
        let refused = browser.upload(PAGE, &[("alt", "opis")], &[("file", name, content)]).await;
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.text.contains(said), "{name}: {}", refused.text);
    }
    assert!(act!(w, |c, _ctx, _scope| courses::file::files(c, id)).unwrap().is_empty());
    browser.upload(PAGE, &[("alt", "Napis Termin")], &[("file", "rysunek.svg", SVG)]).await;
    browser.upload(PAGE, &[("alt", "Wzór pisma")], &[("file", "wzor.txt", b"Wzor pisma")]).await;
    let rows = act!(w, |c, _ctx, _scope| courses::file::files(c, id)).unwrap();
    let served = browser.get(&courses::address(rows[0].id)).await;
    assert_eq!(served.headers["content-type"], "image/svg+xml");
    assert!(served.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
    let served = browser.get(&courses::address(rows[1].id)).await;
    assert!(served.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    // Its faint words are found by the check.
    let check = browser.get("/desk/lipowa/courses/obieg-pism/check").await;
    assert!(check.text.contains("Za słaby kontrast") && check.text.contains("Termin"), "{}", check.text);
}

async fn a_film_has_captions_and_words_and_plays_from_the_middle(db) {
    let w = World::new(&db).await;
    let (id, _, [item, _]) = w.course().await;
    let browser = w.browser(w.author);
    let vtt = b"WEBVTT\n\n00:01.000 --> 00:02.000\nDzie\xc5\x84 dobry\n";
    let sent = browser.upload(PAGE, &[("alt", "Rozmowa przy okienku"), ("transcript", "Dzień dobry.\r\n\r\nProszę.")],
        &[("file", "Rozmowa.mp4", MP4), ("captions", "rozmowa.vtt", vtt)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    w.write(item, "Obejrzyj.\n\n![Rozmowa przy okienku](rozmowa.mp4)").await;
    let page = browser.get(&format!("/desk/lipowa/courses/obieg-pism/preview/{item}")).await;
    assert!(page.text.contains("<video controls") && page.text.contains("<track kind=\"captions\""), "{}", page.text);
    assert!(page.text.contains("Tekst nagrania") && page.text.contains("<p>Dzień dobry.</p><p>Proszę.</p>"), "{}", page.text);
    let rows = act!(w, |c, _ctx, _scope| courses::file::files(c, id)).unwrap();
    let film = rows.iter().find(|f| f.kind == FileKind::Video).unwrap();
    let track = rows.iter().find(|f| f.kind == FileKind::Captions).unwrap();
    assert_eq!(film.captions.0, [track.id]);
    assert_eq!(browser.get(&courses::address(track.id)).await.headers["content-type"], "text/vtt");
    // The captions are in the course's language, also where the author looks at the film alone.
    for lang in ["pl", "en"] {
        let now = crate::world::row(&w, id).await;
        let new = courses::Settings { language: lang.into(), ..courses::Settings::of(&now) };
        act!(w, |c, ctx, scope| courses::edit(c, &ctx, scope, id, &new, now.version)).unwrap();
        let page = browser.get(&format!("{PAGE}/{}", film.id)).await;
        assert!(page.text.contains(&format!("srclang=\"{lang}\"")), "{}", page.text);
    }
    let part = Request::builder().uri(courses::address(film.id)).header("range", "bytes=4-7");
    let part = browser.send(part, Body::empty()).await;
    assert_eq!((part.status.as_u16(), part.bytes.as_slice()), (206, &b"ftyp"[..]));
    assert_eq!(part.headers["content-range"].to_str().unwrap(), format!("bytes 4-7/{}", MP4.len()));
}

async fn files_are_for_those_who_may_see_the_course(db) {
    let w = World::new(&db).await;
    let (id, ..) = w.course().await;
    w.browser(w.author).upload(PAGE, &[("alt", "Opis")], &[("file", "a.png", PNG)]).await;
    let rows = act!(w, |c, _ctx, _scope| courses::file::files(c, id)).unwrap();
    let src = courses::address(rows[0].id);
    let stranger = w.kit.browser(courses::routes());
    assert_eq!(w.browser(w.foreign).get(&src).await.status, 404, "a draft of another office");
    assert_eq!(w.browser(w.citizen).get(&src).await.status, 404);
    assert!(stranger.get(&src).await.location().starts_with("/sign-in"));
    act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    assert_eq!(w.browser(w.foreign).get(&src).await.status, 200, "a published course");
    assert!(stranger.get(&src).await.location().starts_with("/sign-in"));
    let now = crate::world::row(&w, id).await;
    let open = courses::Settings { audience: courses::Audience::Everyone, open: true, ..courses::Settings::of(&now) };
    act!(w, |c, ctx, scope| courses::edit(c, &ctx, scope, id, &open, now.version)).unwrap();
    assert_eq!(stranger.get(&src).await.status, 200, "one that needs no account");
    // A file that is taken out stays for the version that shows it.
    let page = format!("{PAGE}/{}", rows[0].id);
    assert_eq!(w.browser(w.author).post(&page, &[("go", "remove")]).await.status, 303);
    assert_eq!(stranger.get(&src).await.status, 200);
    assert!(act!(w, |c, _ctx, _scope| courses::holds(c, rows[0].object().unwrap())).unwrap());
}

}
