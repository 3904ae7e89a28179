//! Lists of the desk and of the citizen, counts, the list of cases by law, searching.

use jiff::civil::date;
use law::term::{Span, Unit};
use records::{
    cases::{self, CaseRow, Ground, Outcome, State},
    desk_counts, desk_list, index,
    lists::{ListFilter, Page, View},
    spis,
};
use search::store::Question;
use web::Cursor;

use crate::{
    act,
    world::{ALL, World},
};

async fn list(w: &World, desk: &offices::Desk, filter: ListFilter, after: Option<Cursor>, limit: u32) -> Page {
    let (ctx, desk) = (w.ctx(desk), desk.clone());
    w.db.read(move |c| Box::pin(async move { desk_list(c, &ctx, &desk, &filter, after, limit).await })).await.unwrap()
}

fn titles(page: &Page) -> Vec<&str> {
    page.rows.iter().map(|r| r.title.as_str()).collect()
}

fn view(view: View) -> ListFilter {
    ListFilter { view, ..ListFilter::default() }
}

/// Cases due on different days: two soon, one later, one without a term, one of the other unit.
async fn fill(w: &World) -> Vec<CaseRow> {
    let mut rows = Vec::new();
    for (title, days) in
        [("Za miesiąc", Some(30)), ("Za dwa dni", Some(2)), ("Bez terminu", None), ("Za pięć dni", Some(5))]
    {
        w.clock.advance_seconds(1);
        let mut new = w.new_case(title);
        new.term = days.map(|n| Span::new(n, Unit::Days));
        rows.push(act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap());
    }
    w.clock.advance_seconds(1);
    let mut new = w.new_case("Podatek");
    new.unit = w.units[2];
    rows.push(act!(w, w.other_unit, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap());
    rows
}

db::both! { ALL;

async fn a_desk_lists_what_waits_first_due_first_page_by_page(db) {
    let w = World::new(&db).await;
    fill(&w).await;
    let page = list(&w, &w.official, view(View::Waiting), None, 50).await;
    assert_eq!(titles(&page), ["Za dwa dni", "Za pięć dni", "Za miesiąc", "Bez terminu"]);
    assert_eq!(page.rows[0].days_left(w.today()), Some(2));
    assert_eq!((page.rows[0].class_title.as_str(), page.rows[0].unit_code.as_str(), page.rows[0].last_action.as_str()),
        ("Wycinka drzew", "GK", "case.opened"));
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = list(&w, &w.official, view(View::Open), after, 1).await;
        seen.extend(page.rows.iter().map(|r| r.title.clone()));
        after = page.next;
        if after.is_none() { break; }
    }
    assert_eq!(seen, ["Za dwa dni", "Za pięć dni", "Za miesiąc", "Bez terminu"]);
    let all = list(&w, &w.official, view(View::All), None, 3).await;
    assert_eq!(titles(&all), ["Za pięć dni", "Bez terminu", "Za dwa dni"]);
    assert_eq!(titles(&list(&w, &w.official, view(View::All), all.next, 3).await), ["Za miesiąc"]);
    assert_eq!(titles(&list(&w, &w.colleague, view(View::Waiting), None, 50).await), Vec::<&str>::new());
    assert_eq!(list(&w, &w.superior, view(View::Open), None, 50).await.rows.len(), 4, "the unit below, not the other");
    assert!(list(&w, &w.foreign, view(View::All), None, 50).await.rows.is_empty());
    assert!(list(&w, &w.registry, view(View::All), None, 50).await.rows.is_empty());
}

async fn views_and_filters_narrow_the_list(db) {
    let w = World::new(&db).await;
    let rows = fill(&w).await;
    assert_eq!(titles(&list(&w, &w.official, view(View::DueSoon), None, 50).await), ["Za dwa dni", "Za pięć dni"]);
    w.clock.advance_days(3);
    assert_eq!(titles(&list(&w, &w.official, view(View::Overdue), None, 50).await), ["Za dwa dni"]);
    let id = rows[1].id;
    act!(w, w.official, |c, ctx, desk| cases::pause(c, &ctx, &desk, id, Ground::Party, "mapa")).unwrap();
    assert!(list(&w, &w.official, view(View::Overdue), None, 50).await.rows.is_empty(), "paused is not overdue");
    assert_eq!(list(&w, &w.official, view(View::Mine), None, 50).await.rows.len(), 4);
    let paused = ListFilter { view: View::Open, state: Some(State::Paused), ..ListFilter::default() };
    assert_eq!(titles(&list(&w, &w.official, paused, None, 50).await), ["Za dwa dni"]);
    let settled = rows[0].id;
    act!(w, w.official, |c, ctx, desk| cases::settle(c, &ctx, &desk, settled, Outcome::Done, "")).unwrap();
    assert_eq!(list(&w, &w.official, view(View::Open), None, 50).await.rows.len(), 3);
    let followed = rows[3].id;
    act!(w, w.colleague, |c, ctx, desk| cases::follow(c, &ctx, &desk, followed, true)).unwrap();
    assert_eq!(titles(&list(&w, &w.colleague, view(View::Followed), None, 50).await), ["Za pięć dni"]);
    let class = |symbol: &str| ListFilter { view: View::All, class: Some(symbol.into()), ..ListFilter::default() };
    assert_eq!(list(&w, &w.official, class("61"), None, 50).await.rows.len(), 4);
    assert!(list(&w, &w.official, class("62"), None, 50).await.rows.is_empty());
    let text = |text: &str| ListFilter { view: View::All, text: text.into(), ..ListFilter::default() };
    assert_eq!(titles(&list(&w, &w.official, text("GK.6131.3.2026"), None, 50).await), ["Bez terminu"]);
    assert_eq!(titles(&list(&w, &w.official, text("terminy"), None, 50).await), ["Bez terminu"]);
    assert_eq!(list(&w, &w.official, text("Kowalskiego"), None, 50).await.rows.len(), 4, "not the case of the other unit");
    let (ctx, desk) = (w.ctx(&w.official), w.official.clone());
    let counts = w.db.read(move |c| Box::pin(async move { desk_counts(c, &ctx, &desk).await })).await.unwrap();
    assert_eq!((counts.waiting, counts.due_soon, counts.overdue, counts.followed), (2, 1, 0, 0));
    let (ctx, desk) = (w.ctx(&w.superior), w.superior.clone());
    let counts = w.db.read(move |c| Box::pin(async move { desk_counts(c, &ctx, &desk).await })).await.unwrap();
    assert_eq!((counts.waiting, counts.due_soon, counts.unassigned), (0, 1, 0));
}

async fn a_substitute_sees_what_waits_for_the_absent(db) {
    let w = World::new(&db).await;
    fill(&w).await;
    let (absent, substitute, office) = (w.official.member.person, w.other_unit.member.person, w.office);
    act!(w, w.admin, |c, ctx, desk| offices::substitute(c, &ctx, desk.scope, absent, substitute, date(2026, 1, 12), date(2026, 1, 30))).unwrap();
    let desk = w.db.read(move |c| Box::pin(async move { offices::desk_of(c, office, substitute, date(2026, 1, 13)).await })).await.unwrap();
    let page = list(&w, &desk, view(View::Waiting), None, 50).await;
    assert_eq!(page.rows.len(), 5);
}

async fn searching_the_desk_shows_only_what_the_reader_sees(db) {
    let w = World::new(&db).await;
    fill(&w).await;
    let ask = |desk: &offices::Desk| {
        let (desk, db) = (desk.clone(), w.db.clone());
        let question = Question { text: "Kowalski".into(), things: vec![], skip: 0, limit: 20 };
        async move { db.read(move |c| Box::pin(async move { index::search(c, &desk, &question).await })).await.unwrap().items.len() }
    };
    assert_eq!(ask(&w.official).await, 4);
    assert_eq!(ask(&w.other_unit).await, 1);
    assert_eq!(ask(&w.superior).await, 4);
    assert_eq!(ask(&w.registry).await, 0);
    assert_eq!(ask(&w.foreign).await, 0);
}

async fn the_list_of_cases_has_the_columns_of_the_law(db) {
    let w = World::new(&db).await;
    let rows = fill(&w).await;
    let mut own = w.new_case("Z urzędu");
    own.party = None;
    act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, own)).unwrap();
    let id = rows[0].id;
    act!(w, w.official, |c, ctx, desk| cases::settle(c, &ctx, &desk, id, Outcome::Granted, "")).unwrap();
    let exist = act!(w, w.official, |c, ctx, desk| spis::lists(c, &desk, 2026)).unwrap();
    assert_eq!(exist.iter().map(|s| (s.unit_code.as_str(), s.symbol.as_str(), s.cases)).collect::<Vec<_>>(), [("GK", "6131", 5)]);
    let rows = act!(w, w.official, |c, ctx, desk| spis::rows(c, &desk, 2026, "GK", "6131")).unwrap();
    assert_eq!(rows.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let csv = String::from_utf8(spis::table("GK.6131.2026", &rows).csv().unwrap()).unwrap();
    assert!(csv.contains("1;Za miesiąc;Jan Kowalski;;;2026-01-12;2026-01-12;;GK.6131.1.2026\r\n"), "{csv}");
    assert!(csv.contains("5;Z urzędu;;;;2026-01-12;;;GK.6131.5.2026\r\n"), "{csv}");
    assert!(act!(w, w.other_unit, |c, ctx, desk| spis::rows(c, &desk, 2026, "GK", "6131")).unwrap().is_empty());
    let due = act!(w, w.official, |c, ctx, desk| records::disposal::due(c, desk.scope, 2032, 10)).unwrap();
    assert_eq!((due.len(), due[0].kept_through), (1, 2031));
    assert!(act!(w, w.official, |c, ctx, desk| records::disposal::due(c, desk.scope, 2031, 10)).unwrap().is_empty());
}

async fn a_citizen_pages_through_their_cases(db) {
    let w = World::new(&db).await;
    fill(&w).await;
    let me = w.citizen;
    let page = |after| {
        let db = w.db.clone();
        async move { db.read(move |c| Box::pin(async move { records::citizen_cases(c, me, after, 3).await })).await.unwrap() }
    };
    let (first, next) = page(None).await;
    assert_eq!(first.iter().map(|r| r.title.as_str()).collect::<Vec<_>>(), ["Podatek", "Za pięć dni", "Bez terminu"]);
    assert_eq!(first[0].office_slug, "lipowa");
    let (second, next) = page(next).await;
    assert_eq!((second.len(), next), (2, None));
}

}
