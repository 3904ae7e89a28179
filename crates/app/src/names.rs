//! What the audit log calls the things of subjects that know nothing of its readers, and where one looks at them.

use audit::{Named, Reach, Thing};
use db::{BoxFuture, Conn};
use kernel::{
    Result,
    ids::{CertificateId, CourseId, EnrolmentId, ServiceId, TrainingRuleId},
};

/// Tells names and addresses of cases, mail, registers, services, templates, courses with their learners and rules, file plans and webhooks
/// to an office's administrator.
/// The operator does not look into offices: they see what the entry itself says.
pub fn names<'c>(c: &'c mut Conn, reach: Reach, things: &'c [Thing]) -> BoxFuture<'c, Result<Vec<(Thing, Named)>>> {
    Box::pin(async move {
        let Reach::Office(scope) = reach else { return Ok(Vec::new()) };
        let desk = format!("/desk/{}", offices::by_id(c, scope.office()).await?.slug);
        let mut told = Vec::new();
        for thing in things {
            let (kind, id) = thing;
            let mut name = String::new();
            let rest = match kind.as_str() {
                "case" => format!("cases/{id}"),
                "incoming" => format!("incoming/{id}"),
                "incoming-register" => "incoming".to_owned(),
                "outgoing-register" => "outgoing".to_owned(),
                "case-list" => "case-lists".to_owned(),
                "audit" => "admin/audit".to_owned(),
                "template" => format!("templates/{id}"),
                "file-plan" => format!("admin/file-plan/{id}"),
                "hook" => format!("admin/hooks/{id}"),
                "course" => {
                    let Ok(row) = courses::own_course(c, scope, CourseId(*id)).await else { continue };
                    name = row.title;
                    format!("courses/{}", row.slug)
                }
                "certificate" => {
                    let Ok(row) = certificates::certificate(c, scope, CertificateId(*id)).await else { continue };
                    name = row.number;
                    format!("certificates/{id}")
                }
                "enrolment" => {
                    let Ok(row) = enrolments::enrolment_in(c, scope, EnrolmentId(*id)).await else { continue };
                    let course = courses::course(c, row.course).await?.title;
                    let learner = match row.person {
                        Some(person) => identity::person(c, person).await.map(|p| p.name()).unwrap_or_default(),
                        None => String::new(),
                    };
                    let name =
                        [learner, course].into_iter().filter(|w| !w.trim().is_empty()).collect::<Vec<_>>().join(", ");
                    told.push((thing.clone(), Named { name, href: None }));
                    continue;
                }
                "training_rule" => {
                    let Ok(row) = training::rule(c, scope, TrainingRuleId(*id)).await else { continue };
                    let name = courses::course(c, row.course).await?.title;
                    told.push((thing.clone(), Named { name, href: None }));
                    continue;
                }
                "service" => {
                    // One that is gone keeps the name its entry gives.
                    let Ok(row) = services::service(c, scope, ServiceId(*id)).await else { continue };
                    name = row.name_pl;
                    format!("admin/services/{}", row.slug)
                }
                _ => continue,
            };
            told.push((thing.clone(), Named { name, href: Some(format!("{desk}/{rest}")) }));
        }
        Ok(told)
    })
}
