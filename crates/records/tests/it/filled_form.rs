//! A form that was sent ends as a document of the case, and its service's term as the case's clock.

use axum::http::StatusCode;
use kernel::{OfficeScope, ids::IncomingId};
use law::term::{Span, Unit};
use records::{
    cases, chain,
    documents::{self, Kind, Origin},
    export::{Verified, export, verify},
    filled_form,
    incoming::{self, Filter, Registration, To},
};
use serde_json::{Value, json};
use services::{Channel, NewSubmission, Which, admin};
use sha2::{Digest as _, Sha256};

use crate::{
    act,
    http::{app, ask, post},
    world::{ALL, World},
};

const SERVICE: &str = "informacja-publiczna";

/// The service with a term of seven working days, and a form sent for it: registered and passed to the official's unit.
pub(crate) async fn sent(w: &World, once: &str) -> IncomingId {
    w.db.listen(vec![records::listener()]);
    let (ctx, scope, citizen, once) =
        (w.ctx_of(w.citizen, "Jan Kowalski"), OfficeScope::checked(w.office), w.citizen, once.to_owned());
    w.db.write(move |c| {
        Box::pin(async move {
            services::adopt_catalog(c, &ctx, scope, &Which::Slugs(vec![SERVICE.into()])).await?;
            let service = services::service_by_slug(c, scope, SERVICE).await?;
            let texts =
                admin::Texts { span: Some((7, Unit::WorkingDays)), jrwa: "6131".into(), ..admin::Texts::of(&service) };
            admin::edit(c, &ctx, scope, service.id, &texts, service.version).await?;
            let service = services::service_by_slug(c, scope, SERVICE).await?;
            assert_eq!(service.span(), Some(Span::new(7, Unit::WorkingDays)));
            let form = services::form(c, scope, service.form_id.unwrap()).await?;
            let given = json!({ "applicant": "person", "given_name": "Anna", "family_name": "Nowak", "email": "anna@example.pl",
                "information": "Proszę o rejestr umów dla działki 118/4. Mój PESEL: 44051401359.", "information_way": "email", "information_form": "any", "truth": true });
            let new = NewSubmission {
                form: service.form_id.unwrap(),
                answers: services::answers::from_json(&form, &given).unwrap(),
                files: Vec::new(),
                person: Some(citizen),
                name: "Anna Nowak".into(),
                email: "anna@example.pl".into(),
                channel: Channel::Web,
                once,
            };
            services::submit(c, &ctx, scope, &service, new, "http://localhost").await
        })
    })
    .await
    .unwrap();
    let rows = act!(w, w.registry, |c, ctx, desk| incoming::list(c, &desk, &Filter::default(), None, 50)).unwrap().0;
    let mail = rows[0].clone();
    assert_eq!(mail.span(), Some(Span::new(7, Unit::WorkingDays)), "the mail carries the service's term");
    let (id, unit, said) = (mail.id, w.units[1], Registration::from(&mail));
    act!(w, w.registry, |c, ctx, desk| incoming::register(c, &ctx, &desk, id, &said)).unwrap();
    act!(w, w.registry, |c, ctx, desk| incoming::assign(c, &ctx, &desk, id, To::Unit(unit), "")).unwrap();
    id
}

db::both! { ALL;

async fn a_case_opened_by_the_api_holds_the_filled_form_and_its_hash(db) {
    let w = World::new(&db).await;
    let id = sent(&w, "a").await;
    let app = app(&w);
    let body = json!({"symbol": "6131", "title": "Rejestr umów", "incoming": id.0, "term": {"amount": 7, "unit": "working_days"}});
    let path = "/api/v1/offices/lipowa/cases";
    let (status, first) = ask(&app, post(&w.official, path, "k", &body)).await;
    assert_eq!(status, StatusCode::CREATED, "{first}");
    let opened: Value = serde_json::from_str(&first).unwrap();
    assert_eq!(opened["due"], "2026-01-21", "seven working days from Monday the 12th");
    let (status, again) = ask(&app, post(&w.official, path, "k", &body)).await;
    assert_eq!((status, again), (StatusCode::OK, first));
    let case: kernel::ids::CaseId = opened["id"].as_str().unwrap().parse().unwrap();
    let docs = act!(w, w.official, |c, ctx, desk| documents::list(c, desk.scope, case)).unwrap();
    let [form] = docs.as_slice() else { panic!("{docs:?}") };
    assert!(form.name.contains("informacji publicznej") && form.name.ends_with(", WE/1/2026.pdf"), "{}", form.name);
    assert_eq!((form.kind, form.origin, form.media_type.as_str()), (Kind::Submission, Origin::Party, "application/pdf"));
    let bytes = app.blobs.get_bytes(&form.hash.0).await.unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(<[u8; 32]>::from(Sha256::digest(&bytes)), form.hash.0);
    let record = act!(w, w.official, |c, ctx, desk| chain::entries(c, desk.scope, case)).unwrap();
    let entry = record.iter().find(|e| e.action == "document.added").unwrap();
    assert_eq!((entry.text.as_str(), entry.document), (form.name.as_str(), Some(form.id)), "it stands in the record");
    let row = act!(w, w.official, |c, ctx, desk| cases::case(c, &desk, case)).unwrap();
    assert_eq!(row.span(), Some(Span::new(7, Unit::WorkingDays)));

    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("sprawa");
    export(&app, OfficeScope::checked(w.office), case, &to).await.unwrap();
    let Ok(Verified { .. }) = verify(&to) else { panic!("the export holds") };
    let kept: Vec<_> = walk(&to);
    assert!(kept.iter().any(|p| std::fs::read(p).unwrap() == bytes), "the form is in the export: {kept:?}");
}

async fn a_supplement_brings_its_form_into_the_case_once(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka lipy").await.id;
    let id = sent(&w, "b").await;
    let app = app(&w);
    let (ready, late) = (
        filled_form::prepare(&app, &w.official, Some(id)).await.unwrap(),
        filled_form::prepare(&app, &w.official, Some(id)).await.unwrap(),
    );
    act!(w, w.official, |c, ctx, desk| ready.attach(c, &ctx, &desk, id, case)).unwrap();
    act!(w, w.official, |c, ctx, desk| late.attach(c, &ctx, &desk, id, case)).unwrap_err();
    let docs = act!(w, w.official, |c, ctx, desk| documents::list(c, desk.scope, case)).unwrap();
    assert_eq!(docs.iter().filter(|d| d.kind == Kind::Submission).count(), 1, "{docs:?}");
    // Who may not see the mail makes no page of it, and is refused where the case is opened.
    let none = filled_form::prepare(&app, &w.foreign, Some(id)).await.unwrap();
    let mut new = w.new_case("Cudza");
    new.incoming = Some(id);
    act!(w, w.foreign, |c, ctx, desk| none.open(c, &ctx, &desk, new)).unwrap_err();
}

}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}
