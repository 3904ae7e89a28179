//! Works marked without names stay so on the page of a learner, which has the name.

use courses::{ItemFacts, ItemKind};
use db::BoxFuture;
use enrolments::Mark;
use kernel::Ctx;

use crate::world::{ALL, World, get};

fn blind<'c>(
    _: &'c mut db::Conn,
    _: &'c Ctx,
    _: &'c courses::ItemRow,
) -> BoxFuture<'c, kernel::Result<serde_json::Value>> {
    Box::pin(async { Ok(serde_json::json!({ "instructions": "Napisz pismo.", "blind": true })) })
}

db::both! { ALL;

async fn how_a_blind_work_stands_is_not_told_until_it_is_passed(db) {
    courses::register_part(ItemKind::Assignment, blind);
    let mut w = World::new(&db).await;
    let (scope, course, first) = (w.office, w.course, w.items[0]);
    let item = w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let module = courses::structure::item(c, first).await?.module;
        let facts = ItemFacts { title: "Pismo".into(), minutes: 60, required: true };
        let item = courses::add_item(c, ctx, scope, module, ItemKind::Assignment, &facts, serde_json::json!({})).await?;
        courses::publish(c, ctx, scope, course, "").await.map(|_| item)
    }));
    let item = item.await.unwrap();
    w.items.push(item);
    let (mine, other) = (w.enrol(w.anna).await.id, w.enrol(w.chief).await.id);
    let browser = w.browser();
    let page = |id| format!("/desk/lipowa/courses/prosty-jezyk/learners/{id}");
    w.mark(mine, 4, Mark::failed(0.3)).await;
    let (failed, none) = (get(&browser, w.trainer, &page(mine)).await.text, get(&browser, w.trainer, &page(other)).await.text);
    for text in [&failed, &none] {
        assert!(text.contains("W toku") && text.contains("Praca oceniana bez nazwisk"), "{text}");
        assert!(!text.contains("Niezaliczone") && !text.contains("30 %") && !text.contains("Ostatnio"), "{text}");
    }
    w.mark(mine, 4, Mark::passed(0.9)).await;
    let passed = get(&browser, w.trainer, &page(mine)).await.text;
    assert!(passed.contains("Zaliczone") && passed.contains("90 %") && passed.contains("Ostatnio"), "{passed}");
    assert!(!passed.contains("W toku"), "{passed}");
}

}
