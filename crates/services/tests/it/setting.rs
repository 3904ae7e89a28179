//! An office with services, and people.

use db::{Conn, Db};
use jiff::civil::date;
use kernel::{
    Actor, Ctx, Lang, OfficeScope, Result,
    ids::{PersonId, SessionId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use services::{Which, adopt_catalog};
use testkit::{Browser, Kit};
use uuid::Uuid;
use web::{App, Authenticate, BoxFut, Req, Resume, SignedIn};

pub const MIGRATIONS: &[&[db::Migration]] = &[
    audit::MIGRATIONS,
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    services::MIGRATIONS,
];

/// Signs in whoever the cookie or token names.
pub struct Trusting;

impl Authenticate for Trusting {
    fn session<'a>(&'a self, app: &'a App, _: &'a Ctx, cookie: &'a str) -> BoxFut<'a, Result<Option<SignedIn>>> {
        Box::pin(async move {
            let Ok(id) = cookie.parse::<PersonId>() else { return Ok(None) };
            let p = app.db.read(move |c| Box::pin(async move { identity::person(c, id).await })).await?;
            let session = SessionId(Uuid::nil());
            Ok(Some(SignedIn { person: id, session, name: p.name(), email: p.email, operator: false, lang: Lang::Pl }))
        })
    }
    fn token<'a>(&'a self, _: &'a App, ctx: &'a Ctx, token: &'a str) -> BoxFut<'a, Result<Option<Actor>>> {
        Box::pin(async move {
            let (person, scope) = token.split_once(' ').unwrap_or((token, "cases:write"));
            Ok(person.parse().ok().map(|person| Actor::Token {
                id: ctx.new_id(),
                name: "system".into(),
                holder: "system".into(),
                person,
                office: None,
                scopes: vec![scope.into()],
            }))
        })
    }
    fn sign_in_page(&self, _: &Req, _: &Resume) -> maud::Markup {
        maud::html! { "sign in" }
    }
}

/// Reads the texts of this subject and of those below.
pub fn texts() {
    i18n::init(&[
        web::msg::SOURCE,
        blob::msg::SOURCE,
        mail::msg::SOURCE,
        audit::msg::SOURCE,
        identity::msg::SOURCE,
        offices::msg::SOURCE,
        services::msg::SOURCE,
    ]);
}

/// The office and its people.
pub struct Setting {
    pub kit: Kit,
    pub scope: OfficeScope,
    pub slug: String,
    pub anna: PersonId,
    pub admin: PersonId,
}

async fn person(c: &mut Conn, ctx: &Ctx, email: &str, given: &str, family: &str) -> Result<PersonId> {
    let new = identity::NewPerson {
        email: email.into(),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: None,
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, new).await
}

impl Setting {
    /// An office with the whole catalogue.
    pub async fn new(db: &Db) -> Self {
        texts();
        let kit = Kit::new(db, Box::new(Trusting), date(2026, 3, 2));
        let ctx = kit.ctx(Actor::System);
        let (office, slug, anna, admin) = db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move {
                    let office =
                        offices::found(c, &ctx, NewOffice::named(OfficeKind::Gmina, "Urząd Gminy Lipowa")).await?;
                    let scope = OfficeScope::checked(office);
                    adopt_catalog(c, &ctx, scope, &Which::All).await?;
                    let anna = person(c, &ctx, "anna@example.pl", "Anna", "Nowak").await?;
                    let admin = person(c, &ctx, "admin@example.pl", "Jan", "Kos").await?;
                    let from = date(2026, 1, 1);
                    let unit =
                        NewUnit { parent: None, code: "OR".into(), name: "Organizacyjny".into(), from, to: None };
                    let unit = offices::add_unit(c, &ctx, scope, unit).await?;
                    let roles = vec![Role::Administrator];
                    let member = NewMember { person: admin, unit, position: None, roles, from, to: None };
                    offices::add_member(c, &ctx, scope, member).await?;
                    Ok((office, offices::by_id(c, office).await?.slug, anna, admin))
                })
            })
            .await
            .unwrap();
        Self { kit, scope: OfficeScope::checked(office), slug, anna, admin }
    }
    /// A stranger's browser.
    pub fn stranger(&self) -> Browser {
        self.kit.browser(services::routes())
    }
    /// The path of a page of the office's site.
    pub fn o(&self, rest: &str) -> String {
        format!("/o/{}{rest}", self.slug)
    }
    /// The texts of e-mails sent, the newest first.
    pub async fn mails(&self) -> Vec<String> {
        let rows =
            self.kit.app.db.read(|c| Box::pin(async move { mail::list_recent(c, 20, None).await })).await.unwrap();
        rows.into_iter().map(|m| m.body_text).collect()
    }
}

/// Signs a browser in.
pub async fn sign_in(browser: &Browser, person: PersonId) -> SignedBrowser {
    SignedBrowser { browser: browser.fresh(), person }
}

/// A browser of somebody signed in.
pub struct SignedBrowser {
    browser: Browser,
    person: PersonId,
}

impl SignedBrowser {
    pub async fn get(&self, path: &str) -> testkit::Answer {
        let request =
            axum::http::Request::builder().uri(path).header("cookie", format!("szpon_session={}", self.person));
        self.browser.fresh().send(request, axum::body::Body::empty()).await
    }
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> testkit::Answer {
        let owned = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let request = axum::http::Request::builder()
            .method("POST")
            .uri(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", format!("szpon_session={}", self.person));
        self.browser.fresh().send(request, axum::body::Body::from(web::Fields(owned).encode())).await
    }
}
