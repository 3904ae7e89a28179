//! Fills a database with offices and cases, through the same functions as the web uses.

use std::sync::Arc;

use db::{Conn, Db};
use identity::NewPerson;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Actor, Clock as _, Ctx, Fault, Lang, OfficeScope, Result, SystemClock, SystemEntropy,
    ids::{CaseId, ClassId, OfficeId, PersonId, UnitId},
};
use law::term::{Span, Unit};
use offices::{Desk, NewMember, NewOffice, NewUnit, OfficeKind, Role};
use records::cases::{self, NewCase, Party};

/// How many offices there are.
pub const OFFICES: usize = 100;
/// How many cases one citizen has.
pub const OWN_CASES: usize = 1000;
/// How many documents one case has.
pub const DOCUMENTS: usize = 50;
/// Everybody's password.
pub const PASSWORD: &str = "zielony parasol nad Bugiem";
/// How many cases one unit of work opens while filling.
const BATCH: usize = 100;
const UNITS: [(&str, &str); 5] = [
    ("OR", "Referat Organizacyjny"),
    ("GK", "Referat Gospodarki Komunalnej"),
    ("FN", "Referat Finansowy"),
    ("BP", "Referat Budownictwa i Planowania"),
    ("SO", "Referat Spraw Obywatelskich"),
];
const TITLES: [&str; 8] = [
    "Wydanie zezwolenia na usunięcie drzew na działce przy ul. Polnej",
    "Ustalenie warunków zabudowy dla budynku mieszkalnego jednorodzinnego",
    "Wydanie zaświadczenia o niezaleganiu w podatkach",
    "Udostępnienie informacji publicznej w sprawie inwestycji drogowych",
    "Zmiana w deklaracji o wysokości opłaty za gospodarowanie odpadami",
    "Zezwolenie na zajęcie pasa drogowego w celu prowadzenia robót",
    "Wymeldowanie z pobytu stałego w drodze decyzji administracyjnej",
    "Wniosek o przyznanie dodatku mieszkaniowego dla gospodarstwa domowego",
];
const NAMES: [&str; 8] = [
    "Zofia Maj",
    "Jan Hryciuk",
    "Katarzyna Wróbel",
    "Mateusz Łąkowski",
    "Andrzej Sokół",
    "Halina Żuk",
    "Piotr Ćwik",
    "Ewa Śliwa",
];

/// An office with its officials, one in each unit.
#[derive(Clone)]
pub struct Office {
    pub id: OfficeId,
    pub slug: String,
    pub units: Vec<UnitId>,
    pub officials: Vec<(PersonId, String, String)>,
    pub tokens: Vec<String>,
    pub class: ClassId,
    pub symbol: String,
}

/// What the measurements ask for.
#[derive(Clone)]
pub struct Filled {
    pub offices: Arc<Vec<Office>>,
    pub citizen: (PersonId, String),
    /// A case with many documents, in the first office's first unit.
    pub thick: CaseId,
}

fn ctx(actor: Actor) -> Ctx {
    // One source of randomness for the process would be the same; a context of its own is simpler here.
    Ctx::new(actor, Lang::Pl, Arc::new(SystemClock), Arc::new(SystemEntropy::default()))
}

/// Makes the offices, the citizen with many cases and the case with many documents.
pub async fn found(db: &Db, objects: &blob::Store) -> Result<Filled> {
    let own = ctx(Actor::System);
    let hash = identity::password::hash_in_background(PASSWORD, own.entropy().clone()).await?;
    let offices = {
        let (own, hash) = (own.clone(), hash.clone());
        db.write(move |c| {
            Box::pin(async move {
                let mut all = Vec::new();
                for n in 0..OFFICES {
                    all.push(office(c, &own, n, &hash).await?);
                }
                Ok(all)
            })
        })
        .await?
    };
    let citizen = {
        let (own, hash) = (own.clone(), hash.clone());
        db.write(move |c| {
            Box::pin(async move { person(c, &own, "Zofia", "Tysiączna", "zofia@bench.example", &hash).await })
        })
        .await?
    };
    let offices = Arc::new(offices);
    let filled = Filled {
        offices: Arc::clone(&offices),
        citizen: (citizen, "zofia@bench.example".into()),
        thick: CaseId(uuid::Uuid::nil()),
    };
    for start in (0..OWN_CASES).step_by(BATCH) {
        open(db, &filled, start, BATCH, Some(citizen)).await?;
    }
    let thick = thick(db, objects, &offices).await?;
    Ok(Filled { thick, ..filled })
}

async fn person(c: &mut Conn, ctx: &Ctx, given: &str, family: &str, email: &str, hash: &str) -> Result<PersonId> {
    let new = NewPerson {
        email: email.into(),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: Some(hash.into()),
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, new).await
}

fn two_years_ago() -> Date {
    SystemClock.today().checked_sub(2.years()).unwrap_or_default()
}

async fn office(c: &mut Conn, ctx: &Ctx, n: usize, hash: &str) -> Result<Office> {
    let slug = format!("urzad-{n}");
    let new = NewOffice { slug: Some(slug.clone()), ..NewOffice::named(OfficeKind::Other, format!("Urząd {n}")) };
    let id = offices::found(c, ctx, new).await?;
    let scope = OfficeScope::checked(id);
    let from = two_years_ago();
    let position = offices::position(c, ctx, scope, "Inspektor").await?;
    let (mut units, mut officials, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
    for (code, name) in UNITS {
        let new = NewUnit { parent: None, code: code.into(), name: name.into(), from, to: None };
        let unit = offices::add_unit(c, ctx, scope, new).await?;
        let email = format!("{}@{slug}.example", code.to_lowercase());
        let id_person = person(c, ctx, "Jan", "Urzędowy", &email, hash).await?;
        let member = NewMember {
            person: id_person,
            unit,
            position: Some(position),
            roles: vec![Role::Official],
            from,
            to: None,
        };
        offices::add_member(c, ctx, scope, member).await?;
        let own = ctx.with_actor(Actor::Person { id: id_person, name: "Jan Urzędowy".into(), operator: false });
        let scopes = vec!["cases:read".to_owned(), "cases:write".to_owned()];
        tokens.push(identity::tokens::create(c, &own, id_person, Some(id), "pomiar", scopes, None).await?);
        units.push(unit);
        officials.push((id_person, "Jan Urzędowy".to_owned(), email));
    }
    let plan = law::file_plan::parse(law::file_plan::STARTER_GMINA).map_err(Fault::internal)?;
    let new = records::file_plan::NewPlan { name: "JRWA".into(), source: "pomiar".into(), from, plan };
    let row = records::file_plan::adopt(c, ctx, scope, &new).await?;
    let classes = records::file_plan::classes(c, scope, row.id, "").await?;
    let class = classes.into_iter().find(|k| k.is_final).ok_or_else(Fault::not_found)?;
    Ok(Office { id, slug, units, officials, tokens, class: class.id, symbol: class.symbol })
}

/// Opens so many cases, numbered from `start`, in one unit of work.
pub async fn open(db: &Db, filled: &Filled, start: usize, count: usize, citizen: Option<PersonId>) -> Result<()> {
    let offices = Arc::clone(&filled.offices);
    let now = SystemClock.now();
    db.write(move |c| {
        Box::pin(async move {
            // One office and one unit a batch: the desk is read once, as a request would.
            let office = &offices[(start / BATCH) % offices.len()];
            let place = (start / BATCH / offices.len()) % office.units.len();
            let (id, name, _) = &office.officials[place];
            let own = ctx(Actor::Person { id: *id, name: name.clone(), operator: false });
            let desk: Desk = offices::desk_of(c, office.id, *id, now.warsaw_date()).await?;
            for n in start..start + count {
                let party = Party { person: citizen, name: NAMES[n % NAMES.len()].into(), ..Party::default() };
                let new = NewCase {
                    class: office.class,
                    unit: office.units[place],
                    title: format!("{} {}", TITLES[n % TITLES.len()], n % 997),
                    service: None,
                    incoming: None,
                    party: Some(party),
                    started: now.plus_days(-((n % 60) as i64)).warsaw_date(),
                    term: Some(Span::new(30, Unit::Days)),
                };
                cases::open(c, &own, &desk, new).await?;
            }
            Ok(())
        })
    })
    .await
}

/// Opens cases until there are so many, several units of work at a time, with a progress bar.
pub async fn grow(db: &Db, filled: &Filled, from: usize, to: usize) -> Result<()> {
    let bar = ProgressBar::new(to.saturating_sub(from) as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} cases, {per_sec}, {eta} left") {
        bar.set_style(style);
    }
    let mut running = tokio::task::JoinSet::new();
    for start in (from..to).step_by(BATCH) {
        if running.len() >= 6
            && let Some(done) = running.join_next().await
        {
            done.map_err(Fault::internal)??;
        }
        let (db, filled, bar) = (db.clone(), filled.clone(), bar.clone());
        let count = BATCH.min(to - start);
        running.spawn(async move {
            open(&db, &filled, start, count, None).await?;
            bar.inc(count as u64);
            Ok::<_, Fault>(())
        });
    }
    while let Some(done) = running.join_next().await {
        done.map_err(Fault::internal)??;
    }
    bar.finish();
    Ok(())
}

async fn thick(db: &Db, objects: &blob::Store, offices: &Arc<Vec<Office>>) -> Result<CaseId> {
    let mut stored = Vec::new();
    for n in 0..DOCUMENTS {
        stored.push(objects.put_bytes(format!("Dokument {n}").into_bytes(), "dokument.txt").await?);
    }
    let offices = Arc::clone(offices);
    let now = SystemClock.now();
    db.write(move |c| {
        Box::pin(async move {
            let office = &offices[0];
            let (id, name, _) = &office.officials[0];
            let own = ctx(Actor::Person { id: *id, name: name.clone(), operator: false });
            let desk = offices::desk_of(c, office.id, *id, now.warsaw_date()).await?;
            let new = NewCase {
                class: office.class,
                unit: office.units[0],
                title: "Sprawa z wieloma dokumentami".into(),
                service: None,
                incoming: None,
                party: Some(Party { name: "Zofia Maj".into(), ..Party::default() }),
                started: now.warsaw_date(),
                term: Some(Span::new(30, Unit::Days)),
            };
            let case = cases::open(c, &own, &desk, new).await?;
            for (n, stored) in stored.into_iter().enumerate() {
                let new = records::documents::NewDocument {
                    stored,
                    name: format!("Załącznik {n}.txt"),
                    kind: records::documents::Kind::Attachment,
                    origin: records::documents::Origin::Office,
                };
                records::documents::add_at(c, &own, &desk, case.id, new).await?;
            }
            Ok(case.id)
        })
    })
    .await
}
