//! `GET /api/v1/offices/{office}/cases`.

use jiff::civil::Date;
use kernel::ids::UnitId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, Query, Req};

use super::paths;
use crate::{
    cases::{CaseRow, State},
    lists::{self, ListFilter, ListRow, View},
};

paths! {
    /// The cases of an office.
    CasesPath "/api/v1/offices/{office}/cases" {}
}

/// The words of states, for the description of the API.
pub(super) fn states() -> Object {
    web::words(
        "Where the case stands: in progress, with its term paused, or settled and frozen.",
        State::ALL.iter().map(|s| s.as_str()),
    )
}

fn views() -> Object {
    web::words(
        "Which cases: those that wait for the token's person (`waiting`), due within 7 days (`due`), past their term (`overdue`), followed, handled by the person (`mine`), not settled (`open`), of nobody yet (`unassigned`), or all the person sees, which is usual.",
        View::ALL.iter().map(|(_, word)| *word),
    )
}

/// A word that names a view.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct ViewWord(View);

impl TryFrom<String> for ViewWord {
    type Error = &'static str;
    fn try_from(word: String) -> Result<Self, Self::Error> {
        View::ALL.iter().find(|(_, w)| *w == word).map(|(v, _)| Self(*v)).ok_or("no such view")
    }
}

/// What a list of cases is narrowed to.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CasesQuery {
    /// Which cases: those that wait for the token's person (`waiting`), due within 7 days (`due`), past their term
    /// (`overdue`), followed, handled by the person (`mine`), not settled (`open`), of nobody yet (`unassigned`) or all the
    /// person sees, which is usual.
    #[param(schema_with = views)]
    pub view: Option<ViewWord>,
    /// Words of the title or of a party, inflected as people write them; or a whole reference.
    #[serde(default)]
    pub q: String,
    /// Where the case stands.
    #[param(schema_with = states)]
    pub state: Option<State>,
    /// The beginning of the symbol of its class: `613`.
    pub class: Option<String>,
    /// The unit that has it.
    #[param(value_type = Option<Uuid>)]
    pub unit: Option<UnitId>,
    /// How many items, 1 to 50.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 50>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseItem {
    /// The identifier.
    pub id: Uuid,
    /// The reference (znak sprawy), borne for life.
    #[schema(example = "GK.6131.1.2026")]
    pub reference: String,
    /// The title.
    #[schema(example = "Zezwolenie na usunięcie drzewa")]
    pub title: String,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// From whom; empty when opened on the office's own initiative.
    #[schema(example = "Anna Nowak")]
    pub party: String,
    /// The symbol of the class.
    #[schema(example = "6131")]
    pub symbol: String,
    /// The code of the unit that has it.
    #[schema(example = "GK")]
    pub unit: String,
    /// Who handles it.
    pub handler: Option<Uuid>,
    /// The last day of the term, ISO 8601.
    #[schema(format = Date)]
    pub due: Option<String>,
    /// Calendar days to the day due, negative when over; null while paused, when settled and without a term.
    pub days_left: Option<i64>,
    /// When it was opened, RFC 3339.
    #[schema(format = DateTime)]
    pub opened: String,
    /// When it was settled, RFC 3339.
    #[schema(format = DateTime)]
    pub settled: Option<String>,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseList {
    /// The cases.
    pub items: Vec<CaseItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

fn item(row: &ListRow, today: Date) -> CaseItem {
    CaseItem {
        id: row.id.0,
        reference: row.reference.clone(),
        title: row.title.clone(),
        state: row.state.as_str().into(),
        party: row.party.clone(),
        symbol: row.symbol.clone(),
        unit: row.unit_code.clone(),
        handler: row.handler.map(|p| p.0),
        due: row.due().map(|d| d.to_string()),
        days_left: row.days_left(today),
        opened: row.opened.rfc3339(),
        settled: row.settled.map(kernel::Micros::rfc3339),
    }
}

/// Lists the cases the token's person sees.
///
/// Views of work (`waiting`, `due`, `overdue`, `mine`, `open`, `unassigned`) come with the first due first, the others with the
/// last opened first.
///
/// # Errors
/// 400, 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases", operation_id = "listCases", tag = "cases", params(CasesQuery),
    responses((status = 200, description = "A page of cases", body = CaseList)), security(("bearer" = ["cases:read"])))]
pub async fn list(path: CasesPath, req: Req, Query(query): Query<CasesQuery>) -> Answer<axum::Json<CaseList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let view = query.view.map_or(View::All, |v| v.0);
    let CasesQuery { q: text, state, class, unit, limit, cursor, .. } = query;
    let filter = ListFilter { view, unit, state, class, text };
    let (ctx, today) = (req.ctx.clone(), req.ctx.now.warsaw_date());
    let page = req
        .app
        .db
        .read(move |c| Box::pin(async move { lists::list(c, &ctx, &desk, &filter, cursor, limit.get()).await }))
        .await?;
    let items = page.rows.iter().map(|r| item(r, today)).collect();
    Ok(axum::Json(CaseList { items, next: page.next.map(Cursor::encode) }))
}

pub(super) fn opened(row: &CaseRow, today: Date) -> CaseItem {
    let due = row.due();
    CaseItem {
        id: row.id.0,
        reference: row.reference.clone(),
        title: row.title.clone(),
        state: row.state.as_str().into(),
        party: row.party_name.clone(),
        symbol: row.symbol.clone(),
        unit: row.unit_code.clone(),
        handler: row.handler.map(|p| p.0),
        due: due.map(|d| d.to_string()),
        days_left: due
            .filter(|_| row.state == State::Open)
            .and_then(|d| today.until(d).ok())
            .map(|s| i64::from(s.get_days())),
        opened: row.opened.rfc3339(),
        settled: row.settled.map(kernel::Micros::rfc3339),
    }
}
