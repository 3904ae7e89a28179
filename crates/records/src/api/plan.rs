//! `/api/v1/offices/{office}/file-plan`: the edition in force.

use kernel::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Req, TypedPath};

use crate::file_plan;

/// The file plan of an office.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/file-plan", rejection(web::BadPath))]
pub struct PlanPath {
    /// The office's name in addresses.
    pub office: String,
}

/// A class.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClassItem {
    /// The symbol.
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
    pub from: String,
    /// Its classes by symbol.
    pub items: Vec<ClassItem>,
    /// Always null: the plan is given whole.
    pub next: Option<String>,
}

/// Gives the file plan in force today.
///
/// # Errors
/// 401, 403; 404 also when the office has none yet.
#[utoipa::path(get, path = "/api/v1/offices/{office}/file-plan", tag = "file plan",
    params(("office" = String, Path), ("q" = Option<String>, Query)),
    responses((status = 200, body = PlanItem), (status = 401), (status = 404)))]
pub async fn show(path: PlanPath, req: Req) -> Answer<axum::Json<PlanItem>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let (today, words) = (req.ctx.now.warsaw_date(), req.query.get("q").to_owned());
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
    let items = classes.into_iter().map(|k| ClassItem {
        symbol: k.symbol,
        title: k.title,
        category: k.category,
        other_category: k.other_category,
        is_final: k.is_final,
        verified: k.verified,
        notes: k.notes,
    });
    Ok(axum::Json(PlanItem { name: plan.name, from: plan.from.0.to_string(), items: items.collect(), next: None }))
}
