//! Verifying any Open Badges 3.0 credential, of whatever issuer.
//!
//! Nothing is fetched here. A step that needs a key or a status list says so ([`Need`]); the caller fetches it with
//! its own guards, puts it into [`Fetched`] and verifies again. Three rounds are usual (key, list, the list's key);
//! a caller should stop after five.

mod dates;
mod form;
mod keys;
mod proof;
mod report;
mod schema;
mod status;
mod summary;

pub use form::LARGEST;
pub use report::{Fetched, Known, Need, Outcome, Reason, Report, Step, Summary, Verdict};
pub(crate) use schema::check as check_schema;

/// Verifies a token, a JSON document, or a PNG or SVG picture with either in it.
pub fn verify(input: &[u8], known: &Known) -> Report {
    let secured = match form::read(input) {
        Ok(secured) => secured,
        Err(reason) => return stopped(Step::Form, Outcome::Failed(reason), Report::empty()),
    };
    let mut report = Report::empty();
    report.summary = Some(summary::of(&secured.body));
    report.body = Some(secured.body.clone().into());
    if let Err(reason) = form::check_claims(&secured, true) {
        return stopped(Step::Form, Outcome::Failed(reason), report);
    }
    report.push(Step::Form, Outcome::Ok);
    // A wrong shape does not end the verification: who looks at it wants to know, too, whether it is genuine.
    report.push(Step::Schema, schema::check(&secured.body).map_or_else(Outcome::Failed, |()| Outcome::Ok));
    let issuer = summary::issuer(&secured.body).to_owned();
    let (signature, source) = proof::check(&secured, &issuer, known);
    let sound = signature == Outcome::Ok;
    report.push(Step::Signature, signature);
    let whose = source.filter(|_| sound).map(|source| keys::check_issuer(&source, &issuer));
    report.push(Step::Issuer, whose.unwrap_or(Outcome::Skipped));
    report.push(Step::Dates, dates::check(&secured, known.now));
    // The list's address is the issuer's word only when the signature is right.
    let status = if sound { status::check(&secured.body, &issuer, known) } else { Outcome::Skipped };
    report.push(Step::Status, status);
    report
}

impl Report {
    fn empty() -> Self {
        Self { steps: Vec::new(), summary: None, body: None }
    }

    fn push(&mut self, step: Step, outcome: Outcome) {
        self.steps.push((step, outcome));
    }
}

fn stopped(at: Step, outcome: Outcome, mut report: Report) -> Report {
    report.push(at, outcome);
    for step in Step::ALL.into_iter().skip_while(|s| *s != at).skip(1) {
        report.push(step, Outcome::Skipped);
    }
    report
}
