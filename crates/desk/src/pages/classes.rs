//! `/desk/{office}/classes?q=…`: final classes of the file plan while one writes.

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use maud::{Markup, html};
use records::file_plan::{self, ClassRow};
use serde::Deserialize;
use ui::{Suggestion, Tag, Tone, suggestions};
use web::{Answer, Req, TypedPath};

use crate::msg;

/// How many classes are offered at once.
pub(crate) const OFFERED: usize = 12;

/// `/desk/{office}/classes`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/classes", rejection(web::BadPath))]
pub struct ClassesPath {
    /// The office's name in addresses.
    pub office: String,
}

/// Suggests classes by symbol or words.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn suggest(path: ClassesPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (today, words) = (req.ctx.now.warsaw_date(), req.query.get("q").chars().take(200).collect::<String>());
    let found = req
        .app
        .db
        .read(move |c| Box::pin(async move { file_plan::choose(c, desk.scope, today, &words, OFFERED).await }))
        .await?;
    let items = found.iter().map(|k| Suggestion::new(k.symbol.clone(), name(req.t, k)).note(category(k)));
    Ok(suggestions(items).into_response())
}

/// Symbol and title, and a mark when the row was not confirmed at its source.
pub(crate) fn name(t: T, class: &ClassRow) -> Markup {
    html! {
        strong { (class.symbol) } " " (class.title)
        @if !class.verified { " " (Tag::new(t.s(msg::DESK_CLASS_UNVERIFIED)).tone(Tone::Warning)) }
    }
}

/// The archival categories: for the home unit and for others.
pub(crate) fn category(class: &ClassRow) -> String {
    [class.category.as_deref(), class.other_category.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" / ")
}
