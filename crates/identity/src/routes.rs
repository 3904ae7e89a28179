//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api,
    pages::{
        data, delete, email, export, overview, password, register, reset, sessions, sign_in, tokens, two_step, verify,
    },
};

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
        .get("identity.sign_in", Guard::Open, sign_in::show)
        .post("identity.sign_in", Guard::Open, sign_in::send)
        .post("identity.sign_out", Guard::Open, sign_in::out)
        .get("identity.register", Guard::Open, register::show)
        .post("identity.register", Guard::Open, register::send)
        .get("identity.verify", Guard::Secret, verify::show)
        .post("identity.verify", Guard::Secret, verify::send)
        .get("identity.reset", Guard::Open, reset::ask)
        .post("identity.reset", Guard::Open, reset::send)
        .get("identity.reset.new", Guard::Secret, reset::choose)
        .post("identity.reset.new", Guard::Secret, reset::save)
        .get("identity.account", Guard::Person, overview::show)
        .get("identity.data", Guard::Person, data::show)
        .post("identity.data", Guard::Person, data::save)
        .get("identity.email", Guard::Person, email::show)
        .post("identity.email", Guard::Person, email::save)
        .get("identity.password", Guard::Person, password::show)
        .post("identity.password", Guard::Person, password::save)
        .get("identity.two_step", Guard::Person, two_step::show)
        .post("identity.two_step", Guard::Person, two_step::send)
        .get("identity.sessions", Guard::Person, sessions::show)
        .post("identity.sessions", Guard::Person, sessions::end)
        .get("identity.tokens", Guard::Person, tokens::show)
        .post("identity.tokens", Guard::Person, tokens::send)
        .get("identity.export", Guard::Person, export::show)
        .post("identity.export", Guard::Person, export::give)
        .get("identity.delete", Guard::Person, delete::show)
        .post("identity.delete", Guard::Person, delete::done)
        .get("identity.api.me", Guard::Person, api::me)
}
