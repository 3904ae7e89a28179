//! Founding the two offices.

use std::sync::Arc;

use db::{Conn, Db};
use jiff::civil::date;
use kernel::{
    Ctx, FixedClock, Lang, OfficeScope, Result, SeededEntropy,
    ids::{ClassId, OfficeId, PersonId, UnitId},
};
use offices::{Desk, NewMember, NewOffice, NewUnit, OfficeKind, Role};
use records::file_plan::{self, NewPlan};

use crate::{PLAN, START, World};

const PEOPLE: [(&str, &str); 8] = [
    ("Rita", "Rejestr"),
    ("Stefan", "Szef"),
    ("Olga", "Urzędnik"),
    ("Karol", "Kolega"),
    ("Felicja", "Finanse"),
    ("Adam", "Admin"),
    ("Obcy", "Człowiek"),
    ("Jan", "Kowalski"),
];

struct Founded {
    office: OfficeId,
    far: OfficeId,
    units: [UnitId; 3],
    people: [PersonId; 8],
    class: ClassId,
}

pub(crate) async fn world(db: &Db) -> World {
    let clock = Arc::new(FixedClock::noon(START));
    let entropy = Arc::new(SeededEntropy::new(7));
    let ctx = Ctx::system(clock.clone(), entropy.clone());
    let found = db.write(move |c| Box::pin(async move { found(c, &ctx).await })).await.unwrap();
    let [registry, superior, official, colleague, other, admin, foreign, citizen] = found.people;
    let desk = async |office: OfficeId, person: PersonId| -> Desk {
        db.read(move |c| Box::pin(async move { offices::desk_of(c, office, person, START).await })).await.unwrap()
    };
    World {
        db: db.clone(),
        clock,
        entropy,
        office: found.office,
        units: found.units,
        registry: desk(found.office, registry).await,
        superior: desk(found.office, superior).await,
        official: desk(found.office, official).await,
        colleague: desk(found.office, colleague).await,
        other_unit: desk(found.office, other).await,
        admin: desk(found.office, admin).await,
        foreign: desk(found.far, foreign).await,
        citizen,
        class: found.class,
    }
}

async fn found(c: &mut Conn, ctx: &Ctx) -> Result<Founded> {
    let mut people = Vec::new();
    for (given, family) in PEOPLE {
        people.push(person(c, ctx, given, family).await?);
    }
    let people: [PersonId; 8] = people.try_into().unwrap();
    let [registry, superior, official, colleague, other, admin, foreign, _] = people;
    let office = |name: &str, slug: &str| NewOffice {
        slug: Some(slug.into()),
        street: "Rynek 1".into(),
        postal_code: "00-001".into(),
        town: "Lipowa".into(),
        email: format!("{slug}@example.pl"),
        ..NewOffice::named(OfficeKind::Gmina, name)
    };
    let id = offices::found(c, ctx, office("Urząd Gminy Lipowa", "lipowa")).await?;
    let far = offices::found(c, ctx, office("Urząd Gminy Dębowa", "debowa")).await?;
    let (scope, far_scope) = (OfficeScope::checked(id), OfficeScope::checked(far));
    let from = date(2020, 1, 1);
    let unit =
        |parent, code: &str, name: &str| NewUnit { parent, code: code.into(), name: name.into(), from, to: None };
    let top = offices::add_unit(c, ctx, scope, unit(None, "SE", "Sekretarz")).await?;
    let below = offices::add_unit(c, ctx, scope, unit(Some(top), "GK", "Gospodarka komunalna")).await?;
    let beside = offices::add_unit(c, ctx, scope, unit(None, "FN", "Finanse")).await?;
    let far_unit = offices::add_unit(c, ctx, far_scope, unit(None, "GK", "Komunalny")).await?;
    for (scope, person, unit, roles) in [
        (scope, registry, top, vec![Role::Registry]),
        (scope, superior, top, vec![Role::Superior, Role::Official]),
        (scope, official, below, vec![Role::Official]),
        (scope, colleague, below, vec![Role::Official]),
        (scope, other, beside, vec![Role::Official]),
        (scope, admin, top, vec![Role::Administrator]),
        (far_scope, foreign, far_unit, vec![Role::Official, Role::Superior, Role::Registry]),
    ] {
        offices::add_member(c, ctx, scope, NewMember { person, unit, position: None, roles, from, to: None }).await?;
    }
    let plan = law::file_plan::parse(PLAN.as_bytes()).unwrap();
    let new = NewPlan { name: "Wykaz akt".into(), from, source: "próba".into(), plan };
    file_plan::adopt(c, ctx, scope, &new).await?;
    let class = file_plan::by_symbol(c, scope, "6131", START).await?.unwrap();
    Ok(Founded { office: id, far, units: [top, below, beside], people, class: class.id })
}

/// A person with an account and a checked e-mail address made of the names.
///
/// # Errors
/// Those of the database.
pub async fn person(c: &mut Conn, ctx: &Ctx, given: &str, family: &str) -> Result<PersonId> {
    let new = identity::NewPerson {
        email: format!("{}.{}@example.pl", law::fold::slug(given), law::fold::slug(family)),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: None,
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, new).await
}
