//! An office with an official and a registry clerk, a citizen with an account, and browsers.

use db::{BoxFuture, Conn, Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Clock as _, Ctx, Lang, OfficeScope, Result,
    ids::{CaseId, ClassId, OfficeId, PersonId, UnitId},
};
use law::term::{Span, Unit};
use offices::{Desk, NewMember, NewOffice, NewUnit, OfficeKind, Role};
use records::{
    cases::{CaseRow, NewCase, Party},
    file_plan::{self, NewPlan},
};
use testkit::{Answer, Browser, Kit};

pub(crate) const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    web::MIGRATIONS,
    audit::MIGRATIONS,
    search::store::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    services::MIGRATIONS,
    records::MIGRATIONS,
    letters::MIGRATIONS,
    correspondence::MIGRATIONS,
    my::MIGRATIONS,
];

pub(crate) const JAN: &str = "jan.kowalski@example.pl";
/// A party without an account.
pub(crate) const EWA: &str = "ewa.bez.konta@example.pl";
pub(crate) const PASSWORD: &str = "cztery zielone rowery";
const START: Date = date(2026, 1, 12);
const PLAN: &str = "symbol;haslo;kategoria_archiwalna;status\n6;Gospodarka;;ok\n61;Środowisko;;ok\n613;Zieleń;;ok\n\
                    6131;Wycinka drzew;B5;ok\n";

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) stranger: Browser,
    pub(crate) office: OfficeId,
    pub(crate) unit: UnitId,
    pub(crate) class: ClassId,
    pub(crate) official: Desk,
    pub(crate) registry: Desk,
    pub(crate) chief: Desk,
    pub(crate) jan: PersonId,
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        i18n::init(&[
            web::msg::SOURCE,
            blob::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            services::msg::SOURCE,
            records::msg::SOURCE,
            letters::msg::SOURCE,
            correspondence::msg::SOURCE,
            my::msg::SOURCE,
        ]);
        correspondence::set_links("http://szpon.test", my::secret_link);
        db.listen(vec![records::listener(), correspondence::listener(), my::listener()]);
        let kit = Kit::new(db, Box::new(identity::Web), START);
        let stranger = kit.browser(identity::routes().merge(my::routes()));
        let jan = register(&kit, JAN, "Jan", "Kowalski").await;
        let olga = register(&kit, "olga@example.pl", "Olga", "Urzędnik").await;
        let rita = register(&kit, "rita@example.pl", "Rita", "Rejestr").await;
        let szef = register(&kit, "szef@example.pl", "Stefan", "Szef").await;
        let ctx = kit.ctx(Actor::System);
        let (office, unit, class) = db
            .write(move |c| {
                Box::pin(async move {
                    let mut new = NewOffice::named(OfficeKind::Gmina, "Urząd Gminy Lipowa");
                    new.slug = Some("lipowa".into());
                    new.email = "urzad@lipowa.example.pl".into();
                    let office = offices::found(c, &ctx, new).await?;
                    let scope = OfficeScope::checked(office);
                    let from = date(2020, 1, 1);
                    let new = NewUnit {
                        parent: None,
                        code: "GK".into(),
                        name: "Gospodarka komunalna".into(),
                        from,
                        to: None,
                    };
                    let unit = offices::add_unit(c, &ctx, scope, new).await?;
                    for (person, roles) in [
                        (olga, vec![Role::Official]),
                        (rita, vec![Role::Registry]),
                        (szef, vec![Role::Superior, Role::Official]),
                    ] {
                        let new = NewMember { person, unit, position: None, roles, from, to: None };
                        offices::add_member(c, &ctx, scope, new).await?;
                    }
                    let plan = law::file_plan::parse(PLAN.as_bytes()).unwrap();
                    let new = NewPlan { name: "Wykaz akt".into(), from, source: "próba".into(), plan };
                    file_plan::adopt(c, &ctx, scope, &new).await?;
                    let class = file_plan::by_symbol(c, scope, "6131", START).await?.unwrap();
                    Ok((office, unit, class.id))
                })
            })
            .await
            .unwrap();
        let desk = async |person: PersonId| -> Desk {
            db.read(move |c| Box::pin(async move { offices::desk_of(c, office, person, START).await })).await.unwrap()
        };
        let (official, registry, chief) = (desk(olga).await, desk(rita).await, desk(szef).await);
        Self { kit, stranger, office, unit, class, official, registry, chief, jan }
    }

    pub(crate) fn db(&self) -> Db {
        self.kit.app.db.clone()
    }
    pub(crate) fn scope(&self) -> OfficeScope {
        OfficeScope::checked(self.office)
    }
    pub(crate) fn ctx(&self, desk: &Desk) -> Ctx {
        self.kit.ctx(Actor::Person { id: desk.member.person, name: desk.member.name.clone(), operator: false })
    }
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        desk: &Desk,
        work: impl for<'c> FnOnce(&'c mut Conn, Ctx, Desk) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
    ) -> T {
        let (ctx, desk) = (self.ctx(desk), desk.clone());
        self.db().write(move |c| work(c, ctx, desk)).await.unwrap()
    }

    /// A case of Jan, who has an account, with a term of a month.
    pub(crate) async fn case_of_jan(&self, title: &str) -> CaseRow {
        let party =
            Party { person: Some(self.jan), name: "Jan Kowalski".into(), email: JAN.into(), ..Party::default() };
        self.open(title, party).await
    }
    /// A case of Ewa, who has none.
    pub(crate) async fn case_of_ewa(&self, title: &str) -> CaseRow {
        self.open(title, Party { name: "Ewa Nowak".into(), email: EWA.into(), ..Party::default() }).await
    }
    async fn open(&self, title: &str, party: Party) -> CaseRow {
        let new = NewCase {
            class: self.class,
            unit: self.unit,
            title: title.into(),
            service: None,
            incoming: None,
            party: Some(party),
            started: self.kit.clock.today(),
            term: Some(Span::new(1, Unit::Months)),
        };
        self.write(&self.official, move |c, ctx, desk| {
            Box::pin(async move { records::cases::open(c, &ctx, &desk, new).await })
        })
        .await
    }
    /// The official asks for something until a day, which pauses the term.
    pub(crate) async fn ask(&self, case: CaseId, what: &str, due: Date) -> correspondence::RequestRow {
        let new = correspondence::NewRequest {
            what: what.into(),
            due,
            pause: Some("Czekamy na mapę.".into()),
            once: format!("ask-{what}"),
        };
        self.write(&self.official, move |c, ctx, desk| {
            Box::pin(async move { correspondence::ask(c, &ctx, &desk, case, new).await })
        })
        .await
    }
    /// The path of a secret link to a case for Ewa.
    pub(crate) async fn link(&self, case: CaseId) -> String {
        let (ctx, scope) = (self.kit.ctx(Actor::System), self.scope());
        self.db()
            .write(move |c| Box::pin(async move { my::secret_link(c, &ctx, scope, case, EWA).await }))
            .await
            .unwrap()
    }
    /// Removes all parties of a case, or adds Ewa again.
    pub(crate) async fn change_parties(&self, case: CaseId, ewa: bool) {
        self.write(&self.official, move |c, ctx, desk| {
            Box::pin(async move {
                if ewa {
                    let new = records::cases::PartyEdit {
                        role: records::cases::PartyRole::Party,
                        name: "Ewa Nowak".into(),
                        email: EWA.into(),
                        phone: String::new(),
                        address: String::new(),
                        identifier: String::new(),
                        account: false,
                    };
                    records::cases::add_party(c, &ctx, &desk, case, &new).await?;
                    return Ok(());
                }
                for party in records::cases::parties(c, desk.scope, case).await? {
                    let which = (party.ordinal, party.version);
                    records::cases::remove_party(c, &ctx, &desk, case, which, "Pomyłka").await?;
                }
                Ok(())
            })
        })
        .await;
    }
    /// What the citizen has written in a case, by text.
    pub(crate) async fn written(&self, case: CaseId) -> Vec<String> {
        let scope = self.scope();
        let all = self
            .db()
            .read(move |c| Box::pin(async move { correspondence::messages(c, scope, case).await }))
            .await
            .unwrap();
        all.into_iter().filter(|m| m.row.side == correspondence::Side::Citizen).map(|m| m.row.text).collect()
    }
    /// A browser of somebody signed in. Sessions end within a long test, so sign in when needed.
    pub(crate) async fn signed_in(&self, email: &str) -> Browser {
        let browser = self.stranger.fresh();
        let answer = browser.post("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        browser
    }
    pub(crate) async fn register(&self, email: &str, given: &str, family: &str) -> PersonId {
        register(&self.kit, email, given, family).await
    }
    /// Texts of the e-mails to an address.
    pub(crate) async fn mails(&self, to: &str) -> Vec<String> {
        let to = to.to_owned();
        let all =
            self.db().read(move |c| Box::pin(async move { mail::list_recent(c, 50, Some(&to)).await })).await.unwrap();
        all.into_iter().map(|m| format!("{}\n{}", m.subject, m.body_text)).collect()
    }
}

async fn register(kit: &Kit, email: &str, given: &str, family: &str) -> PersonId {
    let ctx = kit.ctx(Actor::System);
    let hash = identity::password::hash_in_background(PASSWORD, ctx.entropy().clone()).await.unwrap();
    let new = identity::NewPerson {
        email: email.into(),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: Some(hash),
        lang: Lang::Pl,
        verified: true,
    };
    let db = kit.app.db.clone();
    db.write(move |c| Box::pin(async move { identity::register(c, &ctx, new).await })).await.unwrap()
}

/// The value of a hidden field of the form that is sent to an address.
pub(crate) fn once(answer: &Answer, action: &str) -> String {
    let form = answer.text.split("<form").find(|f| f.contains(&format!("action=\"{action}\""))).unwrap();
    let value = form.split("name=\"once\" value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// The value of the first hidden field of a name.
pub(crate) fn hidden(answer: &Answer, name: &str) -> String {
    let value = answer.text.split(&format!("name=\"{name}\" value=\"")).nth(1);
    let value = value.unwrap_or_else(|| panic!("no field {name}: {}", answer.text));
    value.split('"').next().unwrap().to_owned()
}

/// The path of the first secret link in a text.
pub(crate) fn secret_in(text: &str) -> String {
    let rest = text.split("http://szpon.test/s/").nth(1).unwrap();
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
    format!("/s/{}", &rest[..end])
}
