//! An author makes a small course, mends what the accessibility check finds, and publishes it; somebody else opens it.

use serde_json::json;

use crate::harness::{Browser, Site};

const TITLE: &str = "Poranna odprawa w punkcie obsługi";
const LESSON: &str = "Zanim otworzysz drzwi";

#[tokio::test]
async fn an_author_makes_and_publishes_a_small_course() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("author", "koden")).await;
    b.go("/desk/koden/courses").await;
    b.press_css("main a[href$='/courses/new']").await;
    b.fill("title", TITLE).await;
    b.fill("summary", "Krótki kurs dla osób, które otwierają punkt obsługi mieszkańców.").await;
    b.choose("audience", "everyone").await;
    b.press("Załóż kurs").await;
    b.sees("Kurs założony").await;
    let course = b.path().await.split(['?', '#']).next().unwrap().to_owned();
    let slug = course.rsplit('/').next().unwrap().to_owned();

    b.fill("title", "Przygotowanie").await;
    b.press("Dodaj moduł").await;
    b.sees("Moduł dodany").await;
    for title in [LESSON, "Pierwsza rozmowa"] {
        b.choose("kind", "lesson").await;
        b.fill("title", title).await;
        b.press_css("main button[name=add-item]").await;
        b.waits_for("main a.structure-name").await;
        b.sees(title).await;
    }
    let lessons = b.links("main a.structure-name").await;
    assert_eq!(lessons.len(), 2);

    // A lesson whose heading leaves a level out and whose link says nothing.
    write(&b, &lessons[0], "## Rano\n\nSprawdź podjazd.\n\n#### Światło\n\nWięcej [tutaj](https://www.gov.pl).").await;
    write(&b, &lessons[1], "## Powitanie\n\nPowiedz dzień dobry. Zapytaj, w czym pomóc.").await;
    b.go(&format!("{course}/check")).await;
    b.sees("Pominięty poziom nagłówka").await;
    b.sees("Nazwa odnośnika nie mówi, dokąd prowadzi").await;
    b.axe("what the check finds").await;
    let mended = "## Rano\n\nSprawdź podjazd.\n\n### Światło\n\nOtwórz [stronę Gov.pl](https://www.gov.pl).";
    write(&b, &lessons[0], mended).await;
    b.go(&format!("{course}/settings")).await;
    b.fill("outcomes", "Otworzysz punkt o czasie i bez barier.").await;
    b.press("Zapisz").await;
    b.sees("Zapisano").await;
    b.go(&format!("{course}/check")).await;
    b.sees_not("Pominięty poziom nagłówka").await;
    b.sees_not("Nazwa odnośnika nie mówi").await;

    // The order by buttons, as the keyboard reaches them; then as a learner will see it.
    b.go(&course).await;
    b.press_css("main button[name=down-item]:not([disabled])").await;
    let swapped = "return document.querySelector('main a.structure-name').textContent.trim() !== arguments[0]";
    assert!(b.until(swapped, vec![json!(LESSON)]).await, "the lesson does not move down");
    b.press_css("main .structure-item:nth-of-type(2) button[name=up-item]").await;
    let back = "return document.querySelector('main a.structure-name').textContent.trim() === arguments[0]";
    assert!(b.until(back, vec![json!(LESSON)]).await, "the lesson does not move up");
    b.go(&format!("{course}/preview")).await;
    b.sees(LESSON).await;

    // The order by the mouse: the second lesson is dragged above the first, and is there when the page is opened anew.
    b.go(&course).await;
    b.waits_for("main .structure-item .reorder-handle").await;
    b.c.execute(DRAG, vec![]).await.unwrap();
    let said = "return document.querySelector('main [data-reorder] [data-status]').textContent === \
                document.querySelector('main [data-reorder]').dataset.moved";
    assert!(b.until(said, vec![]).await, "the change of order is not told");
    b.go(&course).await;
    let names = b.links("main a.structure-name").await;
    assert_eq!(names, [lessons[1].clone(), lessons[0].clone()], "the order by the mouse is not kept");

    // Nobody has it before it is published.
    let citizen = Browser::open(&site, 390).await;
    citizen.sign_in(&site.account("citizen", "")).await;
    citizen.go(&format!("/learn/{slug}")).await;
    assert_eq!(citizen.status().await, 404);
    b.go(&format!("{course}/publish")).await;
    b.sees_not("W kursie są jeszcze bariery").await;
    b.press("Opublikuj teraz").await;
    b.sees("Wersja opublikowana").await;
    citizen.go("/learn?q=odprawa").await;
    citizen.press_css(&format!("main a[href='/learn/{slug}']")).await;
    citizen.sees("Otworzysz punkt o czasie i bez barier.").await;
    citizen.sees(LESSON).await;
    citizen.fits().await;
    citizen.axe("a new course").await;
}

/// Takes the second activity by its handle and drops it above the first.
const DRAG: &str = "
    const [first, second] = document.querySelectorAll('main .structure-item');
    const carried = new DataTransfer();
    const send = (to, kind, y) => to.dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried, clientY: y }));
    second.querySelector('.reorder-handle').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    if (!second.draggable) throw new Error('the handle does not make it draggable');
    const top = first.getBoundingClientRect().top + 1;
    send(second, 'dragstart', top);
    if (send(first, 'dragover', top)) throw new Error('the list does not take it');
    send(second, 'drop', top);
    send(second, 'dragend', top);
";

/// Writes a lesson and saves it.
async fn write(b: &Browser, lesson: &str, text: &str) {
    b.go(lesson).await;
    b.set("body", text).await;
    b.press("Zapisz").await;
    b.waits_for("main a.structure-name").await;
}
