//! The filled form of a submission as a document of the case: what the citizen sent, to be read without this program.
//!
//! Setting a page takes tens of milliseconds, which the one writer of the database must not wait for. So the form is set
//! and kept in the store first ([`prepare`]), and becomes a document in the unit of work that opens the case
//! ([`Prepared::open`]) or makes the mail part of one ([`Prepared::attach`]).

use db::Conn;
use kernel::{
    Ctx, Fault, FaultKind, Result,
    ids::{CaseId, IncomingId},
};
use offices::Desk;
use pdf::PdfError;
use services::FilledForm;
use web::App;

use crate::{
    cases::{self, CaseRow, NewCase},
    documents::{self, Kind, NewDocument, Origin},
    incoming,
};

/// The form of a piece of mail, set and in the store; nothing without mail, for mail without a form (paper), for mail
/// that is part of a case already or that the person may not see: those are refused when the case is opened.
#[derive(Debug, Clone, Default)]
pub struct Prepared(Option<(IncomingId, NewDocument)>);

/// Sets the form of incoming mail the person at the desk may see, and keeps it in the store.
///
/// # Errors
/// `Unavailable` when too many documents wait to be set, or the store is away.
pub async fn prepare(app: &App, desk: &Desk, mail: Option<IncomingId>) -> Result<Prepared> {
    let Some(id) = mail else { return Ok(Prepared::default()) };
    let d = desk.clone();
    let form = match app.db.read(move |c| Box::pin(async move { of_mail(c, &d, id).await })).await {
        Ok(Some(form)) => form,
        Ok(None) => return Ok(Prepared::default()),
        Err(Fault { kind: FaultKind::NotFound, .. }) => return Ok(Prepared::default()),
        Err(fault) => return Err(fault),
    };
    let rendered = app.pdf.render(form.document, form.date).await.map_err(|e| match e {
        PdfError::Busy => Fault::unavailable("too many documents wait to be rendered"),
        other => Fault::internal(other),
    })?;
    let stored = app.blobs.put_bytes(rendered.bytes, &form.name).await?;
    let new = NewDocument { stored, name: form.name, kind: Kind::Submission, origin: Origin::Party };
    Ok(Prepared(Some((id, new))))
}

async fn of_mail(c: &mut Conn, desk: &Desk, id: IncomingId) -> Result<Option<FilledForm>> {
    let mail = incoming::get(c, desk, id).await?;
    let Some(submission) = mail.submission.filter(|_| mail.case.is_none()) else { return Ok(None) };
    services::filled_form(c, desk.scope, submission).await.map(Some)
}

impl Prepared {
    /// Opens a case as [`cases::open`], with the form among its documents.
    ///
    /// # Errors
    /// Those of [`cases::open`].
    pub async fn open(self, c: &mut Conn, ctx: &Ctx, desk: &Desk, new: NewCase) -> Result<CaseRow> {
        self.keep(c, ctx, desk, new.incoming).await?;
        cases::open(c, ctx, desk, new).await
    }

    /// Makes mail part of a case as [`incoming::attach`], with the form among its documents.
    ///
    /// # Errors
    /// Those of [`incoming::attach`].
    pub async fn attach(self, c: &mut Conn, ctx: &Ctx, desk: &Desk, mail: IncomingId, case: CaseId) -> Result<CaseRow> {
        self.keep(c, ctx, desk, Some(mail)).await?;
        incoming::attach(c, ctx, desk, mail, case).await
    }

    /// Keeps the form as a document of its mail; taking the mail in makes it one of the case, with its entry in the record.
    async fn keep(self, c: &mut Conn, ctx: &Ctx, desk: &Desk, mail: Option<IncomingId>) -> Result<()> {
        match self.0 {
            Some((id, new)) if Some(id) == mail => documents::add_to_incoming(c, ctx, desk, id, new).await.map(|_| ()),
            _ => Ok(()),
        }
    }
}
