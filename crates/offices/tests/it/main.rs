//! The flows of offices, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod access;
mod claims;
mod hours;
mod import;
mod pages;
mod people;
mod units;

use db::{Conn, Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Fault, Lang, OfficeScope,
    ids::{OfficeId, PersonId, UnitId},
};
use offices::{Desk, NewMember, NewOffice, NewUnit, OfficeKind, Role};
use testkit::{Answer, Browser, Kit};

pub(crate) const TABLES: &[&[Migration]] =
    &[jobs::MIGRATIONS, mail::MIGRATIONS, audit::MIGRATIONS, identity::MIGRATIONS, offices::MIGRATIONS];

pub(crate) const PASSWORD: &str = "cztery zielone rowery";
pub(crate) const TODAY: Date = date(2026, 3, 2);

/// An application with its database, and a browser for its routes.
pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) browser: Browser,
}

impl World {
    pub(crate) fn new(db: &Db) -> Self {
        i18n::init(&[
            web::msg::SOURCE,
            blob::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
        ]);
        let kit = Kit::new(db, Box::new(identity::Web), TODAY);
        let browser = kit.browser(identity::routes().merge(offices::routes()));
        Self { kit, browser }
    }
    pub(crate) fn db(&self) -> Db {
        self.kit.app.db.clone()
    }
    pub(crate) fn ctx(&self) -> Ctx {
        self.kit.ctx(Actor::System)
    }
    /// Does a unit of work as the program.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> db::BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        let ctx = self.ctx();
        self.db()
            .write(move |c| {
                Box::pin(async move {
                    let ctx = ctx;
                    work(c, &ctx).await
                })
            })
            .await
    }
    /// An account with [`PASSWORD`].
    pub(crate) async fn person(&self, email: &str, given: &str, family: &str) -> PersonId {
        let hash = identity::password::hash_in_background(PASSWORD, self.ctx().entropy().clone()).await.unwrap();
        let new = identity::NewPerson {
            email: email.into(),
            given_name: given.into(),
            family_name: family.into(),
            password_hash: Some(hash),
            lang: Lang::Pl,
            verified: true,
        };
        self.write(move |c, ctx| Box::pin(async move { identity::register(c, ctx, new).await })).await.unwrap()
    }
    pub(crate) async fn operator(&self) -> Browser {
        self.person("operator@example.pl", "Olga", "Operatorska").await;
        self.write(|c, ctx| Box::pin(identity::make_operator(c, ctx, "operator@example.pl", true))).await.unwrap();
        self.sign_in("operator@example.pl").await
    }
    pub(crate) async fn sign_in(&self, email: &str) -> Browser {
        let browser = self.browser.fresh();
        let answer = browser.post("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        browser
    }
    /// An office with one unit `OR`, and its administrator `admin@SLUG.pl`.
    pub(crate) async fn office(&self, slug: &str) -> (OfficeScope, UnitId, PersonId) {
        let admin = self.person(&format!("admin@{slug}.pl"), "Anna", "Adminowska").await;
        let slug = slug.to_owned();
        let (office, unit) = self
            .write(move |c, ctx| {
                Box::pin(async move {
                    let new = NewOffice {
                        slug: Some(slug.clone()),
                        ..NewOffice::named(OfficeKind::Other, format!("Urząd {slug}"))
                    };
                    let office = offices::found(c, ctx, new).await?;
                    let scope = OfficeScope::checked(office);
                    let unit = offices::add_unit(c, ctx, scope, unit("OR", "Organizacja")).await?;
                    offices::add_member(c, ctx, scope, member(admin, unit, &[Role::Administrator])).await?;
                    Ok((office, unit))
                })
            })
            .await
            .unwrap();
        (OfficeScope::checked(office), unit, admin)
    }
    pub(crate) async fn add_unit(&self, scope: OfficeScope, new: NewUnit) -> Result<UnitId, Fault> {
        self.write(move |c, ctx| Box::pin(offices::add_unit(c, ctx, scope, new))).await
    }
    pub(crate) async fn add_member(&self, scope: OfficeScope, new: NewMember) -> Result<(), Fault> {
        self.write(move |c, ctx| Box::pin(async move { offices::add_member(c, ctx, scope, new).await.map(|_| ()) }))
            .await
    }
    pub(crate) async fn desk(&self, office: OfficeId, person: PersonId, on: Date) -> Result<Desk, Fault> {
        self.db().read(move |c| Box::pin(async move { offices::desk_of(c, office, person, on).await })).await
    }
    /// Texts of the e-mails to an address.
    pub(crate) async fn mails(&self, to: &str) -> Vec<String> {
        let to = to.to_owned();
        let all =
            self.db().read(move |c| Box::pin(async move { mail::list_recent(c, 50, Some(&to)).await })).await.unwrap();
        all.into_iter().map(|m| format!("{}\n{}", m.subject, m.body_text)).collect()
    }
}

/// A unit from the beginning of 2026.
pub(crate) fn unit(code: &str, name: &str) -> NewUnit {
    NewUnit { parent: None, code: code.into(), name: name.into(), from: date(2026, 1, 1), to: None }
}

/// A service from the beginning of 2026.
pub(crate) fn member(person: PersonId, unit: UnitId, roles: &[Role]) -> NewMember {
    NewMember { person, unit, position: None, roles: roles.to_vec(), from: date(2026, 1, 1), to: None }
}

/// The fields a fault names.
pub(crate) fn fields(fault: &Fault) -> Vec<&str> {
    fault.fields.iter().map(|f| f.field.as_str()).collect()
}

/// The value of a hidden field.
pub(crate) fn hidden(answer: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = answer.text.find(&mark).unwrap_or_else(|| panic!("no field {name}: {}", answer.text)) + mark.len();
    let end = answer.text[start..].find('"').unwrap() + start;
    answer.text[start..end].to_owned()
}
