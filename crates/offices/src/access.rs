//! Who may enter an office's desk, and an office's public site.

use std::sync::Arc;

use db::{Conn, Recent};
use jiff::civil::Date;
use kernel::{
    Actor, Fault, FaultKind, OfficeScope, Result,
    ids::{OfficeId, PersonId},
};
use ui::{Area, Icon, NavItem, Page, SearchSlot};
use web::Req;

use crate::{Member, OfficeRow, Role, member, msg, office};

/// A person at work in an office.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// The office.
    pub office: OfficeRow,
    /// The proof that store functions ask for.
    pub scope: OfficeScope,
    /// Who they are there today.
    pub member: Member,
}

/// An office as the public sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The office.
    pub office: OfficeRow,
    /// The proof that store functions ask for.
    pub scope: OfficeScope,
}

/// The desk of an office for whoever asks, by session or by API token, with a role if one is needed.
///
/// # Errors
/// `SignIn` for strangers; `NotFound` when there is no such office, when the person does not serve there today, or when
/// a token is limited to another office; `Forbidden` for a colleague without the role and in a suspended office.
pub async fn desk(req: &Req, slug: &str, need: Option<Role>) -> Result<Desk> {
    let person = req.person()?;
    let limit = match &req.ctx.actor {
        Actor::Token { office, .. } => *office,
        _ => None,
    };
    let desk = standing(req, slug, person).await?;
    if limit.is_some_and(|only| only != desk.office.id) {
        return Err(Fault::not_found());
    }
    if desk.office.suspended() {
        return Err(Fault::new(FaultKind::Forbidden, msg::OFFICES_SUSPENDED_DESK));
    }
    desk.need(need)?;
    Ok(Desk::clone(&desk))
}

/// Who serves where, read a moment ago.
struct Standing(Recent<(String, PersonId, Date), Arc<Desk>>);

/// What decides who somebody is at a desk.
const DECIDES: &[&str] = &["office", "unit", "membership", "position", "substitution", "person"];

/// The desk of a person today, from memory when it was read a moment ago and nothing changed since.
async fn standing(req: &Req, slug: &str, person: PersonId) -> Result<Arc<Desk>> {
    let db = &req.app.db;
    let known = db.shared(|db| Standing(Recent::new(db.watch(DECIDES))));
    let key = (slug.to_owned(), person, req.ctx.now.warsaw_date());
    let (slug, today) = (key.0.clone(), key.2);
    let desk = db.read(move |c| {
        Box::pin(async move {
            let office = office::by_slug(c, &slug).await?.ok_or_else(Fault::not_found)?;
            enter(c, office, person, today).await.map(Arc::new)
        })
    });
    known.0.or_else(key, req.ctx.now, desk).await
}

async fn enter(c: &mut Conn, office: OfficeRow, person: PersonId, on: Date) -> Result<Desk> {
    let scope = OfficeScope::checked(office.id);
    let member = member::member_of(c, scope, person, on).await?.ok_or_else(Fault::not_found)?;
    Ok(Desk { office, scope, member })
}

/// Offices read a moment ago.
struct Offices(Recent<OfficeId, Arc<OfficeRow>>);

/// An office as it was a moment ago, in any state: for pages asked for often.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn lately(req: &Req, id: OfficeId) -> Result<Arc<OfficeRow>> {
    let db = &req.app.db;
    let known = db.shared(|db| Offices(Recent::new(db.watch(&["office"]))));
    let read = db.read(move |c| Box::pin(async move { office::by_id(c, id).await.map(Arc::new) }));
    known.0.or_else(id, req.ctx.now, read).await
}

/// The desk of a person from a connection, for the demo and for tests.
///
/// # Errors
/// `NotFound` when the person does not serve there on that day.
pub async fn desk_of(c: &mut Conn, office: OfficeId, person: PersonId, on: Date) -> Result<Desk> {
    let office = office::by_id(c, office).await?;
    enter(c, office, person, on).await
}

/// The public site of an office.
///
/// # Errors
/// `NotFound` when there is no such office, `Forbidden` with a plain reason when it is suspended.
pub async fn site(req: &Req, slug: &str) -> Result<Site> {
    let slug = slug.to_owned();
    let office = req
        .app
        .db
        .read(move |c| Box::pin(async move { office::by_slug(c, &slug).await?.ok_or_else(Fault::not_found) }))
        .await?;
    if office.suspended() {
        return Err(Fault::new(FaultKind::Forbidden, msg::OFFICES_SUSPENDED_SITE).arg("office", office.name));
    }
    let scope = OfficeScope::checked(office.id);
    Ok(Site { office, scope })
}

/// Whether a path with its query is a page or something under it.
fn under(path: &str, page: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path == page || path.strip_prefix(page).is_some_and(|rest| rest.starts_with('/'))
}

impl Desk {
    /// Whether the person has a role here, by themselves or standing in for somebody.
    pub fn may(&self, role: Role) -> bool {
        self.member.may(role)
    }

    /// Whether cases, mail and letters are any of the person's work: those who only make, lead or look after courses have
    /// nothing to find among them.
    pub fn keeps_cases(&self) -> bool {
        [Role::Official, Role::Superior, Role::Registry, Role::Administrator].iter().any(|r| self.may(*r))
    }

    /// Makes sure of a role.
    ///
    /// # Errors
    /// `Forbidden` with the role's name.
    pub fn need(&self, role: Option<Role>) -> Result<()> {
        match role {
            Some(role) if !self.may(role) => Err(Fault::new(
                FaultKind::Forbidden,
                match role {
                    Role::Official => msg::OFFICES_NEED_OFFICIAL,
                    Role::Superior => msg::OFFICES_NEED_SUPERIOR,
                    Role::Registry => msg::OFFICES_NEED_REGISTRY,
                    Role::Administrator => msg::OFFICES_NEED_ADMINISTRATOR,
                    Role::Author => msg::OFFICES_NEED_AUTHOR,
                    Role::Trainer => msg::OFFICES_NEED_TRAINER,
                    Role::Coordinator => msg::OFFICES_NEED_COORDINATOR,
                },
            )),
            _ => Ok(()),
        }
    }

    /// The address of a page of this desk: `desk.path("/cases")`, `desk.path("")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/desk/{}{rest}", self.office.slug)
    }

    /// A page of this desk with its menu.
    pub fn page(&self, req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
        let mut items = vec![("", msg::OFFICES_NAV_DESK, Icon::Home)];
        if self.keeps_cases() {
            items.extend([
                ("/incoming", msg::OFFICES_NAV_INCOMING, Icon::Inbox),
                ("/cases", msg::OFFICES_NAV_CASES, Icon::Folder),
                ("/search", msg::OFFICES_NAV_SEARCH, Icon::Search),
            ]);
            if self.may(Role::Superior) || self.may(Role::Official) {
                items.push(("/approvals", msg::OFFICES_NAV_APPROVALS, Icon::Stamp));
            }
            items.push(("/outgoing", msg::OFFICES_NAV_OUTGOING, Icon::Send));
            items.push(("/templates", msg::OFFICES_NAV_TEMPLATES, Icon::Document));
        }
        if [Role::Author, Role::Trainer, Role::Coordinator].iter().any(|r| self.may(*r)) {
            items.push(("/courses", msg::OFFICES_NAV_COURSES, Icon::Edit));
        }
        if self.may(Role::Author) || self.may(Role::Coordinator) {
            items.push(("/learning/paths", msg::OFFICES_NAV_PATHS, Icon::List));
        }
        if [Role::Coordinator, Role::Superior, Role::Trainer].iter().any(|r| self.may(*r)) {
            items.push(("/training", msg::OFFICES_NAV_TRAINING, Icon::CheckCircle));
            items.push(("/learning/requests", msg::OFFICES_NAV_REQUESTS, Icon::People));
        }
        if self.may(Role::Coordinator) || self.may(Role::Administrator) {
            items.push(("/certificates", msg::OFFICES_NAV_CERTIFICATES, Icon::Stamp));
        }
        let admin = items.len();
        if self.may(Role::Administrator) {
            items.extend([
                ("/admin", msg::OFFICES_NAV_ADMIN_HOME, Icon::Settings),
                ("/admin/units", msg::OFFICES_NAV_UNITS, Icon::Building),
                ("/admin/people", msg::OFFICES_NAV_PEOPLE, Icon::People),
                ("/admin/points", msg::OFFICES_NAV_POINTS, Icon::Pin),
                ("/admin/import", msg::OFFICES_NAV_IMPORT, Icon::Upload),
                ("/admin/services", msg::OFFICES_NAV_SERVICES, Icon::List),
                ("/admin/file-plan", msg::OFFICES_NAV_FILE_PLAN, Icon::Archive),
                ("/admin/audit", msg::OFFICES_NAV_AUDIT, Icon::History),
                ("/admin/hooks", msg::OFFICES_NAV_HOOKS, Icon::Link),
            ]);
        }
        // Letters and lists of cases stand under the cases.
        let cases = ["/letters", "/case-lists"].iter().any(|rest| under(&req.path, &self.path(rest)));
        let cases = cases.then(|| self.path("/cases"));
        let path = cases.as_deref().unwrap_or(&req.path);
        let current = items
            .iter()
            .enumerate()
            .filter(|(_, (rest, ..))| under(path, &self.path(rest)))
            .max_by_key(|(_, (rest, ..))| rest.len())
            .map(|(i, _)| i);
        let nav = items
            .into_iter()
            .enumerate()
            .map(|(i, (rest, label, icon))| {
                let item = NavItem::new(self.path(rest), req.t.s(label)).icon(icon).current(current == Some(i));
                if i == admin { item.group(req.t.s(msg::OFFICES_NAV_ADMIN)) } else { item }
            })
            .collect();
        let page = req
            .page(screen, title)
            .area(Area::Desk { office: self.office.name_in(req.lang()).to_owned(), slug: self.office.slug.clone() })
            .nav(nav);
        if !self.keeps_cases() {
            return page;
        }
        page.search(
            SearchSlot::new(self.path("/search"), req.t.s(msg::OFFICES_NAV_SEARCH_LABEL))
                .suggest(self.path("/search/suggest")),
        )
    }
}

impl Site {
    /// The address of a page of this site: `site.path("/services")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/o/{}{rest}", self.office.slug)
    }

    /// A page of this site with its menu.
    pub fn page(&self, req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
        let items = [
            ("/services", msg::OFFICES_NAV_SITE_SERVICES),
            ("/about", msg::OFFICES_NAV_SITE_ABOUT),
            ("/contact", msg::OFFICES_NAV_SITE_CONTACT),
            ("/accessibility", msg::OFFICES_NAV_SITE_ACCESSIBILITY),
        ];
        let nav = items
            .into_iter()
            .map(|(rest, label)| {
                let href = self.path(rest);
                let current = under(&req.path, &href);
                NavItem::new(href, req.t.s(label)).current(current)
            })
            .collect();
        req.page(screen, title)
            .area(Area::Office {
                name: self.office.name_in(req.lang()).to_owned(),
                slug: self.office.slug.clone(),
                monogram: Some(self.office.monogram()),
            })
            .nav(nav)
    }
}
