//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api,
    pages::{case, home, secret, submission, submissions},
};

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
        .get("my.home", Guard::Person, home::show)
        .get("my.submissions", Guard::Person, submissions::show)
        .get("my.submission", Guard::Person, submission::show)
        .get("my.submission.receipt", Guard::Person, submission::receipt)
        .get("my.submission.form", Guard::Person, submission::filled)
        .get("my.submission.file", Guard::Person, submission::file)
        .get("my.case", Guard::Person, case::show)
        .post("my.case.write", Guard::Person, case::write)
        .post("my.case.answer", Guard::Person, case::answer)
        .get("my.case.document", Guard::Person, case::document)
        .post("my.case.letter", Guard::Person, case::open_letter)
        .get("my.case.letter.pdf", Guard::Person, case::letter_pdf)
        .get("my.case.receipt", Guard::Person, case::receipt)
        .get("my.case.form", Guard::Person, case::filled)
        .get("my.case.file", Guard::Person, case::file)
        .get("my.secret", Guard::Secret, secret::show)
        .post("my.secret.write", Guard::Secret, secret::write)
        .post("my.secret.answer", Guard::Secret, secret::answer)
        .get("my.secret.document", Guard::Secret, secret::document)
        .post("my.secret.letter", Guard::Secret, secret::open_letter)
        .get("my.secret.letter.pdf", Guard::Secret, secret::letter_pdf)
        .get("my.secret.receipt", Guard::Secret, secret::receipt)
        .get("my.secret.form", Guard::Secret, secret::filled)
        .get("my.secret.file", Guard::Secret, secret::file)
        .post("my.secret.renew", Guard::Open, secret::renew)
        .post("my.secret.join", Guard::Person, secret::join)
        .merge(api::routes())
}
