//! `/gallery`: every component of pages in every state, for those who build pages.

use maud::Markup;
use serde::Deserialize;
use web::{Answer, Guard, Req, Routes, TypedPath};

/// `/gallery`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/gallery")]
pub struct GalleryPath;

/// Anybody sees it in the demonstration, the operator everywhere, nobody else.
async fn show(_: GalleryPath, req: Req) -> Answer<Markup> {
    if !req.app.settings.demo {
        req.operator()?;
    }
    Ok(ui::gallery(req.lang(), req.prefs))
}

/// The gallery's route.
pub fn routes() -> Routes {
    Routes::new().get("ui.gallery", Guard::Open, show)
}
