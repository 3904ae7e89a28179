//! One case: its page, and what is done with it, each on its own page or form.

pub(crate) mod documents;
pub(crate) mod edit;
pub(crate) mod hand;
pub(crate) mod notes;
pub(crate) mod parties;
pub(crate) mod record;
pub(crate) mod settle;
pub(crate) mod show;
pub(crate) mod term;
mod view;

pub use show::CasePath;

use kernel::{Result, ids::CaseId};
use offices::Desk;
use records::cases::CaseRow;
use ui::{Code, Page, Tabs};
use web::Req;

use crate::{
    msg,
    show::{case_path, page, state_tag},
};

/// Declares the paths of what is done with a case.
macro_rules! case_paths {
    ($($(#[$doc:meta])* $name:ident $path:tt;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, axum_extra::routing::TypedPath, serde::Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name {
            /// The office's name in addresses.
            pub office: String,
            /// The case.
            pub case: kernel::ids::CaseId,
        }

        impl $name {
            /// The path for a case at a desk.
            pub(crate) fn of(desk: &offices::Desk, case: kernel::ids::CaseId) -> Self {
                Self { office: desk.office.slug.clone(), case }
            }
        }
    )*};
}
pub(crate) use case_paths;

/// Which tab of a case is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Case,
    Record,
}

/// A page of a case with what all of them share.
pub(crate) fn frame(req: &Req, desk: &Desk, screen: &'static str, row: &CaseRow, tab: Option<Tab>) -> Page {
    let (t, lang) = (req.t, req.lang());
    let mut page = if tab == Some(Tab::Record) {
        page(desk, req, screen, t.f(msg::DESK_RECORD_OF, &[("reference", row.reference.as_str().into())]))
            .crumb(t.s(msg::DESK_CASES_TITLE), desk.path("/cases"))
            .crumb(row.reference.clone(), case_path(desk, row.id))
            .here(t.s(msg::DESK_RECORD_TAB))
            .lead(row.title.clone())
    } else {
        page(desk, req, screen, row.title.clone())
            .crumb(t.s(msg::DESK_CASES_TITLE), desk.path("/cases"))
            .here(row.reference.clone())
            .kicker(maud::html! { (Code::new(row.reference.clone()).copy(lang)) })
    };
    page = page.status(state_tag(t, row.state));
    if let Some(tab) = tab {
        let entries = u64::try_from(row.entries).unwrap_or(0);
        page = page.tabs(
            Tabs::new(lang)
                .label(t.s(msg::DESK_CASE_PARTS))
                .tab(case_path(desk, row.id), t.s(msg::DESK_CASE_TAB), tab == Tab::Case)
                .counted(
                    record::RecordPath::of(desk, row.id).to_string(),
                    t.s(msg::DESK_RECORD_TAB),
                    tab == Tab::Record,
                    entries,
                ),
        );
    }
    page
}

/// A page of something done with a case: narrow, with the way back to it.
pub(crate) fn task(req: &Req, desk: &Desk, screen: &'static str, row: &CaseRow, title: &'static str) -> Page {
    let t = req.t;
    page(desk, req, screen, t.s(title))
        .crumb(t.s(msg::DESK_CASES_TITLE), desk.path("/cases"))
        .crumb(row.reference.clone(), case_path(desk, row.id))
        .here(t.s(title))
        .kicker(row.reference.clone())
        .lead(row.title.clone())
        .narrow()
}

/// The case, read for a page about it: like the case's own page, it leaves an entry in the audit log.
pub(crate) async fn row(req: &Req, desk: &Desk, id: CaseId) -> Result<CaseRow> {
    let d = desk.clone();
    let row = req.app.db.read(move |c| Box::pin(async move { records::cases::case(c, &d, id).await })).await?;
    records::log::looked_at_case(req, desk, &row).await?;
    Ok(row)
}
