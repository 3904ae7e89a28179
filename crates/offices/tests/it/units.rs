//! Units: codes, the tree, edits that meet.

use super::*;
use kernel::FaultKind;

db::both! { TABLES;
async fn a_code_means_one_unit_within_a_calendar_year(db) {
    let world = World::new(&db);
    let (scope, ..) = world.office("lipowa").await;
    for bad in ["", "12", "A B", "A-B-C", "-A", "A."] {
        assert_eq!(fields(&world.add_unit(scope, unit(bad, "X")).await.unwrap_err()), ["code"], "{bad:?}");
    }
    world.add_unit(scope, unit("GK-A", "Sekcja")).await.unwrap();
    assert_eq!(fields(&world.add_unit(scope, unit("or", "Inna")).await.unwrap_err()), ["code"], "case does not tell codes apart");
    let ended = NewUnit { to: Some(date(2026, 6, 30)), ..unit("FN", "Finanse") };
    world.add_unit(scope, ended).await.unwrap();
    let later = |from| NewUnit { from, ..unit("FN", "Nowe finanse") };
    assert_eq!(fields(&world.add_unit(scope, later(date(2026, 7, 1))).await.unwrap_err()), ["code"], "the same year");
    world.add_unit(scope, later(date(2027, 1, 1))).await.unwrap();
}

async fn a_code_given_up_stays_its_units_until_the_year_ends(db) {
    let world = World::new(&db);
    let (scope, ..) = world.office("lipowa").await;
    let id = world.add_unit(scope, unit("GK", "Gospodarka")).await.unwrap();
    world.write(move |c, ctx| Box::pin(offices::change_unit(c, ctx, scope, id, 1, unit("GKM", "Gospodarka")))).await.unwrap();
    assert_eq!(fields(&world.add_unit(scope, unit("GK", "Inna")).await.unwrap_err()), ["code"]);
    world.add_unit(scope, NewUnit { from: date(2027, 1, 1), ..unit("GK", "Inna") }).await.unwrap();
}

async fn the_tree_has_no_loops_and_is_given_parents_first(db) {
    let world = World::new(&db);
    let (scope, or, _) = world.office("lipowa").await;
    let b = world.add_unit(scope, NewUnit { parent: Some(or), ..unit("B", "Druga") }).await.unwrap();
    let c3 = world.add_unit(scope, NewUnit { parent: Some(b), ..unit("A", "Trzecia") }).await.unwrap();
    let under_itself = NewUnit { parent: Some(c3), ..unit("OR", "Organizacja") };
    let fault = world.write(move |c, ctx| Box::pin(offices::change_unit(c, ctx, scope, or, 1, under_itself))).await.unwrap_err();
    assert_eq!(fields(&fault), ["parent"]);
    let tree = world.db().read(move |c| Box::pin(async move { offices::units(c, scope, TODAY).await })).await.unwrap();
    assert_eq!(tree.iter().map(|u| (u.code.as_str(), u.depth)).collect::<Vec<_>>(), [("OR", 0), ("B", 1), ("A", 2)]);
    let fault = world.write(move |c, ctx| Box::pin(offices::close_unit(c, ctx, scope, or, 1, TODAY))).await.unwrap_err();
    assert_eq!(fields(&fault), ["to"], "people serve there and units stand under it");
    let (foreign, ..) = world.office("debowa").await;
    let fault = world.write(move |c, ctx| Box::pin(offices::close_unit(c, ctx, foreign, b, 1, TODAY))).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::NotFound, "another office's unit does not exist");
}

async fn the_second_of_two_edits_sees_both_versions(db) {
    let world = World::new(&db);
    let (_, or, _) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let path = format!("/desk/lipowa/admin/units/{or}");
    let edit = |name: &'static str| [("version", "1"), ("code", "OR"), ("name", name), ("parent", ""), ("from", "2026-01-01"), ("to", "")];
    assert_eq!(admin.post(&path, &edit("Referat Organizacyjny")).await.status, 303);
    let second = admin.post(&path, &edit("Biuro Organizacyjne")).await;
    assert_eq!(second.status, 409);
    assert!(second.text.contains("Referat") && second.text.contains("Biuro"), "{}", second.text);
    assert_eq!(hidden(&second, "version"), "2", "saving again is a decision");
}
}
