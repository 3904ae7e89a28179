//! The demonstration's first day: accounts, offices, units, people, points, services, file plans, templates.

use db::Conn;
use identity::NewPerson;
use jiff::ToSpan as _;
use kernel::{Actor, Ctx, Fault, Lang, OfficeScope, Result, ids::OfficeId};
use offices::{
    NewMember, NewOffice, NewUnit, OfficeData, OfficeKind, Role,
    claims::{self, NewClaim},
    hours, points,
};

use super::{
    OfficeSeen, PASSWORD, Stage,
    cast::{self, Cast, Company, OfficeAct, Player},
};

/// Monday to Friday, 7:30 to 15:30, on Tuesdays to 17:00.
const WEEK: &[(i64, i64, i64)] = &[(1, 450, 930), (2, 450, 1020), (3, 450, 930), (4, 450, 930), (5, 450, 930)];

/// Makes everybody and everything the month needs, in one unit of work.
pub async fn found(stage: &Stage) -> Result<Cast> {
    // One hash for all: their password is the same and known to everybody.
    let ctx = stage.ctx(Actor::System);
    let hash = identity::password::hash_in_background(PASSWORD, ctx.entropy().clone()).await?;
    let acts = cast::offices()?;
    let residents = cast::citizens()?;
    stage
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut offices = Vec::new();
                for act in &acts {
                    offices.push(office(c, &ctx, act, &hash).await?);
                }
                let mut citizens = Vec::new();
                for act in residents {
                    let player = person(c, &ctx, &act.given, &act.family, "mieszkancy.example", &hash).await?;
                    citizens.push((
                        act,
                        with_token(c, &ctx, player, None, &["cases:read", "cases:write", "learning:read"]).await?,
                    ));
                }
                let operator = person(c, &ctx, "Lidia", "Operatorska", "szpon.example", &hash).await?;
                identity::make_operator(c, &ctx, &operator.email, true).await?;
                let operator = with_token(c, &ctx, operator, None, &["cases:read"]).await?;
                // Somebody whose office is not here yet: their claim waits for the operator.
                let founder = person(c, &ctx, "Renata", "Gorzelak", "mieszkancy.example", &hash).await?;
                claims::make(c, &ctx.with_actor(founder.actor()), claim()).await?;
                Ok(Cast { offices, citizens, operator })
            })
        })
        .await
}

/// The claim of an office of the directory, with the authorisation told in words.
fn claim() -> NewClaim {
    NewClaim {
        teryt: "0601072".into(),
        office_name: "Urząd Gminy Konstantynów".into(),
        position: "Sekretarz gminy".into(),
        email: "urzad@konstantynow.example".into(),
        justification: "Wójt upoważnił mnie zarządzeniem nr 41/2026 do wdrożenia e-usług. Proszę o potwierdzenie \
                        telefoniczne w sekretariacie, numer jest na stronie gminy."
            .into(),
        file: None,
        once: "demo:claim".into(),
    }
}

async fn person(c: &mut Conn, ctx: &Ctx, given: &str, family: &str, domain: &str, hash: &str) -> Result<Player> {
    let email = format!("{}.{}@{domain}", law::fold::slug(given), law::fold::slug(family));
    let new = NewPerson {
        email: email.clone(),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: Some(hash.into()),
        lang: Lang::Pl,
        verified: true,
    };
    let id = identity::register(c, ctx, new).await?;
    Ok(Player {
        id,
        name: format!("{given} {family}"),
        email,
        unit: String::new(),
        roles: Vec::new(),
        token: String::new(),
    })
}

async fn with_token(
    c: &mut Conn,
    ctx: &Ctx,
    player: Player,
    office: Option<OfficeId>,
    scopes: &[&str],
) -> Result<Player> {
    let own = ctx.with_actor(player.actor());
    let scopes = scopes.iter().map(|s| (*s).to_owned()).collect();
    let token = identity::tokens::create(c, &own, player.id, office, "Demonstracja", scopes, None).await?;
    Ok(Player { token, ..player })
}

async fn office(c: &mut Conn, ctx: &Ctx, act: &OfficeAct, hash: &str) -> Result<Company> {
    let start = ctx.clock().today().checked_sub(2.years()).map_err(Fault::internal)?;
    let id = offices::found(c, ctx, new_office(act)).await?;
    let scope = OfficeScope::checked(id);
    let founded = offices::by_id(c, id).await?;
    let data = OfficeData { email: founded.email, ..act.data.clone() };
    offices::change_office(c, ctx, scope, founded.version, data).await?;
    let mut units = Vec::new();
    for unit in &act.units {
        let parent = unit.parent.as_ref().and_then(|p| units.iter().find_map(|(code, id)| (code == p).then_some(*id)));
        let new = NewUnit { parent, code: unit.code.clone(), name: unit.name.clone(), from: start, to: None };
        units.push((unit.code.clone(), offices::add_unit(c, ctx, scope, new).await?));
    }
    let main = points::main(c, scope).await?;
    hours::set(c, ctx, scope, main.id, WEEK).await?;
    for point in &act.points {
        let new = points::NewPoint {
            name: point.name.clone(),
            street: point.street.clone(),
            postal_code: point.postal_code.clone(),
            town: point.town.clone(),
            phone: point.phone.clone(),
            email: String::new(),
            directions: String::new(),
            step_free: true,
            induction_loop: true,
            closed: false,
        };
        let point = points::add(c, ctx, scope, new).await?;
        hours::set(c, ctx, scope, point, WEEK).await?;
    }
    let mut people = Vec::new();
    for act_person in &act.people {
        let domain = format!("{}.example", act.slug);
        let player = person(c, ctx, &act_person.given, &act_person.family, &domain, hash).await?;
        let roles: Vec<Role> = act_person.roles.iter().filter_map(|r| Role::parse(r)).collect();
        let position = offices::position(c, ctx, scope, &act_person.position).await?;
        let unit = units.iter().find_map(|(code, id)| (*code == act_person.unit).then_some(*id));
        let unit = unit.ok_or_else(Fault::not_found)?;
        let member = NewMember {
            person: player.id,
            unit,
            position: Some(position),
            roles: roles.clone(),
            from: start,
            to: None,
        };
        offices::add_member(c, ctx, scope, member).await?;
        let mut scopes = vec!["cases:read", "cases:write", "learning:read"];
        if roles.contains(&Role::Administrator) {
            scopes.extend(["office:admin", "hooks:write"]);
        }
        if roles.contains(&Role::Coordinator) {
            scopes.push("learning:write");
        }
        let player = with_token(c, ctx, player, Some(id), &scopes).await?;
        people.push(Player { unit: act_person.unit.clone(), roles, ..player });
    }
    if let [.., absent, substitute] = people.as_slice() {
        let today = ctx.clock().today();
        let (from, to) = (today.checked_add(31.days()), today.checked_add(45.days()));
        if let (Ok(from), Ok(to)) = (from, to) {
            offices::substitute(c, ctx, scope, absent.id, substitute.id, from, to).await?;
        }
    }
    let seen = OfficeSeen {
        slug: act.slug.clone(),
        teryt: act.teryt.clone().unwrap_or_default(),
        name: act.data.name.clone(),
    };
    let mut company = Company { id, seen, people, units, classes: Vec::new() };
    super::month::equip(c, ctx, &mut company, act).await?;
    Ok(company)
}

fn new_office(act: &OfficeAct) -> NewOffice {
    NewOffice {
        slug: Some(act.slug.clone()),
        teryt: act.teryt.clone(),
        name_en: act.data.name_en.clone(),
        street: act.data.street.clone(),
        postal_code: act.data.postal_code.clone(),
        town: act.data.town.clone(),
        email: format!("urzad@{}.example", act.slug),
        phone: act.data.phone.clone(),
        website: String::new(),
        ..NewOffice::named(OfficeKind::parse(&act.kind).unwrap_or(OfficeKind::Other), act.data.name.clone())
    }
}
