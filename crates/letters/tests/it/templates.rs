//! Templates, and the notice that a case will not be settled in time.

use kernel::FaultKind;
use letters::{
    Content, Kind, NewTemplate, Saved, State, add_template, adopt_templates, change_template, create_from_template,
    draft_overrun_notice, list_for_case, prepare_overrun_notices, retire_template, templates,
};

use crate::{
    act,
    world::{ALL, World},
};

fn new(name: &str) -> NewTemplate {
    let content = Content {
        heading: "Pismo".into(),
        addressee: "{{party.name}}\n{{party.address}}".into(),
        body: "Sprawa {{case.reference}}, termin {{case.due}}, kwota {{kwota}}.".into(),
        ..Content::default()
    };
    NewTemplate { name: name.into(), hint: String::new(), kind: Kind::Letter, content }
}

db::both! { ALL;

async fn an_office_adopts_the_starter_set_once(db) {
    let w = World::new(&db).await;
    let scope = w.official.scope;
    for expected in [12, 0] {
        let n = act!(w, w.admin, |c, ctx, _d| adopt_templates(c, &ctx, scope)).unwrap();
        assert_eq!(n, expected);
    }
    let rows = w.db.read(move |c| Box::pin(async move { templates(c, scope).await })).await.unwrap();
    assert_eq!(rows.len(), 12);
    let case = w.open("Wycinka").await;
    for row in rows {
        let letter = act!(w, w.official, |c, ctx, desk| create_from_template(
            c, &ctx, &desk, case.id, row.id, &row.id.to_string()
        )).unwrap();
        assert!(!letter.content.0.body.contains("{{case."), "{}", row.name);
    }
}

async fn a_template_fills_in_what_is_known_and_its_change_leaves_letters_alone(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = act!(w, w.superior, |c, ctx, desk| add_template(c, &ctx, &desk, new("Moje"))).unwrap();
    let letter =
        act!(w, w.official, |c, ctx, desk| create_from_template(c, &ctx, &desk, case.id, row.id, "a")).unwrap();
    assert_eq!(letter.content.0.addressee, "Jan Kowalski\nul. Długa 7, 34-324 Lipowa");
    assert!(letter.content.0.body.contains("{{kwota}}") && letter.content.0.body.contains("12 lutego 2026"));
    let changed = act!(w, w.admin, |c, ctx, desk| change_template(c, &ctx, &desk, row.id, row.version, new("Inne"))).unwrap();
    assert!(matches!(changed, Saved::Done(_)));
    let stale = act!(w, w.superior, |c, ctx, desk| change_template(c, &ctx, &desk, row.id, row.version, new("Trzecie"))).unwrap();
    assert!(matches!(stale, Saved::Stale(theirs) if theirs.name == "Inne"));
    act!(w, w.admin, |c, ctx, desk| retire_template(c, &ctx, &desk, row.id, true)).unwrap();
    let gone = act!(w, w.official, |c, ctx, desk| create_from_template(c, &ctx, &desk, case.id, row.id, "b")).unwrap_err();
    assert_eq!(gone.kind, FaultKind::NotFound);
}

async fn officials_use_templates_and_foreign_offices_do_not_know_them(db) {
    let w = World::new(&db).await;
    let row = act!(w, w.superior, |c, ctx, desk| add_template(c, &ctx, &desk, new("Moje"))).unwrap();
    let fault = act!(w, w.official, |c, ctx, desk| add_template(c, &ctx, &desk, new("a"))).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Forbidden);
    let fault = act!(w, w.foreign, |c, ctx, desk| change_template(c, &ctx, &desk, row.id, 1, new("a"))).unwrap_err();
    assert_eq!(fault.kind, FaultKind::NotFound);
    let fault = act!(w, w.superior, |c, ctx, desk| add_template(c, &ctx, &desk, new(" "))).unwrap_err();
    assert_eq!(fault.fields[0].field, "name");
}

async fn the_notice_of_an_overrun_is_drafted_once_before_the_term_passes(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let handler = w.official.member.person;
    act!(w, w.official, |c, ctx, desk| records::cases::assign(c, &ctx, &desk, case.id, handler)).unwrap();
    assert_eq!(prepare_overrun_notices(&w.kit().app).await.unwrap(), 0, "the term is a month away");
    w.clock.advance_days(26);
    assert_eq!(prepare_overrun_notices(&w.kit().app).await.unwrap(), 1);
    assert_eq!(prepare_overrun_notices(&w.kit().app).await.unwrap(), 0, "once for a term");
    let again = act!(w, w.official, |c, ctx, desk| draft_overrun_notice(c, &ctx, &desk, case.id)).unwrap();
    let desk = w.official.clone();
    let rows = w.db.read(move |c| Box::pin(async move { list_for_case(c, &desk, case.id).await })).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].id, rows[0].state), (again.id, State::Draft));
    assert!(rows[0].content.0.instruction.contains("ponaglenie"));
    assert!(rows[0].content.0.body.contains("{{nowy termin}}") && rows[0].content.0.body.contains("12 lutego 2026"));
}

}
