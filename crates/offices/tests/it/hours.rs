//! Opening hours as residents see them.

use super::*;

db::both! { TABLES;
async fn the_site_says_whether_it_is_open_now(db) {
    let world = World::new(&db);
    world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let (scope, point) = world.db().read(|c| Box::pin(async move {
        let office = offices::by_slug(c, "lipowa").await?.unwrap();
        let scope = OfficeScope::checked(office.id);
        Ok((scope, offices::points::main(c, scope).await?.id))
    })).await.unwrap();
    assert!(world.browser.get("/o/lipowa").await.text.contains("nie podał jeszcze godzin"));
    let base = format!("/desk/lipowa/admin/points/{point}");
    let wrong = admin.post(&format!("{base}/hours"), &[("opens-1", "15:30"), ("closes-1", "7:30")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("value=\"15:30\""), "what was typed stays");
    let week: Vec<(String, &str)> = (1..=5).flat_map(|d| [(format!("opens-{d}"), "7:30"), (format!("closes-{d}"), "15.30")]).collect();
    let week: Vec<(&str, &str)> = week.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    assert_eq!(admin.post(&format!("{base}/hours"), &week).await.status, 303);
    let open = world.browser.get("/o/lipowa").await;
    assert!(open.text.contains("Teraz otwarte") && open.text.contains("7:30"), "Monday noon: {}", open.text);
    let exception = [("day", "2026-03-02"), ("opens", ""), ("closes", ""), ("note", "Awaria prądu")];
    assert_eq!(admin.post(&format!("{base}/exceptions"), &exception).await.status, 303);
    let closed = world.browser.get("/o/lipowa").await;
    assert!(closed.text.contains("Dzisiaj zamknięte") && closed.text.contains("Awaria prądu"), "{}", closed.text);
    let id = world.db().read(move |c| Box::pin(async move {
        Ok(offices::hours::timetable(c, scope, TODAY).await?.exceptions[0].id)
    })).await.unwrap();
    assert_eq!(admin.post(&format!("{base}/exceptions/{id}/remove"), &[]).await.status, 303);
    world.kit.clock.advance_days(35);
    let easter = world.browser.get("/o/lipowa").await;
    assert!(easter.text.to_lowercase().contains("wielk"), "6 April 2026: {}", easter.text);
}
}
