//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api,
    pages::{
        adopt, archive, check, edit_file, files, item, lesson, list, module, new, preview, publish, serve, settings,
        structure, versions,
    },
};

/// The routes of this subject. Pages of authors are guarded as those of members of the office: the role is asked for by
/// [`crate::policy`].
pub fn routes() -> Routes {
    Routes::new()
        .get("courses.list", Guard::Member, list::show)
        .get("courses.new", Guard::Member, new::show)
        .post("courses.new", Guard::Member, new::save)
        .get("courses.catalog", Guard::Member, adopt::show)
        .post("courses.catalog", Guard::Member, adopt::save)
        .get("courses.structure", Guard::Member, structure::show)
        .post("courses.structure", Guard::Member, structure::save)
        .get("courses.module", Guard::Member, module::show)
        .post("courses.module", Guard::Member, module::save)
        .get("courses.item", Guard::Member, item::show)
        .post("courses.item", Guard::Member, item::save)
        .post("courses.lesson.preview", Guard::Member, lesson::preview)
        .get("courses.files", Guard::Member, files::show)
        .post("courses.files", Guard::Member, files::save)
        .get("courses.file", Guard::Member, edit_file::show)
        .post("courses.file", Guard::Member, edit_file::save)
        .get("courses.settings", Guard::Member, settings::show)
        .post("courses.settings", Guard::Member, settings::save)
        .post("courses.archive", Guard::Member, archive::save)
        .get("courses.check", Guard::Member, check::show)
        .get("courses.preview", Guard::Member, preview::show)
        .get("courses.preview.item", Guard::Member, preview::item)
        .get("courses.publish", Guard::Member, publish::show)
        .post("courses.publish", Guard::Member, publish::save)
        .get("courses.versions", Guard::Member, versions::show)
        .get("courses.version", Guard::Member, versions::one)
        .get("courses.served", Guard::Open, serve::show)
        .get("courses.api.list", Guard::Open, api::list)
        .get("courses.api.one", Guard::Open, api::one)
}
