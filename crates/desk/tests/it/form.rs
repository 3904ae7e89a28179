//! A form that was sent: the case opened from it holds it as a document.

use kernel::{Actor, OfficeScope};
use serde_json::json;
use services::{Channel, NewSubmission, Which};

use crate::world::{OFFICIAL, REGISTRY, TABLES, World, follow, hidden};

const SERVICE: &str = "informacja-publiczna";

/// Sends the form of a service as somebody without an account.
async fn send(w: &World) {
    let (ctx, scope) = (w.kit.ctx(Actor::System), OfficeScope::checked(w.office));
    let sent = w.kit.app.db.write(move |c| {
        Box::pin(async move {
            services::adopt_catalog(c, &ctx, scope, &Which::Slugs(vec![SERVICE.into()])).await?;
            let service = services::service_by_slug(c, scope, SERVICE).await?;
            let id = service.form_id.unwrap();
            let form = services::form(c, scope, id).await?;
            let given = json!({ "applicant": "person", "given_name": "Anna", "family_name": "Nowak", "email": "anna@example.pl",
                "information": "Proszę o rejestr umów dla działki 118/4, mój PESEL 44051401359.", "information_way": "email", "information_form": "any", "truth": true });
            let answers = services::answers::from_json(&form, &given).unwrap();
            let (name, email) = ("Anna Nowak".into(), "anna@example.pl".into());
            let new = NewSubmission {
                form: id, answers, files: Vec::new(), person: None, name, email, channel: Channel::Web, once: "form".into(),
            };
            services::submit(c, &ctx, scope, &service, new, "http://szpon.test").await
        })
    });
    sent.await.unwrap();
}

db::both! { TABLES;

async fn a_case_opened_from_a_form_shows_the_form_to_read(db) {
    let w = World::new(&db).await;
    send(&w).await;
    let rita = w.as_(REGISTRY).await;
    let list = rita.get("/desk/lipowa/incoming").await;
    let at = list.text.find("/desk/lipowa/incoming/0").unwrap();
    let address: String = list.text[at..].chars().take_while(|c| *c != '"' && *c != '?').collect();
    let page = rita.get(&address).await;
    assert!(page.text.contains("Numer potwierdzenia") && page.text.contains("WE/1/2026"), "{}", page.text);
    let registered = rita.post(&format!("{address}/register"), &[("title", "Wniosek o informację"), ("sender", "Nowak Anna")]).await;
    follow(&rita, &registered).await;
    let to = format!("u:{}", w.units[1]);
    follow(&rita, &rita.post(&format!("{address}/assign"), &[("to", &to)]).await).await;

    let olga = w.as_(OFFICIAL).await;
    let id = address.rsplit('/').next().unwrap();
    let form = olga.get(&format!("/desk/lipowa/cases/new?incoming={id}")).await;
    assert!(form.text.contains("dni robocze"), "a term may be given in working days");
    let (once, unit) = (hidden(&form, "once"), w.units[1].to_string());
    let fields = [
        ("once", once.as_str()), ("incoming", id), ("class", "6131"), ("title", "Rejestr umów"), ("unit", unit.as_str()),
        ("started", "2026-01-12"), ("term", "7"), ("term_unit", "working_days"),
    ];
    let opened = olga.post("/desk/lipowa/cases/new", &fields).await;
    let case = follow(&olga, &opened).await;
    for shown in ["informacji publicznej na wniosek, WE/1/2026.pdf", "21 stycznia 2026", "7 dni roboczych"] {
        assert!(case.text.contains(shown), "{shown}: {}", case.text);
    }
    assert_eq!(case.text.matches("Termin załatwienia").count(), 1, "said once");
    let at = case.text.find("/desk/lipowa/documents/").unwrap();
    let file: String = case.text[at..].chars().take_while(|c| *c != '"' && *c != '?').collect();
    assert!(olga.get(&file).await.bytes.starts_with(b"%PDF"));
    let record = olga.get(&format!("{}/record", opened.location())).await;
    assert!(record.text.contains("WE/1/2026.pdf"), "{}", record.text);
    let list = olga.get("/desk/lipowa/case-lists/one?year=2026&unit=GK&class=6131").await;
    let (ordinal, name) = (list.text.find("Lp.").unwrap(), list.text.find(">Rejestr umów<").unwrap());
    assert!(ordinal < name, "{}", list.text);
    let again = olga.post("/desk/lipowa/cases/new", &fields).await;
    assert_eq!(again.location(), opened.location(), "one case, not two");
}

}
