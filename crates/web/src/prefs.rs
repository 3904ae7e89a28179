//! Language, theme and text size, kept in a cookie; works without an account and without scripts.

use axum::response::IntoResponse as _;
use axum_extra::routing::TypedPath;
use kernel::Lang;
use serde::Deserialize;
use ui::{Prefs, TextSize, Theme};

use crate::{Answer, FormData, Guard, Req, Routes, req};

/// A year, in seconds.
const YEAR: i64 = 31_536_000;

/// `/prefs`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/prefs")]
pub struct PrefsPath;

async fn save(_: PrefsPath, req: Req, form: FormData) -> Answer {
    let lang = Lang::parse(form.get("lang")).unwrap_or(req.lang());
    let prefs = Prefs {
        theme: Theme::parse(form.get("theme")).unwrap_or(req.prefs.theme),
        text: TextSize::parse(form.get("text")).unwrap_or(req.prefs.text),
    };
    let back = form.some("return").unwrap_or("/");
    Ok(req.redirect(back).cookie(req::PREFS, &format!("{}.{prefs}", lang.code()), YEAR).into_response())
}

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new().post("web.prefs", Guard::Open, save)
}
