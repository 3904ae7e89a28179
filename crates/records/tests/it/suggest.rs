//! The class suggested for a case that begins with mail.

use kernel::ids::ServiceId;
use records::{
    cases,
    incoming::{self, Channel, IncomingRow, Paper, Registration},
    suggest::{self, Ground, Suggestion},
};

use crate::{
    act,
    world::{ALL, World},
};

async fn mail(w: &World, title: &str) -> IncomingRow {
    let about = Registration { title: title.into(), sender: "Nowak Anna".into(), ..Registration::default() };
    let paper = Paper { channel: Channel::Post, received: w.today(), sender_person: None, service: None, about };
    act!(w, w.registry, |c, ctx, desk| incoming::type_in(c, &ctx, &desk, &paper)).unwrap()
}

async fn hint(w: &World, mail: &IncomingRow) -> Suggestion {
    let (mail, today) = (mail.clone(), w.today());
    act!(w, w.official, |c, ctx, desk| suggest::suggest(c, desk.scope, &mail, today)).unwrap()
}

fn said(hint: &Suggestion) -> Option<(&str, Ground)> {
    hint.class.as_ref().map(|(class, ground)| (class.symbol.as_str(), *ground))
}

db::both! { ALL;

async fn the_class_of_last_time_goes_before_the_symbol_of_the_service(db) {
    let w = World::new(&db).await;
    let service = ServiceId(uuid::Uuid::from_u128(77));
    let mut mail = mail(&w, "Wniosek").await;
    mail.service = Some(service);
    mail.symbol = "6131".into();
    assert_eq!(said(&hint(&w, &mail).await), Some(("6131", Ground::Service)));
    let (scope, today) = (w.official.scope, w.today());
    let parks = act!(w, w.official, |c, ctx, desk| records::file_plan::by_symbol(c, scope, "6132", today)).unwrap().unwrap();
    let mut new = w.new_case("Park przy dworze");
    (new.class, new.service) = (parks.id, Some(service));
    act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap();
    assert_eq!(said(&hint(&w, &mail).await), Some(("6132", Ground::LastTime)));
    mail.service = Some(ServiceId(uuid::Uuid::from_u128(78)));
    mail.symbol = "61".into();
    assert_eq!(said(&hint(&w, &mail).await), None, "a group holds no cases");
}

async fn without_a_symbol_classes_with_names_alike_are_offered_and_none_is_taken(db) {
    let w = World::new(&db).await;
    let mut mail = mail(&w, "Pismo w sprawie").await;
    mail.service_title = "Zezwolenie na wycinkę drzew lub krzewów".into();
    let found = hint(&w, &mail).await;
    assert_eq!(said(&found), None);
    assert_eq!(found.alike.iter().map(|k| k.symbol.as_str()).collect::<Vec<_>>(), ["6131"]);
    mail.service_title = "Wydanie dowodu osobistego".into();
    assert_eq!(hint(&w, &mail).await, Suggestion::default());
}

}
