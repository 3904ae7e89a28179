//! Opening a case from mail: the class is suggested with its reason, or offered to pick, never taken by itself.

use crate::world::{OFFICIAL, REGISTRY, TABLES, World, follow, hidden};

/// A letter on paper, registered and passed to the unit; gives its identifier.
async fn passed(w: &World, title: &str) -> String {
    let rita = w.as_(REGISTRY).await;
    let once = hidden(&rita.get("/desk/lipowa/incoming/new").await, "once");
    let fields = [
        ("once", once.as_str()),
        ("channel", "post"),
        ("received", "2026-01-12"),
        ("title", title),
        ("sender", "Kowalski Jan"),
    ];
    let sent = rita.post("/desk/lipowa/incoming/new", &fields).await;
    follow(&rita, &sent).await;
    let to = format!("u:{}", w.units[1]);
    follow(&rita, &rita.post(&format!("{}/assign", sent.location()), &[("to", &to)]).await).await;
    sent.location().rsplit('/').next().unwrap().to_owned()
}

db::both! { TABLES;

async fn classes_with_a_name_alike_are_offered_and_one_must_be_picked(db) {
    let w = World::new(&db).await;
    let mail = passed(&w, "Prośba o zgodę na wycięcie drzewa").await;
    let olga = w.as_(OFFICIAL).await;
    let form = olga.get(&format!("/desk/lipowa/cases/new?incoming={mail}")).await;
    assert!(form.text.contains("Klasy o podobnej nazwie") && form.text.contains("value=\"6131\""), "{}", form.text);
    assert!(!form.text.contains("value=\"6131\" checked"), "nothing is chosen yet: {}", form.text);
    let (once, unit) = (hidden(&form, "once"), w.units[1].to_string());
    let fields = |class| {
        [
            ("once", once.as_str()),
            ("incoming", mail.as_str()),
            ("class", ""),
            ("class_pick", class),
            ("title", "Wycięcie lipy"),
            ("unit", unit.as_str()),
            ("started", "2026-01-12"),
            ("term", ""),
            ("term_unit", "days"),
        ]
    };
    let none = olga.post("/desk/lipowa/cases/new", &fields("")).await;
    assert_eq!(none.status, 422);
    assert!(none.text.contains("Klasy o podobnej nazwie") && none.text.contains("Wybierz jedną z podanych klas"), "{}", none.text);
    let opened = olga.post("/desk/lipowa/cases/new", &fields("6131")).await;
    assert!(follow(&olga, &opened).await.text.contains("GK.6131.1.2026"));
}

}
