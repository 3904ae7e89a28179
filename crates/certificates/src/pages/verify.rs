//! `/badges/verify`: anyone uploads or pastes a credential of any issuer and learns in plain words whether it holds.

use std::io::Read as _;

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use badges::{LARGEST, Outcome, Reason, Step, Summary, Verdict};
use i18n::T;
use kernel::{Arg, Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Column, Field, Form, Icon, Notice, Row, Section, SummaryList, Table, Tag, Tone, date};
use web::{Answer, FormData, Req, TypedPath};

use crate::{Verified, check as verified, msg};

/// `/badges/verify`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/badges/verify")]
pub struct VerifyPath;

/// The page.
pub async fn show(_: VerifyPath, req: Req) -> Answer<Markup> {
    Ok(page(&req, "", None, None))
}

/// What was uploaded, else what was pasted.
fn input(form: &FormData) -> Result<Vec<u8>> {
    if let Some(upload) = form.files.iter().find(|f| f.field == "file") {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(upload.file.path()).map_err(Fault::internal)?;
        // One byte more than is read, so that the engine sees that it is too large.
        file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(Fault::internal)?;
        return Ok(bytes);
    }
    let text = form.get("text");
    if text.is_empty() {
        return Err(Fault::field("file", msg::CERTIFICATES_VERIFY_NOTHING));
    }
    Ok(text.as_bytes().to_vec())
}

/// Verifies.
pub async fn check(_: VerifyPath, req: Req, form: FormData) -> Answer<Response> {
    let text = form.get("text").to_owned();
    let input = match input(&form) {
        Ok(input) => input,
        Err(fault) if !fault.fields.is_empty() => {
            let page = page(&req, &text, Some(&req.t.s(msg::CERTIFICATES_VERIFY_NOTHING)), None);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        Err(fault) => return Err(fault.into()),
    };
    let found = verified(&req.app, &req.ctx, &input).await?;
    Ok(page(&req, "", None, Some(&found)).into_response())
}

fn page(req: &Req, text: &str, error: Option<&str>, found: Option<&Verified>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let form = Form::multipart("/badges/verify").body(html! {
        (Field::file(lang, "file", t.s(msg::CERTIFICATES_VERIFY_FILE)).accept(".png,.svg,.json,.jwt,.txt")
            .hint(t.s(msg::CERTIFICATES_VERIFY_FILE_HINT)).error(error))
        (Field::textarea(lang, "text", t.s(msg::CERTIFICATES_VERIFY_TEXT)).rows(5).spellcheck(false).value(text))
        (Button::submit(t.s(msg::CERTIFICATES_VERIFY)).icon(Icon::Shield))
    });
    let title = if found.is_some() { msg::CERTIFICATES_VERIFY_RESULT } else { msg::CERTIFICATES_VERIFY_TITLE };
    req.page("certificates.verify", t.s(title))
        .narrow()
        .lead(t.s(msg::CERTIFICATES_VERIFY_LEAD))
        .body(html! {
            @match found {
                Some(found) => {
                    (result(t, found))
                    (Section::new(t.s(msg::CERTIFICATES_VERIFY_AGAIN)).boxed().body(form))
                }
                None => { (form) p { a href="/c" { (t.s(msg::CERTIFICATES_FIND)) } } }
            }
        })
        .render()
}

/// The key of a step's name.
fn step_name(step: Step) -> &'static str {
    match step {
        Step::Form => msg::CERTIFICATES_STEP_FORM,
        Step::Schema => msg::CERTIFICATES_STEP_SCHEMA,
        Step::Signature => msg::CERTIFICATES_STEP_SIGNATURE,
        Step::Issuer => msg::CERTIFICATES_STEP_ISSUER,
        Step::Dates => msg::CERTIFICATES_STEP_DATES,
        Step::Status => msg::CERTIFICATES_STEP_STATUS,
    }
}

/// Why a step was not passed, in plain words.
pub(crate) fn reason(t: T, reason: &Reason) -> String {
    let with = |key: &str, name: &'static str, value: &str| t.f(key, &[(name, Arg::from(value.to_owned()))]);
    let day = |key: &str, at: &jiff::Timestamp| {
        with(key, "date", &law::format::long_date(law::format::warsaw_date(at.as_microsecond()), t.law()))
    };
    match reason {
        Reason::TooLarge => t.s(msg::CERTIFICATES_REASON_TOO_LARGE),
        Reason::Unreadable => t.s(msg::CERTIFICATES_REASON_UNREADABLE),
        Reason::BrokenPicture => t.s(msg::CERTIFICATES_REASON_BROKEN_PICTURE),
        Reason::EmptyPicture => t.s(msg::CERTIFICATES_REASON_EMPTY_PICTURE),
        Reason::NotOpenBadges3 => t.s(msg::CERTIFICATES_REASON_NOT_OPEN_BADGES_3),
        Reason::Missing(what) => with(msg::CERTIFICATES_REASON_MISSING, "what", what),
        Reason::Malformed(what) => with(msg::CERTIFICATES_REASON_MALFORMED, "what", what),
        Reason::Claim(what) => with(msg::CERTIFICATES_REASON_CLAIM, "what", what),
        Reason::Algorithm(what) => with(msg::CERTIFICATES_REASON_ALGORITHM, "what", what),
        Reason::Unsigned => t.s(msg::CERTIFICATES_REASON_UNSIGNED),
        Reason::UnsupportedProof(what) => with(msg::CERTIFICATES_REASON_UNSUPPORTED_PROOF, "what", what),
        Reason::UnsupportedContext(what) => with(msg::CERTIFICATES_REASON_UNSUPPORTED_CONTEXT, "what", what),
        Reason::KeyUnreachable(place) => with(msg::CERTIFICATES_REASON_KEY_UNREACHABLE, "place", place),
        Reason::NoKey(place) => with(msg::CERTIFICATES_REASON_NO_KEY, "place", place),
        Reason::BadSignature => t.s(msg::CERTIFICATES_REASON_BAD_SIGNATURE),
        Reason::ForeignKey(place) => with(msg::CERTIFICATES_REASON_FOREIGN_KEY, "place", place),
        Reason::SelfAsserted => t.s(msg::CERTIFICATES_REASON_SELF_ASSERTED),
        Reason::NotYetValid(at) => day(msg::CERTIFICATES_REASON_NOT_YET_VALID, at),
        Reason::Expired(at) => day(msg::CERTIFICATES_REASON_EXPIRED, at),
        Reason::Revoked => t.s(msg::CERTIFICATES_REASON_REVOKED),
        Reason::Suspended => t.s(msg::CERTIFICATES_REASON_SUSPENDED),
        Reason::StatusUnreachable(place) => with(msg::CERTIFICATES_REASON_STATUS_UNREACHABLE, "place", place),
        Reason::BadStatusList(what) => with(msg::CERTIFICATES_REASON_BAD_STATUS_LIST, "what", what),
        Reason::StatusUnproven => t.s(msg::CERTIFICATES_REASON_STATUS_UNPROVEN),
        Reason::UnsupportedStatus(what) => with(msg::CERTIFICATES_REASON_UNSUPPORTED_STATUS, "what", what),
    }
}

fn outcome(t: T, outcome: &Outcome) -> Markup {
    let (key, tone, why) = match outcome {
        Outcome::Ok => (msg::CERTIFICATES_STEP_OK, Tone::Success, None),
        Outcome::Failed(why) => (msg::CERTIFICATES_STEP_FAILED, Tone::Danger, Some(reason(t, why))),
        Outcome::Doubt(why) => (msg::CERTIFICATES_STEP_DOUBT, Tone::Warning, Some(reason(t, why))),
        Outcome::Needs(need) => {
            let place: Arg = need.url().to_owned().into();
            (msg::CERTIFICATES_STEP_DOUBT, Tone::Warning, Some(t.f(msg::CERTIFICATES_STEP_ROUNDS, &[("place", place)])))
        }
        Outcome::Skipped => (msg::CERTIFICATES_STEP_SKIPPED, Tone::Neutral, None),
    };
    html! { (Tag::new(t.s(key)).tone(tone).dot()) @if let Some(why) = why { p { (why) } } }
}

/// Whether something could not be fetched: no fault of the credential.
fn unreachable(found: &Verified) -> bool {
    let away = |o: &Outcome| {
        matches!(o, Outcome::Failed(Reason::KeyUnreachable(_) | Reason::StatusUnreachable(_)) | Outcome::Needs(_))
    };
    let failed = |o: &Outcome| matches!(o, Outcome::Failed(_)) && !away(o);
    found.report.steps.iter().any(|(_, o)| away(o)) && !found.report.steps.iter().any(|(_, o)| failed(o))
}

fn verdict(t: T, found: &Verified) -> Notice {
    let notice =
        match found.report.verdict() {
            Verdict::Valid => {
                Notice::success(t.s(msg::CERTIFICATES_VERDICT_VALID_TEXT)).title(t.s(msg::CERTIFICATES_VERDICT_VALID))
            }
            _ if unreachable(found) => Notice::warning(t.s(msg::CERTIFICATES_VERDICT_UNREACHABLE_TEXT))
                .title(t.s(msg::CERTIFICATES_VERDICT_UNREACHABLE)),
            Verdict::Invalid => Notice::danger(t.s(msg::CERTIFICATES_VERDICT_INVALID_TEXT))
                .title(t.s(msg::CERTIFICATES_VERDICT_INVALID)),
            Verdict::Unproven | Verdict::Pending => Notice::warning(t.s(msg::CERTIFICATES_VERDICT_UNPROVEN_TEXT))
                .title(t.s(msg::CERTIFICATES_VERDICT_UNPROVEN)),
        };
    notice.announce()
}

fn summary(t: T, summary: &Summary, valid: bool) -> Markup {
    let lang = t.lang();
    let some = |text: &str| Some(text.chars().take(500).collect::<String>()).filter(|s| !s.trim().is_empty());
    let day = |at: Option<jiff::Timestamp>| at.map(|at| date(lang, kernel::Micros(at.as_microsecond()).warsaw_date()));
    let list = SummaryList::new(lang)
        .maybe(t.s(msg::CERTIFICATES_ACHIEVEMENT), some(&summary.achievement))
        .maybe(t.s(msg::CERTIFICATES_ISSUER), some(&summary.issuer_name).or_else(|| some(&summary.issuer)))
        .maybe(t.s(msg::CERTIFICATES_DESCRIPTION), some(&summary.description))
        .maybe(t.s(msg::CERTIFICATES_CRITERIA_LABEL), some(&summary.criteria))
        .maybe(t.s(msg::CERTIFICATES_VALID_FROM), day(summary.valid_from))
        .maybe(t.s(msg::CERTIFICATES_VALID_UNTIL), day(summary.valid_until));
    html! {
        (Section::new(t.s(msg::CERTIFICATES_SAYS)).body(html! {
            @if !valid { p { (t.s(msg::CERTIFICATES_SAYS_UNPROVEN)) } }
            (list)
        }))
    }
}

fn result(t: T, found: &Verified) -> Markup {
    let valid = found.report.verdict() == Verdict::Valid;
    let steps = Table::new(t.s(msg::CERTIFICATES_STEPS))
        .show_caption()
        .column(Column::new(t.s(msg::CERTIFICATES_STEP)))
        .column(Column::new(t.s(msg::CERTIFICATES_STEP_OUTCOME)))
        .rows(found.report.steps.iter().map(|(step, o)| Row::new([html! { (t.s(step_name(*step))) }, outcome(t, o)])));
    html! {
        (verdict(t, found))
        @if let Some(code) = found.code.as_ref().filter(|_| valid) {
            p { a href={ "/c/" (code) } { (t.s(msg::CERTIFICATES_OURS)) } }
        }
        @if let Some(s) = &found.report.summary { (summary(t, s, valid)) }
        (steps)
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;

    #[test]
    fn a_day_is_the_one_in_poland_in_the_readers_words() {
        i18n::init(&[msg::SOURCE]);
        // Half past midnight in Poland.
        let why = Reason::Expired("2026-03-01T23:30:00Z".parse().unwrap());
        assert!(reason(T(Lang::Pl), &why).contains("2 marca 2026 r."), "{}", reason(T(Lang::Pl), &why));
        assert!(reason(T(Lang::En), &why).contains("2 March 2026"), "{}", reason(T(Lang::En), &why));
    }
}
