//! An office with three units and its people, a second office, and a case of a citizen.

use std::sync::Arc;

use db::{Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Clock as _, Ctx, FixedClock, Lang, SeededEntropy,
    ids::{CaseId, ClassId, OfficeId, PersonId, UnitId},
};
use law::term::{Span, Unit};
use offices::{Desk, NewMember, NewOffice, NewUnit, OfficeKind, Role};
use records::{
    cases::{NewCase, Party},
    file_plan::{self, NewPlan},
};
use testkit::{Answer, Browser, Kit};
use web::{App, BoxFut, SignedIn};

pub const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    services::MIGRATIONS,
    search::store::MIGRATIONS,
    records::MIGRATIONS,
    letters::MIGRATIONS,
];

/// A file plan with a group and two final classes, one not verified.
pub const PLAN: &str = "symbol;haslo;kategoria_archiwalna;status\n6;Gospodarka;;ok\n61;Środowisko;;ok\n613;Zieleń;;ok\n\
                        6131;Wycinka drzew;B5;ok\n6132;Parki;A;do_weryfikacji\n";

pub struct World {
    pub db: Db,
    pub clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
    pub office: OfficeId,
    pub units: [UnitId; 3],
    pub registry: Desk,
    pub superior: Desk,
    pub official: Desk,
    pub colleague: Desk,
    pub other_unit: Desk,
    pub admin: Desk,
    pub foreign: Desk,
    pub citizen: PersonId,
    pub class: ClassId,
}

/// Runs an operation at a desk in a unit of work: `act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new))`.
#[macro_export]
macro_rules! act {
    ($w:expr, $desk:expr, |$c:ident, $ctx:ident, $d:ident| $e:expr) => {{
        let ($ctx, $d) = ($w.ctx(&$desk), $desk.clone());
        $w.db
            .write(move |$c| {
                Box::pin(async move {
                    let _ = (&$ctx, &$d);
                    $e.await
                })
            })
            .await
    }};
}

async fn person(db: &Db, ctx: &Ctx, given: &str, family: &str) -> PersonId {
    let (ctx, given, family) = (ctx.clone(), given.to_owned(), family.to_owned());
    db.write(move |c| {
        Box::pin(async move {
            let email = format!("{}.{}@example.pl", law::fold::slug(&given), law::fold::slug(&family));
            let new = identity::NewPerson {
                email,
                given_name: given,
                family_name: family,
                password_hash: None,
                lang: Lang::Pl,
                verified: true,
            };
            identity::register(c, &ctx, new).await
        })
    })
    .await
    .unwrap()
}

const START: Date = date(2026, 1, 12);

impl World {
    pub async fn new(db: &Db) -> World {
        i18n::init(&[
            web::msg::SOURCE,
            mail::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            records::msg::SOURCE,
            letters::msg::SOURCE,
        ]);
        let clock = Arc::new(FixedClock::noon(START));
        let entropy = Arc::new(SeededEntropy::new(7));
        let ctx = Ctx::system(clock.clone(), entropy.clone());
        let mut people = Vec::new();
        for (given, family) in [
            ("Rita", "Rejestr"),
            ("Stefan", "Szef"),
            ("Olga", "Urzędnik"),
            ("Karol", "Kolega"),
            ("Felicja", "Finanse"),
            ("Adam", "Admin"),
            ("Obcy", "Człowiek"),
            ("Jan", "Kowalski"),
        ] {
            people.push(person(db, &ctx, given, family).await);
        }
        let [registry, superior, official, colleague, other, admin, foreign, citizen] = people.try_into().unwrap();
        let build = ctx.clone();
        let (office, units, class, far) = db
            .write(move |c| {
                Box::pin(async move {
                    let office = |name: &str, slug: &str| NewOffice {
                        slug: Some(slug.into()),
                        teryt: None,
                        kind: OfficeKind::Gmina,
                        name: name.into(),
                        name_en: String::new(),
                        street: "Rynek 1".into(),
                        postal_code: "00-001".into(),
                        town: "Lipowa".into(),
                        email: format!("{slug}@example.pl"),
                        phone: String::new(),
                        website: String::new(),
                    };
                    let id = offices::found(c, &build, office("Urząd Gminy Lipowa", "lipowa")).await?;
                    let far = offices::found(c, &build, office("Urząd Gminy Dębowa", "debowa")).await?;
                    let from = date(2020, 1, 1);
                    let mut units = Vec::new();
                    let scope = kernel::OfficeScope::checked(id);
                    for (code, name, below) in
                        [("SE", "Sekretarz", false), ("GK", "Gospodarka komunalna", true), ("FN", "Finanse", false)]
                    {
                        let parent = below.then(|| units[0]);
                        let new = NewUnit { parent, code: code.into(), name: name.into(), from, to: None };
                        units.push(offices::add_unit(c, &build, scope, new).await?);
                    }
                    let far_scope = kernel::OfficeScope::checked(far);
                    let new = NewUnit { parent: None, code: "GK".into(), name: "Komunalny".into(), from, to: None };
                    let far_unit = offices::add_unit(c, &build, far_scope, new).await?;
                    for (scope, person, unit, roles) in [
                        (scope, registry, units[0], vec![Role::Registry]),
                        (scope, superior, units[0], vec![Role::Superior, Role::Official]),
                        (scope, official, units[1], vec![Role::Official]),
                        (scope, colleague, units[1], vec![Role::Official]),
                        (scope, other, units[2], vec![Role::Official]),
                        (scope, admin, units[0], vec![Role::Administrator]),
                        (far_scope, foreign, far_unit, vec![Role::Official, Role::Superior, Role::Registry]),
                    ] {
                        let new = NewMember { person, unit, position: None, roles, from, to: None };
                        offices::add_member(c, &build, scope, new).await?;
                    }
                    let plan = law::file_plan::parse(PLAN.as_bytes()).unwrap();
                    let new = NewPlan { name: "Wykaz akt".into(), from, source: "próba".into(), plan };
                    file_plan::adopt(c, &build, scope, &new).await?;
                    let class = file_plan::by_symbol(c, scope, "6131", START).await?.unwrap();
                    let units: [UnitId; 3] = units.try_into().unwrap();
                    Ok((id, units, class.id, far))
                })
            })
            .await
            .unwrap();
        let desk = |office: OfficeId, person: PersonId| {
            let db = db.clone();
            async move {
                db.read(move |c| Box::pin(async move { offices::desk_of(c, office, person, START).await }))
                    .await
                    .unwrap()
            }
        };
        World {
            db: db.clone(),
            clock,
            entropy,
            office,
            units,
            registry: desk(office, registry).await,
            superior: desk(office, superior).await,
            official: desk(office, official).await,
            colleague: desk(office, colleague).await,
            other_unit: desk(office, other).await,
            admin: desk(office, admin).await,
            foreign: desk(far, foreign).await,
            citizen,
            class,
        }
    }

    pub fn ctx(&self, desk: &Desk) -> Ctx {
        self.ctx_of(desk.member.person, &desk.member.name)
    }

    pub fn ctx_of(&self, id: PersonId, name: &str) -> Ctx {
        let actor = Actor::Person { id, name: name.into(), operator: false };
        Ctx::new(actor, Lang::Pl, self.clock.clone(), self.entropy.clone())
    }

    pub fn today(&self) -> Date {
        self.clock.today()
    }

    pub fn new_case(&self, title: &str) -> NewCase {
        NewCase {
            class: self.class,
            unit: self.units[1],
            title: title.into(),
            service: None,
            incoming: None,
            party: Some(Party {
                person: Some(self.citizen),
                name: "Jan Kowalski".into(),
                email: "jan.kowalski@example.pl".into(),
                address: "ul. Długa 7, 34-324 Lipowa".into(),
                ..Party::default()
            }),
            started: self.today(),
            term: Some(Span::new(1, Unit::Months)),
        }
    }

    /// A case of a party with an account.
    pub async fn open(&self, title: &str) -> records::cases::CaseRow {
        let new = self.new_case(title);
        act!(self, self.official, |c, ctx, desk| records::cases::open(c, &ctx, &desk, new)).unwrap()
    }

    /// Settles a case.
    pub async fn settle(&self, case: CaseId) {
        act!(self, self.official, |c, ctx, desk| records::cases::settle(
            c,
            &ctx,
            &desk,
            case,
            records::cases::Outcome::Granted,
            ""
        ))
        .unwrap();
    }

    /// The keys of a case's record; the chain is whole.
    pub async fn record(&self, case: CaseId) -> Vec<String> {
        let scope = self.official.scope;
        let entries = self
            .db
            .read(move |c| Box::pin(async move { records::chain::entries(c, scope, case).await }))
            .await
            .unwrap();
        records::chain::verify(&entries).unwrap();
        entries.into_iter().map(|e| e.action).collect()
    }

    /// The application over the same database and clock.
    pub fn kit(&self) -> Kit {
        let kit = Kit::new(&self.db, Box::new(Cookie), START);
        kit.clock.set(self.clock.now());
        kit
    }
}

/// A session whose cookie is the person's identifier.
struct Cookie;

impl web::Authenticate for Cookie {
    fn session<'a>(
        &'a self,
        app: &'a App,
        _: &'a Ctx,
        cookie: &'a str,
    ) -> BoxFut<'a, kernel::Result<Option<SignedIn>>> {
        Box::pin(async move {
            let Ok(id) = cookie.parse::<PersonId>() else { return Ok(None) };
            let person = app.db.read(move |c| Box::pin(async move { identity::person(c, id).await })).await?;
            Ok(Some(SignedIn {
                person: id,
                session: kernel::ids::SessionId(id.0),
                name: person.name(),
                email: person.email,
                operator: false,
                lang: Lang::Pl,
            }))
        })
    }
    fn token<'a>(&'a self, _: &'a App, _: &'a Ctx, token: &'a str) -> BoxFut<'a, kernel::Result<Option<Actor>>> {
        Box::pin(async move {
            let Ok(person) = token.parse::<PersonId>() else { return Ok(None) };
            Ok(Some(Actor::Token {
                id: kernel::ids::ApiTokenId(person.0),
                name: "próba".into(),
                holder: "próba".into(),
                person,
                office: None,
                scopes: vec!["cases:read".into(), "cases:write".into()],
            }))
        })
    }
    fn sign_in_page(&self, _: &web::Req, _: &web::Resume) -> maud::Markup {
        maud::html! { "sign-in" }
    }
}

/// A request as somebody.
pub async fn ask(browser: &Browser, who: &Desk, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let owned = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let request = axum::http::Request::builder()
        .method(method)
        .uri(path)
        .header("cookie", format!("szpon_session={}", who.member.person))
        .header("content-type", "application/x-www-form-urlencoded");
    browser.send(request, axum::body::Body::from(web::Fields(owned).encode())).await
}
