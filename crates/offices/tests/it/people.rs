//! People: added and invited, changed, ended; superiors; data of the office.

use super::*;

db::both! { TABLES;
async fn a_person_is_invited_changed_and_ended_with_a_trace(db) {
    let world = World::new(&db);
    let (scope, or, _) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let unit = or.to_string();
    let new = "/desk/lipowa/admin/people/new";
    let wrong = admin.post(new, &[("email", "x"), ("given_name", "Nowa"), ("unit", unit.as_str()), ("from", "31.02.2026")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("value=\"Nowa\"") && wrong.text.contains("error-summary"));
    let good = [
        ("email", "nowa@lipowa.pl"), ("given_name", "Nowa"), ("family_name", "Osoba"), ("unit", unit.as_str()),
        ("position", "inspektor"), ("roles", "official"), ("roles", "registry"), ("from", "2026-03-01"), ("to", ""),
    ];
    let added = admin.post(new, &good).await;
    assert_eq!(added.status, 303, "{}", added.text);
    assert_eq!(world.mails("nowa@lipowa.pl").await.len(), 1, "an invitation");
    let twice = admin.post(new, &good).await;
    assert_eq!(twice.status, 422, "already serves in the unit");
    let list = admin.get("/desk/lipowa/admin/people?q=osob").await;
    assert!(list.text.contains("nowa@lipowa.pl") && list.text.contains("inspektor") && !list.text.contains("Adminowska Anna"));
    let rows = world.db().read(move |c| Box::pin(async move {
        offices::members(c, scope, offices::Filter { role: Some(Role::Registry), ..offices::Filter::on(TODAY) }).await
    })).await.unwrap();
    assert_eq!(rows.len(), 1);
    let path = format!("/desk/lipowa/admin/people/{}", rows[0].id);
    assert!(admin.get(&path).await.text.contains("Nowa Osoba"));
    let changed = admin.post(&path, &[("version", "1"), ("unit", unit.as_str()), ("position", "Inspektor"), ("roles", "superior"), ("from", "2026-03-01"), ("to", "")]).await;
    assert_eq!(changed.status, 303, "{}", changed.text);
    assert_eq!(admin.post(&format!("{path}/end"), &[("version", "2"), ("last", "2026-03-31")]).await.status, 303);
    let log = admin.get("/desk/lipowa/admin/audit").await;
    assert!(log.text.contains("Dodano osobę do urzędu") && log.text.contains("Nowa Osoba") && log.text.contains("urzędnik, kancelaria → przełożony"), "{}", log.text);
    let csv = admin.get("/desk/lipowa/admin/audit.csv").await;
    assert!(csv.text.contains("member.added"), "{}", csv.text);
}

async fn the_last_administrator_cannot_leave(db) {
    let world = World::new(&db);
    let (scope, _, admin) = world.office("lipowa").await;
    let desk = world.desk(scope.office(), admin, TODAY).await.unwrap();
    let id = desk.member.membership;
    let fault = world.write(move |c, ctx| Box::pin(offices::end_member(c, ctx, scope, id, 1, TODAY))).await.unwrap_err();
    assert_eq!(fault.key, offices::msg::OFFICES_LAST_ADMINISTRATOR);
    assert!(world.desk(scope.office(), admin, date(2026, 12, 31)).await.is_ok(), "nothing was changed");
}

async fn superiors_are_found_up_the_tree_nearest_first(db) {
    let world = World::new(&db);
    let (scope, or, _) = world.office("lipowa").await;
    let section = world.add_unit(scope, NewUnit { parent: Some(or), ..unit("OR-A", "Sekcja") }).await.unwrap();
    let top = world.person("szef@lipowa.pl", "Sara", "Szefowa").await;
    let near = world.person("blisko@lipowa.pl", "Beata", "Bliska").await;
    world.add_member(scope, member(top, or, &[Role::Superior])).await.unwrap();
    world.add_member(scope, member(near, section, &[Role::Superior])).await.unwrap();
    let found = world.db().read(move |c| Box::pin(async move { offices::superiors_of(c, scope, section, TODAY).await })).await.unwrap();
    assert_eq!(found.iter().map(|m| m.person).collect::<Vec<_>>(), [near, top]);
}

async fn data_of_the_office_are_checked_kept_and_compared(db) {
    let world = World::new(&db);
    world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let path = "/desk/lipowa/admin/data";
    let wrong = admin.post(path, &[("version", "1"), ("name", "Urząd Gminy Lipowa"), ("postal_code", "3432"), ("website", "lipowa")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("00-000") && wrong.text.contains("https://"));
    let good = [("version", "1"), ("name", "Urząd Gminy Lipowa"), ("street", "Wiejska 44"), ("postal_code", "34324"), ("town", "Lipowa"), ("email", "gmina@lipowa.pl")];
    assert_eq!(admin.post(path, &good).await.status, 303);
    let site = world.browser.get("/o/lipowa/contact").await;
    assert!(site.text.contains("Wiejska 44, 34-324 Lipowa"), "{}", site.text);
    let mut late = good.to_vec();
    late[2] = ("street", "Polna 1");
    let stale = admin.post(path, &late).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("Wiejska") && stale.text.contains("Polna"));
}
}
