//! `/api/v1/offices/{office}/courses/{course}/enrolments`: the learners of a course, and enrolling people.

use axum::Json;
use courses::enter_course_people;
use jiff::civil::Date;
use kernel::{Fault, FieldFault, Result, ids::GroupId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Answer, Body, Cursor, Limit, NoQuery, Once, Problem, Query, Req};

use super::{EnrolmentOut, paths, states};
use crate::{
    Filter, Many, Op, State, Whom, list, many, msg,
    pages::{COORDINATOR, STAFF},
};

/// The most addresses of one request.
const MOST: usize = 500;

paths! {
    /// The enrolments of a course.
    EnrolmentsPath "/api/v1/offices/{office}/courses/{course}/enrolments" { office, course }
}

/// What a list of enrolments is narrowed to.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EnrolmentsQuery {
    /// Where the enrolment stands.
    #[param(schema_with = states)]
    pub state: Option<State>,
    /// Only of those who are late: the day to complete by has passed.
    #[serde(default)]
    pub late: bool,
    /// Words of the learner's name.
    #[serde(default)]
    #[param(example = "nowak")]
    pub q: String,
    /// How many items, 1 to 200.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 200>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A page of enrolments.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentList {
    /// The enrolments, the newest first.
    pub items: Vec<EnrolmentOut>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// People to be enrolled.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolBody {
    /// E-mail addresses of people who serve in the office, each once, at most 500: all are enrolled, or none.
    #[schema(example = json!(["anna.nowak@example.pl"]), max_items = 500)]
    pub people: Vec<String>,
    /// The day to complete the course by, ISO 8601; not in the past.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// The group of the course.
    #[serde(default)]
    pub group: Option<Uuid>,
}

/// The enrolments of the people of a request.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolledList {
    /// How many were enrolled now; the others were enrolled before and stay as they are.
    pub enrolled: usize,
    /// Everybody's enrolment, in the order of the request.
    pub items: Vec<EnrolmentOut>,
}

/// Lists who takes a course, with how far they are.
///
/// For trainers and coordinators of the office that holds the course.
#[utoipa::path(get, path = "/api/v1/offices/{office}/courses/{course}/enrolments", operation_id = "listEnrolments",
    tag = "learning", params(EnrolmentsQuery),
    responses((status = 200, description = "A page of enrolments", body = EnrolmentList)),
    security(("bearer" = ["learning:read"])))]
pub async fn list(path: EnrolmentsPath, req: Req, Query(query): Query<EnrolmentsQuery>) -> Answer<Json<EnrolmentList>> {
    req.scope("learning:read")?;
    let (_, row) = enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let today = req.ctx.now.warsaw_date();
    let EnrolmentsQuery { state, late, q: text, limit, cursor } = query;
    let filter = Filter { state, late_on: late.then_some(today), text, ..Filter::default() };
    let (rows, next) = req
        .app
        .db
        .read(move |c| Box::pin(async move { list::page_of_course(c, row.id, &filter, cursor, limit.size()).await }))
        .await?;
    let items = rows.iter().map(|r| EnrolmentOut::of(r, today)).collect();
    Ok(Json(EnrolmentList { items, next: next.map(Cursor::encode) }))
}

/// The addresses of a request as a file of addresses has them, a line each.
///
/// # Errors
/// `Invalid` at `people/N` for what is no address.
fn lines(people: &[String]) -> Result<String> {
    if people.is_empty() {
        return Err(Fault::field("people", msg::ENROLMENTS_API_NOBODY));
    }
    if people.len() > MOST {
        return Err(Fault::field("people", msg::ENROLMENTS_API_TOO_MANY));
    }
    let wrong = people.iter().enumerate().filter(|(_, p)| !identity::is_email(p.trim()));
    let faults = wrong.map(|(n, _)| at(n, msg::ENROLMENTS_MANY_NO_ADDRESS, Vec::new())).collect();
    Fault::check(faults)?;
    Ok(people.iter().map(|p| p.trim()).collect::<Vec<_>>().join("\n"))
}

fn at(n: usize, key: &'static str, args: kernel::Args) -> FieldFault {
    FieldFault { field: format!("people/{n}"), key, args }
}

/// Enrols people of the office on a course.
///
/// For coordinators of the office that holds the course. Whoever is enrolled already, or completed the course, stays as they
/// are; the others are told by e-mail.
#[utoipa::path(post, path = "/api/v1/offices/{office}/courses/{course}/enrolments", operation_id = "enrolPeople",
    tag = "learning", request_body = EnrolBody,
    responses((status = 201, description = "Enrolled", body = EnrolledList),
        (status = 200, description = "Enrolled before with this key", body = EnrolledList),
        (status = 409, description = "The course takes nobody, or the key was used for another request"),
        (status = 422, description = "Somebody does not serve in the office (`#/people/N`), or the day is past")),
    security(("bearer" = ["learning:write"])))]
pub async fn enrol(path: EnrolmentsPath, req: Req, _: NoQuery, body: Result<Body<EnrolBody>, Problem>) -> Answer {
    req.scope("learning:write")?;
    let (workshop, row) = enter_course_people(&req, &path.office, COORDINATOR, &path.course).await?;
    let Body(body) = body?;
    let once = Once::of(&req, &body)?;
    let addresses = lines(&body.people)?;
    let many = Many { whom: Whom::Addresses(addresses), group: body.group.map(GroupId), due: body.due };
    let (scope, course) = (workshop.scope, row.id);
    let done = once
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let plan = many::plan_many(c, ctx, scope, course, &many).await?;
                let faults = plan.rows.iter().zip(0..).filter_map(|(row, n)| match &row.op {
                    Op::Error(key, args) => Some(at(n, key, args.clone())),
                    _ => None,
                });
                Fault::check(faults.collect())?;
                many::do_plan(c, ctx, scope, course, &plan, &many).await?;
                let rows = list::of_people(c, course, plan.people()).await?;
                let today = ctx.now.warsaw_date();
                let items = rows.iter().map(|r| EnrolmentOut::of(r, today)).collect();
                Ok(EnrolledList { enrolled: plan.to_enrol(), items })
            })
        })
        .await?;
    Ok(done.created())
}
