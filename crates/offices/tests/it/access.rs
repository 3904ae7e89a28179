//! Who may enter an office's desk.

use super::*;

db::both! { TABLES;
async fn a_desk_opens_to_those_who_serve_there_and_exists_for_nobody_else(db) {
    let world = World::new(&db);
    let (scope, unit, _) = world.office("lipowa").await;
    world.office("debowa").await;
    let official = world.person("urzednik@lipowa.pl", "Ula", "Urzędnicza").await;
    world.person("obywatel@example.pl", "Olek", "Obywatelski").await;
    world.add_member(scope, member(official, unit, &[Role::Official])).await.unwrap();
    let page = "/desk/lipowa/admin";
    assert_eq!(world.browser.get(page).await.status, 303, "a stranger signs in");
    for (who, status) in [("admin@lipowa.pl", 200), ("urzednik@lipowa.pl", 403), ("obywatel@example.pl", 404), ("admin@debowa.pl", 404)] {
        assert_eq!(world.sign_in(who).await.get(page).await.status, status, "{who}");
    }
    assert_eq!(world.sign_in("admin@lipowa.pl").await.get("/desk/nie-ma/admin").await.status, 404);
    for who in ["admin@lipowa.pl", "obywatel@example.pl"] {
        assert_eq!(world.sign_in(who).await.get("/operator").await.status, 404, "{who} is no operator");
    }
}

async fn the_short_address_of_the_administration_leads_to_ones_own(db) {
    let world = World::new(&db);
    let (scope, unit, admin) = world.office("lipowa").await;
    let (other, other_unit, _) = world.office("debowa").await;
    let official = world.person("urzednik@lipowa.pl", "Ula", "Urzędnicza").await;
    world.add_member(scope, member(official, unit, &[Role::Official])).await.unwrap();
    assert!(world.browser.get("/admin").await.location().starts_with("/sign-in"));
    let none = world.sign_in("urzednik@lipowa.pl").await.get("/admin").await;
    assert!(none.status == 200 && none.text.contains("Nie administrujesz żadnym urzędem"), "{}", none.text);
    let browser = world.sign_in("admin@lipowa.pl").await;
    assert_eq!(browser.get("/admin").await.location(), "/desk/lipowa/admin");
    // An official elsewhere as well: still one administration.
    world.add_member(other, member(admin, other_unit, &[Role::Official])).await.unwrap();
    assert_eq!(browser.get("/admin").await.location(), "/desk/lipowa/admin");
    let second = world.add_unit(other, crate::unit("AD", "Administracja")).await.unwrap();
    world.add_member(other, member(admin, second, &[Role::Administrator])).await.unwrap();
    let choice = browser.get("/admin").await;
    for path in ["/desk/lipowa/admin", "/desk/debowa/admin"] {
        assert!(choice.status == 200 && choice.text.contains(path), "{path}: {}", choice.text);
    }
}

async fn a_service_opens_the_desk_only_between_its_days(db) {
    let world = World::new(&db);
    let (scope, unit, _) = world.office("lipowa").await;
    let person = world.person("a@lipowa.pl", "Ala", "Czasowa").await;
    let service = NewMember { from: date(2026, 2, 1), to: Some(date(2026, 2, 28)), ..member(person, unit, &[Role::Official]) };
    world.add_member(scope, service).await.unwrap();
    for (day, opens) in [(date(2026, 1, 31), false), (date(2026, 2, 1), true), (date(2026, 2, 28), true), (date(2026, 3, 1), false)] {
        assert_eq!(world.desk(scope.office(), person, day).await.is_ok(), opens, "{day}");
    }
}

async fn a_substitute_has_the_roles_of_the_absent_except_the_administrators(db) {
    let world = World::new(&db);
    let (scope, unit, admin) = world.office("lipowa").await;
    let gk = world.add_unit(scope, crate::unit("GK", "Gospodarka")).await.unwrap();
    let boss = world.person("szef@lipowa.pl", "Sara", "Szefowa").await;
    let deputy = world.person("zastepca@lipowa.pl", "Zenon", "Zastępca").await;
    world.add_member(scope, member(boss, gk, &[Role::Superior, Role::Administrator])).await.unwrap();
    world.add_member(scope, member(deputy, unit, &[Role::Official])).await.unwrap();
    let (from, to) = (date(2026, 3, 2), date(2026, 3, 6));
    let id = world.write(move |c, ctx| Box::pin(offices::substitute(c, ctx, scope, boss, deputy, from, to))).await.unwrap();
    let desk = world.desk(scope.office(), deputy, TODAY).await.unwrap();
    assert_eq!(desk.member.stands_in_for, [boss]);
    assert!(desk.may(Role::Superior) && desk.may(Role::Official) && !desk.may(Role::Administrator));
    assert!(desk.member.units.contains(&gk) && desk.member.own_roles == [Role::Official]);
    let after = world.desk(scope.office(), deputy, date(2026, 3, 7)).await.unwrap();
    assert!(after.member.stands_in_for.is_empty() && !after.may(Role::Superior));
    world.write(move |c, ctx| Box::pin(offices::end_substitution(c, ctx, scope, id))).await.unwrap();
    assert!(!world.desk(scope.office(), deputy, TODAY).await.unwrap().may(Role::Superior));
    let same = world.write(move |c, ctx| Box::pin(offices::substitute(c, ctx, scope, admin, admin, from, to))).await;
    assert_eq!(fields(&same.unwrap_err()), ["substitute"]);
}

async fn a_suspended_office_rests_until_it_is_resumed(db) {
    let world = World::new(&db);
    world.office("lipowa").await;
    let operator = world.operator().await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let page = "/operator/offices/lipowa";
    assert_eq!(operator.post(page, &[("status", "suspended"), ("reason", "")]).await.status, 422);
    assert_eq!(operator.post(page, &[("status", "suspended"), ("reason", "Wniosek wójta")]).await.status, 303);
    assert!(operator.get(page).await.text.contains("Wniosek wójta"));
    let desk = admin.get("/desk/lipowa/admin").await;
    assert_eq!(desk.status, 403);
    assert!(desk.text.contains("wstrzymał"), "{}", desk.text);
    assert_eq!(world.browser.get("/o/lipowa").await.status, 403);
    assert!(!world.browser.get("/").await.text.contains("Urząd lipowa"));
    assert_eq!(operator.post(page, &[("status", "active"), ("reason", "Koniec przerwy")]).await.status, 303);
    assert_eq!(admin.get("/desk/lipowa/admin").await.status, 200);
}

async fn tokens_reach_what_their_scopes_and_office_allow(db) {
    let world = World::new(&db);
    let (scope, _, admin) = world.office("lipowa").await;
    let (other, ..) = world.office("debowa").await;
    let token = |office: OfficeId, scopes: &'static [&'static str]| {
        let name = format!("System kadrowy {office} {}", scopes.join(" "));
        let scopes: Vec<String> = scopes.iter().map(|s| (*s).to_owned()).collect();
        world.write(move |c, ctx| Box::pin(async move {
            identity::tokens::create(c, ctx, admin, Some(office), &name, scopes, None).await
        }))
    };
    let people = "/api/v1/offices/lipowa/people";
    let get = |path: &'static str, token: Option<String>| {
        let browser = world.browser.fresh();
        async move { browser.api(axum::http::Method::GET, path, token.as_deref(), None).await }
    };
    assert_eq!(get(people, None).await.status, 401);
    let good = get(people, Some(token(scope.office(), &["office:admin"]).await.unwrap())).await;
    assert_eq!(good.json()["items"][0]["email"], "admin@lipowa.pl", "{}", good.text);
    let weak = token(scope.office(), &["learning:read"]).await.unwrap();
    assert_eq!(get(people, Some(weak)).await.status, 403);
    if let Ok(foreign) = token(other.office(), &["office:admin"]).await {
        assert_eq!(get(people, Some(foreign)).await.status, 404);
    }
    let both = token(scope.office(), &["office:admin", "cases:read"]).await.unwrap();
    let units = get("/api/v1/offices/lipowa/units", Some(both)).await;
    assert_eq!(units.json()["items"][0]["code"], "OR");
}
}
