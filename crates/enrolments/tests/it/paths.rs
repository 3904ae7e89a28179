//! Paths of several courses.

use enrolments::{Learner, Mark, NewPath};
use kernel::FaultKind;

use crate::world::{self, ALL, World};

db::both! { ALL;

async fn a_path_tells_what_is_next_until_all_required_is_completed(db) {
    let w = World::new(&db).await;
    let (scope, first, anna) = (w.office, w.course, w.anna);
    let (path, second, items) = w
        .act(w.trainer, move |c, ctx| {
            Box::pin(async move {
                let (second, items) = world::course(c, ctx, scope, "Pisma").await?;
                let (third, _) = world::course(c, ctx, scope, "Dla chętnych").await?;
                let new = NewPath {
                    title: "Nowy pracownik".into(),
                    published: true,
                    courses: vec![(first, true), (second, true), (third, false)],
                    ..NewPath::default()
                };
                let id = enrolments::add_path(c, ctx, scope, &new).await?;
                Ok((id, second, items))
            })
        })
        .await
        .unwrap();
    let stand = || w.kit.app.db.read(move |c| Box::pin(enrolments::path_progress(c, path, Some(Learner::Person(anna)))));
    let p = stand().await.unwrap();
    assert_eq!((p.done, p.required, p.next().map(|s| s.course.id)), (0, 2, Some(first)));
    let mine = w.enrol(anna).await.id;
    for item in 0..3 {
        w.mark(mine, item, Mark::done()).await;
    }
    let p = stand().await.unwrap();
    assert_eq!((p.done, p.next().map(|s| s.course.id), p.completed()), (1, Some(second), false));
    let who = Learner::Person(anna);
    w.act(anna, move |c, ctx| {
        Box::pin(async move {
            let mine = enrolments::enrol_open(c, ctx, who, second, None).await?;
            for item in &items[..3] {
                enrolments::mark(c, ctx, mine.id, *item, Mark::done()).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
    assert!(stand().await.unwrap().completed());
    let found = w.kit.app.db.read(|c| Box::pin(enrolments::path(c, "nowy-pracownik"))).await.unwrap();
    assert_eq!(found.id, path);
}

async fn a_path_is_made_of_the_offices_own_courses(db) {
    let w = World::new(&db).await;
    let (course, desk, far) = (w.course, w.foreign, w.far);
    let new = NewPath { title: "Cudza".into(), courses: vec![(course, true)], ..NewPath::default() };
    let fault = w.act(desk, move |c, ctx| Box::pin(async move { enrolments::add_path(c, ctx, far, &new).await })).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::NotFound);
    let scope = w.office;
    let short = NewPath { title: "Krótka".into(), published: true, courses: vec![(course, true)], ..NewPath::default() };
    let fault = w.act(w.trainer, move |c, ctx| Box::pin(async move { enrolments::add_path(c, ctx, scope, &short).await }));
    assert_eq!(fault.await.unwrap_err().fields[0].key, "enrolments-path-short");
}

}
