//! Who may write courses: authors of the office, and the operator in any office. Names of learners, their work and how they
//! did are for people who serve in the office alone ([`enter_people`]).

use kernel::{Fault, FaultKind, OfficeScope, Result};
use offices::{Desk, OfficeRow, Role};
use ui::{Area, Icon, NavItem, Page};
use web::Req;

use crate::{CourseRow, course, msg};

/// Somebody at work on courses of an office.
#[derive(Debug, Clone)]
pub struct Workshop {
    /// The office.
    pub office: OfficeRow,
    /// The proof that store functions ask for.
    pub scope: OfficeScope,
    /// Their desk; none for the operator who serves elsewhere.
    pub desk: Option<Desk>,
    /// Whether it is the operator, who may do with courses what every role may. Not where people are named
    /// ([`enter_people`]): there it is `false`.
    pub operator: bool,
}

/// Lets in who has one of the roles in the office, by session or by API token, and the operator.
///
/// # Errors
/// `SignIn` for strangers; `NotFound` when there is no such office or the person does not serve there; `Forbidden` for a
/// colleague without any of the roles and in a suspended office.
pub async fn enter(req: &Req, office: &str, roles: &[Role]) -> Result<Workshop> {
    let operator = req.ctx.actor.is_operator();
    match offices::desk(req, office, None).await {
        Ok(desk) if operator || roles.iter().any(|r| desk.may(*r)) => {
            Ok(Workshop { office: desk.office.clone(), scope: desk.scope, desk: Some(desk), operator })
        }
        Ok(_) => Err(needs(req, roles)),
        Err(fault) if fault.kind == FaultKind::NotFound && operator => {
            let slug = office.to_owned();
            let found = req.app.db.read(move |c| Box::pin(async move { offices::by_slug(c, &slug).await })).await?;
            let office = found.ok_or_else(Fault::not_found)?;
            Ok(Workshop { scope: OfficeScope::checked(office.id), office, desk: None, operator })
        }
        Err(fault) => Err(fault),
    }
}

/// Lets in who has one of the roles in the office to what names learners: their list, works, marks, certificates. Running
/// the installation opens none of it: the operator gets there only with a role of their own in that office.
///
/// # Errors
/// `SignIn` for strangers; `NotFound` when there is no such office or the person does not serve there, the operator
/// included; `Forbidden` for a colleague without any of the roles and in a suspended office.
pub async fn enter_people(req: &Req, office: &str, roles: &[Role]) -> Result<Workshop> {
    let desk = offices::desk(req, office, None).await?;
    if roles.iter().any(|r| desk.may(*r)) {
        Ok(Workshop { office: desk.office.clone(), scope: desk.scope, desk: Some(desk), operator: false })
    } else {
        Err(needs(req, roles))
    }
}

fn needs(req: &Req, roles: &[Role]) -> Fault {
    let names: Vec<String> = roles.iter().map(|r| req.t.s(r.label())).collect();
    Fault::new(FaultKind::Forbidden, msg::COURSES_NEED_ROLE).arg("roles", names.join(", "))
}

/// Lets in authors of the office and the operator.
///
/// # Errors
/// As [`enter`].
pub async fn author(req: &Req, office: &str) -> Result<Workshop> {
    enter(req, office, &[Role::Author]).await
}

/// Lets in who has one of the roles in the office, to a course of that office by its name in addresses.
///
/// # Errors
/// As [`enter`]; `NotFound` when the office has no such course.
pub async fn enter_course(req: &Req, office: &str, roles: &[Role], course: &str) -> Result<(Workshop, CourseRow)> {
    let workshop = enter(req, office, roles).await?;
    let row = of(req, &workshop, course).await?;
    Ok((workshop, row))
}

/// As [`enter_people`], to a course of that office by its name in addresses.
///
/// # Errors
/// As [`enter_people`]; `NotFound` when the office has no such course.
pub async fn enter_course_people(
    req: &Req,
    office: &str,
    roles: &[Role],
    course: &str,
) -> Result<(Workshop, CourseRow)> {
    let workshop = enter_people(req, office, roles).await?;
    let row = of(req, &workshop, course).await?;
    Ok((workshop, row))
}

async fn of(req: &Req, workshop: &Workshop, course: &str) -> Result<CourseRow> {
    let (scope, slug) = (workshop.scope, course.to_owned());
    req.app.db.read(move |c| Box::pin(async move { course::course_of(c, scope, &slug).await })).await
}

impl Workshop {
    /// Whether they have a role in the office; the operator has every role where courses are concerned.
    pub fn may(&self, role: Role) -> bool {
        self.operator || self.may_people(role)
    }

    /// Whether they have a role in the office themselves, as pages that name people ask ([`enter_people`]).
    pub fn may_people(&self, role: Role) -> bool {
        self.desk.as_ref().is_some_and(|d| d.may(role))
    }

    /// The address of a page of the office's desk: `workshop.path("/courses")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/desk/{}{rest}", self.office.slug)
    }

    /// The address of a page of a course: `workshop.course_path(&course, "/questions")`.
    pub fn course_path(&self, course: &CourseRow, rest: &str) -> String {
        format!("/desk/{}/courses/{}{rest}", self.office.slug, course.slug)
    }

    /// A page of the office's desk with its menu; for the operator with a menu of courses only.
    pub fn page(&self, req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
        match &self.desk {
            Some(desk) => desk.page(req, screen, title),
            None => req
                .page(screen, title)
                .area(Area::Desk { office: self.office.name_in(req.lang()).to_owned(), slug: self.office.slug.clone() })
                .nav(vec![
                    NavItem::new("/operator", req.t.s(web::msg::PAGE_OPERATOR)).icon(Icon::Settings),
                    NavItem::new(self.path("/courses"), req.t.s(msg::COURSES_TITLE)).icon(Icon::Document).current(true),
                ]),
        }
    }
}

/// Lets in authors of the office and the operator, to a course of that office by its name in addresses.
///
/// # Errors
/// As [`enter_course`].
pub async fn author_course(req: &Req, office: &str, course: &str) -> Result<(Workshop, CourseRow)> {
    enter_course(req, office, &[Role::Author], course).await
}
