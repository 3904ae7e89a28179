//! Founding the two offices.

use db::Conn;
use jiff::civil::date;
use kernel::{Actor, Ctx, OfficeScope, Result, ids::PersonId};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind};
use testkit::Kit;
use testworld::person;

use crate::{Serves, Somebody, World};

pub(crate) async fn world<const N: usize>(kit: Kit, people: [Somebody; N]) -> (World, [PersonId; N]) {
    let ctx = kit.ctx(Actor::System);
    let founded = kit.app.db.write(move |c| {
        Box::pin(async move {
            let ctx = &ctx;
            let (office, far) = (office(c, ctx, "lipowa").await?, office(c, ctx, "debowa").await?);
            let from = date(2020, 1, 1);
            let unit = |parent, code: &str| NewUnit {
                parent,
                code: code.into(),
                name: format!("Wydział {code}"),
                from,
                to: None,
            };
            let top = offices::add_unit(c, ctx, office, unit(None, "SE")).await?;
            let below = offices::add_unit(c, ctx, office, unit(Some(top), "GK")).await?;
            let away = offices::add_unit(c, ctx, far, unit(None, "OR")).await?;
            let mut ids = Vec::new();
            for (given, family, serves) in people {
                let person = person(c, ctx, given, family).await?;
                ids.push(person);
                let (scope, unit, roles) = match serves {
                    Serves::Nowhere => continue,
                    Serves::Top(roles) => (office, top, roles),
                    Serves::Below(roles) => (office, below, roles),
                    Serves::Away(roles) => (far, away, roles),
                };
                let new = NewMember { person, unit, position: None, roles: roles.to_vec(), from, to: None };
                offices::add_member(c, ctx, scope, new).await?;
            }
            Ok((office, far, [top, below], away, ids))
        })
    });
    let (office, far, units, away, ids) = founded.await.unwrap();
    (World { kit, office, units, far, away }, ids.try_into().unwrap())
}

async fn office(c: &mut Conn, ctx: &Ctx, slug: &str) -> Result<OfficeScope> {
    let new = NewOffice { slug: Some(slug.into()), ..NewOffice::named(OfficeKind::Other, format!("Urząd {slug}")) };
    Ok(OfficeScope::checked(offices::found(c, ctx, new).await?))
}
