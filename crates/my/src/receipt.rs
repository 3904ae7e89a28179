//! Documents made on demand: the receipt of what was sent, and the filled form.

use kernel::{Fault, OfficeScope, Result};
use pdf::PdfError;
use services::Submission;
use web::App;

/// Which document of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    /// The official receipt.
    Receipt,
    /// The filled form.
    Form,
}

/// The document as PDF.
///
/// # Errors
/// `Unavailable` when too many wait already; those of the database.
pub(crate) async fn render(app: &App, scope: OfficeScope, submission: Submission, paper: Paper) -> Result<Vec<u8>> {
    let date = submission.sent_at.warsaw_date();
    let document = app
        .db
        .read(move |c| {
            Box::pin(async move {
                match paper {
                    Paper::Receipt => services::receipt_document(c, scope, &submission).await,
                    Paper::Form => services::submission_document(c, scope, &submission).await,
                }
            })
        })
        .await?;
    match app.pdf.render(document, date).await {
        Ok(rendered) => Ok(rendered.bytes),
        Err(PdfError::Busy) => Err(Fault::unavailable("too many documents wait to be rendered")),
        Err(other) => Err(Fault::internal(other)),
    }
}
