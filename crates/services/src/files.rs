//! Files on their way into a form, from the pages and from the JSON API alike: what they may be and how many.

use kernel::{Fault, FaultKind, FieldFault, Result};
use web::{App, Upload};

use crate::{
    answers::MOST_FILES_OF_FIELD,
    msg,
    schema::{Field, Form, Kind},
};

/// The most files of a form.
pub const MOST_FILES: usize = 60;

/// The question that a file answers.
///
/// # Errors
/// `NotFound` when the form has no such question, or it takes no files.
pub(crate) fn question<'f>(form: &'f Form, field: &str) -> Result<&'f Field> {
    form.field(field).filter(|f| f.kind == Kind::File).ok_or_else(Fault::not_found)
}

/// Whether one more file fits, of `own` at this question and `all` in the form.
///
/// # Errors
/// `Invalid` at the question.
pub(crate) fn room(question: &Field, own: usize, all: usize) -> Result<()> {
    let most = question.validation.max_files.unwrap_or(MOST_FILES_OF_FIELD);
    if own < most as usize && all < MOST_FILES {
        return Ok(());
    }
    Err(Fault::new(FaultKind::Invalid, "fault-fields").and_field(
        &question.id,
        msg::SERVICES_FILES_MANY,
        vec![("max", most.into())],
    ))
}

/// Puts a file into the object store, if its content is of a kind people may send and is what its name says.
///
/// # Errors
/// `Invalid` at the question; `Unavailable` when the store is away.
pub(crate) async fn keep(app: &App, upload: &Upload) -> Result<blob::Stored> {
    let sniffed = blob::sniff(&upload.head, &upload.name);
    if let Err(fault) = blob::check_for_citizens(&sniffed, &upload.name) {
        let fault = FieldFault { field: upload.field.clone(), key: fault.key, args: fault.args };
        return Err(Fault { fields: vec![fault], ..Fault::invalid("fault-fields") });
    }
    app.blobs.put_file(upload.file.path(), &upload.name).await
}
