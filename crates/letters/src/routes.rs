//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api, outgoing_api,
    pages::{approvals, begin, letter, outgoing, pdf, steps, template, templates},
};

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
        .get("letters.templates", Guard::Member, templates::show)
        .post("letters.templates.adopt", Guard::Member, templates::adopt)
        .get("letters.template.new", Guard::Member, template::new)
        .post("letters.template.new", Guard::Member, template::add)
        .get("letters.template", Guard::Member, template::show)
        .post("letters.template", Guard::Member, template::save)
        .post("letters.template.retire", Guard::Member, template::retire)
        .post("letters.template.preview", Guard::Member, template::preview)
        .get("letters.approvals", Guard::Member, approvals::show)
        .get("letters.new", Guard::Official, begin::show)
        .post("letters.new", Guard::Official, begin::make)
        .post("letters.overrun", Guard::Official, begin::overrun)
        .get("letters.letter", Guard::Member, letter::show)
        .post("letters.letter", Guard::Official, letter::save)
        .post("letters.preview", Guard::Official, letter::preview)
        .get("letters.pdf", Guard::Member, pdf::show)
        .post("letters.submit", Guard::Official, steps::submit)
        .post("letters.take-back", Guard::Official, steps::take_back)
        .post("letters.withdraw", Guard::Official, steps::withdraw)
        .post("letters.approve", Guard::Superior, steps::approve)
        .post("letters.return", Guard::Superior, steps::return_)
        .post("letters.send", Guard::Official, steps::send)
        .get("letters.outgoing", Guard::Member, outgoing::show)
        .get("letters.outgoing.export", Guard::Member, outgoing::export)
        .get("letters.outgoing.entry", Guard::Member, outgoing::entry)
        .post("letters.outgoing.entry", Guard::Member, outgoing::record)
        .get("letters.api", Guard::Official, api::list)
        .get("letters.api.letter", Guard::Official, api::show)
        .get("letters.api.pdf", Guard::Official, api::pdf)
        .get("letters.api.outgoing", Guard::Member, outgoing_api::list)
}
