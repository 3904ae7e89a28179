//! Requests to enrol that wait for a decision of whoever is at this desk, of all courses.

use axum::response::IntoResponse as _;
use kernel::ids::EnrolmentId;
use maud::{Markup, html};
use offices::Desk;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Card, Empty, Field, Form, Icon, Stack};
use web::{Answer, Errors, FormData, Req, TypedPath, read, work};

use crate::{LearnerRow, RequestRow, enrolment, list, msg, requests};

/// `/desk/{office}/learning/requests`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/learning/requests", rejection(web::BadPath))]
pub(crate) struct RequestsPath {
    pub office: String,
}

/// `/desk/{office}/learning/requests/{enrolment}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/learning/requests/{enrolment}", rejection(web::BadPath))]
pub(crate) struct DecidePath {
    pub office: String,
    pub enrolment: EnrolmentId,
}

async fn see(req: &Req, desk: &Desk) -> kernel::Result<Vec<(RequestRow, LearnerRow)>> {
    let desk = desk.clone();
    read!(req, |c| {
        let rows = requests::requests_for(c, &desk).await?;
        let mut of = Vec::new();
        for row in &rows {
            of.push(enrolment::enrolment(c, row.enrolment).await?);
        }
        Ok(rows.into_iter().zip(list::named(c, of).await?).collect())
    })
}

pub(crate) async fn show(path: RequestsPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let rows = see(&req, &desk).await?;
    Ok(view(&req, &desk, &rows, None, &Errors::default()))
}

pub(crate) async fn decide(path: DecidePath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (id, approve, reason) = (path.enrolment, form.get("decision") == "approve", form.get("reason").to_owned());
    match work!(req, |c, ctx, desk, reason| requests::decide(c, &ctx, &desk, id, approve, &reason).await) {
        Ok(_) => {
            let said = if approve { msg::ENROLMENTS_APPROVED } else { msg::ENROLMENTS_REFUSED };
            Ok(req.redirect(desk.path("/learning/requests")).flash(said).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let rows = see(&req, &desk).await?;
            Ok(errors.again(view(&req, &desk, &rows, Some(id), &errors)))
        }
    }
}

fn view(req: &Req, desk: &Desk, rows: &[(RequestRow, LearnerRow)], at: Option<EnrolmentId>, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let cards = rows.iter().map(|(r, l)| {
        let mine = at == Some(r.enrolment);
        let form = Form::post(desk.path(&format!("/learning/requests/{}", r.enrolment))).body(html! {
            (Field::textarea(lang, "reason", t.s(msg::ENROLMENTS_REASON)).id(format!("reason-{}", r.enrolment)).rows(2)
                .hint(t.s(msg::ENROLMENTS_REASON_HINT)).error(if mine { errors.at("reason") } else { None }))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::ENROLMENTS_APPROVE)).value("decision", "approve").icon(Icon::Check).describes(l.name.clone()))
                .add(Button::submit(t.s(msg::ENROLMENTS_REFUSE)).value("decision", "refuse").secondary().describes(l.name.clone())))
        });
        html! {
            (Card::new(format!("{} – {}", l.name, r.title)).level(2)
                .meta(html! {
                    @if !l.unit_code.is_empty() { (l.unit_code) " · " }
                    (t.s(r.role.label())) " · " (ui::date_time(lang, r.made_at.timestamp()))
                })
                .body(html! { @if !r.why.is_empty() { p.message-text { (r.why) } } (form) }))
        }
    });
    desk.page(req, "enrolments.requests", t.s(msg::ENROLMENTS_REQUESTS))
        .lead(t.s(msg::ENROLMENTS_REQUESTS_LEAD))
        .body(html! {
            (errors.summary(t))
            @if rows.is_empty() {
                (Empty::new(Icon::CheckCircle, t.s(msg::ENROLMENTS_REQUESTS_NONE)).text(t.s(msg::ENROLMENTS_REQUESTS_NONE_TEXT)))
            } @else { (Stack::new(cards)) }
        })
        .render()
}
