//! The editor of a lesson.

use crate::{
    act,
    world::{ALL, World},
};

/// Texts that would run something if they could.
const HOSTILE: &str = "## <script>alert(1)</script>\n\n<script>alert(2)</script> <img src=x onerror=alert(3)>\n\n\
[zły odnośnik](javascript:alert(4)) [inny](JaVaScRiPt:alert(5)) [dane](data:text/html,x)\n\n\
![\"><script>alert(6)</script>](x.png)\n\n<iframe src=\"https://evil.example\"></iframe>\n\n| <b onclick=x>A</b> |\n|---|\n| 1 |";

fn harmless(html: &str) {
    let lower = html.to_lowercase();
    for bad in ["<script>alert", "<img src=x", "href=\"javascript", "href=\"data:", "<iframe", "<b onclick"] {
        assert!(!lower.contains(bad), "{bad} in {html}");
    }
}

db::both! { ALL;

async fn the_picture_follows_and_nothing_in_it_runs(db) {
    let w = World::new(&db).await;
    let (id, _, [item, _]) = w.course().await;
    let browser = w.browser(w.author);
    let editor = format!("/desk/lipowa/courses/obieg-pism/items/{item}");
    let picture = browser.post(&format!("{editor}/preview"), &[("body", "> **Ważne.** Termin.\n\n## Kto"), ("objectives", "Policzysz termin")]).await;
    assert_eq!(picture.status, 200);
    assert!(!picture.text.contains("<html") && picture.text.contains("data-tone=\"important\""), "{}", picture.text);
    assert!(picture.text.contains("Policzysz termin") && picture.text.contains("<h2 id=\"h-kto\">Kto</h2>"), "{}", picture.text);
    browser.cookie("szpon_prefs", "en.");
    let english = browser.post(&format!("{editor}/preview"), &[("body", "Tekst po polsku.")]).await;
    assert!(english.text.contains("<div class=\"prose lesson-text\" lang=\"pl\">"), "{}", english.text);
    browser.cookie("szpon_prefs", "pl.");
    let hostile = browser.post(&format!("{editor}/preview"), &[("body", HOSTILE), ("glossary", "<b>x</b> | <script>alert(7)</script>")]).await;
    harmless(&hostile.text);
    // Without scripts the button shows the picture, and nothing is saved.
    let shown = browser.post(&editor, &[("title", "Nowy tytuł"), ("body", "Jeszcze *nie* zapisane."), ("go", "preview")]).await;
    assert!(shown.status == 200 && shown.text.contains("Jeszcze <em>nie</em> zapisane."), "{}", shown.text);
    let kept = act!(w, |c, _ctx, scope| courses::lesson::lesson(c, scope, item)).unwrap();
    assert_eq!(kept.body, "");
    // Saved and published it is as harmless.
    w.write(item, HOSTILE).await;
    harmless(&browser.get(&format!("/desk/lipowa/courses/obieg-pism/preview/{item}")).await.text);
    let version = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    let content = courses::content(&w.kit.app, version).await.unwrap();
    harmless(&content.item(item).unwrap().lesson.as_ref().unwrap().html);
}

async fn two_authors_of_one_lesson_lose_nothing(db) {
    let w = World::new(&db).await;
    let (_, _, [item, _]) = w.course().await;
    let editor = format!("/desk/lipowa/courses/obieg-pism/items/{item}");
    let (anna, barbara) = (w.browser(w.author), w.browser(w.second));
    let form = |body: &'static str, minutes: &'static str| {
        [("title", "Pierwsza lekcja"), ("minutes", minutes), ("required", "on"), ("body", body), ("version", "1"), ("item_version", "1"), ("go", "save")]
    };
    assert_eq!(anna.post(&editor, &form("Tekst napisany przez Annę.", "10")).await.status, 303);
    let stale = barbara.post(&editor, &form("Tekst napisany przez Barbarę.", "10")).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("<del>") && stale.text.contains("Annę.") && stale.text.contains("Barbarę."), "{}", stale.text);
    assert!(stale.text.contains("przez Barbarę.</textarea>"), "her own text is in the form");
    // She looks at both and saves again, now knowing of the other.
    let mut again = form("Tekst napisany przez Annę i Barbarę.", "10");
    again[4] = ("version", "2");
    assert_eq!(barbara.post(&editor, &again).await.status, 303);
    let kept = act!(w, |c, _ctx, scope| courses::lesson::lesson(c, scope, item)).unwrap();
    assert_eq!(kept.body, "Tekst napisany przez Annę i Barbarę.");
    // Who changes only the minutes does not meet who changed the text.
    let minutes = barbara.post(&editor, &form("Tekst napisany przez Annę i Barbarę.", "25")).await;
    assert_eq!(minutes.status, 303);
}

async fn what_cannot_be_read_is_said_at_its_field(db) {
    let w = World::new(&db).await;
    let (_, _, [item, _]) = w.course().await;
    let editor = format!("/desk/lipowa/courses/obieg-pism/items/{item}");
    let browser = w.browser(w.author);
    let form = [("title", ""), ("minutes", "10"), ("body", "Tekst"), ("glossary", "bez wyjaśnienia"), ("version", "1"), ("item_version", "1")];
    let refused = browser.post(&editor, &form).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Wypełnij to pole.") && refused.text.contains("Tekst</textarea>"), "{}", refused.text);
    let mut form = form;
    form[0] = ("title", "Lekcja");
    let refused = browser.post(&editor, &form).await;
    assert!(refused.status == 422 && refused.text.contains("Każde pojęcie zapisz w osobnym wierszu"), "{}", refused.text);
    form[3] = ("glossary", "termin | czas na załatwienie sprawy");
    form[1] = ("minutes", "dziesięć");
    let refused = browser.post(&editor, &form).await;
    assert!(refused.status == 422 && refused.text.contains("Podaj liczbę."), "{}", refused.text);
}

}
