//! The routes of this subject.

use web::{Guard, Routes};

use crate::{api, pages};

/// The pages and the API of webhooks, for the administrator of an office.
pub fn routes() -> Routes {
    let admin = Guard::Administrator;
    Routes::new()
        .get("hooks.index", admin, pages::index::show)
        .post("hooks.index", admin, pages::index::add)
        .get("hooks.hook", admin, pages::hook::show)
        .post("hooks.hook", admin, pages::hook::save)
        .post("hooks.test", admin, pages::act::test)
        .post("hooks.secret", admin, pages::act::rotate)
        .post("hooks.switch", admin, pages::act::switch)
        .post("hooks.delete", admin, pages::act::delete)
        .post("hooks.redeliver", admin, pages::act::redeliver)
        .get("hooks.api", admin, api::index)
        .post("hooks.api", admin, api::add)
        .get("hooks.api.hook", admin, api::show)
        .patch("hooks.api.hook", admin, api::edit)
        .delete("hooks.api.hook", admin, api::remove)
        .post("hooks.api.secret", admin, api::secret)
        .post("hooks.api.test", admin, api::test)
        .get("hooks.api.deliveries", admin, api::history)
        .post("hooks.api.redeliver", admin, api::again)
}
