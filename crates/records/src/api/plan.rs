//! `/api/v1/offices/{office}/file-plan`: the edition in force.

use kernel::Fault;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Cursor, Limit, Query, Req};

use super::paths;
use crate::file_plan;

paths! {
    /// The file plan of an office.
    PlanPath "/api/v1/offices/{office}/file-plan" {}
}

/// What is asked of a file plan.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PlanQuery {
    /// Words of a title, or the beginning of a symbol.
    #[serde(default)]
    pub q: String,
    /// How many items, 1 to 5,000.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<5000, 5000>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A class.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClassItem {
    /// The symbol.
    #[schema(example = "6131")]
    pub symbol: String,
    /// The title.
    pub title: String,
    /// The archival category of the home unit.
    pub category: Option<String>,
    /// The archival category of other units.
    pub other_category: Option<String>,
    /// Whether it is final and so holds cases.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// Whether it was confirmed at its source.
    pub verified: bool,
    /// Remarks.
    pub notes: String,
}

/// An edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanItem {
    /// Its name.
    pub name: String,
    /// The day from which it is in force, ISO 8601.
    #[schema(format = Date)]
    pub from: String,
    /// Its classes by symbol.
    pub items: Vec<ClassItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// Gives the file plan in force today.
///
/// Cases are opened in its final classes.
///
/// # Errors
/// 400, 401, 403; 404 also when the office has none yet.
#[utoipa::path(get, path = "/api/v1/offices/{office}/file-plan", operation_id = "getFilePlan", tag = "file plan",
    params(PlanQuery),
    responses((status = 200, description = "The file plan", body = PlanItem),
        (status = 404, description = "No such office for this token, or it has no file plan yet")),
    security(("bearer" = ["cases:read"])))]
pub async fn show(path: PlanPath, req: Req, Query(query): Query<PlanQuery>) -> Answer<axum::Json<PlanItem>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let (today, words) = (req.ctx.now.warsaw_date(), query.q);
    let (plan, classes) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let plan = file_plan::in_force(c, desk.scope, today).await?.ok_or_else(Fault::not_found)?;
                let classes = file_plan::classes(c, desk.scope, plan.id, &words).await?;
                Ok((plan, classes))
            })
        })
        .await?;
    let (classes, next) = web::cut(classes, |k| k.id.0, query.cursor, query.limit.size());
    let items = classes.into_iter().map(|k| ClassItem {
        symbol: k.symbol,
        title: k.title,
        category: k.category,
        other_category: k.other_category,
        is_final: k.is_final,
        verified: k.verified,
        notes: k.notes,
    });
    Ok(axum::Json(PlanItem { name: plan.name, from: plan.from.0.to_string(), items: items.collect(), next }))
}
