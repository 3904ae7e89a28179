//! An office with people at work, a second office, and browsers signed in as each of them.

use db::{Db, Migration};
use identity::NewPerson;
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Lang, OfficeScope,
    ids::{OfficeId, PersonId, UnitId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use records::file_plan::{self, NewPlan};
use testkit::{Answer, Browser, Kit};

pub(crate) const TABLES: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    web::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    services::MIGRATIONS,
    search::store::MIGRATIONS,
    records::MIGRATIONS,
    letters::MIGRATIONS,
    correspondence::MIGRATIONS,
];

pub(crate) const START: Date = date(2026, 1, 12);
const PASSWORD: &str = "cztery zielone rowery";

/// Two final classes, one not verified, and groups above them.
const PLAN: &str = "symbol;haslo;kategoria_archiwalna;status\n6;Gospodarka;;ok\n61;Środowisko;;ok\n613;Zieleń;;ok\n\
                    6131;Wycinka drzew i krzewów;B5;ok\n6132;Parki;A;do_weryfikacji\n";

/// Who signs in.
pub(crate) const REGISTRY: &str = "rita@example.pl";
pub(crate) const OFFICIAL: &str = "olga@example.pl";
pub(crate) const COLLEAGUE: &str = "karol@example.pl";
pub(crate) const OTHER_UNIT: &str = "felicja@example.pl";
pub(crate) const SUPERIOR: &str = "stefan@example.pl";
pub(crate) const ADMIN: &str = "adam@example.pl";
pub(crate) const FOREIGN: &str = "obcy@example.pl";

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) office: OfficeId,
    /// SE above GK, and FN beside them.
    pub(crate) units: [UnitId; 3],
    browser: Browser,
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        i18n::init(&[
            web::msg::SOURCE,
            blob::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            services::msg::SOURCE,
            records::msg::SOURCE,
            letters::msg::SOURCE,
            correspondence::msg::SOURCE,
            desk::msg::SOURCE,
        ]);
        db.listen(vec![records::listener(), correspondence::listener()]);
        let kit = Kit::new(db, Box::new(identity::Web), START);
        let routes = identity::routes()
            .merge(offices::routes())
            .merge(desk::routes())
            .merge(correspondence::routes())
            .merge(letters::routes());
        let browser = kit.browser(routes);
        let ctx = kit.ctx(Actor::System);
        let hash = identity::password::hash_in_background(PASSWORD, ctx.entropy().clone()).await.unwrap();
        let (office, units) = db
            .write(move |c| {
                let (ctx, hash) = (ctx.clone(), hash.clone());
                Box::pin(async move { build(c, &ctx, &hash).await })
            })
            .await
            .unwrap();
        Self { kit, office, units, browser }
    }

    /// A browser signed in.
    pub(crate) async fn as_(&self, email: &str) -> Browser {
        let browser = self.browser.fresh();
        let answer = browser.post("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        browser
    }
    /// The desk of somebody, for what is done beside the pages.
    pub(crate) async fn desk_of(&self, email: &'static str) -> offices::Desk {
        let (office, today) = (self.office, START);
        let read = self.kit.app.db.read(move |c| {
            Box::pin(async move {
                let person = identity::find_by_email(c, email).await?.unwrap().id;
                offices::desk_of(c, office, person, today).await
            })
        });
        read.await.unwrap()
    }
    /// Somebody who begins to serve in the top unit with one role.
    pub(crate) async fn joins(&self, email: &'static str, role: Role) -> Browser {
        let (ctx, scope, unit) = (self.kit.ctx(Actor::System), OfficeScope::checked(self.office), self.units[0]);
        let hash = identity::password::hash_in_background(PASSWORD, ctx.entropy().clone()).await.unwrap();
        let joined = self.kit.app.db.write(move |c| {
            let (ctx, hash) = (ctx.clone(), hash.clone());
            Box::pin(async move {
                let person = person(c, &ctx, &hash, (email, "Sara", "Nadzór")).await;
                let from = date(2020, 1, 1);
                let new = NewMember { person, unit, position: None, roles: vec![role], from, to: None };
                offices::add_member(c, &ctx, scope, new).await
            })
        });
        joined.await.unwrap();
        self.as_(email).await
    }
    /// A browser of a stranger.
    pub(crate) fn stranger(&self) -> Browser {
        self.browser.fresh()
    }
}

/// A hidden value of a page's form.
pub(crate) fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let from = page.text.find(&mark).map(|at| at + mark.len()).unwrap_or_default();
    let rest = page.text.get(from..).unwrap_or_default();
    if from == 0 { String::new() } else { rest.split('"').next().unwrap_or_default().to_owned() }
}

/// The page a change leads to.
pub(crate) async fn follow(browser: &Browser, answer: &Answer) -> Answer {
    assert_eq!(answer.status, 303, "{}", answer.text);
    let page = browser.get(answer.location()).await;
    assert_eq!(page.status, 200, "{}: {}", answer.location(), page.text);
    page
}

async fn person(c: &mut db::Conn, ctx: &Ctx, hash: &str, (email, given, family): (&str, &str, &str)) -> PersonId {
    let new = NewPerson {
        email: email.into(),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: Some(hash.to_owned()),
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, new).await.unwrap()
}

async fn build(c: &mut db::Conn, ctx: &Ctx, hash: &str) -> kernel::Result<(OfficeId, [UnitId; 3])> {
    let office =
        |name: &str, slug: &str| NewOffice { slug: Some(slug.into()), ..NewOffice::named(OfficeKind::Gmina, name) };
    let id = offices::found(c, ctx, office("Urząd Gminy Lipowa", "lipowa")).await?;
    let far = offices::found(c, ctx, office("Urząd Gminy Dębowa", "debowa")).await?;
    let (scope, far_scope) = (OfficeScope::checked(id), OfficeScope::checked(far));
    let from = date(2020, 1, 1);
    let unit =
        |parent, code: &str, name: &str| NewUnit { parent, code: code.into(), name: name.into(), from, to: None };
    let top = offices::add_unit(c, ctx, scope, unit(None, "SE", "Sekretarz")).await?;
    let green = offices::add_unit(c, ctx, scope, unit(Some(top), "GK", "Gospodarka komunalna")).await?;
    let money = offices::add_unit(c, ctx, scope, unit(None, "FN", "Finanse")).await?;
    let far_unit = offices::add_unit(c, ctx, far_scope, unit(None, "GK", "Komunalny")).await?;
    let people = [
        (scope, top, (REGISTRY, "Rita", "Rejestr"), vec![Role::Registry]),
        (scope, top, (SUPERIOR, "Stefan", "Szef"), vec![Role::Superior, Role::Official]),
        (scope, green, (OFFICIAL, "Olga", "Zielona"), vec![Role::Official]),
        (scope, green, (COLLEAGUE, "Karol", "Kolega"), vec![Role::Official]),
        (scope, money, (OTHER_UNIT, "Felicja", "Finanse"), vec![Role::Official]),
        (scope, top, (ADMIN, "Adam", "Admin"), vec![Role::Administrator]),
        (far_scope, far_unit, (FOREIGN, "Obcy", "Daleki"), vec![Role::Official, Role::Superior, Role::Registry]),
    ];
    for (scope, unit, who, roles) in people {
        let person = person(c, ctx, hash, who).await;
        let new = NewMember { person, unit, position: None, roles, from, to: None };
        offices::add_member(c, ctx, scope, new).await?;
    }
    let plan = law::file_plan::parse(PLAN.as_bytes()).unwrap();
    let new = NewPlan { name: "Wykaz akt".into(), from, source: "próba".into(), plan };
    file_plan::adopt(c, ctx, scope, &new).await?;
    Ok((id, [top, green, money]))
}

/// Opens a case on paper's behalf through the pages and gives its address.
pub(crate) async fn open_case(w: &World, browser: &Browser, title: &str) -> String {
    let page = browser.get("/desk/lipowa/cases/new").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let once = hidden(&page, "once");
    let unit = w.units[1].to_string();
    let fields = [
        ("once", once.as_str()),
        ("class", "6131"),
        ("title", title),
        ("unit", unit.as_str()),
        ("from", "party"),
        ("party", "Jan Kowalski"),
        ("party_email", "jan@example.pl"),
        ("started", "2026-01-12"),
        ("term", "1"),
        ("term_unit", "months"),
    ];
    let answer = browser.post("/desk/lipowa/cases/new", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().to_owned()
}
