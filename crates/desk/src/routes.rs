//! The routes of this subject.

use web::{Guard, Routes};

use crate::pages::{case, cases, classes, document, home, incoming, open, search, spis};

/// The officials' pages.
pub fn routes() -> Routes {
    let desk = Routes::new()
        .get("desk.home", Guard::Member, home::show)
        .get("desk.cases", Guard::Member, cases::show)
        .get("desk.classes", Guard::Member, classes::suggest)
        .get("desk.search", Guard::Member, search::show)
        .get("desk.search-suggest", Guard::Member, search::suggest)
        .get("desk.search-references", Guard::Member, search::references)
        .get("desk.case-lists", Guard::Member, spis::lists)
        .get("desk.case-list", Guard::Member, spis::one)
        .get("desk.case-list-export", Guard::Member, spis::export)
        .get("desk.document", Guard::Member, document::download)
        .get("desk.open", Guard::Official, open::show)
        .post("desk.open", Guard::Official, open::save)
        .post("desk.open-preview", Guard::Official, open::preview);
    desk.merge(mail()).merge(a_case())
}

fn mail() -> Routes {
    Routes::new()
        .get("desk.incoming", Guard::Member, incoming::list::show)
        .get("desk.incoming-register", Guard::Registry, incoming::register::export)
        .get("desk.incoming-new", Guard::Registry, incoming::new::show)
        .post("desk.incoming-new", Guard::Registry, incoming::new::save)
        .get("desk.incoming-item", Guard::Member, incoming::show::show)
        .post("desk.incoming-register-item", Guard::Registry, incoming::act::register)
        .post("desk.incoming-correct", Guard::Registry, incoming::act::correct)
        .post("desk.incoming-assign", Guard::Member, incoming::act::assign)
        .post("desk.incoming-attach", Guard::Official, incoming::act::attach)
}

fn a_case() -> Routes {
    Routes::new()
        .get("desk.case", Guard::Official, case::show::show)
        .get("desk.case-record", Guard::Official, case::record::show)
        .get("desk.case-record-pdf", Guard::Official, case::record::pdf)
        .get("desk.case-term", Guard::Official, case::term::show)
        .post("desk.case-pause", Guard::Official, case::term::pause)
        .post("desk.case-resume", Guard::Official, case::term::resume)
        .post("desk.case-extend", Guard::Official, case::term::extend)
        .get("desk.case-hand", Guard::Official, case::hand::show)
        .post("desk.case-hand", Guard::Official, case::hand::save)
        .post("desk.case-take", Guard::Official, case::hand::take)
        .post("desk.case-follow", Guard::Official, case::hand::follow)
        .get("desk.case-edit", Guard::Official, case::edit::show)
        .post("desk.case-edit", Guard::Official, case::edit::save)
        .get("desk.case-parties", Guard::Official, case::parties::show)
        .post("desk.case-parties", Guard::Official, case::parties::add)
        .get("desk.case-party", Guard::Official, case::parties::edit)
        .post("desk.case-party", Guard::Official, case::parties::save)
        .post("desk.case-party-remove", Guard::Official, case::parties::remove)
        .post("desk.case-documents", Guard::Official, case::documents::add)
        .post("desk.case-notes", Guard::Official, case::notes::add)
        .get("desk.note", Guard::Official, case::notes::edit)
        .post("desk.note", Guard::Official, case::notes::save)
        .get("desk.case-settle", Guard::Official, case::settle::show)
        .post("desk.case-settle", Guard::Official, case::settle::save)
        .get("desk.case-reopen", Guard::Superior, case::settle::ask_reopen)
        .post("desk.case-reopen", Guard::Superior, case::settle::reopen)
}
