//! The flows of accounts, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod account;
mod lately;
mod own;
mod pages;
mod registration;
mod sign_in;
mod tokens;
mod two_step;

use db::{Db, Migration};
use identity::{NewPerson, PersonRow};
use jiff::civil::date;
use kernel::{Actor, Clock as _, Ctx, Fault, Lang, ids::PersonId};
use testkit::{Answer, Browser, Kit};

pub(crate) const TABLES: &[&[Migration]] =
    &[jobs::MIGRATIONS, mail::MIGRATIONS, audit::MIGRATIONS, identity::MIGRATIONS];

pub(crate) const EMAIL: &str = "anna.kowal@example.pl";
pub(crate) const PASSWORD: &str = "cztery zielone rowery";

/// An application with its database, and a browser for its routes.
pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) browser: Browser,
}

impl World {
    pub(crate) fn new(db: &Db) -> Self {
        i18n::init(&[web::msg::SOURCE, mail::msg::SOURCE, audit::msg::SOURCE, identity::msg::SOURCE]);
        seal::install(seal::Keyring::parse(&"42".repeat(32)).unwrap());
        let kit = Kit::new(db, Box::new(identity::Web), date(2026, 3, 2));
        let browser = kit.browser(identity::routes());
        Self { kit, browser }
    }
    /// With an account of [`EMAIL`] and [`PASSWORD`].
    pub(crate) async fn with_anna(db: &Db) -> (Self, PersonId) {
        let world = Self::new(db);
        let id = world.register(EMAIL, "Anna", "Kowal").await;
        (world, id)
    }
    pub(crate) fn db(&self) -> Db {
        self.kit.app.db.clone()
    }
    pub(crate) fn ctx(&self) -> Ctx {
        self.kit.ctx(Actor::System)
    }
    pub(crate) async fn register(&self, email: &str, given: &str, family: &str) -> PersonId {
        let hash = identity::password::hash_in_background(PASSWORD, self.ctx().entropy().clone()).await.unwrap();
        let new = NewPerson {
            email: email.into(),
            given_name: given.into(),
            family_name: family.into(),
            password_hash: Some(hash),
            lang: Lang::Pl,
            verified: true,
        };
        let ctx = self.ctx();
        self.db().write(move |c| Box::pin(async move { identity::register(c, &ctx, new).await })).await.unwrap()
    }
    pub(crate) async fn person(&self, email: &str) -> Option<PersonRow> {
        let email = email.to_owned();
        self.db().read(move |c| Box::pin(async move { identity::find_by_email(c, &email).await })).await.unwrap()
    }
    /// A browser signed in with a password.
    pub(crate) async fn signed_in(&self, email: &str) -> Browser {
        let browser = self.browser.fresh();
        let answer = browser.post("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        browser
    }
    /// Texts of the e-mails to an address, the newest first. A second passes, so that the next one is newer.
    pub(crate) async fn mails(&self, to: &str) -> Vec<String> {
        let to = to.to_owned();
        let all =
            self.db().read(move |c| Box::pin(async move { mail::list_recent(c, 50, Some(&to)).await })).await.unwrap();
        self.kit.clock.advance_seconds(1);
        all.into_iter().map(|m| format!("{}\n{}", m.subject, m.body_text)).collect()
    }
    /// The path of the link in the newest e-mail to an address.
    pub(crate) async fn link(&self, to: &str) -> String {
        let text = self.mails(to).await.into_iter().next().unwrap();
        let url = text.split_whitespace().find_map(|w| w.strip_prefix("http://szpon.test")).unwrap();
        url.to_owned()
    }
    /// Actions in the audit log, the newest first.
    pub(crate) async fn actions(&self) -> Vec<String> {
        let filter = audit::Filter::default();
        let all = self
            .db()
            .read(move |c| Box::pin(async move { audit::list(c, audit::Reach::Installation, &filter, 100).await }))
            .await
            .unwrap();
        all.into_iter().map(|e| e.action).collect()
    }
    /// Whoever a browser's session belongs to.
    pub(crate) async fn who(&self, browser: &Browser) -> Option<String> {
        let answer = browser.get("/api/v1/me").await;
        (answer.status == 200).then(|| answer.json()["email"].as_str().unwrap().to_owned())
    }
    pub(crate) fn now(&self) -> kernel::Micros {
        self.kit.clock.now()
    }
    /// Runs a unit of work that changes something.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut db::Conn) -> db::BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        self.db().write(work).await
    }
}

/// The value of a hidden field.
pub(crate) fn hidden(answer: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = answer.text.find(&mark).unwrap_or_else(|| panic!("no field {name}")) + mark.len();
    let end = answer.text[start..].find('"').unwrap() + start;
    answer.text[start..end].replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
}
