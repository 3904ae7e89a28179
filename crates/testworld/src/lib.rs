//! For tests of subjects that work on cases: an office with three units and its people, a second office, a citizen, and a
//! file plan. A development dependency only.
//!
//! ```ignore
//! pub const ALL: &[&[Migration]] = testworld::tables![letters::MIGRATIONS];
//!
//! db::both! { ALL;
//! async fn a_case_is_opened(db) {
//!     let w = World::with_texts(&db, &[letters::msg::SOURCE]).await;
//!     let case = w.open("Wycinka").await;
//!     act!(w, w.official, |c, ctx, desk| cases::rename(c, &ctx, &desk, case.id, "Wycinka lipy", case.version)).unwrap();
//! }
//! }
//! ```

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod build;
mod session;

use std::sync::Arc;

pub use build::person;
use db::{Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Clock as _, Ctx, FixedClock, Lang, SeededEntropy,
    ids::{CaseId, ClassId, OfficeId, PersonId, UnitId},
};
use law::term::{Span, Unit};
use offices::Desk;
use records::cases::{CaseRow, NewCase, Outcome, Party};
pub use session::{ById, ask, get, hidden, post, words};
use testkit::Kit;

/// Monday, 12 January 2026: the day on which every world begins, at noon.
pub const START: Date = date(2026, 1, 12);

/// A file plan with a group and two final classes, one not verified.
pub const PLAN: &str = "symbol;haslo;kategoria_archiwalna;status\n6;Gospodarka;;ok\n61;Środowisko;;ok\n613;Zieleń;;ok\n\
                        6131;Wycinka drzew;B5;ok\n6132;Parki;A;do_weryfikacji\n";

/// The tables of everything up to the records of cases.
pub const TABLES: [&[Migration]; 9] = [
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    web::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    services::MIGRATIONS,
    search::store::MIGRATIONS,
    records::MIGRATIONS,
];

/// The tables of a subject above the records, with those below it, for `db::both!`.
#[macro_export]
macro_rules! tables {
    ($($more:expr),* $(,)?) => {{
        const BELOW: [&[db::Migration]; 9] = $crate::TABLES;
        &[BELOW[0], BELOW[1], BELOW[2], BELOW[3], BELOW[4], BELOW[5], BELOW[6], BELOW[7], BELOW[8], $($more),*]
    }};
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

/// Two offices and the people in them.
pub struct World {
    /// The database.
    pub db: Db,
    /// The clock of everything done in this world.
    pub clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
    /// Urząd Gminy Lipowa.
    pub office: OfficeId,
    /// SE, GK below it, and FN beside them.
    pub units: [UnitId; 3],
    /// The registry, in SE.
    pub registry: Desk,
    /// The superior of SE and of what is below.
    pub superior: Desk,
    /// An official of GK.
    pub official: Desk,
    /// Another one of GK.
    pub colleague: Desk,
    /// An official of FN.
    pub other_unit: Desk,
    /// The administrator, in SE.
    pub admin: Desk,
    /// Somebody with every role in Urząd Gminy Dębowa.
    pub foreign: Desk,
    /// Jan Kowalski, who has an account.
    pub citizen: PersonId,
    /// The class 6131.
    pub class: ClassId,
}

impl World {
    /// The world on a fresh database.
    ///
    /// # Panics
    /// When it cannot be set up.
    pub async fn new(db: &Db) -> World {
        Self::with_texts(db, &[]).await
    }

    /// The same with the texts of subjects above the records.
    ///
    /// # Panics
    /// When it cannot be set up.
    pub async fn with_texts(db: &Db, texts: &[i18n::Source]) -> World {
        let below = [
            blob::msg::SOURCE,
            web::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            services::msg::SOURCE,
            records::msg::SOURCE,
        ];
        i18n::init(&[&below, texts].concat());
        testkit::install_key();
        build::world(db).await
    }

    /// A context of whoever sits at a desk, now.
    pub fn ctx(&self, desk: &Desk) -> Ctx {
        self.ctx_of(desk.member.person, &desk.member.name)
    }

    /// A context of somebody, now.
    pub fn ctx_of(&self, id: PersonId, name: &str) -> Ctx {
        let actor = Actor::Person { id, name: name.into(), operator: false };
        Ctx::new(actor, Lang::Pl, self.clock.clone(), self.entropy.clone())
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// A case of the citizen for GK, with a term of a month, to be opened.
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

    /// Opens a case of the citizen.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn open(&self, title: &str) -> CaseRow {
        let new = self.new_case(title);
        act!(self, self.official, |c, ctx, desk| records::cases::open(c, &ctx, &desk, new)).unwrap()
    }

    /// Settles a case.
    ///
    /// # Panics
    /// When it cannot be settled.
    pub async fn settle(&self, case: CaseId) {
        act!(self, self.official, |c, ctx, desk| records::cases::settle(c, &ctx, &desk, case, Outcome::Granted, ""))
            .unwrap();
    }

    /// The keys of a case's record; the chain is whole.
    ///
    /// # Panics
    /// When it is not.
    pub async fn record(&self, case: CaseId) -> Vec<String> {
        let scope = self.official.scope;
        let read = self.db.read(move |c| Box::pin(async move { records::chain::entries(c, scope, case).await }));
        let entries = read.await.unwrap();
        records::chain::verify(&entries).unwrap();
        entries.into_iter().map(|e| e.action).collect()
    }

    /// The e-mails queued so far.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn mails(&self) -> Vec<mail::Stored> {
        self.db.read(|c| Box::pin(async move { mail::list_recent(c, 50, None).await })).await.unwrap()
    }

    /// The application over the same database and clock. A session's cookie and a token are the person's identifier; see
    /// [`ask`].
    pub fn kit(&self) -> Kit {
        let kit = Kit::new(&self.db, Box::new(session::ById), START);
        kit.clock.set(self.clock.now());
        kit
    }
}
